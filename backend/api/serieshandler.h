// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class SeriesService;
}

namespace parterre::api {

// events.expand, events.createSeries
void addSeriesMethods(Router &router, services::SeriesService &series);

} // namespace parterre::api
