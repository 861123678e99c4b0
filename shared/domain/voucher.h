// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/money.h"

#include <QString>

#include <optional>

namespace parterre {

// Blocked: lost or stolen; nothing is taken from it, what is paid back still reaches it.
enum class VoucherState { Active, Blocked };
// Issue: what it was sold or given away for. Payment: taken for tickets. Refund: tickets were given back, or something else
// that is refunded goes to the voucher. Adjustment: a manager's correction; one of nothing blocked it, or let it pay again.
enum class VoucherMovementKind { Issue, Payment, Refund, Adjustment };

// Money that the house owes to whoever has its code. Of the code nothing but its end is known after it was issued.
struct Voucher {
    VoucherId id = {};
    QString lastFour = {};             // characters of the code
    Money balance = {};                // the sum of all movements, never less than 0
    VoucherState state = VoucherState::Active;
    Instant issued = {};
    std::optional<Instant> expires = {}; // from then on nothing is taken from it
    std::optional<QString> note = {};  // of the house, for itself
    std::optional<QString> blockReason = {}; // while it is blocked, of the house, too

    [[nodiscard]] bool isExpired(Instant now) const { return expires && *expires <= now; }

    friend bool operator==(const Voucher &, const Voucher &) = default;
};

struct VoucherMovement {
    VoucherMovementKind kind = VoucherMovementKind::Issue;
    qint64 amount = 0;                 // minor units of the voucher's currency; negative: taken from it
    Instant at = {};
    QString actor = {};                // name of who did it
    std::optional<BookingId> booking = {}; // that was paid or paid back
    std::optional<QString> bookingReference = {};
    std::optional<QString> reason = {}; // of an adjustment

    friend bool operator==(const VoucherMovement &, const VoucherMovement &) = default;
};

} // namespace parterre
