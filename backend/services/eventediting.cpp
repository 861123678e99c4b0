// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventediting.h"

#include "backend/storage/eventlocks.h"
#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "shared/domain/eventrules.h"

namespace parterre::services {

namespace {

Result<void> refuseProblems(const QList<EventProblem> &problems)
{
    if (problems.isEmpty())
        return {};
    return Error {.code = ErrorCode::EventInvalid, .detail = describe(problems.constFirst())};
}

// Of one that everybody can see already, or is to.
Result<void> refuseUnsaleable(const EventDefinition &wanted, bool startIsNew, Instant now)
{
    const Result<void> sold = refuseProblems(problemsOfPublishing(wanted));
    return sold && startIsNew ? refuseProblems(problemsOfStart(wanted, now)) : sold;
}

Result<void> refuseInUse(storage::EventRepository &events, const EventId &id)
{
    const Result<bool> sold = events.wasSold(id);
    if (!sold)
        return sold.error();
    return *sold ? Result<void>(Error {.code = ErrorCode::EventInUse, .event = id}) : Result<void>();
}

Result<void> refuseBlocked(storage::Database &database, const EventId &id)
{
    const Result<bool> blocked = storage::BlockRepository(database).anyOf(id);
    if (!blocked)
        return blocked.error();
    return *blocked ? Result<void>(Error {.code = ErrorCode::EventHasBlocks, .event = id}) : Result<void>();
}

Result<void> refuseStale(const Event &event, qint32 version)
{
    if (event.version == version)
        return {};
    return Error {.code = ErrorCode::StaleVersion, .detail = QStringLiteral("the event is version %1").arg(event.version)};
}

Error impossible(const EventId &id)
{
    return {.code = ErrorCode::EventInvalid, .detail = QStringLiteral("state: it cannot become that"), .event = id};
}

Error cancelled(const EventId &id)
{
    return {.code = ErrorCode::EventInvalid, .detail = QStringLiteral("state: the event is cancelled"), .event = id};
}

Event placed(Event event, const EventDefinition &wanted, const PlanOfEvent &plan)
{
    event = withDefinition(std::move(event), wanted);
    event.plan = plan.ref;
    event.summary.venue.id = plan.venue;
    return event;
}

} // namespace

Result<void> lockForEditing(storage::Database &database, const QList<EventId> &events, const QList<EventId> &deletable)
{
    if (!deletable.isEmpty()) {
        if (Result<void> locked = storage::DiscountRepository(database).lockOf(deletable); !locked)
            return locked;
    }
    return events.isEmpty() ? Result<void>() : storage::lockEvents(database, events);
}

bool hasOtherMoney(const Event &before, const EventDefinition &wanted)
{
    return !before.prices.isEmpty() && before.prices.constFirst().price.currency != wanted.currency;
}

Result<Event> createEvent(storage::Database &database, const EventId &id, const EventDefinition &wanted, const PlanOfEvent &plan, const EventOrigin &origin,
                          const storage::AuditContext &audit)
{
    storage::EventRepository events(database);
    if (Result<Event> known = events.get(id); known || known.error().code != ErrorCode::NotFound) {
        if (known && (!sameDefinition(definitionOf(*known), wanted) || known->summary.series != origin.series))
            return Error {.code = ErrorCode::AlreadyExists, .event = id};
        return known;
    }
    if (const auto series = origin.series ? storage::SeriesRepository(database).get(*origin.series) : Result<storage::StoredSeries>(storage::StoredSeries()); !series)
        return series.error();
    if (const Result<void> inserted = insertEvent(database, id, wanted, plan, origin.series, audit); !inserted)
        return inserted.error();
    if (origin.posterOf) {
        storage::PosterRepository posters(database);
        const Result<std::optional<storage::KeptPoster>> poster = posters.of(*origin.posterOf);
        if (!poster)
            return poster.error();
        if (const Result<void> given = *poster ? posters.give(id, **poster, audit) : Result<void>(); !given)
            return given.error();
    }
    return events.get(id);
}

Result<void> insertEvent(storage::Database &database, const EventId &id, const EventDefinition &wanted, const PlanOfEvent &plan, const std::optional<SeriesId> &series,
                         const storage::AuditContext &audit)
{
    if (Result<void> valid = refuseProblems(validateEvent(wanted, plan.categoryKeys)); !valid)
        return valid;
    return storage::EventRepository(database).insert(placed({.summary = {.id = id, .state = EventState::Draft, .series = series}}, wanted, plan), audit);
}

Result<Event> updateEvent(storage::Database &database, const EventId &id, qint32 version, EventDefinition wanted, const PlanOfEvent &plan,
                          const storage::AuditContext &audit)
{
    if (const Result<void> locked = storage::lockEvents(database, {id}); !locked)
        return locked.error();
    storage::EventRepository events(database);
    Result<Event> before = events.get(id);
    if (before && !wanted.priceRules)
        wanted.priceRules = before->priceRules;
    if (before && !wanted.rules.maxPerBooking)
        wanted.rules.maxPerBooking = before->rules.maxPerBooking;
    if (!before || sameDefinition(definitionOf(*before), wanted))
        return before;
    if (const Result<void> seen = refuseStale(*before, version); !seen)
        return seen.error();
    if (before->summary.state == EventState::Cancelled)
        return cancelled(id);
    if (const Result<void> valid = refuseProblems(validateEvent(wanted, plan.categoryKeys)); !valid)
        return valid.error();
    if (before->summary.state != EventState::Draft) {
        const bool startIsNew = wanted.start != before->summary.start;
        if (const Result<void> saleable = refuseUnsaleable(wanted, startIsNew, audit.at); !saleable)
            return saleable.error();
    }
    if (plan.ref != before->plan || hasOtherMoney(*before, wanted)) {
        if (const Result<void> unused = refuseInUse(events, id); !unused)
            return unused.error();
    }
    if (plan.ref != before->plan) {
        if (const Result<void> unblocked = refuseBlocked(database, id); !unblocked)
            return unblocked.error();
    }
    return events.update(*before, placed(*before, wanted, plan), audit);
}

Result<Event> setEventState(storage::Database &database, const EventId &id, qint32 version, EventState state, const storage::AuditContext &audit)
{
    if (const Result<void> locked = storage::lockEvents(database, {id}); !locked)
        return locked.error();
    storage::EventRepository events(database);
    Result<Event> before = events.get(id);
    if (!before || before->summary.state == state)
        return before;
    if (const Result<void> seen = refuseStale(*before, version); !seen)
        return seen.error();
    if (!mayBecome(before->summary.state, state))
        return impossible(id);
    if (state == EventState::Published) {
        const bool startIsNew = before->summary.state == EventState::Draft;
        if (const Result<void> saleable = refuseUnsaleable(definitionOf(*before), startIsNew, audit.at); !saleable)
            return saleable.error();
    }
    Event event = *before;
    event.summary.state = state;
    return events.update(*before, event, audit);
}

Result<Event> cancelEvent(storage::Database &database, const EventId &id, qint32 version, const QString &reason, const storage::AuditContext &audit)
{
    if (const Result<void> locked = storage::lockEvents(database, {id}); !locked)
        return locked.error();
    storage::EventRepository events(database);
    Result<Event> before = events.get(id);
    if (!before || before->cancelReason == reason)
        return before;
    if (const Result<void> seen = refuseStale(*before, version); !seen)
        return seen.error();
    if (!mayBeCancelled(before->summary.state))
        return impossible(id);
    return events.cancel(*before, reason, audit);
}

Result<Event> setEventPoster(storage::Database &database, const EventId &id, const std::optional<Poster> &poster, const storage::AuditContext &audit)
{
    if (const Result<void> locked = storage::lockEvents(database, {id}); !locked)
        return locked.error();
    storage::EventRepository events(database);
    Result<Event> event = events.get(id);
    if (!event && event.error().code == ErrorCode::NotFound)
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("there is no such event"), .event = id};
    const std::optional<QString> hash = poster ? std::optional(poster->hash) : std::nullopt;
    if (!event || event->summary.poster == hash)
        return event;
    if (event->summary.state == EventState::Cancelled)
        return cancelled(id);
    storage::PosterRepository posters(database);
    if (const Result<void> changed = poster ? posters.put(id, *poster, audit) : posters.remove(id, audit); !changed)
        return changed.error();
    event->summary.poster = hash;
    return event;
}

Result<void> deleteEvent(storage::Database &database, const EventId &id, qint32 version, const storage::AuditContext &audit)
{
    if (const Result<void> locked = lockForEditing(database, {id}, {id}); !locked)
        return locked;
    storage::EventRepository events(database);
    const Result<Event> before = events.get(id);
    if (!before)
        return before.error();
    if (const Result<void> seen = refuseStale(*before, version); !seen)
        return seen;
    if (const Result<void> unused = refuseInUse(events, id); !unused)
        return unused;
    if (const Result<void> unblocked = refuseBlocked(database, id); !unblocked)
        return unblocked;
    return events.remove(*before, audit);
}

} // namespace parterre::services
