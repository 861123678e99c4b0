// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/tickets.h"

#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

template<>
struct Fields<TicketPrint> {
    static constexpr const char *name = "TicketPrint";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticket", &TicketPrint::ticket, "Number of the ticket"), field("code", &TicketPrint::code, "For a QR code"),
                               field("generation", &TicketPrint::generation, "How often the ticket was printed anew"));
    }
};

template<>
struct Fields<TicketsCodesParams> {
    static constexpr const char *name = "TicketsCodesParams";
    static constexpr auto all() { return std::make_tuple(field("booking", &TicketsCodesParams::booking, "Which")); }
};

template<>
struct Fields<TicketsCodesResult> {
    static constexpr const char *name = "TicketsCodesResult";
    static constexpr auto all() { return std::make_tuple(field("prints", &TicketsCodesResult::prints, "One for each valid ticket, in their order")); }
};

template<>
struct Fields<TicketsReprintParams> {
    static constexpr const char *name = "TicketsReprintParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticket", &TicketsReprintParams::ticket, "Its number", kTicketNumberRule),
                               field("key", &TicketsReprintParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule));
    }
};

template<>
struct Fields<TicketsReprintResult> {
    static constexpr const char *name = "TicketsReprintResult";
    static constexpr auto all() { return std::make_tuple(field("print", &TicketsReprintResult::print, "What is valid now")); }
};

PARTERRE_INSTANTIATE_MESSAGE(TicketsCodesParams);
PARTERRE_INSTANTIATE_MESSAGE(TicketsCodesResult);
PARTERRE_INSTANTIATE_MESSAGE(TicketsReprintParams);
PARTERRE_INSTANTIATE_MESSAGE(TicketsReprintResult);

} // namespace parterre::protocol
