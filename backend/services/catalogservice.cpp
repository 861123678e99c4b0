// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/catalogservice.h"

#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "backend/storage/storage.h"
#include "shared/planio/planjson.h"
#include "shared/planio/planpages.h"

namespace parterre::services {

CatalogService::CatalogService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_events(events), m_storage(storage), m_clock(clock)
{
}

void CatalogService::search(const Caller &caller, storage::EventQuery query, Done<storage::EventPage> done)
{
    query.includeDrafts = caller.isCounter();
    if (!query.from)
        query.from = m_clock.utcNow();
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
    if (const CachedPlan *cached = m_plans.object(key)) {
        done(partOf(*cached, part));
        return;
    }
    m_storage.read(this, [id, version](storage::Database &database) -> Result<CachedPlan> {
        const auto document = storage::PlanRepository(database).document(id, version);
        if (!document)
            return document.error();
        const Result<Plan> plan = planio::readPlan(document->document);
        if (!plan)
            return plan.error();
        return CachedPlan {.hash = document->summary.ref.hash, .pages = std::make_shared<const QList<QJsonObject>>(planio::planPages(*plan))};
    }, [this, key, part, done = std::move(done)](const Result<CachedPlan> &plan) {
        if (!plan) {
            done(plan.error());
            return;
        }
        m_plans.insert(key, new CachedPlan(*plan));
        done(partOf(*plan, part));
    });
}

Result<PlanPart> CatalogService::partOf(const CachedPlan &plan, qint32 part)
{
    if (part < 0 || part >= plan.pages->size())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("cursor: not of this plan")};
    PlanPart result {.hash = plan.hash, .page = plan.pages->at(part)};
    if (part + 1 < plan.pages->size())
        result.next = part + 1;
    return result;
}

void CatalogService::fillFree(EventSummary &summary) const
{
    if (const OpenEvent *event = m_events.find(summary.id))
        summary.free = event->ledger().freeCount();
}

} // namespace parterre::services
