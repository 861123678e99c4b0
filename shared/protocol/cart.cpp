// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/cart.h"

#include "shared/protocol/checkoutfields.h"

namespace parterre::protocol {

template<>
struct Fields<TicketPrice> {
    static constexpr const char *name = "TicketPrice";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticketType", &TicketPrice::ticketType, "Key to send at checkout"), field("name", &TicketPrice::name, "For people"),
                               field("price", &TicketPrice::price, "Of this seat"),
                               field("inAll", &TicketPrice::inAll, "What it costs with its fee and the tax that is added; absent when that is the price"));
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

template<>
struct Fields<CartQuoteParams> {
    static constexpr const char *name = "CartQuoteParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("items", &CartQuoteParams::items, "Seats, held or not; their versions mean nothing here", {.min = 1, .max = kMaxPlacesPerRequest}),
                               field("code", &CartQuoteParams::code, "Of a discount; its case means nothing", kCodeRule),
                               field("exchange", &CartQuoteParams::exchange, "They are taken for tickets of a booking, which bears its fee already"),
                               field("booking", &CartQuoteParams::booking, "That booking: what stays of it counts for groups and bundles, as in bookings.exchange"),
                               field("givenBack", &CartQuoteParams::givenBack, "Numbers of its tickets that do not stay", kTicketNumbersRule));
    }
};

template<>
struct Fields<QuoteLine> {
    static constexpr const char *name = "QuoteLine";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &QuoteLine::event, "Which"), field("place", &QuoteLine::place, "Seat index"), field("ticketType", &QuoteLine::ticketType, "As asked for"),
                               field("parts", &QuoteLine::parts, "What the price is made of"), field("price", &QuoteLine::price, "In all"));
    }
};

template<>
struct Fields<CartQuoteResult> {
    static constexpr const char *name = "CartQuoteResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("lines", &CartQuoteResult::lines, "As the items"), field("charges", &CartQuoteResult::charges, "What the booking costs besides its tickets"),
                               field("total", &CartQuoteResult::total, "Of lines and charges"), field("tax", &CartQuoteResult::tax, "Contained in the total"),
                               field("codeTakesOff", &CartQuoteResult::codeTakesOff, "Whether the code takes anything off; other discounts may take more"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(CartGetResult);
PARTERRE_INSTANTIATE_MESSAGE(CartQuoteParams);
PARTERRE_INSTANTIATE_MESSAGE(CartQuoteResult);

} // namespace parterre::protocol
