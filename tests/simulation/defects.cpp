// SPDX-License-Identifier: GPL-3.0-or-later
#include "defects.h"

#include <map>

namespace parterre::simulation {

using namespace std::chrono_literals;

namespace {

// Takes a held seat from its holder and gives it to whoever asks last.
class DoubleGrant final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now) override
    {
        for (const qint32 place : places) {
            if (!m_ledger.contains(place))
                continue;
            const auto owner = m_ledger.holderOf(place);
            if (owner && *owner != holder)
                LedgerPort::release(*owner, {place}, now);
        }
        return LedgerPort::acquire(holder, places, maxHeld, now);
    }
};

// Holds what is free and refuses the rest: half a family gets in.
class PartialAcquire final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now) override
    {
        const Answer answer = LedgerPort::acquire(holder, places, maxHeld, now);
        if (answer.refusal == ErrorCode::SeatTaken) {
            for (const qint32 place : places)
                LedgerPort::acquire(holder, {place}, maxHeld, now);
        }
        return answer;
    }
};

// Counts the seats of this request only.
class LimitPerRequest final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now) override
    {
        Answer answer = LedgerPort::acquire(holder, places, maxHeld + m_ledger.heldCount(holder), now);
        if (answer.limit)
            answer.limit = maxHeld;
        return answer;
    }
};

// Extends a hold with every repeated click, without counting.
class DoubleClickExtends final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer acquire(HolderId holder, const Places &places, int maxHeld, Tick now) override
    {
        const Answer answer = LedgerPort::acquire(holder, places, maxHeld, now);
        return answer.ok() && LedgerPort::extend(holder, places, now).ok() ? LedgerPort::acquire(holder, places, maxHeld, now) : answer;
    }
};

// A millisecond before its promised end, a hold is over.
class EarlyExpiry final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    void expire(Tick now) override { LedgerPort::expire(now + 1ms); }
};

// At its deadline, a hold is still there.
class LateExpiry final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    void expire(Tick now) override { LedgerPort::expire(now - 1ms); }
};

// Whoever holds the seat may pay, whatever was shown.
class StaleVersionAccepted final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, CheckoutToken &token) override
    {
        std::vector<Fence> current = seats;
        for (Fence &fence : current)
            fence.version = m_ledger.contains(fence.place) ? m_ledger.versionOf(fence.place) : fence.version;
        return LedgerPort::freeze(holder, current, now, token);
    }
};

// Anybody may release anybody's seat.
class ReleaseWithoutOwner final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer release(HolderId holder, const Places &places, Tick now) override
    {
        const auto owner = !places.empty() && m_ledger.contains(places.front()) ? m_ledger.holderOf(places.front()) : std::nullopt;
        return LedgerPort::release(owner.value_or(holder), places, now);
    }
};

// The last change of every fifth message is missing.
class ChangeSkipped final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    SeatChanges takeChanges() override
    {
        SeatChanges changes = LedgerPort::takeChanges();
        if (++m_taken % 5 == 0 && !changes.seats.empty())
            changes.seats.pop_back();
        return changes;
    }

private:
    int m_taken = 0;
};

// Nobody hears that a hold ran out.
class ExpiryUntold final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    std::vector<EndedHold> takeEnded() override
    {
        auto ended = LedgerPort::takeEnded();
        std::erase_if(ended, [](const EndedHold &end) { return end.reason == HoldEndReason::Expired; });
        return ended;
    }
};

// After a failed payment the seats stay frozen for good.
class ThawForgets final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer thaw(CheckoutToken, Tick now) override
    {
        LedgerPort::expire(now);
        return {};
    }
};

// A second payment for the same seats may start while the first is under way.
class SecondCheckout final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, CheckoutToken &token) override
    {
        const Answer answer = LedgerPort::freeze(holder, seats, now, token);
        return answer.refusal == ErrorCode::CheckoutRunning ? Answer {} : answer;
    }
    Answer commit(CheckoutToken token, Tick now) override
    {
        LedgerPort::commit(token, now);
        return {};
    }
    Answer thaw(CheckoutToken token, Tick now) override
    {
        LedgerPort::thaw(token, now);
        return {};
    }
};

// A payment that went through gives the seats back to sell.
class CommitFrees final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer commit(CheckoutToken token, Tick now) override
    {
        const Answer answer = LedgerPort::commit(token, now);
        for (qint32 place = 0; answer.ok() && place < m_ledger.seatCount(); ++place) {
            if (m_ledger.stateOf(place) == SeatState::Sold)
                LedgerPort::freeSold({place}, now);
        }
        return answer;
    }
};

// Checks at the start of a checkout and acts at its end; in between the seats are as mortal as ever.
class CheckThenAct final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, CheckoutToken &token) override
    {
        const Answer answer = LedgerPort::freeze(holder, seats, now, token);
        if (answer.ok()) {
            LedgerPort::thaw(token, now);
            m_checked[token.serial] = {holder, seats};
        }
        return answer;
    }
    Answer commit(CheckoutToken token, Tick now) override
    {
        const auto &[holder, seats] = m_checked[token.serial];
        const Answer again = LedgerPort::freeze(holder, seats, now, token);
        return again.ok() ? LedgerPort::commit(token, now) : again;
    }

private:
    std::map<quint32, std::pair<HolderId, std::vector<Fence>>> m_checked;
};

// A cancelled seat comes back under the version it was sold with.
class CancelKeepsVersion final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer freeSold(const Places &places, Tick now) override
    {
        std::map<qint32, qint64> before;
        for (const qint32 place : places)
            before[place] = versionOf(place);
        const Answer answer = LedgerPort::freeSold(places, now);
        for (const auto &[place, version] : before) {
            if (answer.ok())
                m_kept[place] = {m_ledger.versionOf(place), version};
        }
        return answer;
    }
    [[nodiscard]] qint64 versionOf(qint32 place) const override
    {
        const auto kept = m_kept.find(place);
        const qint64 version = LedgerPort::versionOf(place);
        return kept != m_kept.end() && kept->second.first == version ? kept->second.second : version;
    }

private:
    std::map<qint32, std::pair<qint64, qint64>> m_kept; // place -> new version, and the one shown instead
};

// A dead session keeps its seats to their deadlines.
class GraceForgotten final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    void holderLost(HolderId, Tick now, std::chrono::milliseconds) override { LedgerPort::expire(now); }
};

// A session that came back loses its seats at the end of the grace all the same.
class ReturnForgotten final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    void holderBack(HolderId, Tick now) override { LedgerPort::expire(now); }
};

// A log-out leaves the seats to their deadlines.
class LogOutKeepsSeats final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    void releaseAll(HolderId, Tick now) override { LedgerPort::expire(now); }
};

// Every start of the server counts from the same version.
class EpochReused final : public LedgerPort
{
public:
    explicit EpochReused(LedgerStart start) : LedgerPort(inFirstEpoch(start)) {}

private:
    static LedgerStart inFirstEpoch(LedgerStart start)
    {
        start.epoch = 1;
        return start;
    }
};

// What was blocked is free after somebody had it and gave it back.
class BlockForgotten final : public LedgerPort
{
public:
    using LedgerPort::LedgerPort;
    Answer acquireBlocked(HolderId holder, const Places &places, int maxHeld, Tick now) override
    {
        const Answer answer = LedgerPort::acquireBlocked(holder, places, maxHeld, now);
        if (answer.ok())
            LedgerPort::unblock(places, now);
        return answer;
    }
};

// What was sold before a restart is for sale after it.
class SalesForgotten final : public LedgerPort
{
public:
    explicit SalesForgotten(LedgerStart start) : LedgerPort(withoutSales(start)) {}

private:
    static LedgerStart withoutSales(LedgerStart start)
    {
        start.sold = {};
        return start;
    }
};

template<class Wrong>
Defect defect(const char *name, const char *promise = "")
{
    return {name, [](const LedgerStart &start) { return std::make_unique<Wrong>(start); }, promise};
}

} // namespace

std::vector<Defect> defects()
{
    return {
        defect<DoubleGrant>("double grant", "P3"),
        defect<PartialAcquire>("partial acquire"),
        defect<LimitPerRequest>("limit per request"),
        defect<DoubleClickExtends>("double click extends"),
        defect<EarlyExpiry>("early expiry", "P3"),
        defect<LateExpiry>("late expiry", "P3"),
        defect<StaleVersionAccepted>("stale version accepted", "P1"),
        defect<ReleaseWithoutOwner>("release without owner", "P3"),
        defect<ChangeSkipped>("change skipped", "P6"),
        defect<ExpiryUntold>("expiry untold"),
        defect<ThawForgets>("thaw forgets", "liveness"),
        defect<SecondCheckout>("second checkout", "P1: a seat was about to be sold twice"),
        defect<CommitFrees>("commit frees", "I7"),
        defect<CheckThenAct>("check then act", "a checkout"),
        defect<CancelKeepsVersion>("cancel keeps version"),
        defect<GraceForgotten>("grace forgotten"),
        defect<ReturnForgotten>("return forgotten"),
        defect<LogOutKeepsSeats>("log-out keeps seats"),
        defect<BlockForgotten>("block forgotten", "I8"),
        defect<EpochReused>("epoch reused", "P1"),
        defect<SalesForgotten>("sales forgotten", "I7"),
    };
}

} // namespace parterre::simulation
