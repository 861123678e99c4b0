// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/seriesediting.h"
#include "backend/storage/repositories/refundrepository.h"

#include <QObject>

namespace parterre::storage {
class Database;
class Storage;
}

namespace parterre::services {

class UploadService;

// The programme: events are made, changed, announced, published and deleted. What is sold already takes the change up as soon as
// it is stored. Cancelling: EventCancelService. Errors as in eventediting.h; EventInUse also while seats are held. Lives on the house thread.
class EventService : public QObject
{
    Q_OBJECT
public:
    EventService(EventDirectory &events, UploadService &uploads, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // NotFound: no such plan version, or series.
    void create(const Caller &caller, EventId event, const EventDefinition &wanted, const EventOrigin &origin, Done<Event> done);
    void update(const Caller &caller, EventId event, qint32 version, const EventDefinition &wanted, Done<Event> done);
    void setState(const Caller &caller, EventId event, qint32 version, EventState state, Done<Event> done);
    // Without an upload it has no poster any more. NotFound also when nothing was uploaded; the error has the event when that is what
    // is missing. Errors as readPoster(). `scope`: for other dates of its series, too.
    void setPoster(const Caller &caller, EventId event, const std::optional<UploadId> &upload, const std::optional<SeriesScope> &scope, Done<ChangedPoster> done);
    void sales(EventId event, Done<EventSales> done);
    void refunds(const storage::RefundQuery &query, Done<storage::RefundPage> done);
    void remove(const Caller &caller, EventId event, qint32 version, Done<bool> done);

private:
    // What has to be known before a definition can be stored.
    struct Ground {
        std::optional<Event> before = {};             // when the event is there
        std::shared_ptr<const PlanFacts> plan = {};   // that the definition names
        VenueId venue = {};
    };
    using Store = std::function<Result<Event>(storage::Database &database)>;

    [[nodiscard]] static Result<Ground> readGround(storage::Database &database, EventId event, const EventDefinition &wanted, std::shared_ptr<const PlanFacts> known);
    // Opens the event where it can be and lets it rest; `go` is told whether it did. EventInUse: something of it is held or sold;
    // EventHasBlocks, unless it keeps its places.
    void rest(EventId event, bool keepsPlaces, Done<bool> go);
    void wake(EventId event);
    void storePoster(EventId event, const std::optional<Poster> &poster, const storage::AuditContext &audit, const Done<ChangedPoster> &done);
    void storePosters(EventId event, const std::optional<Poster> &poster, const SeriesScope &scope, const storage::AuditContext &audit, const Done<ChangedPoster> &done);
    // `known`: the dates that it may have been written for.
    void settlePosters(EventId event, const QList<SeriesEvent> &known, const Result<ChangedPoster> &written, const Done<ChangedPoster> &done);
    void write(EventId event, bool rests, const Store &store, const std::shared_ptr<const PlanFacts> &plan, const Done<Event> &done);
    // Who asked hears of it after it is in force.
    void settle(EventId event, bool rests, const Result<Event> &written, const std::shared_ptr<const PlanFacts> &plan, const Done<Event> &done);

    EventDirectory &m_events;
    UploadService &m_uploads;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
