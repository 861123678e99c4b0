// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/tickethandler.h"

#include "backend/api/answering.h"
#include "backend/services/ticketservice.h"

namespace parterre::api {

namespace {

protocol::TicketPrint toMessage(const services::TicketPrint &print)
{
    return {.ticket = print.ticket, .code = print.code, .generation = print.generation};
}

}

void addTicketMethods(Router &router, services::TicketService &tickets)
{
    using namespace protocol;

    router.on<TicketsCodes>([&](const CallContext &context, const TicketsCodesParams &params, services::Done<TicketsCodesResult> done) {
        tickets.codes(context.caller, params.booking, answering(std::move(done), [](const QList<services::TicketPrint> &prints) {
            TicketsCodesResult result;
            for (const services::TicketPrint &print : prints)
                result.prints.append(toMessage(print));
            return result;
        }));
    });
    router.on<TicketsReprint>([&](const CallContext &context, const TicketsReprintParams &params, services::Done<TicketsReprintResult> done) {
        tickets.reprint(context.caller, params.ticket, params.key,
                        answering(std::move(done), [](const services::TicketPrint &print) { return TicketsReprintResult {.print = toMessage(print)}; }));
    });
}

} // namespace parterre::api
