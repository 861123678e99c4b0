// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

namespace parterre::testing {

// A proscenium theatre of some 560 seats with a stage: curved stalls in three blocks with aisles, a dress circle, two
// boxes, wheelchair places with companions; four categories.
[[nodiscard]] Plan makeTheatre();
// An elliptical bowl of four tiers with fifty sections each; at least `seats` seats.
[[nodiscard]] Plan makeStadium(qint32 seats);

} // namespace parterre::testing
