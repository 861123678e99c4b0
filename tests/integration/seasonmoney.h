// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/databaseconfig.h"
#include "shared/domain/booking.h"
#include "tests/support/stripedouble.h"

#include <map>

namespace parterre::testing {

// The database of a season while nobody serves: all that waits for a payment online has waited for an hour longer.
void letAnHourPass(const storage::DatabaseConfig &config);
// Whether the server has nothing more to ask the provider, as far as it knows.
[[nodiscard]] bool isAllHeard(const storage::DatabaseConfig &config);

// What became of the money that came online, and whether bank, bookings and what is shown as unmatched say the same.
struct SeasonMoney {
    int booked = 0;       // payments
    int late = 0;         // of them those for which the same seats were found again
    int sentBack = 0;     // that could not be booked
    int unmatched = 0;    // amounts that somebody has to look at
    int unpaid = 0;       // payments for which nothing came
    QStringList wrong = {};

    [[nodiscard]] QString words() const;
};
// `unmatched`: the answer of payments.unmatched.
[[nodiscard]] SeasonMoney countMoney(const StripeDouble &stripe, const std::map<BookingId, Booking> &bookings, const QJsonArray &unmatched, const storage::DatabaseConfig &config);

} // namespace parterre::testing
