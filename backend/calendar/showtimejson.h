// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/calendar/showtimecollector.h"
#include "shared/core/result.h"

namespace parterre::calendar {

// schema.org's Event and its kinds, in a JSON-LD document or in the blocks of a web page that are such. FileInvalid: there
// is no such block, or it is no JSON.
[[nodiscard]] Result<void> readJsonLd(const QString &text, const QTimeZone &zone, ShowtimeCollector &collector);

} // namespace parterre::calendar
