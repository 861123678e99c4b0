// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

namespace parterre {

// So many places of an area; which of them is all the same.
struct AreaSeats {
    qint32 area = 0;  // position among the plan's areas
    qint32 seats = 0;

    friend bool operator==(const AreaSeats &, const AreaSeats &) = default;
};

// A seat given to one session until `expires`. `version` rises with every grant of that seat: an older one is void.
struct Hold {
    EventId event = {};
    qint32 place = 0;
    qint64 version = 0;
    Instant expires = {};
    qint32 extensionsLeft = 0;

    friend bool operator==(const Hold &, const Hold &) = default;
};

enum class HoldEndReason { Expired, Released, LoggedOut, SessionLost, EventClosed };

} // namespace parterre
