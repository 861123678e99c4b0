// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/customerlimits.h"

namespace parterre::services {

QList<TicketLimit> ticketLimits(const EventDirectory &directory, const Caller &caller, const QList<EventId> &events)
{
    QList<TicketLimit> limits;
    for (const EventId &event : events)
        limits.append({.event = event, .most = caller.isCounter() ? kMaxSeatsCounter : directory.find(event)->event().rules.mostInBooking()});
    return limits;
}

} // namespace parterre::services
