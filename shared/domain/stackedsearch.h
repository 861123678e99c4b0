// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// The best stacked group of `size` ordinary seats (GroupShape::Stacked) with the fewest rows there is one with; nothing
// when there is none. To be asked when nothing together is left: no gap is as large as the group then.
// The search is exact as long as its effort lasts (kStackingEffort, some milliseconds), which it takes a large house full
// of gaps that all strand a seat to use up; after that the best found so far stands.
[[nodiscard]] std::optional<SeatGroup> findStacked(const SeatSupply &supply, std::span<const SeatGap> gaps, qint32 size);

inline constexpr qint64 kStackingEffort = 1'000'000; // pairs of windows compared

} // namespace parterre
