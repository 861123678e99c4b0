// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/loginthrottle.h"

#include "backend/services/throttlerecords.h"

namespace parterre::services {

Result<void> LoginThrottle::begin(const QString &account, const QString &address)
{
    const auto wait = std::max(waitOf(m_accounts, account), waitOf(m_addresses, address));
    if (wait.count() > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
        return Error {.code = ErrorCode::RateLimited, .detail = QStringLiteral("too many sign-in attempts"), .retryAfterSeconds = static_cast<int>(seconds)};
    }
    note(m_accounts, account, m_limits.perAccount);
    note(m_addresses, address, m_limits.perAddress);
    return {};
}

void LoginThrottle::succeeded(const QString &account, const QString &address)
{
    m_accounts.remove(account);
    // An address keeps its earlier failures: one known password must not buy more guesses at others.
    takeBack(m_addresses, address);
}

void LoginThrottle::cameToNothing(const QString &account, const QString &address)
{
    takeBack(m_accounts, account);
    takeBack(m_addresses, address);
}

std::chrono::milliseconds LoginThrottle::waitOf(const Records &records, const QString &key) const
{
    const auto it = records.find(key);
    return it == records.end() ? std::chrono::milliseconds(0) : std::max(std::chrono::milliseconds(0), it->blockedUntil - m_clock.steadyNow());
}

void LoginThrottle::note(Records &records, const QString &key, int free)
{
    const Tick now = m_clock.steadyNow();
    const auto isOver = [&](const Record &record) { return now - record.windowStart >= m_limits.window && record.blockedUntil <= now; };
    auto it = records.find(key);
    if (it == records.end()) {
        // Who is blocked is forgotten last.
        makeRoom(records, isOver, [](const Record &record) { return std::pair(record.blockedUntil, record.windowStart); });
        it = records.insert(key, {.windowStart = now});
    } else if (it->failures == 0 || now - it->windowStart >= m_limits.window) {
        *it = {.windowStart = now};
    }
    ++it->failures;
    if (it->failures < free)
        return;
    const int doublings = std::min(it->failures - free, 20);
    it->blockedUntil = now + std::min(m_limits.longestDelay, std::chrono::milliseconds(m_limits.firstDelay.count() << doublings));
}

void LoginThrottle::takeBack(Records &records, const QString &key)
{
    if (const auto it = records.find(key); it != records.end() && it->failures > 0) {
        --it->failures;
        it->blockedUntil = {};
    }
}

} // namespace parterre::services
