// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

namespace parterre {

// Tickets of a booking that are given back for the seats in the cart.
struct ExchangeDraft {
    BookingId booking = {};
    QString reference = {};
    QList<Ticket> tickets = {}; // at least one, all valid
    QList<Payment> payments = {}; // of the booking, for what goes back
    bool isUnpaid = false;        // only reserved: nothing is paid, nothing goes back

    [[nodiscard]] Money credit() const
    {
        Money sum {.amount = 0, .currency = tickets.constFirst().price.currency};
        for (const Ticket &ticket : tickets)
            sum.amount += ticket.price.amount;
        return sum;
    }
};

} // namespace parterre
