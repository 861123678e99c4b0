// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class SeriesCancelService;
class SeriesService;
}

namespace parterre::api {

// events.expand, and events.…Series: made, changed, put on sale, cancelled.
void addSeriesMethods(Router &router, services::SeriesService &series, services::SeriesCancelService &cancels);

} // namespace parterre::api
