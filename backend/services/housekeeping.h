// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"

#include <QObject>
#include <QTimer>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Forgets what has served its time, at start and every hour: idempotency keys after 24 hours, tokens that expired.
// Lives on the house thread.
class Housekeeping : public QObject
{
    Q_OBJECT
public:
    Housekeeping(storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

private:
    void tidy();

    storage::Storage &m_storage;
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace parterre::services
