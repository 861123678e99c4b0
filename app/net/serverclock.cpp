// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serverclock.h"

#include <algorithm>

namespace parterre::net {

namespace {

// Few enough to forget a clock that was set, many enough to have one quick round trip among them.
constexpr std::size_t kReadings = 8;

} // namespace

void ServerClock::read(Instant serverTime, Tick sent)
{
    const std::chrono::milliseconds roundTrip = m_clock.steadyNow() - sent;
    const Tick middle = sent + roundTrip / 2;
    m_readings.push_back({.offset = serverTime.time_since_epoch() - middle.time_since_epoch(), .roundTrip = roundTrip});
    if (m_readings.size() > kReadings)
        m_readings.pop_front();
}

Instant ServerClock::now() const
{
    return Instant(m_clock.steadyNow().time_since_epoch() + offset());
}

Tick ServerClock::tickOf(Instant instant) const
{
    return Tick(instant.time_since_epoch() - offset());
}

std::chrono::milliseconds ServerClock::offset() const
{
    if (m_readings.empty())
        return m_clock.utcNow().time_since_epoch() - m_clock.steadyNow().time_since_epoch();
    return std::ranges::min_element(m_readings, {}, &Reading::roundTrip)->offset;
}

} // namespace parterre::net
