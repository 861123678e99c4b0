// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// `size` ordinary seats in as few pieces as there can be, near each other; nothing when there are not as many seats. To
// be asked when nothing together or stacked is left. The number of pieces is the least possible; which ones is a good
// choice, not always the best: that is a knapsack.
[[nodiscard]] std::optional<SeatGroup> findScattered(const SeatSupply &supply, qint32 size);

} // namespace parterre
