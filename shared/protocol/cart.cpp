// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/cart.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<TicketPrice> {
    static constexpr const char *name = "TicketPrice";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticketType", &TicketPrice::ticketType, "Key to send at checkout"), field("name", &TicketPrice::name, "For people"),
                               field("price", &TicketPrice::price, "Of this seat"));
    }
};

template<>
struct Fields<CartLine> {
    static constexpr const char *name = "CartLine";
    static constexpr auto all()
    {
        return std::make_tuple(field("hold", &CartLine::hold, "The seat and its end"), field("eventName", &CartLine::eventName, "For people"),
                               field("label", &CartLine::label, "Of the seat, for people"), field("category", &CartLine::category, "Name of the price zone"),
                               field("prices", &CartLine::prices, "What it may be sold as; the first is the default"));
    }
};

template<>
struct Fields<CartGetResult> {
    static constexpr const char *name = "CartGetResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("lines", &CartGetResult::lines, "By event and place"), field("serverTime", &CartGetResult::serverTime, "The server's clock"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(CartGetResult);

} // namespace parterre::protocol
