// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of the methods that change events.
[[nodiscard]] QList<Provocation> eventRows();

} // namespace parterre::testing
