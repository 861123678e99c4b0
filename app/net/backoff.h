// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace parterre::net {

struct BackOffLimits {
    std::chrono::milliseconds first {500};
    std::chrono::milliseconds longest {30'000};
};

// How long to wait before the next attempt: a random time up to a bound that doubles ("full jitter"), so that a
// thousand clients do not return to a restarted server in one moment.
class BackOff
{
public:
    explicit BackOff(BackOffLimits limits) : m_limits(limits) {}

    [[nodiscard]] int attempts() const { return m_attempts; }
    [[nodiscard]] std::chrono::milliseconds bound() const; // of the next delay
    // Counts the attempt.
    [[nodiscard]] std::chrono::milliseconds nextDelay();
    void reset() { m_attempts = 0; }

private:
    BackOffLimits m_limits;
    int m_attempts = 0;
};

} // namespace parterre::net
