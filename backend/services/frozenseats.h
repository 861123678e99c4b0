// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/ticketpricing.h"
#include "backend/storage/checkout.h"
#include "backend/storage/placesseen.h"

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
    // What is to be asked about after this refusal: the places it names, or all there are of its event.
    [[nodiscard]] QList<qint32> placesIn(const Error &refusal) const;
    // The store refused it for what another server did, and was asked since how these places stand. They become what they are there at
    // once, so that nobody can hold them in between, and were kept until now: what was heard meanwhile of them is older than that.
    void giveUpTo(const storage::PlacesSeen &seen, const QString &reference);

private:
    struct Part {
        OpenEvent *event = nullptr;
        std::vector<ledger::Fence> fences = {};
        QStringList ticketTypes = {}; // of these
        ledger::CheckoutToken token = {};
    };

    void commit(const QString &reference);
    void noteTicketTypes(const Booking &booking) const;
    static void beginSelling(const Part &part);
    static void endSelling(const Part &part);

    FrozenSeats(EventDirectory &events, const Clock &clock, ledger::HolderId holder) : m_events(events), m_clock(clock), m_holder(holder) {}

    EventDirectory &m_events;
    const Clock &m_clock;
    ledger::HolderId m_holder;
    std::vector<Part> m_parts;
};

// Whether the store refused a sale for what another server had done to the event, or its places, that nobody here has heard of.
[[nodiscard]] bool isOthersDoing(const Error &refusal);

// Tells the ledger what the store has of places that nobody holds here, or only this holder: they are sold, blocked, or neither. Asked after
// all that was heard of them.
void takeSeen(EventDirectory &events, const Clock &clock, const storage::PlacesSeen &seen, ledger::HolderId holder = ledger::kNobody);

// Tells the ledgers that the store has freed places. A repetition may come after they were freed, or sold again: only what
// a ledger still calls sold is freed; of what somebody is getting back, when the store has said whether he does.
void freeSold(EventDirectory &events, const Clock &clock, const QList<storage::FreedPlace> &freed);

} // namespace parterre::services
