// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/contactstore.h"
#include "backend/services/eventdirectory.h"

namespace parterre::services {

struct ContactRequest {
    BookingId booking = {};
    Contact before = {};
    Contact contact = {};
};

// Whom bookings are for, and what staff wrote down of them. Customers change their own as long as they may cancel them, the
// counter everybody's. Lives on the house thread.
class ContactService
{
public:
    ContactService(const EventDirectory &events, ContactStore &store, const Clock &clock) : m_events(events), m_store(store), m_clock(clock) {}
    Q_DISABLE_COPY_MOVE(ContactService)

    // NotFound, InvalidParams, StaleVersion, CancelClosed; AlreadyCancelled: nothing is left that could be cancelled.
    void update(const Caller &caller, const ContactRequest &request, Done<Booking> done);
    // NotFound, AlreadyExists, NotesFull.
    void addNote(const Caller &caller, const BookingId &booking, const NoteId &note, const QString &text, Done<BookingNote> done);
    void notes(const BookingId &booking, Done<QList<BookingNote>> done); // NotFound

private:
    [[nodiscard]] Result<void> mayChange(const storage::ContactWrite &write, const storage::StoredBooking &stored) const;

    const EventDirectory &m_events;
    ContactStore &m_store;
    const Clock &m_clock;
};

} // namespace parterre::services
