// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/carthandler.h"

#include "backend/api/answering.h"
#include "backend/api/saleitems.h"
#include "backend/services/holdservice.h"
#include "backend/services/quoteservice.h"

namespace parterre::api {

namespace {

protocol::CartQuoteResult toMessage(const services::PricedSale &sale)
{
    const Currency &currency = sale.total.currency;
    protocol::CartQuoteResult result {
        .charges = sale.pricing.charges, .total = sale.total, .tax = {.amount = sale.pricing.tax(), .currency = currency}, .codeTakesOff = !sale.pricing.codesUsed.isEmpty()};
    for (qsizetype i = 0; i < sale.tickets.size(); ++i) {
        const Ticket &ticket = sale.tickets.at(i);
        result.lines.append({.event = ticket.event, .place = ticket.place, .ticketType = ticket.ticketType, .parts = sale.pricing.tickets.at(i).parts, .price = ticket.price});
    }
    return result;
}

} // namespace

void addCartMethods(Router &router, services::HoldService &holds, services::QuoteService &quotes, const Clock &clock)
{
    using namespace protocol;

    router.on<CartGet>([&](const CallContext &context, const Nothing &, services::Done<CartGetResult> done) {
        CartGetResult result {.serverTime = clock.utcNow()};
        for (const services::CartEntry &entry : holds.cart(context.caller)) {
            CartLine line {.hold = entry.hold, .eventName = entry.eventName, .label = entry.label, .category = entry.category};
            for (const services::TicketOffer &offer : entry.offers)
                line.prices.append({.ticketType = offer.ticketType, .name = offer.name, .price = offer.price, .inAll = offer.inAll});
            result.lines.append(line);
        }
        done(std::move(result));
    });

    router.on<CartQuote>([&](const CallContext &context, const CartQuoteParams &params, services::Done<CartQuoteResult> done) {
        quotes.quote(context.caller,
                     {.items = toItems(params.items),
                      .code = params.code,
                      .isExchange = params.exchange.value_or(false),
                      .booking = params.booking,
                      .givenBack = params.givenBack.value_or(QStringList())},
                     answering(std::move(done), [](const services::PricedSale &sale) { return toMessage(sale); }));
    });
}

} // namespace parterre::api
