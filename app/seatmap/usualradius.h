// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seattable.h"

namespace parterre {

// The median over all seats, in plan units; 10 for a plan without any.
[[nodiscard]] double usualRadius(const SeatTable &table);

} // namespace parterre
