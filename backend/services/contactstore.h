// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/contactrepository.h"

namespace parterre::services {

// What contacts and notes need to be durable. Every call is answered exactly once, on the house thread, after the call returned;
// never once the store is gone. Errors as in contactrepository.h, and StorageUnavailable or Overloaded, which changed nothing,
// and OutcomeUnknown.
class ContactStore
{
public:
    virtual ~ContactStore() = default;

    virtual void booking(const BookingId &booking, Done<storage::StoredBooking> done) = 0; // NotFound
    virtual void notes(const BookingId &booking, Done<QList<BookingNote>> done) = 0;

    // Durable when they are answered. Each may be asked again.
    virtual void updateContact(const storage::ContactWrite &write, Done<Booking> done) = 0;
    virtual void addNote(const storage::NoteWrite &write, Done<BookingNote> done) = 0;
};

} // namespace parterre::services
