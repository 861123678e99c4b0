// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <optional>

namespace parterre::api {

// Calls a second, and how many may come at once after a pause. A rate of 0 is no limit.
struct Rate {
    double perSecond = 0;
    double burst = 0;
};

struct RateLimits {
    Rate anonymous {.perSecond = 10, .burst = 60};
    Rate signedIn {.perSecond = 20, .burst = 60};
    Rate counter {.perSecond = 60, .burst = 200};
    // Messages that are refused for coming too fast. Who goes on beyond this does not listen: the connection is closed.
    Rate refused {.perSecond = 20, .burst = 500};
};

inline constexpr RateLimits kNoRateLimits {.anonymous = {}, .signedIn = {}, .counter = {}, .refused = {}};

// A token bucket: starts full, every call takes one.
class RateBucket
{
public:
    // Nothing when `calls` may pass, else how long until they may; they are not counted then.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(const Rate &rate, Tick now, int calls = 1);

private:
    double m_spent = 0; // of the burst
    Tick m_last = {};
};

} // namespace parterre::api
