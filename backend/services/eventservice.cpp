// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventservice.h"

#include "backend/services/eventediting.h"
#include "backend/services/storedplan.h"
#include "backend/services/uploadedposter.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

bool isOfPlan(const PlanVersionRef &ref, const EventDefinition &wanted)
{
    return ref.id == wanted.plan && ref.version == wanted.planVersion;
}

} // namespace

EventService::EventService(EventDirectory &events, UploadService &uploads, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_uploads(uploads), m_storage(storage), m_clock(clock)
{
}

// On a reader's thread, because a large plan takes its time. `known`: the facts of a plan, perhaps of that one.
Result<EventService::Ground> EventService::readGround(storage::Database &database, EventId event, const EventDefinition &wanted, std::shared_ptr<const PlanFacts> known)
{
    Ground ground;
    const Result<Event> before = storage::EventRepository(database).get(event);
    if (before)
        ground.before = *before;
    else if (before.error().code != ErrorCode::NotFound)
        return before.error();
    if (known && ground.before && isOfPlan(known->ref, wanted) && ground.before->plan == known->ref) {
        ground.plan = std::move(known);
        ground.venue = ground.before->summary.venue.id;
        return ground;
    }
    const Result<StoredPlan> stored = readStoredPlan(database, wanted.plan, wanted.planVersion);
    if (!stored)
        return stored.error();
    ground.plan = std::make_shared<PlanFacts>(factsOf(stored->plan, stored->ref));
    ground.venue = stored->venue;
    return ground;
}

void EventService::create(const Caller &caller, EventId event, const EventDefinition &wanted, const EventOrigin &origin, Done<Event> done)
{
    m_storage.read(this, [event, wanted](storage::Database &database) { return readGround(database, event, wanted, nullptr); },
                   [this, event, wanted, origin, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<Ground> &ground) {
                       if (!ground) {
                           done(ground.error());
                           return;
                       }
                       const PlanOfEvent plan {.ref = ground->plan->ref, .venue = ground->venue, .categoryKeys = ground->plan->categoryKeys};
                       write(event, false, [=](storage::Database &database) { return createEvent(database, event, wanted, plan, origin, audit); }, ground->plan, done);
                   });
}

void EventService::update(const Caller &caller, EventId event, qint32 version, const EventDefinition &wanted, Done<Event> done)
{
    const OpenEvent *open = m_events.find(event);
    m_storage.read(this, [event, wanted, known = open ? open->sharedPlan() : nullptr](storage::Database &database) { return readGround(database, event, wanted, known); },
                   [this, event, version, wanted, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<Ground> &ground) {
                       if (!ground || !ground->before) {
                           done(ground ? Error {.code = ErrorCode::NotFound} : ground.error());
                           return;
                       }
                       const PlanOfEvent plan {.ref = ground->plan->ref, .venue = ground->venue, .categoryKeys = ground->plan->categoryKeys};
                       const Store store = [=](storage::Database &database) { return updateEvent(database, event, version, wanted, plan, audit); };
                       const bool keepsPlan = ground->before->plan == plan.ref;
                       if (keepsPlan && !hasOtherMoney(*ground->before, wanted)) {
                           write(event, false, store, ground->plan, done);
                           return;
                       }
                       rest(event, keepsPlan, [this, event, store, facts = ground->plan, done](const Result<bool> &rests) {
                           if (rests)
                               write(event, *rests, store, facts, done);
                           else
                               done(rests.error());
                       });
                   });
}

void EventService::setState(const Caller &caller, EventId event, qint32 version, EventState state, Done<Event> done)
{
    const auto audit = caller.audit(m_clock.utcNow());
    write(event, false, [=](storage::Database &database) { return setEventState(database, event, version, state, audit); }, nullptr, done);
}

void EventService::setPoster(const Caller &caller, EventId event, const std::optional<UploadId> &upload, const std::optional<SeriesScope> &scope, Done<ChangedPoster> done)
{
    readUploadedPoster(m_uploads, this, caller, upload, [this, event, scope, audit = caller.audit(m_clock.utcNow()), done](const Result<std::optional<Poster>> &poster) {
        if (!poster)
            done(poster.error());
        else if (scope)
            storePosters(event, *poster, *scope, audit, done);
        else
            storePoster(event, *poster, audit, done);
    });
}

void EventService::storePoster(EventId event, const std::optional<Poster> &poster, const storage::AuditContext &audit, const Done<ChangedPoster> &done)
{
    m_storage.write(this, [=](storage::Database &database) { return setEventPoster(database, event, poster, audit); },
                    [this, event, done](const Result<Event> &written) {
                        if (written)
                            m_events.takePoster(event, written->summary.poster);
                        settle(event, false, written, nullptr, [done](const Result<Event> &settled) {
                            done(settled ? Result(ChangedPoster {.event = *settled}) : settled.error());
                        });
                    });
}

// Which dates there are is read before, so that they can be asked for when nobody knows what became of it.
void EventService::storePosters(EventId event, const std::optional<Poster> &poster, const SeriesScope &scope, const storage::AuditContext &audit, const Done<ChangedPoster> &done)
{
    m_storage.read(this, [series = scope.series](storage::Database &database) { return storage::SeriesRepository(database).events(series); },
                   [=, this](const Result<QList<SeriesEvent>> &known) {
                       if (!known) {
                           done(known.error());
                           return;
                       }
                       m_storage.write(this, [=](storage::Database &database) { return setSeriesPoster(database, event, scope, poster, audit); },
                                       [this, event, known = *known, done](const Result<ChangedPoster> &written) { settlePosters(event, known, written, done); });
                   });
}

void EventService::settlePosters(EventId event, const QList<SeriesEvent> &known, const Result<ChangedPoster> &written, const Done<ChangedPoster> &done)
{
    if (!written) {
        if (written.error().code == ErrorCode::OutcomeUnknown) {
            for (const SeriesEvent &date : known)
                m_events.takeFromStore(date.event, [] {});
        }
        done(written.error());
        return;
    }
    for (const SeriesChange &date : *written->dates) {
        if (date.changed || date.event == event)
            m_events.takePoster(date.event, written->event.summary.poster);
    }
    settle(event, false, written->event, nullptr, [dates = written->dates, done](const Result<Event> &settled) {
        done(settled ? Result(ChangedPoster {.event = *settled, .dates = dates}) : settled.error());
    });
}

void EventService::remove(const Caller &caller, EventId event, qint32 version, Done<bool> done)
{
    rest(event, false, [this, event, version, audit = caller.audit(m_clock.utcNow()), done = std::move(done)](const Result<bool> &rests) {
        if (!rests) {
            done(rests.error());
            return;
        }
        m_storage.write(this, [=](storage::Database &database) { return deleteEvent(database, event, version, audit); },
                        [this, event, rests = *rests, done](const Result<void> &deleted) {
                            if (deleted) {
                                m_events.forget(event);
                                done(true);
                            } else {
                                settle(event, rests, deleted.error(), nullptr, [done](const Result<Event> &refused) { done(refused.error()); });
                            }
                        });
    });
}

void EventService::sales(EventId event, Done<EventSales> done)
{
    m_storage.read(this, [event](storage::Database &database) { return storage::RefundRepository(database).sales(event); }, std::move(done));
}

void EventService::refunds(const storage::RefundQuery &query, Done<storage::RefundPage> done)
{
    m_storage.read(this, [query](storage::Database &database) { return storage::RefundRepository(database).list(query); }, std::move(done));
}

void EventService::rest(EventId event, bool keepsPlaces, Done<bool> go)
{
    m_events.open(event, [go = std::move(go), event, keepsPlaces](const Result<OpenEvent *> &open) {
        if (!open && open.error().code == ErrorCode::NotFound)
            go(false); // over, or not there: nobody can get a seat of it
        else if (!open)
            go(open.error());
        else if (!(*open)->isUntouched())
            go(Error {.code = ErrorCode::EventInUse, .event = event});
        else if (!keepsPlaces && (*open)->ledger().count(SeatState::Blocked) > 0)
            go(Error {.code = ErrorCode::EventHasBlocks, .event = event});
        else {
            (*open)->rest();
            go(true);
        }
    });
}

void EventService::wake(EventId event)
{
    if (OpenEvent *open = m_events.find(event))
        open->wake();
}

void EventService::write(EventId event, bool rests, const Store &store, const std::shared_ptr<const PlanFacts> &plan, const Done<Event> &done)
{
    m_storage.write(this, store, [=, this](const Result<Event> &written) { settle(event, rests, written, plan, done); });
}

void EventService::settle(EventId id, bool rests, const Result<Event> &written, const std::shared_ptr<const PlanFacts> &plan, const Done<Event> &done)
{
    const auto awake = [this, id, rests] {
        if (rests)
            wake(id);
    };
    if (!written && written.error().code == ErrorCode::OutcomeUnknown) {
        m_events.takeFromStore(id, awake);
        done(written.error());
        return;
    }
    if (!written) {
        awake();
        done(written.error());
        return;
    }
    m_events.take(*written, plan);
    awake();
    Event event = *written;
    if (const OpenEvent *open = m_events.find(id); open && event.summary.state != EventState::Cancelled)
        event.summary.free = open->ledger().freeCount();
    done(event);
}

} // namespace parterre::services
