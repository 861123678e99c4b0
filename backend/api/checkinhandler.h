// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class CheckinService;
}

namespace parterre::api {

class ArrivalsFeed;

// checkins.*
void addCheckinMethods(Router &router, services::CheckinService &checkins, ArrivalsFeed &feed);

} // namespace parterre::api
