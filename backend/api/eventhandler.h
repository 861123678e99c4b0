// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class CatalogService;
}

namespace parterre::api {

// events.*
void addEventMethods(Router &router, services::CatalogService &catalog, const Clock &clock);

} // namespace parterre::api
