// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/calendar/showtimecollector.h"
#include "shared/core/result.h"

namespace parterre::calendar {

// RFC 5545: every VEVENT, and every date of one that repeats itself, from a day before `now` on. A day without a time begins
// at midnight. A date of a series is known by the UID and the time that its rule has for it, however it was moved.
// FileInvalid: it is no iCalendar.
[[nodiscard]] Result<void> readCalendar(const QString &text, const QTimeZone &zone, Instant now, ShowtimeCollector &collector);

} // namespace parterre::calendar
