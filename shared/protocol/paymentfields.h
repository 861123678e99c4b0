// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How parts of a payment look on the wire, in sales of tickets and of vouchers. Included by the .cpp files of shared/protocol
// only.

#include "shared/domain/paymentrules.h"
#include "shared/protocol/bookings.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

inline constexpr Rule kReferenceRule {.min = 1, .max = 64, .noCardNumber = true};
inline constexpr Rule kPartsRule {.min = 1, .max = kMaxPaymentParts};
// With whatever people write between the groups.
inline constexpr Rule kVoucherCodeRule {.min = 1, .max = 64};

template<>
struct Fields<CheckoutPart> {
    static constexpr const char *name = "CheckoutPart";
    static constexpr auto all()
    {
        return std::make_tuple(field("kind", &CheckoutPart::kind, "Way of paying"), field("amount", &CheckoutPart::amount, "More than 0"),
                               field("tendered", &CheckoutPart::tendered, "Cash handed over; exactly the amount when absent"),
                               field("reference", &CheckoutPart::reference, "Of a card: of the terminal's receipt, needed; of an invoice, where known. Never a card number", kReferenceRule),
                               field("brand", &CheckoutPart::brand, "Of a card, where known", {.min = 1, .max = 32, .noCardNumber = true}),
                               field("lastFour", &CheckoutPart::lastFour, "Last four digits of a card, where known", {.min = 4, .max = 4}),
                               field("payer", &CheckoutPart::payer, "Of an invoice: name and address, needed", {.min = 1, .max = 500, .lines = true, .noCardNumber = true}),
                               field("reason", &CheckoutPart::reason, "Of what is complimentary, needed", kReasonRule),
                               field("code", &CheckoutPart::code, "Of a voucher, needed", kVoucherCodeRule));
    }
};

} // namespace parterre::protocol
