// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/eventdirectory.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/contactrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

struct ContactRequest {
    BookingId booking = {};
    Contact before = {};
    Contact contact = {};
};

// Whom bookings are for, and what staff wrote down of them. Customers change their own as long as they may cancel them, the
// counter everybody's. Lives on the house thread.
class ContactService : public QObject
{
    Q_OBJECT
public:
    ContactService(const EventDirectory &events, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    // NotFound, InvalidParams, StaleVersion, CancelClosed; AlreadyCancelled: nothing is left that could be cancelled.
    void update(const Caller &caller, const ContactRequest &request, Done<Booking> done);
    // NotFound, AlreadyExists, NotesFull.
    void addNote(const Caller &caller, const BookingId &booking, const NoteId &note, const QString &text, Done<BookingNote> done);
    void notes(const BookingId &booking, Done<QList<BookingNote>> done); // NotFound

private:
    [[nodiscard]] Result<void> mayChange(const storage::ContactWrite &write, const storage::StoredBooking &stored) const;
    void write(const storage::ContactWrite &write, Done<Booking> done);

    const EventDirectory &m_events;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
