// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/holdkeeper.h"

#include <algorithm>

namespace parterre {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kBefore {90'000}; // before anybody is warned; of shorter holds half of what is left
constexpr milliseconds kOften {250};
constexpr milliseconds kAgainAfter {1'000}; // at least, when it was refused

} // namespace

HoldKeeper::HoldKeeper(SessionModel &session, CartModel &cart, const Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_cart(cart), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HoldKeeper::renew);
    connect(&cart, &CartModel::totalsChanged, this, &HoldKeeper::plan);
    connect(&cart, &CartModel::checkoutStateChanged, this, &HoldKeeper::plan);
    connect(&cart, &CartModel::extendFailed, this, &HoldKeeper::planAgain);
    plan();
}

void HoldKeeper::plan()
{
    m_timer.stop();
    const std::optional<Tick> ends = m_cart.earliestDeadline();
    if (!ends || !m_session.isCounter() || !m_cart.canExtend())
        return;
    const auto left = std::chrono::duration_cast<milliseconds>(*ends - m_clock.steadyNow());
    m_timer.start(std::max(kOften, left - std::min(kBefore, left / 2)));
}

// At half of what is left, and so ever more often until the holds are gone.
void HoldKeeper::planAgain()
{
    const std::optional<Tick> ends = m_cart.earliestDeadline();
    if (!ends || !m_session.isCounter() || !m_cart.canExtend() || *ends <= m_clock.steadyNow())
        return;
    m_timer.start(std::max(kAgainAfter, std::chrono::duration_cast<milliseconds>(*ends - m_clock.steadyNow()) / 2));
}

void HoldKeeper::renew()
{
    if (m_session.isCounter() && m_session.isInVisit())
        m_cart.extend();
}

} // namespace parterre
