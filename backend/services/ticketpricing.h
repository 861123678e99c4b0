// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"
#include "shared/domain/pricing.h"

#include <map>

namespace parterre::services {

class RequestHash;

struct SaleItem {
    EventId event = {};
    qint32 place = 0;
    QString ticketType = {};
    std::optional<qint64> version = {}; // of the hold; what the session holds now when absent
};

// The versions of the holds are left out: a repetition may not know them any more.
void addToHash(RequestHash &hash, const QList<SaleItem> &items);
// A code, and the total that was shown. Where there is neither nothing is added, so that keys live on over an update.
void addToHash(RequestHash &hash, const std::optional<QString> &code, const std::optional<Money> &total);
// The events of the items, each once.
[[nodiscard]] QList<EventId> eventsOf(const QList<SaleItem> &items);

// What else decides about the price of items.
struct PriceQuestion {
    Instant now = {};
    std::optional<QString> code = {};
    bool isExchange = false;
    QList<Ticket> staying = {};         // of the booking that is exchanged: those that nobody gives back
    QList<Ticket> givenBack = {};       // and those that somebody does, which have their places still
};

// What items would be sold for: their tickets, without numbers, and how their prices came about.
struct PricedSale {
    QList<Ticket> tickets = {};
    Pricing pricing = {};
    Money total = {};
};

// What tickets cost and whether they may be sold so; who holds the seats is not looked at. The events have to be open.
// Lives on the house thread.
class TicketPricing
{
public:
    TicketPricing(EventDirectory &events, IdGenerator &ids) : m_events(events), m_ids(ids) {}

    // At least one item, with the server's prices, in one currency. NotFound, SaleClosed, UnknownPlace, InvalidParams (a place
    // twice, an impossible total), NoPrice, CurrencyMismatch, CodeUnknown, CodeNotValid. How often a code was used is not
    // looked at.
    [[nodiscard]] Result<PricedSale> price(const QList<SaleItem> &items, const PriceQuestion &question) const;
    // SeatStranded: it leaves single seats behind in an event that forbids it, and nobody who may do so says why.
    [[nodiscard]] Result<void> judgeOrphans(const Caller &caller, const QList<SaleItem> &items, const std::optional<QString> &reason) const;
    // What these tickets, all that the booking would keep, part: TableSoldWhole: some seats of a table that is sold whole from the
    // others. CompanionAlone: companions' seats from their wheelchair places, and nobody at the counter does it. What was parted
    // `before` (not everybody at a table came in time) stays allowed.
    [[nodiscard]] Result<void> keepTogether(const Caller &caller, const QList<Ticket> &tickets, const QList<Ticket> &before = {}) const;

private:
    // The tickets as the events' prices have them, and what pricing has to know of each.
    struct Offered {
        QList<Ticket> tickets = {};
        QList<PriceItem> items = {};
        PriceFacts facts = {};
    };

    // What is sold of an event, where a discount is for the first tickets.
    [[nodiscard]] QHash<EventId, QList<SoldCount>> soldOf(const QList<EventId> &events) const;
    [[nodiscard]] Result<Offered> offer(const QList<SaleItem> &items) const;
    [[nodiscard]] Result<void> keepTablesWhole(const QList<Ticket> &tickets, const QList<Ticket> &before) const;
    [[nodiscard]] Result<void> keepCompanions(const Caller &caller, const QList<Ticket> &tickets, const QList<Ticket> &before) const;
    [[nodiscard]] PriceItem itemOf(const Ticket &ticket, const Money &base) const;
    // The seats of the tables sold whole that tickets have some seats of, by event.
    [[nodiscard]] std::map<EventId, QList<qint32>> cutTables(const QList<Ticket> &tickets) const;

    EventDirectory &m_events;
    IdGenerator &m_ids;
};

[[nodiscard]] Money sumOf(const QList<Ticket> &tickets); // at least one
// What is left of the booking when these numbers are given back: its valid tickets, or all that are paid for.
[[nodiscard]] QList<Ticket> ticketsWithout(const Booking &booking, const QStringList &givenBack);
[[nodiscard]] QList<Ticket> keptWithout(const Booking &booking, const QStringList &givenBack);
// PriceChanged: something else was shown than what it costs now.
[[nodiscard]] Result<void> refuseChanged(const std::optional<Money> &shown, const Money &total);

} // namespace parterre::services
