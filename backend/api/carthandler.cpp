// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/carthandler.h"

#include "backend/services/holdservice.h"

namespace parterre::api {

void addCartMethods(Router &router, services::HoldService &holds, const Clock &clock)
{
    using namespace protocol;

    router.on<CartGet>([&](const CallContext &context, const Nothing &, services::Done<CartGetResult> done) {
        CartGetResult result {.serverTime = clock.utcNow()};
        for (const services::CartEntry &entry : holds.cart(context.caller)) {
            CartLine line {.hold = entry.hold, .eventName = entry.eventName, .label = entry.label, .category = entry.category};
            for (const services::TicketOffer &offer : entry.offers)
                line.prices.append({.ticketType = offer.ticketType, .name = offer.name, .price = offer.price});
            result.lines.append(line);
        }
        done(std::move(result));
    });
}

} // namespace parterre::api
