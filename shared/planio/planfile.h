// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/pdfplan.h"
#include "shared/planio/planlosses.h"
#include "shared/planio/svgrules.h"

namespace parterre::planio {

// The formats of plan files. docs/plan-format.md describes each.
enum class PlanFileFormat { Parterre, Pretix, SeatsIo, SeatListJson, Svg, Csv, Ascii, Pdf };

[[nodiscard]] QLatin1StringView planFileFormatName(PlanFileFormat format); // "pretix"
[[nodiscard]] std::optional<PlanFileFormat> planFileFormatOf(QStringView name);
[[nodiscard]] bool canWrite(PlanFileFormat format);

// What is known of a file besides its bytes.
struct PlanFileHint {
    QString fileName = {};                  // its base name is the plan's where the file says none; the ending decides between texts
    SvgRules svgRules = defaultSvgRules();
};

// By the content; the name only tells a table from rows drawn as text. Nothing when it is none of them.
[[nodiscard]] std::optional<PlanFileFormat> recognisePlanFile(const QByteArray &file, const PlanFileHint &hint = {});

struct PlanFile {
    PlanFileFormat format = PlanFileFormat::Parterre;
    Plan plan = {};
    QList<RepairEntry> report = {};
};

// Reads a plan in any format. Our own document is taken as it is or not at all, the others are repaired where they can be,
// which the report tells. FileInvalid and FileTooLarge.
[[nodiscard]] Result<PlanFile> readPlanFile(const QByteArray &file, const PlanFileHint &hint = {});

// The plan, which has to be valid, in a format that canWrite(), and what the format cannot keep. The words are those of a page
// for people, of which nothing is expected to be kept. Internal: the page could not be drawn.
[[nodiscard]] Result<ExportResult> writePlanFile(const Plan &plan, PlanFileFormat format, const PlanPageWords &words = {});

} // namespace parterre::planio
