// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/event.h"

namespace parterre {

// When a reservation of tickets for the event falls free at the latest.
[[nodiscard]] inline Instant latestPayUntil(const Event &event)
{
    return event.summary.start - event.rules.reservationRelease;
}

// Of all reservations in a list.
struct ReservationTotals {
    qint32 bookings = 0;
    qint32 tickets = 0;
    QList<Money> amounts = {};          // what is to be paid, in each currency that there is

    friend bool operator==(const ReservationTotals &, const ReservationTotals &) = default;
};

} // namespace parterre
