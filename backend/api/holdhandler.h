// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class HoldService;
}

namespace parterre::api {

// holds.*
void addHoldMethods(Router &router, services::HoldService &holds);

} // namespace parterre::api
