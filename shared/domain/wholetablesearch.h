// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// The best table that is sold whole and seats exactly so many; nothing when none is to be had.
[[nodiscard]] std::optional<SeatGroup> findWholeTable(const SeatSupply &supply, qint32 size);

} // namespace parterre
