// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class DraftService;
}

namespace parterre::api {

// drafts.*
void addDraftMethods(Router &router, services::DraftService &drafts);

} // namespace parterre::api
