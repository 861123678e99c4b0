// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// vouchers.*, and what other methods answer about vouchers
[[nodiscard]] QList<Provocation> voucherRows();

} // namespace parterre::testing
