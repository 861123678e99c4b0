// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/contactrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/salerows.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

BookingNote noteFromRow(const Row &row, const NoteId &id)
{
    return {.id = id, .text = row.text("text"_L1), .at = row.instant("at"_L1), .author = row.text("author"_L1)};
}

} // namespace

Result<Booking> ContactRepository::update(const ContactWrite &write)
{
    if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, write.booking}}); !locked)
        return locked.error();
    Result<StoredBooking> stored = BookingRepository(m_database).get(write.booking);
    if (!stored)
        return stored.error();
    if (write.owner && stored->owner != *write.owner)
        return ErrorCode::NotFound;
    Booking &booking = stored->booking;
    const Contact before = booking.contact();
    if (before == write.contact)
        return booking;
    if (before != write.before)
        return Error {.code = ErrorCode::StaleVersion, .detail = u"the contact is another by now"_s};
    booking.customerName = write.contact.name;
    booking.email = write.contact.email;
    booking.phone = write.contact.phone;
    const Result<Rows> changed = m_database.run("bookings.set_contact"_L1, {{"id"_L1, booking.id},
                                                                           {"name"_L1, booking.customerName},
                                                                           {"email"_L1, booking.email},
                                                                           {"phone"_L1, booking.phone},
                                                                           {"search_text"_L1, searchTextOf(booking)}});
    if (!changed)
        return changed.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = write.audit,
                                            .action = u"booking.contact_changed"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = booking.id.toString(),
                                            .before = {{u"name"_s, before.name}},
                                            // Addresses and numbers are not kept here: somebody may want them forgotten.
                                            .after = {{u"email"_s, before.email != booking.email}, {u"name"_s, booking.customerName}, {u"phone"_s, before.phone != booking.phone}}});
    return noted ? Result<Booking>(booking) : noted.error();
}

Result<std::optional<BookingNote>> ContactRepository::known(const NoteWrite &write)
{
    const Result<Rows> rows = m_database.run("booking_notes.get"_L1, {{"id"_L1, write.id}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<BookingNote>();
    const Row &row = rows->front();
    const BookingNote note = noteFromRow(row, write.id);
    if (row.id<BookingId>("booking"_L1) != write.booking || note.text != write.text)
        return Error {.code = ErrorCode::AlreadyExists, .detail = u"another note has the id"_s};
    return std::optional(note);
}

Result<BookingNote> ContactRepository::addNote(const NoteWrite &write)
{
    // Whoever adds another one meanwhile waits, so that they are counted.
    const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, write.booking}});
    if (!locked)
        return locked.error();
    if (locked->empty())
        return ErrorCode::NotFound;
    Result<std::optional<BookingNote>> note = known(write);
    if (!note)
        return note.error();
    if (*note)
        return **note;
    const Result<Rows> count = m_database.run("booking_notes.count"_L1, {{"booking"_L1, write.booking}});
    if (!count)
        return count.error();
    if (count->front().integer("notes"_L1) >= NoteLimits::kNotes)
        return Error {.code = ErrorCode::NotesFull, .limit = NoteLimits::kNotes};
    const Result<Rows> inserted = m_database.run("booking_notes.insert"_L1, {{"id"_L1, write.id},
                                                                            {"booking"_L1, write.booking},
                                                                            {"text"_L1, write.text},
                                                                            {"at"_L1, write.audit.at},
                                                                            {"author"_L1, write.audit.actor}});
    if (!inserted)
        return inserted.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = write.audit,
                                            .action = u"booking.note_added"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = write.booking.toString(),
                                            .after = {{u"note"_s, write.id.toString()}}});
    if (!noted)
        return noted.error();
    note = known(write); // with its author's name
    return note ? Result<BookingNote>(**note) : note.error();
}

Result<QList<BookingNote>> ContactRepository::notes(const BookingId &booking)
{
    if (const Result<StoredBooking> stored = BookingRepository(m_database).get(booking); !stored)
        return stored.error();
    const Result<Rows> rows = m_database.run("booking_notes.of_booking"_L1, {{"booking"_L1, booking}});
    if (!rows)
        return rows.error();
    QList<BookingNote> notes;
    for (const Row &row : *rows)
        notes.append(noteFromRow(row, row.id<NoteId>("id"_L1)));
    return notes;
}

} // namespace parterre::storage
