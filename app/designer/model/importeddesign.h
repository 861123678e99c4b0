// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre {

// A design that gives this plan: the same seats, at the same places but for rounding in the chairs of turned tables.
[[nodiscard]] Design designFromPlan(const Plan &plan);

} // namespace parterre
