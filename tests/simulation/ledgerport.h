// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ledger/seatledger.h"

#include <functional>
#include <memory>
#include <string>

namespace parterre::simulation {

using ledger::CheckoutToken;
using ledger::EndedHold;
using ledger::Fence;
using ledger::Grant;
using ledger::HolderId;
using ledger::LedgerStart;
using ledger::SeatChanges;

using Places = std::vector<qint32>;

// What a call answered, in one comparable form.
struct Answer {
    std::optional<ErrorCode> refusal = {};
    Places places = {};                 // the refusal is about
    std::optional<qint64> limit = {};
    std::vector<Grant> grants = {};

    [[nodiscard]] bool ok() const { return !refusal; }
    [[nodiscard]] std::string text() const;
    friend bool operator==(const Answer &, const Answer &) = default;
};

// The ledger as the simulation calls it. What may be wrong in a bug bank is virtual; everything else is read from
// seats(). This implementation adds nothing.
class LedgerPort
{
public:
    explicit LedgerPort(const LedgerStart &start);
    virtual ~LedgerPort() = default;
    Q_DISABLE_COPY_MOVE(LedgerPort)

    virtual Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now);
    // As staff does: of what is blocked, too.
    virtual Answer acquireBlocked(HolderId holder, const Places &places, int maxHeld, Tick now);
    virtual Answer release(HolderId holder, const Places &places, Tick now);
    virtual Answer extend(HolderId holder, const Places &places, Tick now);
    virtual void releaseAll(HolderId holder, Tick now);
    virtual void holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace);
    virtual void holderBack(HolderId holder, Tick now);
    virtual void expire(Tick now);
    virtual Answer freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, CheckoutToken &token);
    virtual Answer commit(CheckoutToken token, Tick now);
    virtual Answer thaw(CheckoutToken token, Tick now);
    virtual Answer freeSold(const Places &places, Tick now);
    virtual Answer block(const Places &places, Tick now);
    virtual Answer unblock(const Places &places, Tick now);
    virtual SeatChanges takeChanges();
    virtual std::vector<EndedHold> takeEnded();
    [[nodiscard]] virtual qint64 versionOf(qint32 place) const;

    [[nodiscard]] const ledger::SeatLedger &seats() const { return m_ledger; }

protected:
    ledger::SeatLedger m_ledger;
};

using LedgerFactory = std::function<std::unique_ptr<LedgerPort>(const LedgerStart &)>;

} // namespace parterre::simulation
