// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/catalogservice.h"

#include "backend/services/storedplan.h"
#include "backend/storage/eventcursor.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "backend/storage/storage.h"
#include "shared/planio/planpages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::services {

CatalogService::CatalogService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_clock(clock), m_freeSeats(events, clock)
{
}

void CatalogService::search(const Caller &caller, storage::EventQuery query, Done<storage::EventPage> done)
{
    query.includeDrafts = caller.isCounter();
    if (!query.from)
        query.from = m_clock.utcNow();
    if (const Result<void> filled = fillLive(query); !filled) {
        done(filled.error());
        return;
    }
    m_storage.read(this, [query = std::move(query)](storage::Database &database) { return storage::EventRepository(database).search(query); },
                   [this, done = std::move(done)](Result<storage::EventPage> page) {
                       if (page) {
                           for (EventSummary &summary : page->events)
                               fillFree(summary);
                       }
                       done(std::move(page));
                   });
}

void CatalogService::event(const Caller &caller, EventId id, Done<Event> done)
{
    m_storage.read(this, [id](storage::Database &database) { return storage::EventRepository(database).get(id); },
                   [this, maySeeAll = caller.isCounter(), done = std::move(done)](Result<Event> event) {
                       if (event && event->summary.state == EventState::Draft && !maySeeAll)
                           event = Error {.code = ErrorCode::NotFound};
                       if (event)
                           fillFree(event->summary);
                       done(std::move(event));
                   });
}

void CatalogService::poster(const Caller &caller, EventId id, Done<Poster> done)
{
    m_storage.read(this, [id](storage::Database &database) { return storage::PosterRepository(database).get(id); },
                   [maySeeAll = caller.isCounter(), done = std::move(done)](Result<storage::StoredPoster> stored) {
                       if (stored && (maySeeAll || stored->state != EventState::Draft))
                           done(std::move(stored->poster));
                       else
                           done(stored ? Error {.code = ErrorCode::NotFound} : stored.error());
                   });
}

void CatalogService::venues(Done<QList<Venue>> done)
{
    m_storage.read(this, [](storage::Database &database) { return storage::VenueRepository(database).list(); }, std::move(done));
}

void CatalogService::venue(VenueId id, Done<Venue> done)
{
    m_storage.read(this, [id](storage::Database &database) { return storage::VenueRepository(database).get(id); }, std::move(done));
}

void CatalogService::plan(PlanId id, qint32 version, qint32 part, Done<PlanPart> done)
{
    const QString key = id.toString() + u'/' + QString::number(version);
    if (const CutPlan *cached = m_plans.object(key)) {
        done(partOf(*cached, part));
        return;
    }
    auto &waiting = m_loading[key];
    waiting.append({.part = part, .done = std::move(done)});
    if (waiting.size() > 1)
        return;
    m_storage.read(this, [id, version](storage::Database &database) { return loadPlan(database, id, version); },
                   [this, key](const Result<CutPlan> &plan) { finishLoading(key, plan); });
}

Result<CatalogService::CutPlan> CatalogService::loadPlan(storage::Database &database, PlanId id, qint32 version)
{
    const Result<StoredPlan> stored = readStoredPlan(database, id, version);
    if (!stored)
        return stored.error();
    CutPlan cut {.hash = stored->ref.hash};
    for (const QJsonObject &page : planio::planPages(stored->plan))
        cut.pages.append(QJsonDocument(page).toJson(QJsonDocument::Compact));
    return cut;
}

void CatalogService::finishLoading(const QString &key, const Result<CutPlan> &plan)
{
    for (const WantedPart &wanted : m_loading.take(key))
        wanted.done(plan ? partOf(*plan, wanted.part) : Result<PlanPart>(plan.error()));
    if (!plan)
        return;
    qsizetype bytes = 0;
    for (const QByteArray &page : plan->pages)
        bytes += page.size();
    m_plans.insert(key, new CutPlan(*plan), bytes);
}

Result<PlanPart> CatalogService::partOf(const CutPlan &plan, qint32 part)
{
    if (part < 0 || part >= plan.pages.size())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this plan")};
    PlanPart result {.hash = plan.hash, .page = plan.pages.at(part)};
    if (part + 1 < plan.pages.size())
        result.next = part + 1;
    return result;
}

// What the query needs to know of free seats: those of its first page.
Result<void> CatalogService::fillLive(storage::EventQuery &query)
{
    if (!query.needsLive())
        return {};
    std::optional<qint64> seen;
    if (!query.cursor.isEmpty()) {
        const Result<storage::EventCursor> cursor = storage::EventCursor::fromString(query.cursor);
        if (!cursor)
            return cursor.error();
        seen = cursor->seen;
    }
    const FreeSeatsHistory::Moment moment = seen ? m_freeSeats.at(*seen) : m_freeSeats.now();
    query.live = moment.seats;
    query.seen = moment.number;
    return {};
}

void CatalogService::fillFree(EventSummary &summary) const
{
    const OpenEvent *event = m_events.find(summary.id);
    if (event && summary.state != EventState::Cancelled)
        summary.free = event->ledger().freeCount();
}

} // namespace parterre::services
