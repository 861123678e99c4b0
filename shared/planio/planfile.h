// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"
#include "shared/planio/planlosses.h"

#include <QByteArray>

#include <optional>

namespace parterre::planio {

// Formats there is a reader and a writer for.
enum class PlanFormat {
    Parterre, // docs/plan-format.md: keeps everything
    Pretix,
    Svg,
    Csv,      // a seat list
};

[[nodiscard]] QString planFormatName(PlanFormat format); // "pretix"
[[nodiscard]] std::optional<PlanFormat> planFormatFromName(const QString &name);

// A seating plan in any format there is a reader for, told apart by its content: Parterre's own document, which is taken
// as it is or not at all; pretix' plan, a drawing (SVG) or a table (CSV), which are repaired. `name` is the plan's where the
// file has none. The errors are those of the readers; FileInvalid also when it looks like none of them.
[[nodiscard]] Result<ImportResult> readPlanFile(const QByteArray &file, const QString &name = {});

// The report says what the format has no place for; nothing for Parterre's own. The plan has to be valid.
[[nodiscard]] ExportResult writePlanFile(const Plan &plan, PlanFormat format);

} // namespace parterre::planio
