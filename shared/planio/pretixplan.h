// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/planio/importreport.h"

#include <QByteArray>

namespace parterre::planio {

// Reads a seating plan in the format of pretix' plan editor (zones of rows of seats, and areas). Real files break its
// schema, so this one bends: every seat that is an object becomes a seat, and all that was bent is in the report with
// its place. A seat's guid and uuid become external ids; uuids of zones, rows and areas serve the editor only and are
// left out without a word. The format knows no stage: an area that says so is taken for the focus, as a guess.
// FileTooLarge beyond kMaxImportBytes; FileInvalid, with what was expected, when it is no such plan or holds no seat.
[[nodiscard]] Result<ImportResult> readPretixPlan(const QByteArray &file);

} // namespace parterre::planio
