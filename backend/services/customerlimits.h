// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"
#include "shared/domain/bookinglimit.h"

namespace parterre::services {

// What one booking of the caller may have of these events: as their rules say, at the counter kMaxSeatsCounter. The events
// have to be open.
[[nodiscard]] QList<TicketLimit> ticketLimits(const EventDirectory &directory, const Caller &caller, const QList<EventId> &events);

} // namespace parterre::services
