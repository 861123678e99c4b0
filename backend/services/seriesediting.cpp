// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seriesediting.h"

#include "backend/calendar/seriesdates.h"
#include "backend/services/requesthash.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "shared/core/utctime.h"

#include <QSet>

#include <algorithm>

namespace parterre::services {

using namespace Qt::StringLiterals;

namespace {

// Follows from series and date, so that a repetition means the same events.
EventId eventOn(const SeriesId &series, const LocalTime &date)
{
    return EventId(QUuid::createUuidV5(series.uuid(), toIsoLocal(date)));
}

Result<void> refuseStrayOverrides(const QList<SeriesOverride> &overrides, const QList<LocalTime> &dates)
{
    QSet<LocalTime> free(dates.begin(), dates.end());
    for (qsizetype i = 0; i < overrides.size(); ++i) {
        if (!free.remove(overrides[i].date))
            return Error {.code = ErrorCode::EventInvalid, .detail = u"overrides[%1].date: no date of the series, or named before"_s.arg(i)};
    }
    return {};
}

void addPrices(RequestHash &hash, const QList<PriceEntry> &prices)
{
    hash.add(QString::number(prices.size()));
    for (const PriceEntry &price : prices)
        hash.add(price.category).add(price.ticketType).add(QString::number(price.amount));
}

void addRules(RequestHash &hash, const SaleRules &rules)
{
    for (const qint64 number : {qint64(rules.holdTime.count()), qint64(rules.extensionTime.count()), qint64(rules.maxExtensions), qint64(rules.maxSeats),
                                static_cast<qint64>(rules.orphanRule)})
        hash.add(QString::number(number));
    for (const std::optional<Instant> &moment : {rules.salesFrom, rules.salesUntil, rules.cancelUntil})
        hash.add(moment ? toIsoUtc(*moment) : QString());
}

void addDefinition(RequestHash &hash, const EventDefinition &event)
{
    hash.add(event.name).add(event.description).add(toIsoUtc(event.start)).add(event.plan.toString()).add(event.currency.code());
    for (const qint32 number : {static_cast<qint32>(event.category), event.durationMinutes, event.planVersion})
        hash.add(QString::number(number));
    addRules(hash, event.rules);
    hash.add(QString::number(event.ticketTypes.size()));
    for (const TicketType &type : event.ticketTypes)
        hash.add(type.key).add(type.name);
    addPrices(hash, event.prices);
}

QByteArray hashOf(const SeriesDraft &draft)
{
    RequestHash hash(u"series"_s);
    addDefinition(hash, draft.definition);
    hash.add(draft.dates.rule);
    for (const QList<LocalTime> &dates : {draft.dates.added, draft.dates.excluded}) {
        hash.add(QString::number(dates.size()));
        for (const LocalTime &date : dates)
            hash.add(toIsoLocal(date));
    }
    for (const SeriesOverride &otherwise : draft.overrides) {
        hash.add(toIsoLocal(otherwise.date)).add(otherwise.start ? toIsoLocal(*otherwise.start) : QString()).add(otherwise.name.value_or(QString()));
        hash.add(otherwise.prices ? u"prices"_s : QString());
        addPrices(hash, otherwise.prices.value_or(QList<PriceEntry>()));
    }
    return hash.result();
}

bool meets(Instant start, std::chrono::minutes duration, Instant other, std::chrono::minutes otherDuration)
{
    constexpr std::chrono::minutes kShortest {1};
    return start < other + std::max(otherDuration, kShortest) && other < start + std::max(duration, kShortest);
}

} // namespace

Result<PlannedSeries> planSeries(const SeriesDraft &draft, const PlanOfEvent &plan, const QTimeZone &zone)
{
    const LocalTime first = localIn(zone, draft.definition.start);
    const Result<QList<LocalTime>> dates = calendar::datesOf(draft.dates, first, zone);
    if (!dates)
        return dates.error();
    if (const Result<void> known = refuseStrayOverrides(draft.overrides, *dates); !known)
        return known.error();
    PlannedSeries planned {.plan = plan, .firstStart = first};
    for (const LocalTime &date : *dates)
        planned.dates.append({.date = date, .definition = calendar::definitionOn(date, draft, first, zone)});
    return planned;
}

Result<QList<SeriesEvent>> createSeries(storage::Database &database, const SeriesId &id, const SeriesDraft &draft, const PlannedSeries &planned,
                                        const storage::AuditContext &audit)
{
    storage::SeriesRepository series(database);
    const QByteArray hash = hashOf(draft);
    if (const Result<storage::StoredSeries> known = series.get(id); known)
        return known->requestHash == hash ? series.events(id) : Error {.code = ErrorCode::AlreadyExists};
    else if (known.error().code != ErrorCode::NotFound)
        return known.error();
    if (const Result<void> inserted = series.insert({.id = id, .rule = draft.dates.rule, .firstStart = planned.firstStart, .requestHash = hash}, audit); !inserted)
        return inserted.error();
    for (const PlannedDate &date : planned.dates) {
        const Result<void> inserted = insertEvent(database, eventOn(id, date.date), date.definition, planned.plan, id, audit);
        if (!inserted && inserted.error().code == ErrorCode::EventInvalid)
            return Error {.code = ErrorCode::EventInvalid, .detail = toIsoLocal(date.date) + u": "_s + inserted.error().detail};
        if (!inserted)
            return inserted.error();
    }
    return series.events(id);
}

QList<SeriesDate> withConflicts(QList<SeriesDate> dates, std::chrono::minutes duration, const QList<storage::HallEvent> &others)
{
    for (SeriesDate &date : dates) {
        const auto other = std::find_if(others.begin(), others.end(), [&](const storage::HallEvent &event) {
            return meets(date.start, duration, event.start, std::chrono::minutes(event.durationMinutes));
        });
        const auto own = std::find_if(dates.cbegin(), dates.cend(), [&](const SeriesDate &same) { return &same != &date && meets(date.start, duration, same.start, duration); });
        if (other != others.end())
            date.conflict = {.event = other->id, .name = other->name, .start = other->start};
        else if (own != dates.cend())
            date.conflict = {.start = own->start};
    }
    return dates;
}

} // namespace parterre::services
