// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/recurrence.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace parterre::calendar {

using namespace Qt::StringLiterals;

namespace {

// What libical finds nothing for it looks for until this year.
constexpr int kLastYear = 2582;
constexpr int kCycle = 400; // years after which the Gregorian calendar repeats itself, days of the week and all
constexpr int kRoom = 4;

using Iterator = std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)>;

// Years to go to where libical gives up soonest.
int yearsAhead(const LocalTime &first)
{
    return std::max(0, (kLastYear - kRoom - first.date.year()) / kCycle * kCycle);
}

icaltimetype toIcal(const LocalTime &local, int ahead)
{
    icaltimetype time = icaltime_null_time();
    time.year = local.date.year() + ahead;
    time.month = local.date.month();
    time.day = local.date.day();
    time.hour = local.time.hour();
    time.minute = local.time.minute();
    time.second = local.time.second();
    return time;
}

// Nothing for what is no time.
std::optional<LocalTime> fromIcal(const icaltimetype &time, int ahead)
{
    const LocalTime local {.date = QDate(time.year - ahead, time.month, time.day),
                           .time = time.is_date ? QTime(23, 59, 59) : QTime(time.hour, time.minute, time.second)};
    return local.date.isValid() && local.time.isValid() ? std::optional(local) : std::nullopt;
}

bool hasAny(const short *values)
{
    return values[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

// "The first Friday" means something within a month or a year.
bool countsWeekdays(const icalrecurrencetype &rule)
{
    return std::any_of(std::begin(rule.by_day), std::find(std::begin(rule.by_day), std::end(rule.by_day), short(ICAL_RECURRENCE_ARRAY_MAX)),
                       [](short day) { return icalrecurrencetype_day_position(day) != 0; });
}

bool isOfDays(const icalrecurrencetype &rule)
{
    switch (rule.freq) {
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE: return !countsWeekdays(rule);
    case ICAL_MONTHLY_RECURRENCE:
    case ICAL_YEARLY_RECURRENCE: return true;
    default: return false;
    }
}

std::optional<icalrecurrencetype> read(const QString &text)
{
    // What a rule is written with; longer numbers would overflow unnoticed.
    static const QRegularExpression plain(u"\\A[A-Za-z0-9=;,+-]+\\z"_s);
    static const QRegularExpression longNumber(u"[0-9]{9,}"_s);
    if (!plain.match(text).hasMatch() || longNumber.match(text).hasMatch())
        return std::nullopt;
    const icalrecurrencetype rule = icalrecurrencetype_from_string(text.toLatin1().constData());
    icalerror_clear_errno();
    if (rule.rscale || rule.skip != ICAL_SKIP_OMIT || hasAny(rule.by_hour) || hasAny(rule.by_minute) || hasAny(rule.by_second) || !isOfDays(rule))
        return std::nullopt;
    return rule;
}

// When the rule says that it ends, by the clock of the house.
std::optional<LocalTime> untilOf(const icalrecurrencetype &rule, const QTimeZone &zone)
{
    const std::optional<LocalTime> until = fromIcal(rule.until, 0);
    if (!until || rule.until.is_date || !icaltime_is_utc(rule.until))
        return until;
    return localIn(zone, instantIn(QTimeZone::utc(), *until));
}

} // namespace

Result<QList<LocalTime>> recurrences(const QString &text, const LocalTime &first, const LocalTime &last, qint32 most, const QTimeZone &zone)
{
    std::optional<icalrecurrencetype> rule = read(text);
    if (!rule)
        return ErrorCode::RuleUnreadable;
    const bool hasUntil = !icaltime_is_null_time(rule->until);
    const qint32 count = rule->count;
    if (!hasUntil && count == 0)
        return ErrorCode::RuleEndless;
    if (count > most)
        return ErrorCode::TooManyDates;
    LocalTime end = last;
    if (hasUntil) {
        const std::optional<LocalTime> until = untilOf(*rule, zone);
        if (!until)
            return ErrorCode::RuleUnreadable;
        if (*until > last)
            return ErrorCode::DatesTooFar;
        end = *until;
    }
    // Counted here: a rule of libical has one end, and without this one it would look for dates that never come.
    const int ahead = yearsAhead(first);
    rule->count = 0;
    rule->until = toIcal(end, ahead);
    const Iterator iterator(icalrecur_iterator_new(*rule, toIcal(first, ahead)), &icalrecur_iterator_free);
    icalerror_clear_errno();
    QList<LocalTime> dates;
    if (!iterator) // what it names does not exist: the 30th of February
        return dates;
    while (count == 0 || dates.size() < count) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        const std::optional<LocalTime> date = icaltime_is_null_time(next) ? std::nullopt : fromIcal(next, ahead);
        if (!date || *date > end)
            break;
        if (*date < first)
            continue;
        if (dates.size() == most)
            return ErrorCode::TooManyDates;
        dates.append(*date);
    }
    if (count > 0 && !dates.isEmpty() && dates.size() < count)
        return ErrorCode::DatesTooFar;
    return dates;
}

} // namespace parterre::calendar
