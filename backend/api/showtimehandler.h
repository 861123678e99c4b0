// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class ShowtimeService;
}

namespace parterre::api {

// showtimes.*
void addShowtimeMethods(Router &router, services::ShowtimeService &showtimes);

} // namespace parterre::api
