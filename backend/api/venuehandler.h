// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class CatalogService;
class VenueService;
}

namespace parterre::api {

// venues.*
void addVenueMethods(Router &router, services::CatalogService &catalog, services::VenueService &venues);

} // namespace parterre::api
