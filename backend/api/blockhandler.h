// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class BlockService;
}

namespace parterre::api {

// blocks.*
void addBlockMethods(Router &router, services::BlockService &blocks);

} // namespace parterre::api
