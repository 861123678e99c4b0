// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/creationbudget.h"

#include "backend/services/throttlerecords.h"

namespace parterre::services {

Result<void> CreationBudget::take(const QString &address)
{
    if (m_limits.perAddress == 0)
        return {};
    const Tick now = m_clock.steadyNow();
    const auto isOver = [&](const Record &record) { return now - record.windowStart >= m_limits.window; };
    auto it = m_records.find(address);
    if (it == m_records.end()) {
        makeRoom(m_records, isOver, [](const Record &record) { return record.windowStart; });
        it = m_records.insert(address, {.windowStart = now});
    } else if (isOver(*it)) {
        *it = {.windowStart = now};
    }
    if (it->taken >= m_limits.perAddress) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(it->windowStart + m_limits.window - now);
        return Error {.code = ErrorCode::RateLimited, .detail = QStringLiteral("too many new accounts"), .retryAfterSeconds = static_cast<int>(wait.count())};
    }
    ++it->taken;
    return {};
}

void CreationBudget::giveBack(const QString &address)
{
    if (const auto it = m_records.find(address); it != m_records.end() && it->taken > 0)
        --it->taken;
}

} // namespace parterre::services
