// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refundsplit.h"

#include <QLocale>

namespace parterre::ui {

// What is said of payments, on screens and on paper.

[[nodiscard]] QString wayName(PaymentKind kind); // "Card"
[[nodiscard]] QString wayNames(const QList<PaymentKind> &kinds); // "Cash, Card"
// What happened: "Paid by card, Visa ···· 1234", "Paid back in cash".
[[nodiscard]] QString paymentWords(const Payment &payment);
// What is to be done: "€20.00 to card Visa ···· 1234". `payments`: of the booking.
[[nodiscard]] QString refundWords(const RefundPart &part, const QList<Payment> &payments, const QLocale &locale);
// All of them, one a line.
[[nodiscard]] QString refundWords(const QList<RefundPart> &parts, const QList<Payment> &payments, const QLocale &locale);

} // namespace parterre::ui
