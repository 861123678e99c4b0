// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"

#include <QByteArray>
#include <QString>

namespace parterre::storage {

// Who changes something, when and from where: goes into the audit row of every change.
struct AuditContext {
    Instant at = {};
    UserId actor = {};           // null: nobody is signed in, or the server acts for itself
    QByteArray sessionHash = {}; // SHA-256, raw; empty: no session
    QString address = {};        // of the client; empty: the server's own console
};

} // namespace parterre::storage
