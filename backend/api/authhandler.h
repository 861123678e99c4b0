// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class AccountService;
}

namespace parterre::api {

// auth.*
void addAuthMethods(Router &router, services::AccountService &accounts);

} // namespace parterre::api
