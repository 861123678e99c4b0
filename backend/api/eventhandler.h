// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class CatalogService;
class EventCancelService;
class EventService;
}

namespace parterre::api {

// events.*
void addEventMethods(Router &router, services::CatalogService &catalog, services::EventService &programme, services::EventCancelService &cancels, const Clock &clock);

} // namespace parterre::api
