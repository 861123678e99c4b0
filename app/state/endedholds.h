// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/protocol/cart.h"

#include <functional>

namespace parterre {

// Seats of one event that went for one reason.
struct EndedHolds {
    EventId event = {};
    HoldEndReason reason = HoldEndReason::Expired;
    QStringList labels = {};
};

// In the order of the lines.
[[nodiscard]] QList<EndedHolds> groupEnds(const QList<protocol::CartLine> &lines, const std::function<HoldEndReason(const Hold &)> &reason);

// Whether a request that was answered so may have had its effect, or found other holds than the asker knows of: then the
// cart is read again.
[[nodiscard]] bool isDoubtful(ErrorCode code);

} // namespace parterre
