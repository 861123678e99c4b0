// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/bookingmoney.h"

#include "backend/storage/bookingrows.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"
#include "backend/storage/rowset.h"
#include "shared/core/defects.h"
#include "shared/domain/refundsplit.h"

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Of one refund by several ways the first has the id that it was given, the others such that follow from it.
PaymentId idOfRefund(const PaymentId &first, qsizetype part)
{
    return part == 0 ? first : PaymentId(QUuid::createUuidV5(first.uuid(), QByteArray::number(part)));
}

} // namespace

Result<void> BookingMoney::lockVouchers(const Booking &booking)
{
    QStringList codes;
    for (const VoucherPart &part : m_write.vouchers)
        codes.append(part.codeHash);
    if (m_write.refundToVoucher)
        codes.append(*m_write.refundToVoucher);
    RowSet paid(m_database.engine(), {"payment"_L1});
    for (const Payment &payment : booking.payments) {
        if (payment.kind == PaymentKind::Voucher && payment.direction == PaymentDirection::Payment)
            paid << payment.id;
    }
    if (!paid.isEmpty()) {
        const Result<Rows> rows = m_database.runRows("vouchers.codes_of_payments"_L1, paid);
        if (!rows)
            return rows.error();
        for (const Row &row : *rows)
            codes.append(row.text("code_hash"_L1));
    }
    return m_vouchers.lock(codes);
}

Result<void> BookingMoney::pay(const Money &due)
{
    const Payment inCash {.id = m_write.payment, .amount = due, .tendered = due, .change = Money {.currency = due.currency}, .at = m_write.now};
    for (const Payment &payment : m_write.payments.isEmpty() ? QList<Payment> {inCash} : m_write.payments) {
        if (Result<void> paid = insertPayment(m_database, m_write.booking, payment); !paid)
            return paid;
    }
    if (Result<void> taken = m_vouchers.take(m_write.booking, m_write.actor, m_write.payments, m_write.vouchers); !taken)
        return taken;
    return m_vouchers.write();
}

Result<void> BookingMoney::giveToVoucher(const Booking &booking, Payment &refund)
{
    const auto isVoucher = [&refund](const Payment &payment) { return payment.id == refund.refunds && payment.kind == PaymentKind::Voucher; };
    if (std::any_of(booking.payments.begin(), booking.payments.end(), isVoucher))
        return m_vouchers.giveBack(m_write.booking, m_write.actor, refund);
    return m_vouchers.giveTo(*m_write.refundToVoucher, m_write.booking, m_write.actor, refund);
}

Result<void> BookingMoney::refund(const Booking &booking, const Money &amount)
{
    const QList<RefundPart> parts = m_write.refundToVoucher ? splitRefundToVoucher(booking.payments, amount) : splitRefund(booking.payments, amount);
    for (const CardRefund &named : m_write.cardRefunds) {
        const auto isOfIt = [&named](const RefundPart &part) { return part.kind == PaymentKind::Card && part.payment == named.payment; };
        if (std::none_of(parts.begin(), parts.end(), isOfIt))
            return Error {.code = ErrorCode::InvalidParams, .detail = u"a reference for a card that nothing goes back to"_s};
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const RefundPart &part = parts.at(i);
        Payment payment {.id = idOfRefund(m_write.payment, i),
                         .kind = part.kind,
                         .direction = PaymentDirection::Refund,
                         .amount = part.amount,
                         .refunds = part.payment,
                         .at = m_write.now};
        if (isSeeded(Defect::RefundedTwice))
            payment.amount.amount *= 2;
        if (part.kind == PaymentKind::Cash && !m_write.handsOutCash)
            return Error {.code = ErrorCode::PaymentNotAllowed, .detail = u"cash goes back, at the counter"_s};
        if (part.kind == PaymentKind::Card) {
            const auto named = std::find_if(m_write.cardRefunds.begin(), m_write.cardRefunds.end(), [&part](const CardRefund &each) { return each.payment == part.payment; });
            if (named == m_write.cardRefunds.end())
                return ErrorCode::RefundReferenceMissing;
            payment.reference = named->reference;
        }
        if (part.kind == PaymentKind::Voucher) {
            if (Result<void> given = giveToVoucher(booking, payment); !given)
                return given;
        }
        if (part.kind == PaymentKind::Online) {
            const auto paid = std::find_if(booking.payments.begin(), booking.payments.end(), [&part](const Payment &each) { return each.id == part.payment; });
            payment.reference = paid->reference;
            if (Result<void> owed = OnlinePaymentRepository(m_database).owe(payment); !owed)
                return owed;
        }
        if (Result<void> written = insertPayment(m_database, m_write.booking, payment); !written)
            return written;
    }
    return {};
}

} // namespace parterre::storage
