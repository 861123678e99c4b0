// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of reserving, paying and prolonging, and of what is done to what is only reserved.
[[nodiscard]] QList<Provocation> reservationRows();

} // namespace parterre::testing
