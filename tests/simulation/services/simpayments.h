// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/bookingservice.h"
#include "worldscenario.h"

namespace parterre::simulation {

// How somebody pays. What the parts are follows from what is bought, and the name says which way it is: it stands for the whole body.

// Half of it in cash.
void payInParts(const WorldScenario &scenario, services::SaleRequest &sale, PaymentKind second);
// All of it.
void payByVoucher(services::SaleRequest &sale, int voucher);

} // namespace parterre::simulation
