// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pricewords.h"

#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCoreApplication>

namespace parterre::ui {

namespace {

struct PriceWords {
    Q_DECLARE_TR_FUNCTIONS(PriceWords)
};

} // namespace

QString partsWords(const PriceParts &parts, const Money &price, const QLocale &locale)
{
    const Money added {.amount = price.amount - (parts.base.amount - parts.discount.amount + parts.fee.amount), .currency = price.currency};
    QStringList words;
    if (parts.discount.amount > 0)
        words.append(PriceWords::tr("less %1 %2").arg(isolated(parts.discountName.value_or(QString())), formatMoney(parts.discount, locale)));
    if (parts.fee.amount > 0)
        words.append(PriceWords::tr("fee %1").arg(formatMoney(parts.fee, locale)));
    if (added.amount > 0)
        words.append(PriceWords::tr("tax %1").arg(formatMoney(added, locale)));
    if (words.isEmpty())
        return {};
    words.prepend(formatMoney(parts.base, locale));
    return words.join(PriceWords::tr(", "));
}

QString bookingFeeText(const Money &fee, const QLocale &locale)
{
    return PriceWords::tr("plus %1 per booking").arg(formatMoney(fee, locale));
}

QString chargeName(ChargeKind kind)
{
    return kind == ChargeKind::BookingFee ? PriceWords::tr("Booking fee") : PriceWords::tr("Cancellation fee");
}

QString taxWords(const Money &tax, const QLocale &locale)
{
    return tax.amount > 0 ? PriceWords::tr("Tax contained: %1").arg(formatMoney(tax, locale)) : QString();
}

Money receivedBy(const Payment &payment)
{
    return {.amount = payment.direction == PaymentDirection::Refund ? -payment.amount.amount : payment.amount.amount, .currency = payment.amount.currency};
}

Money totalOf(const Booking &booking)
{
    if (booking.state != BookingState::Cancelled)
        return booking.total;
    Money kept {.currency = booking.total.currency};
    for (const Payment &payment : booking.payments)
        kept.amount += receivedBy(payment).amount;
    for (const Refund &refund : booking.refunds)
        kept.amount -= refund.isDue() ? refund.amount.amount : 0;
    return kept;
}

Money taxOf(const Booking &booking)
{
    Money tax {.currency = booking.total.currency};
    for (const Ticket &ticket : booking.tickets)
        tax.amount += ticket.isKept() && ticket.parts ? ticket.parts->tax.amount : 0;
    for (const Charge &charge : booking.charges)
        tax.amount += charge.returned ? 0 : charge.tax.amount;
    return tax;
}

Money cancelFeeOf(const QList<Ticket> &tickets)
{
    Money fee;
    for (const Ticket &ticket : tickets) {
        fee.currency = ticket.price.currency;
        fee.amount += ticket.cancelFee ? ticket.cancelFee->amount.amount : 0;
    }
    return fee;
}

} // namespace parterre::ui
