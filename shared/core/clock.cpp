// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/clock.h"

namespace parterre {

Instant SystemClock::utcNow() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Tick SystemClock::steadyNow() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now());
}

} // namespace parterre
