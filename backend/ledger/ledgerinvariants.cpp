// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/ledgerinvariants.h"

#include "backend/ledger/seatledger.h"

#include <algorithm>

namespace parterre::ledger {

QStringList LedgerInvariants::broken(const SeatLedger &ledger)
{
    QStringList out;
    const auto require = [&out](bool truth, const char *rule, qint64 where) {
        if (!truth)
            out.append(QStringLiteral("%1 (%2)").arg(QLatin1StringView(rule)).arg(where));
    };

    std::array<qint32, kSeatStateCount> counts = {};
    qint32 awaiting = 0, frozen = 0, listed = 0;
    for (qint32 place = 0; place < ledger.seatCount(); ++place) {
        const auto &slot = ledger.slot(place);
        const bool held = ledger.stateOf(place) == SeatState::Held;
        ++counts[static_cast<std::size_t>(ledger.stateOf(place))];
        require(ledger.m_free.contains(place) == (ledger.stateOf(place) == SeatState::Free), "exactly free seats are known as free", place);
        require(held == (slot.holder != kNobody), "a seat has a holder exactly while held", place);
        require(!held || ledger.m_holders.find(slot.holder), "the holder of a held seat has an entry", place);
        require(slot.isBlocked || ledger.stateOf(place) != SeatState::Blocked, "a blocked seat is known to be", place);
        require(!slot.isBlocked || held || ledger.stateOf(place) == SeatState::Blocked, "what is to be blocked is, unless it is held", place);
        require(held || !slot.isFrozen(), "only held seats are frozen", place);
        require((held && !slot.isFrozen()) == ledger.m_deadlines.contains(place), "exactly held seats that are not frozen await a deadline", place);
        if (ledger.m_deadlines.contains(place)) {
            ++awaiting;
            require(ledger.m_deadlines.dueOf(place) == slot.end(), "the awaited deadline is the hold's end", place);
            require(slot.end() > ledger.m_now, "no hold is past its end", place);
        }
        require(slot.version <= ledger.m_lastVersion, "no version is ahead of the last one given", place);
        frozen += slot.isFrozen() ? 1 : 0;
        listed += slot.listed ? 1 : 0;
    }
    for (std::size_t state = 0; state < counts.size(); ++state)
        require(counts[state] == ledger.m_counts[state], "the count of a state equals its recount", static_cast<qint64>(state));
    require(ledger.m_deadlines.isConsistent() && ledger.m_deadlines.size() == awaiting, "the deadlines are in order", awaiting);
    require(listed == static_cast<qint32>(ledger.m_changed.size()), "every changed place is listed once", listed);
    require(ledger.m_lastVersion >> kEpochShift == ledger.m_takenRevision >> kEpochShift, "versions stay within their epoch", ledger.m_lastVersion);

    qint32 chained = 0, holders = 0;
    for (const auto &entry : ledger.m_holders.cells()) {
        if (entry.holder == kNobody)
            continue;
        ++holders;
        require(ledger.m_holders.find(entry.holder) == &entry, "every holder's entry can be found", static_cast<qint64>(entry.holder));
        qint32 length = 0, previous = HolderTable::kNone;
        for (qint32 place = entry.first; place != HolderTable::kNone && length <= entry.count; place = ledger.slot(place).next) {
            require(ledger.slot(place).holder == entry.holder, "a holder's chain has only its own seats", place);
            require(ledger.slot(place).previous == previous, "a holder's chain reads the same backwards", place);
            previous = place;
            ++length;
        }
        require(length == entry.count && length > 0 && previous == entry.last, "a holder's chain is as long as counted", static_cast<qint64>(entry.holder));
        chained += length;
    }
    require(holders == ledger.m_holders.size(), "the count of holders equals its recount", holders);
    require(chained == counts[static_cast<std::size_t>(SeatState::Held)], "every held seat is in one chain", chained);

    qint32 underWay = 0;
    for (const auto &checkout : ledger.m_checkouts.all()) {
        require((checkout.serial == 0) == checkout.places.empty(), "exactly checkouts under way have seats", checkout.serial);
        for (const qint32 place : checkout.places) {
            const bool own = ledger.slot(place).isFrozen() && &ledger.m_checkouts.all()[SeatLedger::index(ledger.slot(place).checkout)] == &checkout;
            require(own, "a checkout's seats are frozen by it", place);
        }
        underWay += static_cast<qint32>(checkout.places.size());
    }
    require(underWay == frozen, "every frozen seat is in one checkout", frozen);
    return out;
}

} // namespace parterre::ledger
