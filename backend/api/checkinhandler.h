// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class CheckinService;
class NoShowService;
}

namespace parterre::api {

class ArrivalsFeed;

// checkins.*
void addCheckinMethods(Router &router, services::CheckinService &checkins, services::NoShowService &noShows, ArrivalsFeed &feed);

} // namespace parterre::api
