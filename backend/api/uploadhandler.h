// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class UploadService;
}

namespace parterre::api {

// uploads.*
void addUploadMethods(Router &router, services::UploadService &uploads);

} // namespace parterre::api
