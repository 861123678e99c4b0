// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/ticketpricing.h"
#include "backend/storage/checkout.h"

namespace parterre::services {

// The seats of one sale, frozen in the ledgers of their events until the store has decided. Lives on the house thread.
class FrozenSeats
{
public:
    // Freezes all of them or none. The refusals of SeatLedger::freeze(), with the event.
    [[nodiscard]] static Result<FrozenSeats> freeze(EventDirectory &events, const Clock &clock, const Caller &caller, const QList<SaleItem> &items);

    // One of these, once. The store has no sale: back to their holder.
    void thaw();
    // The store has the sale: what the booking's valid tickets are for is sold. The rest goes back to its holder; it may have
    // been given back before anybody heard of the sale, or the key was that of an earlier one.
    void settle(const Booking &booking);
    // The store refused it because others own some of the places (Error::event, places), or they are killed: another server
    // works on it. Those are marked sold at once, so that nobody can hold them in between, and on no other word than this
    // answer: a later look could be older than a cancellation that was heard before it.
    void giveUpTo(const Error &soldElsewhere, const QString &reference);

private:
    struct Part {
        OpenEvent *event = nullptr;
        std::vector<ledger::Fence> fences = {};
        ledger::CheckoutToken token = {};
    };

    void commit(const QString &reference);
    FrozenSeats(EventDirectory &events, const Clock &clock, ledger::HolderId holder) : m_events(events), m_clock(clock), m_holder(holder) {}
    void markSold(OpenEvent &event, qint32 place) const;

    EventDirectory &m_events;
    const Clock &m_clock;
    ledger::HolderId m_holder;
    std::vector<Part> m_parts;
};

// Tells the ledgers that the store has freed places. A repetition may come after they were freed, or sold again: only what
// a ledger still calls sold is freed; of what somebody is getting back, when the store has said whether he does.
void freeSold(EventDirectory &events, const Clock &clock, const QList<storage::FreedPlace> &freed);

} // namespace parterre::services
