// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"
#include "shared/domain/booking.h"

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
// The events of the items, each once.
[[nodiscard]] QList<EventId> eventsOf(const QList<SaleItem> &items);

// What tickets cost and whether they may be sold so; who holds the seats is not looked at. The events have to be open.
// Lives on the house thread.
class TicketPricing
{
public:
    TicketPricing(EventDirectory &events, IdGenerator &ids) : m_events(events), m_ids(ids) {}

    // The tickets with the server's prices, in one currency and without numbers. NotFound, SaleClosed, UnknownPlace,
    // InvalidParams (a place twice, an impossible total), NoPrice, CurrencyMismatch.
    [[nodiscard]] Result<QList<Ticket>> price(const QList<SaleItem> &items) const;
    // SeatStranded: it leaves single seats behind in an event that forbids it, and nobody who may do so says why.
    [[nodiscard]] Result<void> judgeOrphans(const Caller &caller, const QList<SaleItem> &items, const std::optional<QString> &reason) const;
    // TableSoldWhole: these tickets are some seats of a table that is sold whole, and not all of them.
    [[nodiscard]] Result<void> keepTablesWhole(const QList<Ticket> &tickets) const;

private:
    EventDirectory &m_events;
    IdGenerator &m_ids;
};

[[nodiscard]] Money sumOf(const QList<Ticket> &tickets); // at least one

} // namespace parterre::services
