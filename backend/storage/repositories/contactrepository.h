// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/booking.h"

namespace parterre::storage {

class Database;

// `owner`: only if the booking is theirs.
struct ContactWrite {
    BookingId booking = {};
    std::optional<UserId> owner = {};
    Contact before = {};    // as its author saw it
    Contact contact = {};
    AuditContext audit = {};
};

struct NoteWrite {
    NoteId id = {};
    BookingId booking = {};
    QString text = {};
    AuditContext audit = {}; // its actor is the author
};

// Whom bookings are for, and what staff wrote down of them.
class ContactRepository
{
public:
    explicit ContactRepository(Database &database) : m_database(database) {}

    // The booking as it stands then. NotFound. StaleVersion: somebody else changed it. It is found by what it says now, and not by
    // what it said. Done again it changes nothing.
    [[nodiscard]] Result<Booking> update(const ContactWrite &write);
    // NotFound. AlreadyExists: another note has the id. NotesFull. A repetition answers what is there.
    [[nodiscard]] Result<BookingNote> addNote(const NoteWrite &write);
    [[nodiscard]] Result<QList<BookingNote>> notes(const BookingId &booking); // oldest first; NotFound

private:
    [[nodiscard]] Result<std::optional<BookingNote>> known(const NoteWrite &write);

    Database &m_database;
};

} // namespace parterre::storage
