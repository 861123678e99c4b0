// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class DiscountService;
}

namespace parterre::api {

// discounts.*
void addDiscountMethods(Router &router, services::DiscountService &discounts);

} // namespace parterre::api
