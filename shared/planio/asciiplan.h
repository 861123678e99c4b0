// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// Reads rows drawn in plain text, one a line: "A: ####__####". docs/plan-format.md has the whole of it. `name` is the
// plan's unless the text says one. FileTooLarge beyond kMaxImportBytes; FileInvalid when there is no seat.
[[nodiscard]] Result<ImportResult> readAsciiPlan(const QByteArray &file, const QString &name = {});

// Whether a text is one of these: most of its first lines are rows, and one is drawn with signs that no table has.
[[nodiscard]] bool looksLikeAsciiPlan(const QString &text);

} // namespace parterre::planio
