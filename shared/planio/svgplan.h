// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/planlosses.h"
#include "shared/planio/svgrules.h"

namespace parterre::planio {

// Reads a drawing. The rules say which elements are seats, rows, sections, tables and areas; all other figures and texts
// become shapes, and what cannot is counted in the report. Transforms are applied, `use` draws what it names once.
// Nothing outside of the file is ever read, and entities cannot grow it. When no rule finds a seat or an area, circles are
// taken for seats, as a guess. FileTooLarge beyond kMaxImportBytes; FileInvalid with the line when it is no drawing, is
// nested too deeply or holds no seat.
[[nodiscard]] Result<ImportResult> readSvgPlan(const QByteArray &file, const QString &name = {}, const SvgRules &rules = defaultSvgRules());

// The plan as a drawing for browsers and editors, with everything a plan says in classes and data attributes, which
// readSvgPlan() reads again by its usual rules. The plan has to be valid.
[[nodiscard]] ExportResult writeSvgPlan(const Plan &plan);

} // namespace parterre::planio
