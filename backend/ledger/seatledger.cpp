// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ledger/seatledger.h"

#include "shared/core/defects.h"

#include <algorithm>
#include <utility>

namespace parterre::ledger {

// One mutating call: time passes first, and whatever became visible in it is one revision.
class SeatLedger::Step
{
public:
    Step(SeatLedger &ledger, Tick now) : m_ledger(ledger)
    {
        m_ledger.m_now = std::max(m_ledger.m_now, now);
        m_ledger.endDue();
    }
    ~Step()
    {
        if (m_ledger.m_touched && !isSeeded(Defect::RevisionStands))
            ++m_ledger.m_revision;
        m_ledger.m_touched = false;
    }
    Q_DISABLE_COPY_MOVE(Step)

private:
    SeatLedger &m_ledger;
};

// ---- Building ------------------------------------------------------------------------------------------------------

Result<SeatLedger> SeatLedger::build(const LedgerStart &start)
{
    if (const auto error = start.fault())
        return *error;
    SeatLedger ledger(start);
    if (const auto error = ledger.refuseUnknown(start.sold))
        return *error;
    if (const auto error = ledger.refuseUnknown(start.blocked))
        return *error;
    const auto place = [&ledger](std::span<const qint32> places, SeatState state) {
        for (const qint32 p : places) {
            --ledger.m_counts[static_cast<std::size_t>(ledger.stateOf(p))];
            ++ledger.m_counts[static_cast<std::size_t>(state)];
            ledger.m_states[index(p)] = state;
            ledger.slot(p).isBlocked = state == SeatState::Blocked;
            ledger.m_free.set(p, false);
        }
    };
    place(start.blocked, SeatState::Blocked);
    place(start.sold, SeatState::Sold);
    return ledger;
}

SeatLedger::SeatLedger(const LedgerStart &start)
    : m_rules(start.rules),
      m_lastVersion(std::max(static_cast<qint64>(start.epoch) << kEpochShift, start.above)),
      m_revision(m_lastVersion),
      m_takenRevision(m_lastVersion),
      m_slots(index(start.seats)),
      m_states(index(start.seats), SeatState::Free),
      m_free(start.seats),
      m_deadlines(start.seats),
      m_checkouts(start.epoch)
{
    m_counts[static_cast<std::size_t>(SeatState::Free)] = start.seats;
    for (Slot &s : m_slots)
        s.version = m_lastVersion;
}

// ---- Refusing ------------------------------------------------------------------------------------------------------

template<class Wrong>
std::optional<Error> SeatLedger::refuse(ErrorCode code, std::span<const qint32> places, Wrong wrong) const
{
    QList<qint32> found;
    for (const qint32 place : places) {
        if (wrong(place))
            found.append(place);
    }
    if (found.isEmpty())
        return std::nullopt;
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return Error {.code = code, .places = found};
}

std::optional<Error> SeatLedger::refuseUnknown(std::span<const qint32> places) const
{
    return refuse(ErrorCode::UnknownPlace, places, [this](qint32 p) { return !contains(p); });
}

// NotHeld for what the holder never had or gave back, HoldExpired for what time took from it.
std::optional<Error> SeatLedger::refuseEnded(HolderId holder, std::span<const qint32> places) const
{
    const auto missing = [this, holder](qint32 p, bool ranOut) {
        return slot(p).holder != holder && (slot(p).ranOutOn == holder) == ranOut;
    };
    if (auto error = refuse(ErrorCode::NotHeld, places, [&](qint32 p) { return missing(p, false); }))
        return error;
    return refuse(ErrorCode::HoldExpired, places, [&](qint32 p) { return missing(p, true); });
}

std::optional<Error> SeatLedger::refuseFrozen(HolderId holder, std::span<const qint32> places) const
{
    return refuse(ErrorCode::CheckoutRunning, places,
                  [this, holder](qint32 p) { return slot(p).holder == holder && slot(p).isFrozen(); });
}

bool SeatLedger::firstTime(qint32 place)
{
    return std::exchange(slot(place).mark, m_request) != m_request;
}

// ---- Holding -------------------------------------------------------------------------------------------------------

Result<std::span<const Grant>> SeatLedger::acquire(HolderId holder, std::span<const qint32> places,
                                                   int maxHeldByHolder, Tick now, Blocked blocked)
{
    Q_ASSERT(holder != kNobody);
    const Step step(*this, now);
    if (const auto error = refuseUnknown(places))
        return *error;
    if (const auto error = refuseFrozen(holder, places))
        return *error;

    startRequest();
    qint32 wanted = 0;
    for (const qint32 place : places)
        wanted += firstTime(place) && slot(place).holder != holder ? 1 : 0;
    if (wanted > 0 && heldCount(holder) + wanted > maxHeldByHolder)
        return Error {.code = ErrorCode::TooManySeats, .limit = maxHeldByHolder};
    const auto isToBeHad = [&](qint32 p) { return stateOf(p) == SeatState::Free || (blocked == Blocked::MayBeHeld && stateOf(p) == SeatState::Blocked); };
    const auto taken = [&](qint32 p) { return !isToBeHad(p) && slot(p).holder != holder; };
    if (const auto error = refuse(ErrorCode::SeatTaken, places, taken); error && !isSeeded(Defect::TakenFromOthers)) {
        for (const qint32 place : places) {
            if (isSeeded(Defect::RefusedGroupKept) && stateOf(place) == SeatState::Free)
                grant(holder, place);
        }
        return *error;
    }

    m_answer.clear();
    startRequest();
    for (const qint32 place : places) {
        if (!firstTime(place))
            continue;
        if (isSeeded(Defect::TakenFromOthers) && stateOf(place) == SeatState::Held && slot(place).holder != holder)
            endHold(place, HoldEndReason::Released);
        if (slot(place).holder != holder)
            grant(holder, place);
        m_answer.push_back(grantOf(place));
    }
    return std::span<const Grant>(m_answer);
}

std::span<const qint32> SeatLedger::lowestFree(qint32 first, qint32 end, qint32 most, Tick now)
{
    const Step step(*this, now);
    m_scratch.clear();
    for (qint32 place = m_free.next(first); place != FreePlaces::kNone && place < end && most > 0; place = m_free.next(place + 1), --most)
        m_scratch.push_back(place);
    return m_scratch;
}

Result<void> SeatLedger::release(HolderId holder, std::span<const qint32> places, Tick now)
{
    const Step step(*this, now);
    if (const auto error = refuseUnknown(places))
        return *error;
    if (const auto error = refuse(ErrorCode::NotHeld, places, [&](qint32 p) { return slot(p).holder != holder && !isSeeded(Defect::ReleasedByAnyone); }))
        return *error;
    if (const auto error = refuseFrozen(holder, places))
        return *error;
    startRequest();
    for (const qint32 place : places) {
        if (firstTime(place))
            endHold(place, HoldEndReason::Released);
    }
    return {};
}

Result<std::span<const Grant>> SeatLedger::extend(HolderId holder, std::span<const qint32> places, Tick now, Extension extension)
{
    const Step step(*this, now);
    if (const auto error = refuseUnknown(places))
        return *error;
    if (const auto error = refuseEnded(holder, places))
        return *error;
    if (const auto error = refuseFrozen(holder, places))
        return *error;
    const auto usedUp = [&](qint32 p) { return extension == Extension::Counts && slot(p).extensions >= m_rules.maxExtensions; };
    if (auto error = refuse(ErrorCode::TooManyExtensions, places, usedUp)) {
        error->limit = m_rules.maxExtensions;
        return *error;
    }

    m_answer.clear();
    startRequest();
    for (const qint32 place : places) {
        if (!firstTime(place))
            continue;
        Slot &s = slot(place);
        s.deadline = std::max(s.deadline, m_now + m_rules.extensionTime);
        s.extensions += extension == Extension::Counts ? 1 : 0;
        if (!isSeeded(Defect::ExtensionForgotten))
            m_deadlines.set(place, s.end());
        m_answer.push_back(grantOf(place));
    }
    return std::span<const Grant>(m_answer);
}

void SeatLedger::releaseAll(HolderId holder, Tick now)
{
    const Step step(*this, now);
    const auto *entry = m_holders.find(holder);
    for (qint32 place = entry ? entry->first : kNone; place != kNone;) {
        const qint32 next = slot(place).next;
        if (slot(place).isFrozen())
            m_checkouts.at(slot(place).checkout).endsAs = HoldEndReason::LoggedOut;
        else
            endHold(place, HoldEndReason::LoggedOut);
        place = next;
    }
}

void SeatLedger::holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace)
{
    Q_ASSERT(grace.count() >= 0);
    const Step step(*this, now);
    const auto *entry = m_holders.find(holder);
    for (qint32 place = entry ? entry->first : kNone; place != kNone; place = slot(place).next) {
        Slot &s = slot(place);
        s.lossEnd = std::min(s.lossEnd, m_now + grace);
        if (!s.isFrozen())
            m_deadlines.set(place, s.end());
    }
    endDue(); // a grace of 0
}

void SeatLedger::holderBack(HolderId holder, Tick now)
{
    const Step step(*this, now);
    const auto *entry = m_holders.find(holder);
    for (qint32 place = entry ? entry->first : kNone; place != kNone; place = slot(place).next) {
        Slot &s = slot(place);
        s.lossEnd = kNever;
        if (!s.isFrozen())
            m_deadlines.set(place, s.end());
    }
}

void SeatLedger::close(Tick now)
{
    const Step step(*this, now);
    for (qint32 place = 0; place < seatCount(); ++place) {
        if (slot(place).isFrozen()) {
            auto &endsAs = m_checkouts.at(slot(place).checkout).endsAs;
            endsAs = endsAs.value_or(HoldEndReason::EventClosed);
        } else if (stateOf(place) == SeatState::Held) {
            endHold(place, HoldEndReason::EventClosed);
        }
    }
}

void SeatLedger::expire(Tick now)
{
    const Step step(*this, now);
}

void SeatLedger::endDue()
{
    while (!m_deadlines.isEmpty() && m_deadlines.top().due <= m_now) {
        const qint32 place = m_deadlines.top().place;
        endHold(place, slot(place).lossEnd < slot(place).deadline ? HoldEndReason::SessionLost : HoldEndReason::Expired);
    }
}

// ---- Selling -------------------------------------------------------------------------------------------------------

Result<CheckoutToken> SeatLedger::freeze(HolderId holder, std::span<const Fence> seats, Tick now)
{
    const Step step(*this, now);
    if (seats.empty())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("a checkout of nothing")};
    m_scratch.clear();
    for (const Fence &fence : seats)
        m_scratch.push_back(fence.place);
    if (const auto error = refuseUnknown(m_scratch))
        return *error;
    if (const auto error = refuseEnded(holder, m_scratch))
        return *error;
    if (const auto error = refuseFrozen(holder, m_scratch))
        return *error;
    m_scratch.clear();
    for (const Fence &fence : seats) {
        if (slot(fence.place).version != fence.version && !isSeeded(Defect::StaleVersionSells))
            m_scratch.push_back(fence.place);
    }
    if (const auto error = refuse(ErrorCode::StaleVersion, m_scratch, [](qint32) { return true; }))
        return *error;

    const CheckoutToken token = m_checkouts.open(m_now);
    startRequest();
    for (const Fence &fence : seats) {
        if (!firstTime(fence.place))
            continue;
        slot(fence.place).checkout = token.index;
        m_deadlines.remove(fence.place);
        m_checkouts.at(token.index).places.push_back(fence.place);
    }
    return token;
}

Result<void> SeatLedger::commit(CheckoutToken token, Tick now)
{
    const Step step(*this, now);
    const auto *checkout = m_checkouts.find(token);
    if (!checkout)
        return ErrorCode::NotFound;
    for (const qint32 place : checkout->places) {
        detach(place);
        slot(place).isBlocked = false;
        setState(place, isSeeded(Defect::SoldStaysFree) ? SeatState::Free : SeatState::Sold);
    }
    m_checkouts.close(token);
    return {};
}

Result<void> SeatLedger::thaw(CheckoutToken token, Tick now)
{
    const Step step(*this, now);
    const auto *checkout = m_checkouts.find(token);
    if (!checkout)
        return ErrorCode::NotFound;
    for (const qint32 place : checkout->places) {
        Slot &s = slot(place);
        s.checkout = kNone;
        s.deadline = m_now + (s.deadline - checkout->frozenAt);
        if (checkout->endsAs || isSeeded(Defect::ThawGivesAway))
            endHold(place, checkout->endsAs.value_or(HoldEndReason::LoggedOut));
        else
            m_deadlines.set(place, s.end());
    }
    m_checkouts.close(token);
    endDue(); // those whose grace is over
    return {};
}

Result<void> SeatLedger::freeSold(std::span<const qint32> places, Tick now)
{
    const Step step(*this, now);
    if (const auto error = refuseUnknown(places))
        return *error;
    if (auto error = refuse(ErrorCode::NotFound, places, [this](qint32 p) { return stateOf(p) != SeatState::Sold; })) {
        error->detail = QStringLiteral("not sold");
        return *error;
    }
    startRequest();
    for (const qint32 place : places) {
        if (!firstTime(place))
            continue;
        slot(place).version = nextVersion();
        setState(place, SeatState::Free);
    }
    return {};
}

// ---- Blocks --------------------------------------------------------------------------------------------------------

Result<void> SeatLedger::block(std::span<const qint32> places, Tick now)
{
    const Step step(*this, now);
    if (const auto error = refuseUnknown(places))
        return *error;
    const auto taken = [this](qint32 p) { return stateOf(p) == SeatState::Held || stateOf(p) == SeatState::Sold; };
    if (const auto error = refuse(ErrorCode::SeatTaken, places, taken))
        return *error;
    for (const qint32 place : places) {
        if (!std::exchange(slot(place).isBlocked, true))
            setState(place, SeatState::Blocked);
    }
    return {};
}

Result<void> SeatLedger::unblock(std::span<const qint32> places, Tick now)
{
    const Step step(*this, now);
    if (const auto error = refuseUnknown(places))
        return *error;
    for (const qint32 place : places) {
        if (std::exchange(slot(place).isBlocked, false) && stateOf(place) == SeatState::Blocked)
            setState(place, SeatState::Free);
    }
    return {};
}

// ---- Reading and telling -------------------------------------------------------------------------------------------

std::vector<Grant> SeatLedger::holdsOf(HolderId holder) const
{
    std::vector<Grant> holds;
    const auto *entry = m_holders.find(holder);
    holds.reserve(index(entry ? entry->count : 0));
    for (qint32 place = entry ? entry->first : kNone; place != kNone; place = slot(place).next)
        holds.push_back(grantOf(place));
    return holds;
}

Grant SeatLedger::grantOf(qint32 place) const
{
    const Slot &s = slot(place);
    return {.place = place, .version = s.version, .deadline = s.end(),
            .extensionsLeft = std::max(0, m_rules.maxExtensions - s.extensions), .frozen = s.isFrozen()};
}

SeatChanges SeatLedger::takeChanges()
{
    SeatChanges changes {.from = m_takenRevision, .to = m_revision};
    changes.seats.reserve(m_changed.size());
    for (const qint32 place : m_changed) {
        slot(place).listed = false;
        changes.seats.push_back({place, stateOf(place)});
    }
    m_changed.clear();
    m_takenRevision = m_revision;
    return changes;
}

std::vector<EndedHold> SeatLedger::takeEnded()
{
    std::vector<EndedHold> ended = m_ended; // a copy, so that the buffer keeps its room
    m_ended.clear();
    return ended;
}

// ---- The moves themselves ------------------------------------------------------------------------------------------

void SeatLedger::grant(HolderId holder, qint32 place)
{
    auto &entry = m_holders.obtain(holder);
    Slot &s = slot(place);
    s.holder = holder;
    if (s.ranOutOn == holder)
        s.ranOutOn = kNobody;
    s.version = isSeeded(Defect::VersionStands) ? m_lastVersion : nextVersion();
    s.deadline = m_now + m_rules.holdTime;
    s.lossEnd = kNever;
    s.extensions = 0;
    s.previous = entry.last;
    s.next = kNone;
    (entry.last == kNone ? entry.first : slot(entry.last).next) = place;
    entry.last = place;
    ++entry.count;
    m_deadlines.set(place, isSeeded(Defect::GivenAwayEarly) ? m_now + m_rules.holdTime / 1'000 : s.deadline);
    setState(place, SeatState::Held);
}

void SeatLedger::endHold(qint32 place, HoldEndReason reason)
{
    Slot &s = slot(place);
    m_ended.push_back({s.holder, place, s.version, reason});
    if (reason == HoldEndReason::Expired || reason == HoldEndReason::SessionLost)
        s.ranOutOn = s.holder;
    m_deadlines.remove(place);
    detach(place);
    setState(place, s.isBlocked ? SeatState::Blocked : SeatState::Free);
}

// Takes the place out of its holder's chain; the holder's entry goes with its last place.
void SeatLedger::detach(qint32 place)
{
    Slot &s = slot(place);
    auto *entry = m_holders.find(s.holder);
    Q_ASSERT(entry);
    (s.previous == kNone ? entry->first : slot(s.previous).next) = s.next;
    (s.next == kNone ? entry->last : slot(s.next).previous) = s.previous;
    if (--entry->count == 0)
        m_holders.erase(s.holder);
    s.holder = kNobody;
    s.checkout = kNone;
}

void SeatLedger::setState(qint32 place, SeatState state)
{
    --m_counts[static_cast<std::size_t>(stateOf(place))];
    ++m_counts[static_cast<std::size_t>(state)];
    m_states[index(place)] = state;
    m_free.set(place, state == SeatState::Free);
    m_touched = true;
    if (!std::exchange(slot(place).listed, true))
        m_changed.push_back(place);
}

} // namespace parterre::ledger
