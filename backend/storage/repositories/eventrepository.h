// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/event.h"

namespace parterre::storage {

class Database;

struct EventQuery {
    QString text = {};                   // part of name, description or venue name; case and accents do not matter
    std::optional<Instant> from = {};    // starts at or after
    std::optional<Instant> to = {};      // starts before
    std::optional<VenueId> venue = {};
    std::optional<SeriesId> series = {};
    std::optional<EventCategory> category = {};
    std::optional<qint32> minFree = {};  // by `live`
    EventSort order = EventSort::Start;
    bool includeDrafts = false;          // what staff see
    qint32 limit = 50;
    QString cursor = {};                 // EventPage::next of the page before
    QString live = QStringLiteral("{}"); // free seats of the events that are being sold, {"event": seats} as JSON
    qint64 seen = 0;                     // when they were; goes along in the cursor

    // Whether it takes free seats to answer it.
    [[nodiscard]] bool needsLive() const { return minFree || order == EventSort::Free; }
};

struct EventPage {
    QList<EventSummary> events = {};
    QString next = {};                   // empty on the last page
};

// What the ledger needs to open an event for sale.
struct LedgerEvent {
    EventId id = {};
    EventState state = EventState::Draft;
    Instant start = {};
    qint32 durationMinutes = 0;
    PlanVersionRef plan = {};
    qint32 seats = 0;
    SaleRules rules = {};
};

// When something is in a hall.
struct HallEvent {
    EventId id = {};
    QString name = {};
    Instant start = {};
    qint32 durationMinutes = 0; // 0: unknown

    friend bool operator==(const HallEvent &, const HallEvent &) = default;
};

// EventSummary::free is what the ledger knows; here it is the capacity, and 0 when the event is cancelled.
class EventRepository
{
public:
    explicit EventRepository(Database &database) : m_database(database) {}

    // Capacity and venue name come from the plan version and the venue, not from the summary. NotFound: one of those.
    [[nodiscard]] Result<void> insert(const Event &event, const AuditContext &audit);
    // Puts it in the place of `before`, as its next version, and answers that. StaleVersion: `before` is not what is
    // stored. Otherwise as insert().
    [[nodiscard]] Result<Event> update(const Event &before, const Event &event, const AuditContext &audit);
    // For this reason, for good; its tickets: EventCancellation. StaleVersion: `before` is not what is stored.
    [[nodiscard]] Result<Event> cancel(const Event &before, const QString &reason, const AuditContext &audit);
    // With its poster. StaleVersion: it is not what is stored. It must never have been sold.
    [[nodiscard]] Result<void> remove(const Event &event, const AuditContext &audit);
    [[nodiscard]] Result<Event> get(const EventId &id); // NotFound
    [[nodiscard]] Result<bool> wasSold(const EventId &id);
    [[nodiscard]] Result<EventPage> search(const EventQuery &query); // InvalidParams: the cursor
    [[nodiscard]] Result<QList<Currency>> currencies(); // of all prices, that of the latest event first
    // Those not cancelled, in any version of the plan, that start at or after `from` and before `to`; soonest first.
    [[nodiscard]] Result<QList<HallEvent>> inHall(const PlanId &plan, Instant from, Instant to);
    // Events not cancelled that start at or after `notBefore`.
    [[nodiscard]] Result<QList<LedgerEvent>> openForLedger(Instant notBefore);
    // Cancelled ones that have valid tickets still.
    [[nodiscard]] Result<QList<EventId>> cancelledWithTickets();

private:
    [[nodiscard]] Result<EventPage> searchByStart(const EventQuery &query);
    [[nodiscard]] Result<EventPage> searchOrdered(const EventQuery &query);

    Database &m_database;
};

} // namespace parterre::storage
