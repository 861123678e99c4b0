// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QHash>
#include <QString>

namespace parterre::services {

struct ThrottleLimits {
    int perAccount = 5;
    int perAddress = 20;
    std::chrono::milliseconds window {15 * 60 * 1000};
    std::chrono::milliseconds firstDelay {1000};
    std::chrono::milliseconds longestDelay {15 * 60 * 1000};
};

// Slows down guessing of passwords: after some failures within the window every further try of that account, or from
// that address, has to wait, twice as long each time. Nobody is locked out for good, and a right password forgets the
// account's failures. An attempt counts from its start, so that many at once gain nothing. Bounded memory.
class LoginThrottle
{
public:
    LoginThrottle(const Clock &clock, ThrottleLimits limits) : m_clock(clock), m_limits(limits) {}

    // RateLimited with the seconds to wait, or noted as a failure until succeeded() says otherwise.
    [[nodiscard]] Result<void> begin(const QString &account, const QString &address);
    void succeeded(const QString &account, const QString &address);

private:
    struct Record {
        int failures = 0;
        Tick windowStart = {};
        Tick blockedUntil = {};
    };

    [[nodiscard]] std::chrono::milliseconds waitOf(const Record &record) const;
    void note(Record &record, int free);
    void tidy();

    const Clock &m_clock;
    ThrottleLimits m_limits;
    QHash<QString, Record> m_accounts;
    QHash<QString, Record> m_addresses;
};

} // namespace parterre::services
