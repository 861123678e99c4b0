// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/domain/booking.h"

#include <functional>

namespace parterre::storage {

// A sale to make durable: the whole booking with ids, reference, ticket numbers and payments made by the caller.
struct CheckoutWrite {
    Booking booking = {};
    UserId owner = {};                       // whose booking it is; null: sold at the counter to somebody without account
    UserId actor = {};                       // who sells; the idempotency key is theirs
    QString key = {};
    QByteArray requestHash = {};             // SHA-256 of what was asked for
    AuditContext audit = {};
    QString strandedReason = {};             // why the counter left single seats behind; for the audit, empty: it did not
    // Gives the booking another reference and other ticket numbers: called, on the writer's thread, when one exists
    // already. Without it such a sale fails with AlreadyExists.
    std::function<void(Booking &)> renumber = {};
};

// Failures of a checkout, none of which changes anything: SeatTaken (with the places), KeyReused, InvalidParams, Overloaded,
// StorageUnavailable. OutcomeUnknown: ask again with the same key. That the event and the accounts are there is the caller's
// to know.
struct CheckoutOutcome {
    Booking booking = {};                    // as stored
    bool replayed = false;                   // an earlier request with the key sold it; nothing was written now
};

struct CancelWrite {
    BookingId booking = {};
    UserId actor = {};
    QString key = {};
    QByteArray requestHash = {};
    PaymentId refund = {};                   // id of the refund to write
    AuditContext audit = {};
    Instant now = {};
};

struct FreedPlace {
    EventId event = {};
    qint32 place = 0;

    friend bool operator==(const FreedPlace &, const FreedPlace &) = default;
};

struct CancelOutcome {
    Booking booking = {};
    QList<FreedPlace> freed = {};            // places of the booking that nobody owns now
    bool replayed = false;                   // an earlier request with the key cancelled it
    bool alreadyCancelled = false;           // one with another key did; nothing was written now
};

} // namespace parterre::storage
