// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/paymentwords.h"

#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace parterre::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::PaymentWords)
};

QString cardName(const Payment &payment)
{
    QStringList parts;
    if (payment.brand)
        parts.append(*payment.brand);
    if (payment.lastFour)
        parts.append(QStringLiteral("···· ") + *payment.lastFour);
    return parts.join(u' ');
}

QString voucherName(const QString &lastFour)
{
    return QStringLiteral("···· ") + lastFour;
}

// With what is known of it, after a comma.
QString with(const QString &words, const QStringList &known)
{
    QStringList all {words};
    for (const QString &each : known) {
        if (!each.isEmpty())
            all.append(isolated(each));
    }
    return all.join(Words::tr(", "));
}

QString referenceOf(const Payment &payment)
{
    return payment.reference ? Words::tr("reference %1").arg(*payment.reference) : QString();
}

QString paidWords(const Payment &payment)
{
    switch (payment.kind) {
    case PaymentKind::Cash: return Words::tr("Paid in cash");
    case PaymentKind::Card: return with(Words::tr("Paid by card"), {cardName(payment), referenceOf(payment)});
    case PaymentKind::Invoice: return with(Words::tr("Paid by invoice"), {payment.payer.value_or(QString()), referenceOf(payment)});
    case PaymentKind::Complimentary: return with(Words::tr("Complimentary"), {payment.reason.value_or(QString())});
    case PaymentKind::Voucher: return with(Words::tr("Paid by voucher"), {voucherName(payment.lastFour.value_or(QString()))});
    case PaymentKind::Online: return with(Words::tr("Paid online"), {referenceOf(payment)});
    }
    Q_UNREACHABLE();
}

QString paidBackWords(const Payment &payment)
{
    switch (payment.kind) {
    case PaymentKind::Cash: return Words::tr("Paid back in cash");
    case PaymentKind::Card: return with(Words::tr("Paid back to the card"), {referenceOf(payment)});
    case PaymentKind::Invoice: return Words::tr("Credited on the invoice");
    case PaymentKind::Complimentary: return Words::tr("Complimentary, taken back");
    case PaymentKind::Voucher: return with(Words::tr("Paid back to the voucher"), {voucherName(payment.lastFour.value_or(QString()))});
    case PaymentKind::Online: return with(Words::tr("Paid back online"), {referenceOf(payment)});
    }
    Q_UNREACHABLE();
}

} // namespace

QString wayName(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Cash: return Words::tr("Cash");
    case PaymentKind::Card: return Words::tr("Card");
    case PaymentKind::Invoice: return Words::tr("Invoice");
    case PaymentKind::Complimentary: return Words::tr("Complimentary");
    case PaymentKind::Voucher: return Words::tr("Voucher");
    case PaymentKind::Online: return Words::tr("Online");
    }
    Q_UNREACHABLE();
}

QString wayNames(const QList<PaymentKind> &kinds)
{
    QStringList names;
    for (const PaymentKind kind : kinds)
        names.append(wayName(kind));
    return names.join(Words::tr(", "));
}

QString paymentWords(const Payment &payment)
{
    return payment.direction == PaymentDirection::Refund ? paidBackWords(payment) : paidWords(payment);
}

QString refundWords(const RefundPart &part, const QList<Payment> &payments, const QLocale &locale)
{
    const QString amount = formatMoney(part.amount, locale);
    const auto found = std::find_if(payments.begin(), payments.end(), [&part](const Payment &payment) { return part.payment == payment.id; });
    const Payment paid = found == payments.end() ? Payment() : *found;
    switch (part.kind) {
    case PaymentKind::Cash: return Words::tr("%1 in cash").arg(amount);
    case PaymentKind::Card: {
        const QString card = cardName(paid);
        return card.isEmpty() ? Words::tr("%1 to the card, at the terminal").arg(amount) : Words::tr("%1 to card %2, at the terminal").arg(amount, isolated(card));
    }
    case PaymentKind::Invoice: return Words::tr("%1 as a credit on the invoice to %2").arg(amount, isolated(paid.payer.value_or(QString())));
    case PaymentKind::Complimentary: return Words::tr("%1 was complimentary; nobody gets it").arg(amount);
    case PaymentKind::Voucher: return Words::tr("%1 to voucher %2").arg(amount, isolated(voucherName(paid.lastFour.value_or(QString()))));
    case PaymentKind::Online: return Words::tr("%1 by the way it was paid online").arg(amount);
    }
    Q_UNREACHABLE();
}

QString refundWords(const QList<RefundPart> &parts, const QList<Payment> &payments, const QLocale &locale)
{
    QStringList lines;
    for (const RefundPart &part : parts)
        lines.append(refundWords(part, payments, locale));
    return lines.join(u'\n');
}

} // namespace parterre::ui
