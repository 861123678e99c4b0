// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seriesediting.h"

#include "backend/calendar/seriesdates.h"
#include "backend/services/requesthash.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "shared/core/utctime.h"
#include "shared/domain/eventrules.h"

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
    // What it is unless somebody says otherwise is hashed as before there was such a rule.
    if (rules.reservationRelease != SaleRules().reservationRelease)
        hash.add(QString::number(rules.reservationRelease.count()));
    if (rules.maxPerBooking)
        hash.add(QStringLiteral("maxPerBooking")).add(QString::number(*rules.maxPerBooking));
}

void addPriceRules(RequestHash &hash, const PriceRules &rules)
{
    for (const qint64 number : {rules.ticketFee, rules.bookingFee, qint64(rules.taxRate), qint64(rules.feeTaxRate), qint64(rules.taxMode), rules.cancelFee, qint64(rules.cancelShare)})
        hash.add(QString::number(number));
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
    if (event.priceRules)
        addPriceRules(hash, *event.priceRules);
}

QByteArray hashOf(const SeriesDraft &draft, const std::optional<EventId> &posterOf)
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
    if (posterOf)
        hash.add(u"poster"_s).add(posterOf->toString());
    return hash.result();
}

// Says of which date it is.
Error onDate(Error error, const LocalTime &date)
{
    if (error.code == ErrorCode::EventInvalid)
        error.detail.prepend(toIsoLocal(date) + u": "_s);
    return error;
}

// What is there of it, read in full, and nobody else changes it. NotFound: no such series.
Result<QList<Event>> eventsOf(storage::Database &database, const SeriesId &id)
{
    storage::SeriesRepository series(database);
    if (const Result<storage::StoredSeries> known = series.get(id); !known)
        return known.error();
    const Result<QList<SeriesEvent>> dates = series.events(id);
    if (!dates)
        return dates.error();
    QList<EventId> ids;
    for (const SeriesEvent &date : *dates)
        ids.append(date.event);
    if (const Result<void> locked = lockForEditing(database, ids); !locked)
        return locked.error();
    QList<Event> events;
    for (const SeriesEvent &date : *dates) {
        Result<Event> event = storage::EventRepository(database).get(date.event);
        if (!event)
            return event.error();
        events.append(std::move(*event));
    }
    return events;
}

// One of those, or read and added to them: a date may just have got another plan.
Result<PlanOfEvent> planOf(storage::Database &database, const PlanVersionRef &ref, QList<PlanOfEvent> &plans)
{
    for (const PlanOfEvent &plan : plans) {
        if (plan.ref == ref)
            return plan;
    }
    const Result<StoredPlan> stored = readStoredPlan(database, ref.id, ref.version);
    if (!stored)
        return stored.error();
    plans.append(placedIn(*stored));
    return plans.constLast();
}

bool meets(Instant start, std::chrono::minutes duration, Instant other, std::chrono::minutes otherDuration)
{
    constexpr std::chrono::minutes kShortest {1};
    return start < other + std::max(otherDuration, kShortest) && other < start + std::max(duration, kShortest);
}

} // namespace

PlanOfEvent placedIn(const StoredPlan &stored)
{
    PlanOfEvent plan {.ref = stored.ref, .venue = stored.venue};
    for (const Category &category : stored.plan.categories)
        plan.categoryKeys.append(category.key);
    return plan;
}

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
                                        const std::optional<EventId> &posterOf, const storage::AuditContext &audit)
{
    storage::SeriesRepository series(database);
    const QByteArray hash = hashOf(draft, posterOf);
    if (const Result<storage::StoredSeries> known = series.get(id); known)
        return known->requestHash == hash ? series.events(id) : Error {.code = ErrorCode::AlreadyExists};
    else if (known.error().code != ErrorCode::NotFound)
        return known.error();
    if (const Result<void> inserted = series.insert({.id = id, .rule = draft.dates.rule, .firstStart = planned.firstStart, .requestHash = hash}, audit); !inserted)
        return inserted.error();
    storage::PosterRepository posters(database);
    const Result<std::optional<storage::KeptPoster>> poster = posterOf ? posters.of(*posterOf) : std::optional<storage::KeptPoster>();
    if (!poster)
        return poster.error();
    for (const PlannedDate &date : planned.dates) {
        const EventId event = eventOn(id, date.date);
        const Result<void> inserted = insertEvent(database, event, date.definition, planned.plan, id, audit);
        if (!inserted)
            return onDate(inserted.error(), date.date);
        if (const Result<void> given = *poster ? posters.give(event, **poster, audit) : Result<void>(); !given)
            return given.error();
    }
    return series.events(id);
}

Result<ChangedSeries> updateSeries(storage::Database &database, const SeriesId &id, const SeriesEditing &editing, QList<PlanOfEvent> plans, const QTimeZone &zone,
                                   const storage::AuditContext &audit)
{
    const Result<QList<Event>> events = eventsOf(database, id);
    if (!events)
        return events.error();
    ChangedSeries done;
    for (const Event &event : *events) {
        const EventSummary &summary = event.summary;
        if (summary.state == EventState::Cancelled || (editing.from && summary.start < *editing.from))
            continue;
        const Result<PlanOfEvent> plan = planOf(database, event.plan, plans);
        if (!plan)
            return plan.error();
        const SeriesEdit edit = editLike(definitionOf(event), editing.before, editing.after, plan->categoryKeys, zone);
        const Result<Event> updated = updateEvent(database, summary.id, event.version, edit.definition, *plan, audit);
        if (!updated)
            return onDate(updated.error(), localIn(zone, summary.start));
        const bool changed = updated->version != event.version;
        done.changes.append({.event = summary.id, .start = updated->summary.start, .changed = changed, .kept = edit.kept});
        if (changed)
            done.events.append(*updated);
    }
    return done;
}

Result<ChangedSeries> setSeriesState(storage::Database &database, const SeriesId &id, EventState state, const std::optional<Instant> &from, const QTimeZone &zone,
                                     const storage::AuditContext &audit)
{
    const Result<QList<Event>> events = eventsOf(database, id);
    if (!events)
        return events.error();
    ChangedSeries done;
    for (const Event &event : *events) {
        const EventSummary &summary = event.summary;
        const bool isOver = summary.state == EventState::Draft && summary.start <= audit.at;
        if (isOver || (from && summary.start < *from) || !mayBecome(summary.state, state))
            continue;
        const Result<Event> updated = setEventState(database, summary.id, event.version, state, audit);
        if (!updated)
            return onDate(updated.error(), localIn(zone, summary.start));
        done.changes.append({.event = summary.id, .start = summary.start, .changed = true});
        done.events.append(*updated);
    }
    return done;
}

Result<ChangedSeries> cancelSeries(storage::Database &database, const SeriesCancelling &cancelling, const storage::AuditContext &audit)
{
    const Result<QList<Event>> events = eventsOf(database, cancelling.series);
    if (!events)
        return events.error();
    ChangedSeries done;
    for (const Event &event : *events) {
        const EventSummary &summary = event.summary;
        const bool isDone = event.cancelReason == cancelling.reason;
        if (summary.start < cancelling.from || (!isDone && !mayBeCancelled(summary.state)))
            continue;
        done.changes.append({.event = summary.id, .start = summary.start, .changed = !isDone});
        if (isDone)
            continue;
        const Result<Event> cancelled = cancelEvent(database, summary.id, event.version, cancelling.reason, audit);
        if (!cancelled)
            return cancelled.error();
        done.events.append(*cancelled);
    }
    return done;
}

Result<ChangedPoster> setSeriesPoster(storage::Database &database, const EventId &id, const SeriesScope &scope, const std::optional<Poster> &poster,
                                      const storage::AuditContext &audit)
{
    const Result<QList<Event>> events = eventsOf(database, scope.series);
    if (!events)
        return events.error();
    const auto named = std::find_if(events->begin(), events->end(), [&id](const Event &event) { return event.summary.id == id; });
    if (named == events->end())
        return Error {.code = ErrorCode::NotFound, .detail = u"there is no such event in the series"_s, .event = id};
    const std::optional<QString> before = named->summary.poster;
    const Result<Event> changed = setEventPoster(database, id, poster, audit);
    if (!changed)
        return changed.error();
    const std::optional<QString> after = changed->summary.poster;
    storage::PosterRepository posters(database);
    std::optional<storage::KeptPoster> kept;
    if (poster) {
        const Result<std::optional<storage::KeptPoster>> given = posters.of(id);
        if (!given)
            return given.error();
        kept = *given;
    }
    ChangedPoster done {.event = *changed, .dates = QList<SeriesChange>()};
    for (const Event &event : *events) {
        const EventSummary &date = event.summary;
        const bool isNamed = date.id == id;
        if (!isNamed && (date.state == EventState::Cancelled || (scope.from && date.start < *scope.from)))
            continue;
        const bool isOwn = date.poster && date.poster != before && date.poster != after;
        const bool changes = date.poster != after && !isOwn;
        if (changes && !isNamed) {
            const Result<void> written = kept ? posters.give(date.id, *kept, audit) : posters.remove(date.id, audit);
            if (!written)
                return written.error();
        }
        done.dates->append({.event = date.id, .start = date.start, .changed = changes, .kept = isOwn ? QList<EventField> {EventField::Poster} : QList<EventField>()});
    }
    return done;
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
