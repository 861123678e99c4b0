// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace parterre::net {

std::chrono::milliseconds BackOff::bound() const
{
    constexpr int kMostDoublings = 20; // far beyond any sensible longest delay, far from overflow
    return std::min<std::chrono::milliseconds>(m_limits.longest, m_limits.first * (1LL << std::min(m_attempts, kMostDoublings)));
}

std::chrono::milliseconds BackOff::nextDelay()
{
    const std::chrono::milliseconds most = bound();
    ++m_attempts;
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(static_cast<qint64>(most.count()) + 1));
}

} // namespace parterre::net
