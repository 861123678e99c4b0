// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/ratelimit.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace parterre::api {

std::optional<std::chrono::milliseconds> RateBucket::take(const Rate &rate, Tick now, int calls)
{
    if (rate.perSecond <= 0)
        return std::nullopt;
    const double seconds = std::chrono::duration<double>(now - m_last).count();
    m_spent = std::max(0.0, m_spent - seconds * rate.perSecond);
    m_last = now;
    if (m_spent + calls > rate.burst) {
        const double wait = (m_spent + calls - rate.burst) / rate.perSecond;
        return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(wait * 1000)));
    }
    m_spent += calls;
    return std::nullopt;
}

} // namespace parterre::api
