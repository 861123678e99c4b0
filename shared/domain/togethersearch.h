// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// The best `size` ordinary seats elbow to elbow, as scoreOf() judges; nothing when there are none. Runs are taken best
// first, so that it ends early in a house with room.
[[nodiscard]] std::optional<SeatGroup> findTogether(const SeatSupply &supply, qint32 size);

} // namespace parterre
