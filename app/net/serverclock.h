// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <deque>

namespace parterre::net {

// The server's clock as seen from here: deadlines are the server's, countdowns run on the steady clock of this
// computer, whose wall clock may be wrong. Of the latest readings the one with the quickest round trip counts.
class ServerClock
{
public:
    explicit ServerClock(const Clock &clock) : m_clock(clock) {}

    // The server said `serverTime` at some moment between `sent` and now.
    void read(Instant serverTime, Tick sent);
    void forget() { m_readings.clear(); }

    [[nodiscard]] Instant now() const;
    // When, on this computer's steady clock, the server's clock will show `instant`.
    [[nodiscard]] Tick tickOf(Instant instant) const;
    [[nodiscard]] const Clock &local() const { return m_clock; }

private:
    struct Reading {
        std::chrono::milliseconds offset {}; // server's UTC minus the steady clock
        std::chrono::milliseconds roundTrip {};
    };
    [[nodiscard]] std::chrono::milliseconds offset() const;

    const Clock &m_clock;
    std::deque<Reading> m_readings;
};

} // namespace parterre::net
