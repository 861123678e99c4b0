// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/showtime.h"

#include <QSet>

namespace parterre::calendar {

// What the readers of showtimes share: texts are freed of what an event cannot have, every performance is kept once, and
// what could not be read is told.
class ShowtimeCollector
{
public:
    // An empty uid is made up of name, start and hall. Says why it takes nothing.
    void add(Showtime showtime, const QString &where);
    void report(ShowtimeFault fault, const QString &where, const QString &text = {}) { tell({.fault = fault, .where = where, .text = text}); }
    void report(ShowtimeCause cause, const QString &where, const QString &text = {}) { tell({.where = where, .text = text, .cause = cause}); }
    // The same where a performance is lost by it, or may be: the programme is not read whole then.
    void lose(ShowtimeFault fault, const QString &where, const QString &text = {});
    void lose(ShowtimeCause cause, const QString &where, const QString &text = {});
    // There is more, which is not looked at; said once.
    void refuseMore(const QString &where);
    // Nothing was there, and nothing was lost.
    [[nodiscard]] bool hasNothing() const { return m_reading.showtimes.isEmpty() && m_reading.whole; }
    // Nothing more is taken.
    [[nodiscard]] bool isFull() const { return m_reading.showtimes.size() >= ShowtimeLimits::kShowtimes; }
    // Whether what is reported now is only counted.
    [[nodiscard]] bool isListFull() const { return m_reading.problems.size() >= ShowtimeLimits::kProblems; }

    [[nodiscard]] ShowtimeReading take() { return std::exchange(m_reading, {}); }

private:
    void tell(const ShowtimeProblem &problem);

    ShowtimeReading m_reading;
    QSet<QString> m_uids;
    bool m_saidFull = false;
};

// Minutes, rounded up, of a length that an event can have.
[[nodiscard]] std::optional<qint32> minutesOf(std::chrono::seconds length);
// ISO 8601, "PT2H30M"; weeks and days too.
[[nodiscard]] std::optional<std::chrono::seconds> durationOf(const QString &text);
// ISO 8601 with an offset or by the clock of that zone; a day alone begins at midnight.
[[nodiscard]] std::optional<Instant> momentOf(const QString &text, const QTimeZone &zone);
// What is meant by a word for a kind of event, in English or German.
[[nodiscard]] std::optional<EventCategory> categoryOf(const QString &words);

} // namespace parterre::calendar
