// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class HoldService;
class QuoteService;
}

namespace parterre::api {

// cart.*
void addCartMethods(Router &router, services::HoldService &holds, services::QuoteService &quotes, const Clock &clock);

} // namespace parterre::api
