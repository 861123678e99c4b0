// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"
#include "shared/domain/pricing.h"

namespace parterre {

// Tickets of a booking that are given back for the seats in the cart.
struct ExchangeDraft {
    BookingId booking = {};
    QString reference = {};
    QList<Ticket> tickets = {}; // at least one, all kept: the places of some may have been given free
    QList<Payment> payments = {}; // of the booking, for what goes back
    QList<Ticket> staying = {};   // of the booking: those that nobody gives back
    bool isUnpaid = false;        // only reserved: nothing is paid, nothing goes back

    [[nodiscard]] Money credit() const
    {
        Money sum {.amount = 0, .currency = tickets.constFirst().price.currency};
        for (const Ticket &ticket : tickets)
            sum.amount += ticket.price.amount;
        return sum;
    }
    // What stays with the house of what goes back for seats that cost `taken`.
    [[nodiscard]] QList<Charge> chargesFor(const Money &taken) const { return exchangeChargesOf(tickets, taken.amount, {}); }
    // Less than 0: goes back.
    [[nodiscard]] Money dueFor(const Money &taken) const
    {
        return {.amount = isUnpaid ? 0 : taken.amount - credit().amount + sumOf(chargesFor(taken)), .currency = taken.currency};
    }
};

} // namespace parterre
