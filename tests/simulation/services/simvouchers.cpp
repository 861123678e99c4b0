// SPDX-License-Identifier: GPL-3.0-or-later
#include "simvouchers.h"

#include "backend/services/till.h"
#include "shared/domain/refundsplit.h"
#include "shared/domain/vouchercode.h"

#include <algorithm>

namespace parterre::simulation {

namespace {

// None of them: -1.
int voucherOf(const QString &codeHash)
{
    for (int number = 0; number < kVouchers; ++number) {
        if (services::hashOfVoucher(voucherCode(number)) == codeHash)
            return number;
    }
    return -1;
}

} // namespace

std::optional<Error> SimVouchers::pay(const storage::CheckoutWrite &write)
{
    auto left = m_left;
    for (const storage::VoucherPart &part : write.vouchers) {
        const QList<Payment> &payments = write.booking.payments;
        const auto payment = std::find_if(payments.begin(), payments.end(), [&part](const Payment &each) { return each.id == part.payment; });
        const int number = voucherOf(part.codeHash);
        if (number < 0)
            return Error {.code = ErrorCode::VoucherUnknown};
        qint64 &balance = left[std::size_t(number)];
        if (payment->amount.currency != Currency())
            return Error {.code = ErrorCode::CurrencyMismatch};
        if (balance < payment->amount.amount)
            return Error {.code = ErrorCode::VoucherBalance, .limit = balance};
        balance -= payment->amount.amount;
    }
    m_left = left;
    return std::nullopt;
}

void SimVouchers::refund(Booking &booking, const Money &amount, const storage::ChangeWrite &write)
{
    for (const RefundPart &part : splitRefund(booking.payments, amount)) {
        Payment refund {.id = write.payment, .kind = part.kind, .direction = PaymentDirection::Refund, .amount = part.amount, .refunds = part.payment, .at = write.now};
        if (part.kind == PaymentKind::Voucher) {
            const auto paid = std::find_if(booking.payments.begin(), booking.payments.end(), [&part](const Payment &each) { return each.id == part.payment; });
            refund.lastFour = paid->lastFour;
            payBack(*paid->lastFour, part.amount.amount);
        }
        booking.payments.append(refund);
    }
}

void SimVouchers::payBack(const QString &lastFour, qint64 amount)
{
    for (int number = 0; number < kVouchers; ++number) {
        if (lastFourOfVoucher(voucherCode(number)) == lastFour)
            m_left[std::size_t(number)] += amount;
    }
}

} // namespace parterre::simulation
