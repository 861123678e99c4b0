// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/calendar/showtimecollector.h"
#include "shared/core/result.h"

namespace parterre::calendar {

// A table whose first line names its columns: name and start; id, duration (minutes, "2:30" or ISO 8601), end, hall,
// category, description, status (cancelled). FileInvalid: it is no table, or has neither name nor start.
[[nodiscard]] Result<void> readCsvShowtimes(const QString &text, const QTimeZone &zone, ShowtimeCollector &collector);

} // namespace parterre::calendar
