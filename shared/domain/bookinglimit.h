// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/booking.h"

namespace parterre {

// How many tickets for an event one booking may have.
struct TicketLimit {
    EventId event = {};
    qint32 most = 0;

    friend bool operator==(const TicketLimit &, const TicketLimit &) = default;
};

// BookingTooLarge, with the event and its limit: what is taken makes of the tickets that stay more than the booking may have, and
// more than it had (a limit may have become smaller since).
[[nodiscard]] Result<void> keepTicketLimits(const QList<Ticket> &before, const QList<Ticket> &staying, const QList<Ticket> &taken, const QList<TicketLimit> &limits);

} // namespace parterre
