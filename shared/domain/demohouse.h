// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

namespace parterre {

// The halls of a house that does not exist, for the demo: built by formula, symmetrical, without a stranger's data.

// A proscenium theatre of about 800 seats: stalls and dress circle in rows fanning round the stage, boxes along the
// walls, wheelchair places with companions at the aisles.
[[nodiscard]] Plan mainHousePlan();

// A cinema of 120 seats before a slightly curved screen.
[[nodiscard]] Plan studioCinemaPlan();

// A cabaret: five tables for four that are sold whole, eight larger ones by the seat, and room for 150 to stand.
[[nodiscard]] Plan cabaretPlan();

} // namespace parterre
