// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// blocks.*, and what other methods say of blocked seats
[[nodiscard]] QList<Provocation> blockRows();

} // namespace parterre::testing
