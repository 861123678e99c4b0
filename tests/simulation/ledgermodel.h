// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledgerport.h"

#include <map>
#include <set>

namespace parterre::simulation {

// What the ledger should do, written as plainly as possible: a map of seats, searched from end to end. Shares no code
// and no structure with the ledger; kept from its documentation, not from its source.
class LedgerModel
{
public:
    explicit LedgerModel(const LedgerStart &start);

    struct Seat {
        SeatState state = SeatState::Free;
        HolderId holder = ledger::kNobody;
        qint64 version = 0;
        Tick promised = {};
        std::optional<Tick> graceEnd = {};
        int extensions = 0;
        int checkout = 0;                        // 0: not frozen
        bool underBlock = false;                 // held, and to be blocked again after that
        std::set<HolderId> timedOut = {};        // the last one that lost it to time

        [[nodiscard]] Tick end() const { return graceEnd ? std::min(promised, *graceEnd) : promised; }
    };

    Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now, ledger::Blocked blocked = ledger::Blocked::IsTaken);
    Answer release(HolderId holder, const Places &places, Tick now);
    Answer extend(HolderId holder, const Places &places, Tick now);
    void releaseAll(HolderId holder, Tick now);
    void holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace);
    void holderBack(HolderId holder, Tick now);
    void expire(Tick now);
    Answer freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, int &checkout);
    Answer commit(int checkout, Tick now);
    Answer thaw(int checkout, Tick now);
    Answer freeSold(const Places &places, Tick now);
    Answer block(const Places &places, Tick now);
    Answer unblock(const Places &places, Tick now);

    [[nodiscard]] const std::map<qint32, Seat> &seats() const { return m_seats; }
    [[nodiscard]] std::vector<Grant> holdsOf(HolderId holder) const;
    [[nodiscard]] std::optional<Tick> nextEnd() const;
    [[nodiscard]] qint64 revision() const { return m_revision; }
    // Places that changed since the last call, with their last states.
    [[nodiscard]] std::map<qint32, SeatState> takeChanges();
    [[nodiscard]] std::vector<EndedHold> takeEnded();

private:
    struct Checkout {
        Places places;
        Tick frozenAt;
        bool loggedOut = false;
    };

    void begin(Tick now);
    void endDue();
    Answer finish(Answer answer = {});
    void become(qint32 place, SeatState state);
    void end(qint32 place, HoldEndReason reason);
    [[nodiscard]] Grant grantOf(qint32 place) const;
    // The answer that refuses those of `places` of which `wrong` is true; nothing when there are none.
    template<class Wrong>
    [[nodiscard]] std::optional<Answer> refuse(ErrorCode code, const Places &places, Wrong wrong) const;
    [[nodiscard]] std::optional<Answer> refuseUnknown(const Places &places) const;
    [[nodiscard]] std::optional<Answer> refuseEnded(HolderId holder, const Places &places) const;
    [[nodiscard]] std::optional<Answer> refuseFrozen(HolderId holder, const Places &places) const;

    ledger::LedgerRules m_rules;
    std::map<qint32, Seat> m_seats;
    std::map<int, Checkout> m_checkouts;
    std::set<qint32> m_changed;
    std::vector<EndedHold> m_ended;
    Tick m_now = Tick::min();
    qint64 m_version;
    qint64 m_revision;
    int m_lastCheckout = 0;
    bool m_visible = false;
};

} // namespace parterre::simulation
