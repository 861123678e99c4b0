// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgermodel.h"

namespace parterre::simulation {

namespace {

Places distinct(const Places &places)
{
    Places out;
    for (const qint32 place : places) {
        if (std::find(out.begin(), out.end(), place) == out.end())
            out.push_back(place);
    }
    return out;
}

} // namespace

LedgerModel::LedgerModel(const LedgerStart &start)
    : m_rules(start.rules), m_version(qint64(start.epoch) * 4'294'967'296), m_revision(m_version)
{
    for (qint32 place = 0; place < start.seats; ++place)
        m_seats[place] = Seat {.version = m_version};
    for (const qint32 place : start.blocked)
        m_seats.at(place).state = SeatState::Blocked;
    for (const qint32 place : start.sold)
        m_seats.at(place).state = SeatState::Sold;
}

// ---- One call: time passes, then it acts or refuses, then a visible change makes one revision ------------------------

void LedgerModel::begin(Tick now)
{
    m_now = std::max(m_now, now);
    endDue();
}

void LedgerModel::endDue()
{
    std::set<std::pair<Tick, qint32>> due;
    for (const auto &[place, seat] : m_seats) {
        if (seat.state == SeatState::Held && seat.checkout == 0 && !(m_now < seat.end()))
            due.insert({seat.end(), place});
    }
    for (const auto &[when, place] : due) {
        Seat &seat = m_seats.at(place);
        const bool lost = seat.graceEnd && *seat.graceEnd < seat.promised;
        seat.timedOut = {seat.holder};
        end(place, lost ? HoldEndReason::SessionLost : HoldEndReason::Expired);
    }
}

Answer LedgerModel::finish(Answer answer)
{
    m_revision += m_visible ? 1 : 0;
    m_visible = false;
    return answer;
}

void LedgerModel::become(qint32 place, SeatState state)
{
    m_seats.at(place).state = state;
    m_changed.insert(place);
    m_visible = true;
}

void LedgerModel::end(qint32 place, HoldEndReason reason)
{
    Seat &seat = m_seats.at(place);
    m_ended.push_back({seat.holder, place, seat.version, reason});
    seat.holder = ledger::kNobody;
    seat.checkout = 0;
    become(place, std::exchange(seat.underBlock, false) ? SeatState::Blocked : SeatState::Free);
}

// ---- Refusals --------------------------------------------------------------------------------------------------------

template<class Wrong>
std::optional<Answer> LedgerModel::refuse(ErrorCode code, const Places &places, Wrong wrong) const
{
    std::set<qint32> found;
    for (const qint32 place : places) {
        if (wrong(place))
            found.insert(place);
    }
    if (found.empty())
        return std::nullopt;
    return Answer {.refusal = code, .places = {found.begin(), found.end()}};
}

std::optional<Answer> LedgerModel::refuseUnknown(const Places &places) const
{
    return refuse(ErrorCode::UnknownPlace, places, [this](qint32 p) { return !m_seats.contains(p); });
}

std::optional<Answer> LedgerModel::refuseEnded(HolderId holder, const Places &places) const
{
    const auto missing = [this, holder](qint32 p) { return m_seats.at(p).holder != holder; };
    const auto timedOut = [this, holder](qint32 p) { return m_seats.at(p).timedOut.contains(holder); };
    if (auto never = refuse(ErrorCode::NotHeld, places, [&](qint32 p) { return missing(p) && !timedOut(p); }))
        return never;
    return refuse(ErrorCode::HoldExpired, places, [&](qint32 p) { return missing(p) && timedOut(p); });
}

std::optional<Answer> LedgerModel::refuseFrozen(HolderId holder, const Places &places) const
{
    return refuse(ErrorCode::CheckoutRunning, places,
                  [this, holder](qint32 p) { return m_seats.at(p).holder == holder && m_seats.at(p).checkout != 0; });
}

// ---- Holding ---------------------------------------------------------------------------------------------------------

Answer LedgerModel::acquire(HolderId holder, const Places &places, int maxHeld, Tick now, ledger::Blocked blocked)
{
    begin(now);
    if (auto no = refuseUnknown(places))
        return finish(*no);
    if (auto no = refuseFrozen(holder, places))
        return finish(*no);
    const Places asked = distinct(places);
    const auto mine = [this, holder](qint32 p) { return m_seats.at(p).holder == holder; };
    const auto wanted = std::count_if(asked.begin(), asked.end(), [&](qint32 p) { return !mine(p); });
    if (wanted > 0 && static_cast<qint64>(holdsOf(holder).size()) + wanted > maxHeld)
        return finish({.refusal = ErrorCode::TooManySeats, .limit = maxHeld});
    std::set<SeatState> toBeHad {SeatState::Free};
    if (blocked == ledger::Blocked::MayBeHeld)
        toBeHad.insert(SeatState::Blocked);
    if (auto no = refuse(ErrorCode::SeatTaken, places, [&](qint32 p) { return !mine(p) && !toBeHad.contains(m_seats.at(p).state); }))
        return finish(*no);
    Answer yes;
    for (const qint32 place : asked) {
        if (!mine(place)) {
            Seat &seat = m_seats.at(place);
            seat.timedOut.erase(holder);
            seat = {.holder = holder, .version = ++m_version, .promised = m_now + m_rules.holdTime, .underBlock = seat.state == SeatState::Blocked, .timedOut = seat.timedOut};
            become(place, SeatState::Held);
        }
        yes.grants.push_back(grantOf(place));
    }
    return finish(yes);
}

Answer LedgerModel::release(HolderId holder, const Places &places, Tick now)
{
    begin(now);
    if (auto no = refuseUnknown(places))
        return finish(*no);
    if (auto no = refuse(ErrorCode::NotHeld, places, [&](qint32 p) { return m_seats.at(p).holder != holder; }))
        return finish(*no);
    if (auto no = refuseFrozen(holder, places))
        return finish(*no);
    for (const qint32 place : distinct(places))
        end(place, HoldEndReason::Released);
    return finish();
}

Answer LedgerModel::extend(HolderId holder, const Places &places, Tick now)
{
    begin(now);
    if (auto no = refuseUnknown(places))
        return finish(*no);
    if (auto no = refuseEnded(holder, places))
        return finish(*no);
    if (auto no = refuseFrozen(holder, places))
        return finish(*no);
    if (auto no = refuse(ErrorCode::TooManyExtensions, places, [&](qint32 p) { return m_seats.at(p).extensions == m_rules.maxExtensions; })) {
        no->limit = m_rules.maxExtensions;
        return finish(*no);
    }
    Answer yes;
    for (const qint32 place : distinct(places)) {
        Seat &seat = m_seats.at(place);
        seat.promised = std::max(seat.promised, m_now + m_rules.extensionTime);
        seat.extensions += 1;
        yes.grants.push_back(grantOf(place));
    }
    return finish(yes);
}

void LedgerModel::releaseAll(HolderId holder, Tick now)
{
    begin(now);
    for (const Grant &held : holdsOf(holder)) {
        if (held.frozen)
            m_checkouts.at(m_seats.at(held.place).checkout).loggedOut = true;
        else
            end(held.place, HoldEndReason::LoggedOut);
    }
    finish();
}

void LedgerModel::holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace)
{
    begin(now);
    for (const Grant &held : holdsOf(holder)) {
        auto &graceEnd = m_seats.at(held.place).graceEnd;
        graceEnd = graceEnd ? std::min(*graceEnd, m_now + grace) : m_now + grace;
    }
    endDue();
    finish();
}

void LedgerModel::holderBack(HolderId holder, Tick now)
{
    begin(now);
    for (const Grant &held : holdsOf(holder))
        m_seats.at(held.place).graceEnd = std::nullopt;
    finish();
}

void LedgerModel::expire(Tick now)
{
    begin(now);
    finish();
}

// ---- Selling and blocks ----------------------------------------------------------------------------------------------

Answer LedgerModel::freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, int &checkout)
{
    begin(now);
    Places places, stale;
    for (const Fence &fence : seats) {
        places.push_back(fence.place);
        if (m_seats.contains(fence.place) && m_seats.at(fence.place).version != fence.version)
            stale.push_back(fence.place);
    }
    if (places.empty())
        return finish({.refusal = ErrorCode::InvalidParams});
    if (auto no = refuseUnknown(places))
        return finish(*no);
    if (auto no = refuseEnded(holder, places))
        return finish(*no);
    if (auto no = refuseFrozen(holder, places))
        return finish(*no);
    if (auto no = refuse(ErrorCode::StaleVersion, stale, [](qint32) { return true; }))
        return finish(*no);
    checkout = ++m_lastCheckout;
    m_checkouts[checkout] = {distinct(places), m_now};
    for (const qint32 place : places)
        m_seats.at(place).checkout = checkout;
    return finish();
}

Answer LedgerModel::commit(int checkout, Tick now)
{
    begin(now);
    if (!m_checkouts.contains(checkout))
        return finish({.refusal = ErrorCode::NotFound});
    for (const qint32 place : m_checkouts.at(checkout).places) {
        m_seats.at(place).holder = ledger::kNobody;
        m_seats.at(place).checkout = 0;
        m_seats.at(place).underBlock = false;
        become(place, SeatState::Sold);
    }
    m_checkouts.erase(checkout);
    return finish();
}

Answer LedgerModel::thaw(int checkout, Tick now)
{
    begin(now);
    if (!m_checkouts.contains(checkout))
        return finish({.refusal = ErrorCode::NotFound});
    const Checkout ended = m_checkouts.at(checkout);
    m_checkouts.erase(checkout);
    for (const qint32 place : ended.places) {
        Seat &seat = m_seats.at(place);
        seat.checkout = 0;
        seat.promised += m_now - ended.frozenAt;
        if (ended.loggedOut)
            end(place, HoldEndReason::LoggedOut);
    }
    endDue();
    return finish();
}

Answer LedgerModel::freeSold(const Places &places, Tick now)
{
    begin(now);
    if (auto no = refuseUnknown(places))
        return finish(*no);
    if (auto no = refuse(ErrorCode::NotFound, places, [this](qint32 p) { return m_seats.at(p).state != SeatState::Sold; }))
        return finish(*no);
    for (const qint32 place : distinct(places)) {
        m_seats.at(place).version = ++m_version;
        become(place, SeatState::Free);
    }
    return finish();
}

Answer LedgerModel::block(const Places &places, Tick now)
{
    begin(now);
    if (auto no = refuseUnknown(places))
        return finish(*no);
    const auto used = [this](qint32 p) { return m_seats.at(p).state == SeatState::Held || m_seats.at(p).state == SeatState::Sold; };
    if (auto no = refuse(ErrorCode::SeatTaken, places, used))
        return finish(*no);
    for (const qint32 place : places) {
        if (m_seats.at(place).state == SeatState::Free)
            become(place, SeatState::Blocked);
    }
    return finish();
}

Answer LedgerModel::unblock(const Places &places, Tick now)
{
    begin(now);
    if (auto no = refuseUnknown(places))
        return finish(*no);
    for (const qint32 place : places) {
        m_seats.at(place).underBlock = false;
        if (m_seats.at(place).state == SeatState::Blocked)
            become(place, SeatState::Free);
    }
    return finish();
}

// ---- Reading ---------------------------------------------------------------------------------------------------------

Grant LedgerModel::grantOf(qint32 place) const
{
    const Seat &seat = m_seats.at(place);
    return {place, seat.version, seat.end(), m_rules.maxExtensions - seat.extensions, seat.checkout != 0};
}

std::vector<Grant> LedgerModel::holdsOf(HolderId holder) const
{
    std::vector<Grant> holds;
    for (const auto &[place, seat] : m_seats) {
        if (seat.state == SeatState::Held && seat.holder == holder)
            holds.push_back(grantOf(place));
    }
    // Versions are given in order, so they tell the order of the grants.
    std::sort(holds.begin(), holds.end(), [](const Grant &a, const Grant &b) { return a.version < b.version; });
    return holds;
}

std::optional<Tick> LedgerModel::nextEnd() const
{
    std::optional<Tick> next;
    for (const auto &[place, seat] : m_seats) {
        if (seat.state == SeatState::Held && seat.checkout == 0)
            next = next ? std::min(*next, seat.end()) : seat.end();
    }
    return next;
}

std::map<qint32, SeatState> LedgerModel::takeChanges()
{
    std::map<qint32, SeatState> changes;
    for (const qint32 place : std::exchange(m_changed, {}))
        changes[place] = m_seats.at(place).state;
    return changes;
}

std::vector<EndedHold> LedgerModel::takeEnded()
{
    return std::exchange(m_ended, {});
}

} // namespace parterre::simulation
