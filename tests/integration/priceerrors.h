// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errorworld.h"

namespace parterre::testing {

// discounts.*, cart.quote, and what codes and prices are refused with
[[nodiscard]] QList<Provocation> priceRows();

} // namespace parterre::testing
