// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerport.h"

namespace parterre::simulation {

namespace {

Answer refused(const Error &error)
{
    return {.refusal = error.code, .places = {error.places.begin(), error.places.end()}, .limit = error.limit};
}

Answer answer(const Result<void> &result)
{
    return result.ok() ? Answer {} : refused(result.error());
}

Answer answer(const Result<std::span<const Grant>> &result)
{
    return result.ok() ? Answer {.grants = {result->begin(), result->end()}} : refused(result.error());
}

} // namespace

std::string Answer::text() const
{
    std::string out = refusal ? std::string(errorKind(*refusal).data()) : "ok";
    for (const qint32 place : places)
        out += " " + std::to_string(place);
    if (limit)
        out += " limit " + std::to_string(*limit);
    for (const Grant &g : grants) {
        out += " " + std::to_string(g.place) + "@" + std::to_string(g.version >> 32) + "." + std::to_string(g.version & 0xFFFFFFFF)
               + "<" + std::to_string(g.deadline.time_since_epoch().count()) + "/" + std::to_string(g.extensionsLeft);
    }
    return out;
}

LedgerPort::LedgerPort(const LedgerStart &start) : m_ledger(*ledger::SeatLedger::build(start)) {}

Answer LedgerPort::acquire(HolderId holder, const Places &places, int maxHeld, Tick now)
{
    return answer(m_ledger.acquire(holder, places, maxHeld, now));
}

Answer LedgerPort::acquireBlocked(HolderId holder, const Places &places, int maxHeld, Tick now)
{
    return answer(m_ledger.acquire(holder, places, maxHeld, now, ledger::Blocked::MayBeHeld));
}

Answer LedgerPort::release(HolderId holder, const Places &places, Tick now)
{
    return answer(m_ledger.release(holder, places, now));
}

Answer LedgerPort::extend(HolderId holder, const Places &places, Tick now)
{
    return answer(m_ledger.extend(holder, places, now));
}

void LedgerPort::releaseAll(HolderId holder, Tick now)
{
    m_ledger.releaseAll(holder, now);
}

void LedgerPort::holderLost(HolderId holder, Tick now, std::chrono::milliseconds grace)
{
    m_ledger.holderLost(holder, now, grace);
}

void LedgerPort::holderBack(HolderId holder, Tick now)
{
    m_ledger.holderBack(holder, now);
}

void LedgerPort::expire(Tick now)
{
    m_ledger.expire(now);
}

Answer LedgerPort::freeze(HolderId holder, const std::vector<Fence> &seats, Tick now, CheckoutToken &token)
{
    const auto result = m_ledger.freeze(holder, seats, now);
    if (!result.ok())
        return refused(result.error());
    token = *result;
    return {};
}

Answer LedgerPort::commit(CheckoutToken token, Tick now)
{
    return answer(m_ledger.commit(token, now));
}

Answer LedgerPort::thaw(CheckoutToken token, Tick now)
{
    return answer(m_ledger.thaw(token, now));
}

Answer LedgerPort::freeSold(const Places &places, Tick now)
{
    return answer(m_ledger.freeSold(places, now));
}

Answer LedgerPort::block(const Places &places, Tick now)
{
    return answer(m_ledger.block(places, now));
}

Answer LedgerPort::unblock(const Places &places, Tick now)
{
    return answer(m_ledger.unblock(places, now));
}

SeatChanges LedgerPort::takeChanges()
{
    return m_ledger.takeChanges();
}

std::vector<EndedHold> LedgerPort::takeEnded()
{
    return m_ledger.takeEnded();
}

qint64 LedgerPort::versionOf(qint32 place) const
{
    return m_ledger.versionOf(place);
}

} // namespace parterre::simulation
