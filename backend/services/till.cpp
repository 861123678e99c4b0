// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/till.h"

#include "backend/services/requesthash.h"
#include "backend/services/secret.h"
#include "shared/domain/vouchercode.h"

#include <algorithm>

namespace parterre::services {

namespace {

void addToHash(RequestHash &hash, const std::optional<Money> &money)
{
    hash.add(money ? QString::number(money->amount) + money->currency.code() : QString());
}

} // namespace

// All in cash is hashed as it was when there was nothing else, so that keys live on over an update.
void addToHash(RequestHash &hash, const QList<PaymentPart> &parts)
{
    if (parts.size() == 1 && !parts.constFirst().amount)
        return addToHash(hash, parts.constFirst().tendered);
    for (const PaymentPart &part : parts) {
        hash.add(QString::number(static_cast<int>(part.kind)));
        for (const std::optional<Money> &money : {part.amount, part.tendered})
            addToHash(hash, money);
        for (const std::optional<QString> &text : {part.reference, part.brand, part.lastFour, part.payer, part.reason})
            hash.add(text.value_or(QString()));
        if (part.code)
            hash.add(*part.code);
    }
}

bool payByVoucher(const QList<PaymentPart> &parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const PaymentPart &part) { return part.kind == PaymentKind::Voucher; });
}

QList<storage::VoucherPart> vouchersOf(const QList<PaymentPart> &parts, const QList<Payment> &payments)
{
    QList<storage::VoucherPart> vouchers;
    for (qsizetype i = 0; i < payments.size(); ++i) {
        if (payments.at(i).kind == PaymentKind::Voucher)
            vouchers.append({.payment = payments.at(i).id, .codeHash = hashOfVoucher(*readVoucherCode(*parts.at(i).code))});
    }
    return vouchers;
}

QString hashOfVoucher(const QString &code)
{
    return QString::fromLatin1(hashSecret(code).toHex());
}

bool Till::mayTake(const Caller &caller, PaymentKind kind) const
{
    return takersOf(kind).testFlag(caller.user.role) || (kind == PaymentKind::Cash && m_rules.selfServiceCash);
}

Result<QList<Payment>> Till::take(const Caller &caller, const QList<PaymentPart> &parts, const Money &due) const
{
    // What costs nothing everybody may have: nobody hands anything over.
    const bool isFree = due.amount == 0 && isAllInCash(parts) && !parts.constFirst().tendered;
    if (!isFree && !std::all_of(parts.begin(), parts.end(), [&](const PaymentPart &part) { return mayTake(caller, part.kind); }))
        return Error {.code = ErrorCode::PaymentNotAllowed};
    if (parts.isEmpty() || parts.size() > kMaxPaymentParts)
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("so many parts"), .limit = kMaxPaymentParts};
    QList<Payment> payments;
    qint64 sum = 0;
    for (const PaymentPart &part : parts) {
        const Result<Payment> payment = take(part, due);
        if (!payment)
            return payment.error();
        sum += payment->amount.amount;
        payments.append(*payment);
    }
    if (sum != due.amount)
        return Error {.code = ErrorCode::PaymentMismatch, .limit = due.amount};
    return payments;
}

Result<Payment> Till::take(const PaymentPart &part, const Money &due) const
{
    Payment payment {.id = m_ids.make<PaymentId>(),
                     .kind = part.kind,
                     .amount = part.amount.value_or(due),
                     .tendered = part.tendered,
                     .reference = part.reference,
                     .brand = part.brand,
                     .lastFour = part.lastFour,
                     .payer = part.payer,
                     .reason = part.reason,
                     .at = m_clock.utcNow()};
    if (part.code.has_value() != (part.kind == PaymentKind::Voucher) || (part.code && part.lastFour))
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("a voucher has its code, and nothing else has")};
    if (part.code) {
        const std::optional<QString> code = readVoucherCode(*part.code);
        if (!code)
            return ErrorCode::VoucherUnknown;
        payment.lastFour = lastFourOfVoucher(*code);
    }
    if (const QString fault = faultIn(payment); !fault.isEmpty())
        return Error {.code = ErrorCode::InvalidParams, .detail = fault};
    if (part.amount && (part.amount->amount <= 0 || part.amount->amount > kMaxAmount))
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("a part of nothing")};
    if (payment.amount.currency != due.currency || (part.tendered && part.tendered->currency != due.currency))
        return Error {.code = ErrorCode::CurrencyMismatch};
    if (part.kind != PaymentKind::Cash)
        return payment;
    const Money tendered = part.tendered.value_or(payment.amount);
    if (tendered.amount < payment.amount.amount)
        return Error {.code = ErrorCode::InsufficientPayment, .limit = payment.amount.amount};
    payment.tendered = tendered;
    payment.change = Money {.amount = tendered.amount - payment.amount.amount, .currency = due.currency};
    return payment;
}

} // namespace parterre::services
