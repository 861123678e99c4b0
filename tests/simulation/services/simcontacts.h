// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/repositories/contactrepository.h"
#include "simdatabase.h"

namespace parterre::simulation {

// What the store knows of contacts and notes: does what ContactRepository does, in the bookings of the database.
class SimContacts
{
public:
    // A line of the audit.
    struct Change {
        storage::ContactWrite asked = {};
        Contact before = {}; // as it really was
        quint64 moment = 0;
    };
    struct Note {
        BookingId booking = {};
        BookingNote note = {};
    };

    SimContacts(SimDatabase &database, SaleMistake mistake) : m_database(database), m_mistake(mistake) {}

    [[nodiscard]] Result<Booking> update(const storage::ContactWrite &write);
    [[nodiscard]] Result<BookingNote> add(const storage::NoteWrite &write);
    [[nodiscard]] Result<QList<BookingNote>> notes(const BookingId &booking) const;

    // For those who judge.
    [[nodiscard]] const std::vector<Change> &changes() const { return m_changes; }

private:
    SimDatabase &m_database;
    const SaleMistake m_mistake;
    std::vector<Change> m_changes;
    std::vector<Note> m_notes;
};

} // namespace parterre::simulation
