// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/bookinglimit.h"

#include <algorithm>

namespace parterre {

namespace {

qsizetype keptOf(const EventId &event, const QList<Ticket> &tickets)
{
    return std::count_if(tickets.begin(), tickets.end(), [&event](const Ticket &ticket) { return ticket.event == event && ticket.isKept(); });
}

} // namespace

Result<void> keepTicketLimits(const QList<Ticket> &before, const QList<Ticket> &staying, const QList<Ticket> &taken, const QList<TicketLimit> &limits)
{
    for (const TicketLimit &limit : limits) {
        const qsizetype after = keptOf(limit.event, staying) + keptOf(limit.event, taken);
        if (after > limit.most && after > keptOf(limit.event, before))
            return Error {.code = ErrorCode::BookingTooLarge, .limit = limit.most, .event = limit.event};
    }
    return {};
}

} // namespace parterre
