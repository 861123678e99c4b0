// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "shared/domain/booking.h"

namespace parterre::storage {

// What those who change bookings after their sale write and look at alike, each within its caller's transaction, which has
// locked the booking.

// What is noted of a payment, whatever it is for. `direction` and what it belongs to are the caller's to add.
[[nodiscard]] Bindings bindingsOf(const Payment &payment);
[[nodiscard]] Result<void> insertPayment(Database &database, const BookingId &booking, const Payment &payment);
[[nodiscard]] Result<void> changeBooking(Database &database, const BookingId &booking, BookingState state, qint64 total, const QString &alsoFoundBy = {});
// The fees of a booking of which nothing is left and nothing was paid.
[[nodiscard]] Result<void> giveFeesBack(Database &database, const Booking &booking, Instant now);

// SeatTaken: somebody has a live ticket for one of their places, or it is killed; with the places of the first event that has any.
[[nodiscard]] Result<void> refuseSold(Database &database, const QList<Ticket> &tickets);
// Somebody is to get them for the first time, or has had them before.
enum class Claim { Anew, Again };
// SaleClosed: one of their events is gone, or not sold now; for what somebody has had before, it is cancelled. Until the transaction ends
// that stays so, and nobody else gets a place of these events.
[[nodiscard]] Result<void> claimEvents(Database &database, const QList<Ticket> &tickets, Claim claim);

} // namespace parterre::storage
