// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class AccountService;
}

namespace parterre::api {

// profile.*
void addProfileMethods(Router &router, services::AccountService &accounts);

} // namespace parterre::api
