// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"

namespace parterre::services {
class VoucherService;
}

namespace parterre::api {

// vouchers.*
void addVoucherMethods(Router &router, services::VoucherService &vouchers);

} // namespace parterre::api
