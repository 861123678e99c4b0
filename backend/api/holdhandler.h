// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class HoldService;
class SeatAdvisor;
}

namespace parterre::api {

// holds.*; the advisor knows what to take instead of what is gone.
void addHoldMethods(Router &router, services::HoldService &holds, services::SeatAdvisor &advisor);

} // namespace parterre::api
