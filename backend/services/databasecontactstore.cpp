// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/databasecontactstore.h"

#include "backend/storage/storage.h"

namespace parterre::services {

void DatabaseContactStore::booking(const BookingId &booking, Done<storage::StoredBooking> done)
{
    m_storage.read(&m_home, [booking](storage::Database &database) { return storage::BookingRepository(database).get(booking); }, std::move(done));
}

void DatabaseContactStore::notes(const BookingId &booking, Done<QList<BookingNote>> done)
{
    m_storage.read(&m_home, [booking](storage::Database &database) { return storage::ContactRepository(database).notes(booking); }, std::move(done));
}

void DatabaseContactStore::updateContact(const storage::ContactWrite &write, Done<Booking> done)
{
    m_storage.write(&m_home, [write](storage::Database &database) { return storage::ContactRepository(database).update(write); }, std::move(done));
}

void DatabaseContactStore::addNote(const storage::NoteWrite &write, Done<BookingNote> done)
{
    m_storage.write(&m_home, [write](storage::Database &database) { return storage::ContactRepository(database).addNote(write); }, std::move(done));
}

} // namespace parterre::services
