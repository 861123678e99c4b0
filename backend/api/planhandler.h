// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class CatalogService;
class PlanExports;
class PlanService;
}

namespace parterre::api {

// plans.*
void addPlanMethods(Router &router, services::CatalogService &catalog, services::PlanService &plans, services::PlanExports &exports);

} // namespace parterre::api
