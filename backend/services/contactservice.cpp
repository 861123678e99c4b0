// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/contactservice.h"

#include "backend/storage/repositories/contactrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

ContactService::ContactService(storage::Storage &storage, const Clock &clock, QObject *parent) : QObject(parent), m_storage(storage), m_clock(clock) {}

void ContactService::update(const Caller &caller, const ContactRequest &request, Done<Booking> done)
{
    const storage::ContactWrite write {.booking = request.booking,
                                       .owner = caller.ownBookingsOnly(),
                                       .before = request.before,
                                       .contact = request.contact,
                                       .audit = caller.audit(m_clock.utcNow())};
    m_storage.write(this, [write](storage::Database &database) { return storage::ContactRepository(database).update(write); }, std::move(done));
}

void ContactService::addNote(const Caller &caller, const BookingId &booking, const NoteId &note, const QString &text, Done<BookingNote> done)
{
    const storage::NoteWrite write {.id = note, .booking = booking, .text = text, .audit = caller.audit(m_clock.utcNow())};
    m_storage.write(this, [write](storage::Database &database) { return storage::ContactRepository(database).addNote(write); }, std::move(done));
}

void ContactService::notes(const BookingId &booking, Done<QList<BookingNote>> done)
{
    m_storage.read(this, [booking](storage::Database &database) { return storage::ContactRepository(database).notes(booking); }, std::move(done));
}

} // namespace parterre::services
