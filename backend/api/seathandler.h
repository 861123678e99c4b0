// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class SeatAdvisor;
}

namespace parterre::api {

// seats.*
void addSeatMethods(Router &router, services::SeatAdvisor &advisor);

} // namespace parterre::api
