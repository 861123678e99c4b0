// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <QHash>
#include <QString>

namespace parterre::services {

struct CreationLimits {
    int perAddress = 20; // 0: no limit
    std::chrono::milliseconds window {15 * 60 * 1000};
};

// How many accounts and guests one address may ask for within a window, whether it gets them or not. Bounded memory.
class CreationBudget
{
public:
    CreationBudget(const Clock &clock, CreationLimits limits) : m_clock(clock), m_limits(limits) {}

    // RateLimited with the seconds until the window is over.
    [[nodiscard]] Result<void> take(const QString &address);
    // What was taken came to nothing by no fault of theirs.
    void giveBack(const QString &address);

private:
    struct Record {
        int taken = 0;
        Tick windowStart = {};
    };

    const Clock &m_clock;
    CreationLimits m_limits;
    QHash<QString, Record> m_records;
};

} // namespace parterre::services
