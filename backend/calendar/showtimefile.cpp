// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/showtimefile.h"

#include "backend/calendar/icalendar.h"
#include "backend/calendar/showtimecsv.h"
#include "backend/calendar/showtimejson.h"
#include "shared/planio/filetext.h"

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

ShowtimeFormat formatOf(const QString &text)
{
    const QString begin = text.left(256).trimmed();
    if (begin.startsWith(u"BEGIN:VCALENDAR"_s, Qt::CaseInsensitive))
        return ShowtimeFormat::Calendar;
    return begin.startsWith(u'{') || begin.startsWith(u'[') || begin.startsWith(u'<') ? ShowtimeFormat::JsonLd : ShowtimeFormat::Csv;
}

} // namespace

Result<ShowtimeReading> readShowtimes(const QByteArray &file, ShowtimeFormat format, const QTimeZone &zone, Instant now)
{
    if (file.size() > ShowtimeLimits::kFileBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = ShowtimeLimits::kFileBytes};
    planio::ImportReport report; // of letters that could not be read: a performance says what became of them
    const QString text = planio::textOf(file, report);
    ShowtimeCollector collector;
    const auto read = [&]() -> Result<void> {
        switch (format == ShowtimeFormat::Automatic ? formatOf(text) : format) {
        case ShowtimeFormat::Calendar: return readCalendar(text, zone, now, collector);
        case ShowtimeFormat::JsonLd: return readJsonLd(text, zone, collector);
        case ShowtimeFormat::Automatic:
        case ShowtimeFormat::Csv: break;
        }
        return readCsvShowtimes(text, zone, collector);
    };
    if (const Result<void> done = read(); !done)
        return done.error();
    // A page of an error, or a programme that is not filled yet: it cannot be told from one that has ended.
    if (collector.hasNothing())
        collector.lose(ShowtimeCause::NothingThere, u"programme"_s);
    return collector.take();
}

} // namespace parterre::calendar
