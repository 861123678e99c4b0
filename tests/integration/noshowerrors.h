// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error about people who did not come.
[[nodiscard]] QList<Provocation> noShowRows();

} // namespace parterre::testing
