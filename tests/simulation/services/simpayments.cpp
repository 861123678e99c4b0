// SPDX-License-Identifier: GPL-3.0-or-later
#include "simpayments.h"

namespace parterre::simulation {

using namespace Qt::StringLiterals;

void payByVoucher(services::SaleRequest &sale, int voucher)
{
    qint64 total = 0;
    for (const services::SaleItem &item : std::as_const(sale.items))
        total += priceOf(showOf(item.event), item.place, item.ticketType == u"child"_s);
    sale.payments = QList<services::PaymentPart> {services::PaymentPart {.kind = PaymentKind::Voucher, .amount = Money {.amount = total}, .code = voucherCode(voucher)}};
    sale.customerName = u"Voucher %1"_s.arg(voucher);
}

void payInParts(const WorldScenario &scenario, services::SaleRequest &sale, PaymentKind second)
{
    qint64 total = 0;
    qint64 fee = 0;
    for (const services::SaleItem &item : std::as_const(sale.items)) {
        total += priceOf(showOf(item.event), item.place, item.ticketType == u"child"_s);
        fee = std::max(fee, scenario.shows[std::size_t(showOf(item.event))].event.priceRules.value_or(PriceRules()).bookingFee);
    }
    total += fee;
    services::PaymentPart rest {.kind = second, .amount = Money {.amount = total - total / 2}};
    if (second == PaymentKind::Invoice)
        rest.payer = u"The school"_s;
    sale.payments = QList<services::PaymentPart> {services::PaymentPart {.amount = Money {.amount = total / 2}}, rest};
    sale.customerName = second == PaymentKind::Cash ? u"Parts"_s : u"School"_s;
}

} // namespace parterre::simulation
