// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/calendar/seriesdates.h"

#include "backend/calendar/recurrence.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace parterre::calendar {

namespace {

const SeriesOverride *overrideOf(const LocalTime &date, const QList<SeriesOverride> &overrides)
{
    const auto found = std::find_if(overrides.begin(), overrides.end(), [&date](const SeriesOverride &other) { return other.date == date; });
    return found == overrides.end() ? nullptr : &*found;
}

Error withLimit(Error error)
{
    if (error.code == ErrorCode::TooManyDates)
        error.limit = SeriesLimits::kDates;
    if (error.code == ErrorCode::DatesTooFar)
        error.limit = SeriesLimits::kYears;
    return error;
}

} // namespace

Result<QList<LocalTime>> datesOf(const SeriesRule &series, const LocalTime &first, const QTimeZone &zone)
{
    const LocalTime last {.date = first.date.addYears(SeriesLimits::kYears), .time = first.time};
    const Result<QList<LocalTime>> named = recurrences(series.rule, first, last, SeriesLimits::kDates, zone);
    if (!named)
        return withLimit(named.error());
    const QSet<LocalTime> excluded(series.excluded.begin(), series.excluded.end());
    QSet<LocalTime> chosen;
    for (const LocalTime &date : *named + series.added) {
        if (!excluded.contains(date))
            chosen.insert(date);
    }
    QList<LocalTime> dates(chosen.begin(), chosen.end());
    std::sort(dates.begin(), dates.end());
    if (dates.isEmpty())
        return ErrorCode::NoDates;
    if (dates.size() > SeriesLimits::kDates)
        return withLimit({.code = ErrorCode::TooManyDates});
    if (dates.constLast() > last || dates.constFirst().date < first.date.addYears(-SeriesLimits::kYears))
        return withLimit({.code = ErrorCode::DatesTooFar});
    return dates;
}

EventDefinition definitionOn(const LocalTime &date, const SeriesDraft &draft, const LocalTime &first, const QTimeZone &zone)
{
    EventDefinition event = draft.definition;
    const SeriesOverride *otherwise = overrideOf(date, draft.overrides);
    const LocalTime start = otherwise ? otherwise->start.value_or(date) : date;
    event.start = instantIn(zone, start);
    for (std::optional<Instant> *moment : {&event.rules.salesUntil, &event.rules.cancelUntil}) {
        if (*moment)
            *moment = instantIn(zone, shifted(start, wallDistance(first, localIn(zone, **moment))));
    }
    if (otherwise) {
        event.name = otherwise->name.value_or(event.name);
        event.prices = otherwise->prices.value_or(event.prices);
    }
    return event;
}

} // namespace parterre::calendar
