// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/showtime.h"

namespace parterre::calendar {

// The performances of somebody else's programme: iCalendar, comma-separated values, schema.org events (JSON, or the blocks
// of a web page). Times without a zone are by the clock of `zone`; rules of dates are worked out from `now` on, as far as
// ShowtimeLimits. FileInvalid: it is no such file. FileTooLarge, with the limit.
[[nodiscard]] Result<ShowtimeReading> readShowtimes(const QByteArray &file, ShowtimeFormat format, const QTimeZone &zone, Instant now);

} // namespace parterre::calendar
