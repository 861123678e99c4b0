// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/tickethandler.h"

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
        tickets.codes(context.caller, params.booking, [done = std::move(done)](const Result<QList<services::TicketPrint>> &prints) {
            if (!prints) {
                done(prints.error());
                return;
            }
            TicketsCodesResult result;
            for (const services::TicketPrint &print : *prints)
                result.prints.append(toMessage(print));
            done(std::move(result));
        });
    });
    router.on<TicketsReprint>([&](const CallContext &context, const TicketsReprintParams &params, services::Done<TicketsReprintResult> done) {
        tickets.reprint(context.caller, params.ticket, params.key, [done = std::move(done)](const Result<services::TicketPrint> &print) {
            if (print)
                done(TicketsReprintResult {.print = toMessage(*print)});
            else
                done(print.error());
        });
    });
}

} // namespace parterre::api
