// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/loginthrottle.h"

#include <algorithm>

namespace parterre::services {

namespace {

constexpr qsizetype kMaxRecords = 50'000;

}

Result<void> LoginThrottle::begin(const QString &account, const QString &address)
{
    tidy();
    Record &byAccount = m_accounts[account];
    Record &byAddress = m_addresses[address];
    const auto wait = std::max(waitOf(byAccount), waitOf(byAddress));
    if (wait.count() > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
        return Error {.code = ErrorCode::RateLimited, .detail = QStringLiteral("too many sign-in attempts"), .retryAfterSeconds = static_cast<int>(seconds)};
    }
    note(byAccount, m_limits.perAccount);
    note(byAddress, m_limits.perAddress);
    return {};
}

void LoginThrottle::succeeded(const QString &account, const QString &address)
{
    m_accounts.remove(account);
    // An address keeps its earlier failures: one known password must not buy more guesses at others.
    if (const auto it = m_addresses.find(address); it != m_addresses.end() && it->failures > 0) {
        --it->failures;
        it->blockedUntil = {};
    }
}

std::chrono::milliseconds LoginThrottle::waitOf(const Record &record) const
{
    return std::max(std::chrono::milliseconds(0), record.blockedUntil - m_clock.steadyNow());
}

void LoginThrottle::note(Record &record, int free)
{
    const Tick now = m_clock.steadyNow();
    if (record.failures == 0 || now - record.windowStart >= m_limits.window)
        record = {.failures = 0, .windowStart = now};
    ++record.failures;
    if (record.failures < free)
        return;
    const int doublings = std::min(record.failures - free, 20);
    record.blockedUntil = now + std::min(m_limits.longestDelay, std::chrono::milliseconds(m_limits.firstDelay.count() << doublings));
}

void LoginThrottle::tidy()
{
    const Tick now = m_clock.steadyNow();
    const auto isOver = [&](const auto &entry) {
        return now - entry.value().windowStart >= m_limits.window && entry.value().blockedUntil <= now;
    };
    for (auto *records : {&m_accounts, &m_addresses}) {
        if (records->size() < kMaxRecords)
            continue;
        records->removeIf(isOver);
        if (records->size() >= kMaxRecords)
            records->clear();
    }
}

} // namespace parterre::services
