// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// showtimes.*
[[nodiscard]] QList<Provocation> showtimeRows();

} // namespace parterre::testing
