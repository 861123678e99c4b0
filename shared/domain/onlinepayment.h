// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/money.h"

#include <QString>

#include <optional>

namespace parterre {

enum class OnlineState {
    Creating,  // the provider may know of it or not
    Pending,   // it can be paid
    Succeeded, // paid, and the booking is confirmed
    Failed,    // the provider did not take it; nothing was paid
    Cancelled, // given up, or not paid in time; nobody can pay it any more
    Refunding, // paid too late, or twice: the money is on its way back
    Refunded,
    Unmatched, // paid, but neither booked nor given back: somebody has to look at it
    Settled,   // somebody has
};

// Whether nothing more will come of it by itself.
[[nodiscard]] inline bool isOver(OnlineState state)
{
    return state != OnlineState::Creating && state != OnlineState::Pending && state != OnlineState::Refunding;
}

// Whether money came that its booking could not be paid with any more, whatever became of that money since.
[[nodiscard]] inline bool hasStrayed(OnlineState state)
{
    return state == OnlineState::Refunding || state == OnlineState::Refunded || state == OnlineState::Unmatched || state == OnlineState::Settled;
}

// What a booking is to be paid with over the internet, and what became of it.
struct OnlinePayment {
    PaymentId id = {};
    BookingId booking = {};
    QString reference = {};                 // of the booking
    OnlineState state = OnlineState::Creating;
    Money amount = {};
    Instant payUntil = {};
    std::optional<QString> decline = {};    // the provider's word for why the last attempt failed
    bool keepsSeats = false;                // unpaid, it leaves the booking reserved

    friend bool operator==(const OnlinePayment &, const OnlinePayment &) = default;
};

// Why somebody has to look at money. RefundedElsewhere: it went back at the provider's own desk, whatever it was paid for.
// Disputed: the payer has the bank take it back.
enum class UnmatchedKind { Owed, RefundedElsewhere, Disputed };

// Money that came in and belongs to nothing, or could not be given back; or that went, and its booking does not know of that.
struct UnmatchedMoney {
    PaymentId id = {};
    UnmatchedKind kind = UnmatchedKind::Owed;
    std::optional<BookingId> booking = {};
    std::optional<QString> reference = {};  // of the booking
    QString intent = {};                    // the payment, as the provider calls it
    Money amount = {};
    Instant since = {};
    QString problem = {};                   // English, or the provider's word

    friend bool operator==(const UnmatchedMoney &, const UnmatchedMoney &) = default;
};

} // namespace parterre
