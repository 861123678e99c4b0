// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/contactstore.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// Contacts and notes in the database. Lives on the house thread, as long as those who ask it.
class DatabaseContactStore final : public ContactStore
{
public:
    explicit DatabaseContactStore(storage::Storage &storage) : m_storage(storage) {}

    void booking(const BookingId &booking, Done<storage::StoredBooking> done) override;
    void notes(const BookingId &booking, Done<QList<BookingNote>> done) override;
    void updateContact(const storage::ContactWrite &write, Done<Booking> done) override;
    void addNote(const storage::NoteWrite &write, Done<BookingNote> done) override;

private:
    storage::Storage &m_storage;
    QObject m_home; // where answers arrive; none do when it is gone
};

} // namespace parterre::services
