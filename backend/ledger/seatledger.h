// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/checkouttable.h"
#include "backend/ledger/deadlineheap.h"
#include "backend/ledger/freeplaces.h"
#include "backend/ledger/holdertable.h"
#include "backend/ledger/ledgertypes.h"
#include "shared/core/result.h"

#include <algorithm>
#include <array>
#include <optional>

namespace parterre::ledger {

// Who holds and owns each seat of one event: a deterministic state machine without I/O, threads, signals or clock.
// It lives on whatever one thread owns it. It knows no prices, roles, sale windows or accounts: those are settled
// before it is asked, and what it says sold is only as durable as the store that was written between freeze and commit.
//
// Time: every call that may change something takes `now` (steady) and first ends whatever is due by then, so a hold is
// its holder's while now < deadline and free from now == deadline on, swept or not. A `now` before the latest one seen
// counts as the latest. Reading without `now` shows the state as of the last call.
//
// Refusals: all or nothing. A refused call changes nothing but what the passing of time changed. Where several things
// are wrong, the first in the order written at the method is told, with all places it concerns, sorted. A place named
// twice counts once.
class SeatLedger
{
public:
    // UnknownPlace when a sold or blocked place is not in the plan; InvalidParams for seats, epoch or rules out of range.
    [[nodiscard]] static Result<SeatLedger> build(const LedgerStart &start);

    // For what is granted and extended from now on; what was promised stays. They have to be within their limits.
    void setRules(const LedgerRules &rules)
    {
        Q_ASSERT(rules.isWithinLimits());
        m_rules = rules;
    }

    // ---- Holding -------------------------------------------------------------------------------------------------
    // The granted seats, in the order asked; the span is good until the next call. Seats the holder already has come
    // back as they are, not extended, so that a repeated request is harmless. Refuses UnknownPlace; CheckoutRunning
    // (its own frozen seats); TooManySeats when it would hold more than maxHeldByHolder; SeatTaken. A blocked seat that is
    // held is blocked again when the hold ends without a sale.
    [[nodiscard]] Result<std::span<const Grant>> acquire(HolderId holder, std::span<const qint32> places,
                                                         int maxHeldByHolder, Tick now, Blocked blocked = Blocked::IsTaken);
    // The lowest free places of [first, end), as many as `most`, fewer when there are no more: which of an area's places
    // to acquire. The range has to be of the plan. The span is good until the next call.
    [[nodiscard]] std::span<const qint32> lowestFree(qint32 first, qint32 end, qint32 most, Tick now);
    // Refuses UnknownPlace, NotHeld, CheckoutRunning.
    [[nodiscard]] Result<void> release(HolderId holder, std::span<const qint32> places, Tick now);
    // New deadline max(old, now + extensionTime); every granted extension counts, unless it is the counter's. The span is
    // good until the next call. Refuses UnknownPlace, NotHeld, HoldExpired, CheckoutRunning, TooManyExtensions (limit
    // maxExtensions).
    [[nodiscard]] Result<std::span<const Grant>> extend(HolderId holder, std::span<const qint32> places, Tick now, Extension extension = Extension::Counts);
    // Log-out: everything but frozen seats is free. Those finish: sold by commit, free after thaw.
    void releaseAll(HolderId holder, Tick now);
    // The holder's connection died: what it holds now ends at min(deadline, now + grace). A second loss before the
    // holder is back never adds time. Seats granted later are not concerned.
    void holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace);
    // The holder returned: what has not ended has its own deadlines again.
    void holderBack(HolderId holder, Tick now);
    // The event is not sold any more: everybody's seats but the frozen ones are free. Those finish, as at a log-out.
    void close(Tick now);
    // Ends everything due. Only tidies: see above.
    void expire(Tick now);
    // When expire() has something to do next; nothing when no hold can run out.
    [[nodiscard]] std::optional<Tick> nextDeadline() const { return m_deadlines.isEmpty() ? std::nullopt : std::optional(m_deadlines.top().due); }

    // ---- Selling -------------------------------------------------------------------------------------------------
    // Until commit or thaw the seats cannot expire, be released, extended or lost. Refuses UnknownPlace, NotHeld,
    // HoldExpired, CheckoutRunning, StaleVersion (an older grant of a seat the holder has again), InvalidParams (none).
    [[nodiscard]] Result<CheckoutToken> freeze(HolderId holder, std::span<const Fence> seats, Tick now);
    // The store has the sale. NotFound when the token is not of a checkout under way here.
    [[nodiscard]] Result<void> commit(CheckoutToken token, Tick now);
    // The store has no sale. Each seat goes back to its holder, same version, with the time it had left at the freeze;
    // it is free when the holder logged out meanwhile or its grace is over. NotFound as in commit().
    [[nodiscard]] Result<void> thaw(CheckoutToken token, Tick now);
    // Cancelled tickets: Sold -> Free, with a new version. Refuses UnknownPlace, NotFound (places that are not sold).
    [[nodiscard]] Result<void> freeSold(std::span<const qint32> places, Tick now);

    // ---- Blocks --------------------------------------------------------------------------------------------------
    // Free -> Blocked; a place that is so already stays. Refuses UnknownPlace, SeatTaken (held or sold).
    [[nodiscard]] Result<void> block(std::span<const qint32> places, Tick now);
    // Blocked -> Free; one that is held stays so, and is free when the hold ends; others stay. Refuses UnknownPlace.
    [[nodiscard]] Result<void> unblock(std::span<const qint32> places, Tick now);

    // ---- Reading -------------------------------------------------------------------------------------------------
    [[nodiscard]] qint32 seatCount() const { return static_cast<qint32>(m_states.size()); }
    [[nodiscard]] bool contains(qint32 place) const { return place >= 0 && place < seatCount(); }
    [[nodiscard]] SeatState stateOf(qint32 place) const { return m_states[index(place)]; } // frozen seats are Held
    [[nodiscard]] std::optional<HolderId> holderOf(qint32 place) const { return slot(place).holder == kNobody ? std::nullopt : std::optional(slot(place).holder); }
    [[nodiscard]] qint64 versionOf(qint32 place) const { return slot(place).version; }
    [[nodiscard]] std::vector<Grant> holdsOf(HolderId holder) const; // in the order they were granted
    [[nodiscard]] qint32 heldCount(HolderId holder) const
    {
        const auto *entry = m_holders.find(holder);
        return entry ? entry->count : 0;
    }
    [[nodiscard]] qint32 count(SeatState state) const { return m_counts[static_cast<std::size_t>(state)]; }
    [[nodiscard]] qint32 freeCount() const { return count(SeatState::Free); }
    [[nodiscard]] bool hasCheckouts() const { return !m_checkouts.isEmpty(); } // any that is under way
    [[nodiscard]] const LedgerRules &rules() const { return m_rules; }

    // ---- Telling -------------------------------------------------------------------------------------------------
    // Rises by one with every call that changed a visible state. A snapshot is states() at revision().
    [[nodiscard]] qint64 revision() const { return m_revision; }
    // No version or revision was higher: where another ledger of the same event may go on.
    [[nodiscard]] qint64 highest() const { return std::max(m_lastVersion, m_revision); }
    [[nodiscard]] std::span<const SeatState> states() const { return m_states; }
    [[nodiscard]] bool hasChanges() const { return m_revision != m_takenRevision; }
    // What takeChanges() would tell of, in no order.
    [[nodiscard]] std::span<const qint32> changedPlaces() const { return m_changed; }
    // Everything since the last call, each place once with its last state, which may be the one it had before.
    SeatChanges takeChanges();
    // Holds that ended without a sale since the last call, oldest first.
    std::vector<EndedHold> takeEnded();

private:
    friend class LedgerInvariants;

    static constexpr Tick kNever = Tick::max();
    static constexpr qint32 kNone = HolderTable::kNone;

    struct Slot {
        HolderId holder = kNobody;      // set exactly while Held
        HolderId ranOutOn = kNobody;    // the last one who lost this place to time and has not had it since
        qint64 version = 0;
        Tick deadline = {};             // promised to the holder
        Tick lossEnd = kNever;          // end of grace while the holder is lost
        quint64 mark = 0;               // last request that looked at this place: finds places named twice
        qint32 previous = kNone;        // the holder's chain
        qint32 next = kNone;
        qint32 checkout = kNone;        // the place's in m_checkouts while frozen
        qint16 extensions = 0;
        bool listed = false;            // in m_changed
        bool isBlocked = false;         // Blocked, or held nevertheless

        [[nodiscard]] Tick end() const { return std::min(deadline, lossEnd); }
        [[nodiscard]] bool isFrozen() const { return checkout != kNone; }
    };

    class Step;

    explicit SeatLedger(const LedgerStart &start);

    [[nodiscard]] static std::size_t index(qint32 place) { return static_cast<std::size_t>(place); }
    [[nodiscard]] Slot &slot(qint32 place) { return m_slots[index(place)]; }
    [[nodiscard]] const Slot &slot(qint32 place) const { return m_slots[index(place)]; }
    [[nodiscard]] Grant grantOf(qint32 place) const;
    [[nodiscard]] qint64 nextVersion() { return ++m_lastVersion; }

    template<class Wrong>
    [[nodiscard]] std::optional<Error> refuse(ErrorCode code, std::span<const qint32> places, Wrong wrong) const;
    [[nodiscard]] std::optional<Error> refuseUnknown(std::span<const qint32> places) const;
    [[nodiscard]] std::optional<Error> refuseEnded(HolderId holder, std::span<const qint32> places) const;
    [[nodiscard]] std::optional<Error> refuseFrozen(HolderId holder, std::span<const qint32> places) const;
    // Starts counting places named twice; firstTime() then answers once per place.
    void startRequest() { ++m_request; }
    [[nodiscard]] bool firstTime(qint32 place);

    void endDue();
    void grant(HolderId holder, qint32 place);
    void endHold(qint32 place, HoldEndReason reason);
    void detach(qint32 place);
    void setState(qint32 place, SeatState state);

    LedgerRules m_rules;
    Tick m_now = Tick::min();
    qint64 m_lastVersion;
    qint64 m_revision;
    qint64 m_takenRevision;
    bool m_touched = false;             // a visible state changed in this call
    quint64 m_request = 0;

    std::vector<Slot> m_slots;
    std::vector<SeatState> m_states;
    std::array<qint32, kSeatStateCount> m_counts = {};
    FreePlaces m_free;
    HolderTable m_holders;
    DeadlineHeap m_deadlines;           // every held seat that is not frozen, at its end()
    CheckoutTable m_checkouts;
    std::vector<qint32> m_changed;
    std::vector<EndedHold> m_ended;
    std::vector<Grant> m_answer;        // what acquire and extend return
    std::vector<qint32> m_scratch;
};

} // namespace parterre::ledger
