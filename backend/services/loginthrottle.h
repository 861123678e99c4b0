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

    // RateLimited with the seconds to wait, or noted as a failure until one of the others says otherwise.
    [[nodiscard]] Result<void> begin(const QString &account, const QString &address);
    void succeeded(const QString &account, const QString &address);
    // The password was neither right nor wrong: there was no time or no database to look.
    void cameToNothing(const QString &account, const QString &address);

private:
    struct Record {
        int failures = 0;
        Tick windowStart = {};
        Tick blockedUntil = {};
    };

    using Records = QHash<QString, Record>;

    [[nodiscard]] std::chrono::milliseconds waitOf(const Records &records, const QString &key) const;
    void note(Records &records, const QString &key, int free);
    static void takeBack(Records &records, const QString &key);

    const Clock &m_clock;
    ThrottleLimits m_limits;
    Records m_accounts;
    Records m_addresses;
};

} // namespace parterre::services
