// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/bookings.h"

#include <algorithm>

namespace parterre {

// Whom it is for, and how to reach them.
struct Buyer {
    std::optional<QString> name = {};               // who is signed in when absent
    std::optional<QString> email = {};
    std::optional<QString> phone = {};
};

// How what is due is paid, or how it goes back.
struct Settlement {
    std::optional<Money> tendered = {};             // all of it in cash
    QList<protocol::CheckoutPart> parts = {};       // or in these
    QList<protocol::CardRefund> cardRefunds = {};
    std::optional<QString> refundToVoucher = {};    // code of the one that gets what would go back in cash
    std::optional<QString> code = {};               // that takes something off
    std::optional<Money> total = {};                // of the cart, as it was shown
};

// Those of a booking that were not there before.
[[nodiscard]] inline QList<Payment> paymentsAdded(const QList<Payment> &before, QList<Payment> now)
{
    now.removeIf([&before](const Payment &payment) { return std::ranges::find(before, payment.id, &Payment::id) != before.end(); });
    return now;
}

} // namespace parterre
