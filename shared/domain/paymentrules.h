// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"
#include "shared/domain/role.h"

namespace parterre {

// Most parts that one checkout is paid in.
inline constexpr qsizetype kMaxPaymentParts = 8;

// Who may take a payment of this kind. Whether customers may pay cash where nobody stands is the house's setting.
[[nodiscard]] Roles takersOf(PaymentKind kind);

// What is wrong with what is noted of a payment (anything but money and time), in English; empty: nothing. Each kind has its
// own: a card the reference of the terminal, and brand and last four digits where known; an invoice whom it goes to, and its
// reference where known; what is complimentary a reason; a voucher the last four characters of its code; cash nothing.
[[nodiscard]] QString faultIn(const Payment &payment);

[[nodiscard]] bool isLastFour(QStringView text); // four ASCII digits

} // namespace parterre
