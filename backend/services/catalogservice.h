// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/storage/repositories/eventrepository.h"

#include <QCache>
#include <QJsonObject>

namespace parterre::services {

// One part of a plan document, as planio::planPages() cuts it.
struct PlanPart {
    QString hash = {};
    QJsonObject page = {};
    std::optional<qint32> next = {};
};

// What there is to see: events, venues, plans. Free seats come from the ledgers. Lives on the house thread.
class CatalogService : public QObject
{
    Q_OBJECT
public:
    CatalogService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // Past events are left out unless query.from asks for them; drafts and cancelled ones are for the counter.
    void search(const Caller &caller, storage::EventQuery query, Done<storage::EventPage> done);
    void event(const Caller &caller, EventId id, Done<Event> done);
    void venues(Done<QList<Venue>> done);
    void venue(VenueId id, Done<Venue> done);
    void plan(PlanId id, qint32 version, qint32 part, Done<PlanPart> done);

private:
    using Pages = std::shared_ptr<const QList<QJsonObject>>;
    struct CachedPlan {
        QString hash = {};
        Pages pages = {};
    };

    void fillFree(EventSummary &summary) const;
    [[nodiscard]] static Result<PlanPart> partOf(const CachedPlan &plan, qint32 part);

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
    QCache<QString, CachedPlan> m_plans {16}; // by id and version
};

} // namespace parterre::services
