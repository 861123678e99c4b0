// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/refundsplit.h"

#include <algorithm>

namespace parterre {

namespace {

struct Left {
    PaymentKind kind = PaymentKind::Cash;
    PaymentId payment = {};
    qint64 amount = 0;
};

bool isWayOfItsOwn(PaymentKind kind)
{
    return kind == PaymentKind::Card || kind == PaymentKind::Invoice || kind == PaymentKind::Voucher || kind == PaymentKind::Online;
}

// Takes back from the last payments that `match`, as far as they go; how much of it each gave.
template<class Match, class Took>
void takeBack(QList<Left> &left, qint64 amount, const Match &match, const Took &took)
{
    for (auto each = left.rbegin(); each != left.rend() && amount > 0; ++each) {
        const qint64 part = match(*each) ? std::min(amount, each->amount) : 0;
        each->amount -= part;
        amount -= part;
        if (part > 0)
            took(*each, part);
    }
}

// What is left of every payment, oldest first.
QList<Left> leftOf(const QList<Payment> &payments)
{
    QList<Left> left;
    for (const Payment &payment : payments) {
        if (payment.direction == PaymentDirection::Payment) {
            left.append({.kind = payment.kind, .payment = payment.id, .amount = payment.amount.amount});
            continue;
        }
        const auto isSameWay = [&payment](const Left &each) { return payment.refunds ? each.payment == *payment.refunds : each.kind == payment.kind; };
        takeBack(left, payment.amount.amount, isSameWay, [](const Left &, qint64) {});
    }
    return left;
}

// `cashGoesBackBy`: Cash or Voucher.
QList<RefundPart> split(const QList<Payment> &payments, const Money &amount, PaymentKind cashGoesBackBy)
{
    QList<Left> left = leftOf(payments);
    QList<RefundPart> parts;
    takeBack(left, amount.amount, [](const Left &) { return true; }, [&](const Left &from, qint64 part) {
        const PaymentKind kind = from.kind == PaymentKind::Cash ? cashGoesBackBy : from.kind;
        const std::optional<PaymentId> payment = isWayOfItsOwn(kind) ? std::optional(from.payment) : std::nullopt;
        const auto known = std::find_if(parts.begin(), parts.end(), [&](const RefundPart &each) { return each.kind == kind && each.payment == payment; });
        if (known != parts.end())
            known->amount.amount += part;
        else
            parts.append({.kind = kind, .payment = payment, .amount = {.amount = part, .currency = amount.currency}});
    });
    return parts;
}

} // namespace

QList<RefundPart> splitRefund(const QList<Payment> &payments, const Money &amount)
{
    return split(payments, amount, PaymentKind::Cash);
}

QList<RefundPart> splitRefundToVoucher(const QList<Payment> &payments, const Money &amount)
{
    return split(payments, amount, PaymentKind::Voucher);
}

} // namespace parterre
