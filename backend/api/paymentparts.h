// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/till.h"
#include "shared/protocol/bookings.h"

namespace parterre::api {

[[nodiscard]] inline services::PaymentPart toPart(const protocol::CheckoutPart &part)
{
    return {.kind = part.kind, .amount = part.amount, .tendered = part.tendered, .reference = part.reference, .brand = part.brand,
            .lastFour = part.lastFour, .payer = part.payer, .reason = part.reason, .code = part.code};
}

} // namespace parterre::api
