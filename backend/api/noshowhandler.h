// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class NoShowService;
}

namespace parterre::api {

// checkins.noShows, checkins.releaseNoShows and checkins.restore
void addNoShowMethods(Router &router, services::NoShowService &noShows);

} // namespace parterre::api
