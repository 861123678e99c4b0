// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/frozenseats.h"

#include <memory>

namespace parterre::services {

// Somebody who holds seats for a moment and is no session: never the same twice, nor who has what another server sold.
[[nodiscard]] ledger::HolderId nobodysHolder();

// The seats of a booking that fell free, frozen again in the ledgers for nobody, until the store has decided whether the
// booking gets them back. Lives on the house thread.
class SeatsAgain
{
public:
    // All of them, or an error: somebody has one, or an event is not to be had any more or has begun.
    static void take(EventDirectory &events, const Clock &clock, const Booking &booking, const Done<std::shared_ptr<SeatsAgain>> &done);

    // One of these, once. What the booking's valid tickets are for is sold, the rest is free.
    void settle(const Booking &booking);
    // As FrozenSeats::giveUpTo().
    void giveUpTo(const storage::PlacesSeen &seen, const QString &reference);
    void giveBack();

    SeatsAgain(EventDirectory &events, const Clock &clock, ledger::HolderId holder, const QList<EventId> &ids, FrozenSeats seats);

private:
    static Result<std::shared_ptr<SeatsAgain>> takeOpen(EventDirectory &events, const Clock &clock, const QList<EventId> &ids, const QList<SaleItem> &items);
    static void release(EventDirectory &events, const Clock &clock, ledger::HolderId holder, const QList<EventId> &ids);

    EventDirectory &m_events;
    const Clock &m_clock;
    const ledger::HolderId m_holder;
    const QList<EventId> m_ids;
    FrozenSeats m_seats;
};

} // namespace parterre::services
