// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/groupscore.h"

namespace parterre {

// A wheelchair place and its companion seats are a unit: a companion seat is given only with its wheelchair place, and
// as long as people of the group are left, every wheelchair place gets a companion beside before anybody sits elsewhere.
//
// `size` seats of which `wheelchairs` are wheelchair places; nothing when there are not as many. The best group together
// when there is one, as scoreOf() judges. Otherwise units near each other and the others as near to them as can be:
// a good choice, not always the best.
[[nodiscard]] std::optional<SeatGroup> findAccessible(const SeatSupply &supply, qint32 size, qint32 wheelchairs);

} // namespace parterre
