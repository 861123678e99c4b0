// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seriespattern.h"

#include <QStringList>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

QString weekdayWord(int day)
{
    static const QStringList words {u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
    return words.at(day - Qt::Monday);
}

QString frequencyOf(Repeat repeat)
{
    switch (repeat) {
    case Repeat::Daily: return u"DAILY"_s;
    case Repeat::Weekly: return u"WEEKLY"_s;
    case Repeat::MonthlyOnDay:
    case Repeat::MonthlyOnWeekday:
    case Repeat::MonthlyOnLastWeekday:
    case Repeat::Text: break;
    }
    return u"MONTHLY"_s;
}

// Which days of the week or month, where the frequency does not say it.
QString daysOf(const SeriesPattern &pattern)
{
    const QDate first = pattern.first.date;
    switch (pattern.repeat) {
    case Repeat::Weekly: {
        QList<Qt::DayOfWeek> days = pattern.weekdays;
        std::sort(days.begin(), days.end());
        QStringList words;
        for (const Qt::DayOfWeek day : std::as_const(days))
            words.append(weekdayWord(day));
        return words.isEmpty() ? QString() : u";BYDAY="_s + words.join(u',');
    }
    case Repeat::MonthlyOnDay: return u";BYMONTHDAY=%1"_s.arg(first.day());
    case Repeat::MonthlyOnWeekday: return u";BYDAY=%1"_s.arg(weekOfMonth(first)) + weekdayWord(first.dayOfWeek());
    case Repeat::MonthlyOnLastWeekday: return u";BYDAY=-1"_s + weekdayWord(first.dayOfWeek());
    case Repeat::Daily:
    case Repeat::Text: break;
    }
    return {};
}

} // namespace

QString ruleOf(const SeriesPattern &pattern)
{
    if (pattern.repeat == Repeat::Text)
        return pattern.text.simplified();
    const QString interval = pattern.interval > 1 ? u";INTERVAL=%1"_s.arg(pattern.interval) : QString();
    const QString end = pattern.count ? u";COUNT=%1"_s.arg(*pattern.count) : u";UNTIL="_s + pattern.until.toString(u"yyyyMMdd"_s);
    return u"FREQ="_s + frequencyOf(pattern.repeat) + interval + daysOf(pattern) + end;
}

int weekOfMonth(const QDate &date)
{
    return (date.day() - 1) / 7 + 1;
}

} // namespace parterre
