// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// How to come by every error of venues.create and the like, plans.publish and uploads.append.
[[nodiscard]] QList<Provocation> planRows();

} // namespace parterre::testing
