// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// Reads a chart of seats.io as its API gives it out ("published version"). The format is not documented publicly; this
// reads what charts are known to hold: categories, sections with charts of their own, rows, tables, booths,
// general-admission areas, shapes, texts and the focal point. A seat's external id is the label by which that service
// names it, "Section A-F-12". FileTooLarge beyond kMaxImportBytes; FileInvalid when it is no chart or holds no seat.
[[nodiscard]] Result<ImportResult> readSeatsIoPlan(const QByteArray &file);

} // namespace parterre::planio
