// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the file is: an error, or showtimes of which each is known by a uid of its own and could be an event, and why there are not more.
#include "backend/calendar/showtimefile.h"
#include "shared/domain/eventrules.h"

#include <QSet>
#include <QTimeZone>

#include <cstdlib>

using namespace parterre;

namespace {

void require(bool truth)
{
    if (!truth)
        std::abort();
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTimeZone zone("Europe/Berlin");
    const Instant now(std::chrono::hours(24 * 365 * 57));
    const QByteArray file(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ShowtimeReading> reading = calendar::readShowtimes(file, ShowtimeFormat::Automatic, zone, now);
    if (!reading)
        return 0;
    require(reading->showtimes.size() <= ShowtimeLimits::kShowtimes && reading->problems.size() <= ShowtimeLimits::kProblems);
    // What was lost is told, and an empty programme, too.
    require(reading->whole || !reading->problems.isEmpty());
    require(!reading->showtimes.isEmpty() || !reading->problems.isEmpty());
    QSet<QString> uids;
    for (const Showtime &showtime : reading->showtimes) {
        require(!showtime.uid.isEmpty() && showtime.uid.size() <= ShowtimeLimits::kUidLength && !uids.contains(showtime.uid));
        require(showtime.alias.size() <= ShowtimeLimits::kUidLength && showtime.alias != showtime.uid);
        require(showtime.sequence.value_or(0) >= 0);
        uids.insert(showtime.uid);
        const EventDefinition event {.name = showtime.name, .description = showtime.description, .start = showtime.start, .durationMinutes = showtime.durationMinutes};
        require(validateEvent(event, {}).isEmpty());
    }
    return 0;
}
