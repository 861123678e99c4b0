// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// `size` ordinary seats in as few pieces as there can be, near each other; nothing when there are not as many seats. To
// be asked when nothing together or stacked is left. The number of pieces is always the least possible. Which ones is a
// knapsack: with few gaps left (kFewGaps) it is the best there is, else a good choice.
[[nodiscard]] std::optional<SeatGroup> findScattered(const SeatSupply &supply, std::span<const SeatGap> gaps, qint32 size);

inline constexpr std::size_t kFewGaps = 24;

} // namespace parterre
