// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/calendar/showtimefile.h"
#include "shared/core/localtime.h"
#include "shared/core/utctime.h"

#include <QTimeZone>

namespace parterre::testing {

// Reads other people's programmes as a house in Berlin does on the first of December 2026.
class ShowtimeReader
{
protected:
    const QTimeZone m_berlin {"Europe/Berlin"};
    const Instant m_now = instantIn(QTimeZone::utc(), {.date = QDate(2026, 12, 1), .time = QTime(12, 0)});

    [[nodiscard]] ShowtimeReading read(const QByteArray &file, ShowtimeFormat format = ShowtimeFormat::Automatic) const
    {
        const Result<ShowtimeReading> reading = calendar::readShowtimes(file, format, m_berlin, m_now);
        return reading ? *reading : ShowtimeReading {.problems = {{.where = errorKind(reading.error().code)}}};
    }
    [[nodiscard]] QString startOf(const Showtime &showtime) const { return toIsoLocal(localIn(m_berlin, showtime.start)).first(16); }
    // "2026-12-04T19:30 2026-12-11T19:30"
    [[nodiscard]] QString starts(const ShowtimeReading &reading) const
    {
        QStringList texts;
        for (const Showtime &showtime : reading.showtimes)
            texts.append(startOf(showtime));
        return texts.join(u' ');
    }
    [[nodiscard]] static QByteArray calendarOf(const QByteArray &lines)
    {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + QByteArray(lines).replace('\n', "\r\n") + "END:VCALENDAR\r\n";
    }
    [[nodiscard]] static QByteArray eventOf(const QByteArray &lines)
    {
        return calendarOf("BEGIN:VEVENT\nUID:a@b\nSUMMARY:Jazz\n" + lines + "END:VEVENT\n");
    }
    // With quotes instead of apostrophes.
    [[nodiscard]] static QByteArray quoted(const char *text) { return QByteArray(text).replace('\'', '"'); }
    [[nodiscard]] static QList<ShowtimeFault> faults(const ShowtimeReading &reading)
    {
        QList<ShowtimeFault> all;
        for (const ShowtimeProblem &problem : reading.problems)
            all.append(problem.fault);
        return all;
    }
};

} // namespace parterre::testing
