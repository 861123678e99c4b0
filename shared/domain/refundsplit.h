// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

namespace parterre {

// What goes back by one way. Cash is one way, however often it was paid, and so is what was complimentary, of which nobody gets
// anything; every payment by card or voucher and every invoice is a way of its own.
struct RefundPart {
    PaymentKind kind = PaymentKind::Cash;
    std::optional<PaymentId> payment = {}; // by card, invoice or voucher; of what goes to a voucher instead, in cash
    Money amount = {};

    friend bool operator==(const RefundPart &, const RefundPart &) = default;
};

// How `amount` goes back, given all payments and refunds so far, oldest first: what was paid last goes back first, and never
// more by one way than came by it. Less than `amount` when not as much is left.
[[nodiscard]] QList<RefundPart> splitRefund(const QList<Payment> &payments, const Money &amount);

// The same where what was paid in cash goes to a voucher: each payment in cash is then a way of its own.
[[nodiscard]] QList<RefundPart> splitRefundToVoucher(const QList<Payment> &payments, const Money &amount);

} // namespace parterre
