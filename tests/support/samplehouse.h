// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/domain/event.h"
#include "tests/support/manualclock.h"

namespace parterre::storage {
class Database;
}

namespace parterre::testing {

// A small world in a database: a venue with a plan of 1,000 seats, two events, a clerk and a customer.
struct SampleHouse {
    VenueId venue = {};
    PlanVersionRef plan = {};
    Event event = {};
    Event otherEvent = {};
    UserId clerk = {};
    UserId customer = {};

    // Writes it; ends the program when that fails.
    [[nodiscard]] static SampleHouse build(storage::Database &database, IdGenerator &ids, const Clock &clock);
};

// A sale of these places to the customer by the clerk, 20.00 EUR each, paid in cash. The reference is made of `number`.
[[nodiscard]] storage::CheckoutWrite checkoutOf(const SampleHouse &house, const QList<qint32> &places, const QString &key,
                                                IdGenerator &ids, const Clock &clock);
[[nodiscard]] storage::ChangeWrite cancellationOf(const SampleHouse &house, const BookingId &booking, const QString &key,
                                                  IdGenerator &ids, const Clock &clock);
// Gives a booking and its tickets numbers that the id generator has not given before.
void numberAnew(Booking &booking, IdGenerator &ids);

} // namespace parterre::testing
