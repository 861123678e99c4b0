// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/daterange.h"

#include "shared/core/utctime.h"

namespace parterre::ui {
namespace {

bool isFree(QDate day, const QLocale &locale)
{
    return !locale.weekdays().contains(static_cast<Qt::DayOfWeek>(day.dayOfWeek()));
}

Instant startOf(QDate day, const QTimeZone &zone)
{
    return toInstant(day.startOfDay(zone));
}

} // namespace

DateRange dateRange(DateChoice choice, Instant now, const QTimeZone &zone, const QLocale &locale)
{
    const QDate today = toDateTime(now).toTimeZone(zone).date();
    switch (choice) {
    case DateChoice::Upcoming: return {.from = startOf(today, zone)};
    case DateChoice::Today: return {.from = startOf(today, zone), .to = startOf(today.addDays(1), zone)};
    case DateChoice::Month: {
        const QDate next = QDate(today.year(), today.month(), 1).addMonths(1);
        return {.from = startOf(today, zone), .to = startOf(next, zone)};
    }
    case DateChoice::Weekend: break;
    }
    constexpr int kDaysOfAWeek = 7;
    QDate first = today;
    for (int day = 0; day < kDaysOfAWeek && !isFree(first, locale); ++day)
        first = first.addDays(1);
    QDate last = first;
    for (int day = 0; day < kDaysOfAWeek && isFree(last, locale); ++day)
        last = last.addDays(1);
    return {.from = startOf(first, zone), .to = startOf(last, zone)};
}

DateRange dateRange(QDate first, QDate last, const QTimeZone &zone)
{
    return {.from = startOf(first, zone), .to = startOf(last.addDays(1), zone)};
}

} // namespace parterre::ui
