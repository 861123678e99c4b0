// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class EventDirectory;
class HoldService;
}

namespace parterre::api {

class SeatmapFeed;

// seatmap.*
void addSeatmapMethods(Router &router, services::EventDirectory &events, services::HoldService &holds, SeatmapFeed &feed);

} // namespace parterre::api
