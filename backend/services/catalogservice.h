// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/freeseatshistory.h"
#include "backend/storage/repositories/eventrepository.h"
#include "shared/domain/poster.h"

#include <QCache>
#include <QHash>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// One part of a plan document, as planio::planPages() cuts it: an object, as compact JSON.
struct PlanPart {
    QString hash = {};
    QByteArray page = {};
    std::optional<qint32> next = {};
};

// What there is to see: events, venues, plans. Free seats come from the ledgers. Lives on the house thread.
class CatalogService : public QObject
{
    Q_OBJECT
public:
    CatalogService(EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // Past events are left out unless query.from asks for them; drafts are for the counter.
    void search(const Caller &caller, storage::EventQuery query, Done<storage::EventPage> done);
    void event(const Caller &caller, EventId id, Done<Event> done);
    void poster(const Caller &caller, EventId id, Done<Poster> done);
    void venues(Done<QList<Venue>> done);
    void venue(VenueId id, Done<Venue> done);
    void plan(PlanId id, qint32 version, qint32 part, Done<PlanPart> done);

private:
    // As bytes: a tenth of what the same pages take as QJsonObject.
    struct CutPlan {
        QString hash = {};
        QByteArrayList pages = {};
    };
    struct WantedPart {
        qint32 part = 0;
        Done<PlanPart> done = {};
    };

    void fillFree(EventSummary &summary) const;
    [[nodiscard]] Result<void> fillLive(storage::EventQuery &query);
    [[nodiscard]] static Result<CutPlan> loadPlan(storage::Database &database, PlanId id, qint32 version);
    void finishLoading(const QString &key, const Result<CutPlan> &plan);
    [[nodiscard]] static Result<PlanPart> partOf(const CutPlan &plan, qint32 part);

    static constexpr qsizetype kCachedPlanBytes = 64 * 1024 * 1024;

    EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
    FreeSeatsHistory m_freeSeats;
    QCache<QString, CutPlan> m_plans {kCachedPlanBytes}; // by id and version
    QHash<QString, QList<WantedPart>> m_loading;         // the same; read from the database once for all who wait
};

} // namespace parterre::services
