// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <optional>

namespace parterre::api {

// Messages a second, and how many may come at once after a pause. A rate of 0 is no limit.
struct Rate {
    double perSecond = 0;
    double burst = 0;
};

struct RateLimits {
    Rate anonymous {.perSecond = 10, .burst = 60};
    Rate signedIn {.perSecond = 20, .burst = 60};
    Rate counter {.perSecond = 60, .burst = 200};
};

// A token bucket: starts full, every message takes one.
class RateBucket
{
public:
    // Nothing when the message may pass, else how long until the next one may.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(const Rate &rate, Tick now);

private:
    double m_spent = 0; // of the burst
    Tick m_last = {};
};

} // namespace parterre::api
