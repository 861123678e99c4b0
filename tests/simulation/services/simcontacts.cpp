// SPDX-License-Identifier: GPL-3.0-or-later
#include "simcontacts.h"

#include <algorithm>

namespace parterre::simulation {

Result<Booking> SimContacts::update(const storage::ContactWrite &write)
{
    const SimDatabase::SaleRow *row = m_database.sale(write.booking);
    if (!row || (write.owner && row->stored.owner != *write.owner))
        return ErrorCode::NotFound;
    const Contact before = row->stored.booking.contact();
    if (before == write.contact && m_mistake != SaleMistake::ContactNotedAgain)
        return row->stored.booking;
    if (before != write.before && before != write.contact && m_mistake != SaleMistake::ContactOverwritten)
        return ErrorCode::StaleVersion;
    m_database.setContact(write.booking, write.contact);
    m_changes.push_back({.asked = write, .before = before, .moment = m_database.moment()});
    return row->stored.booking;
}

Result<BookingNote> SimContacts::add(const storage::NoteWrite &write)
{
    if (!m_database.sale(write.booking))
        return ErrorCode::NotFound;
    const auto known = std::find_if(m_notes.begin(), m_notes.end(), [&write](const Note &each) { return each.note.id == write.id; });
    if (known != m_notes.end() && m_mistake != SaleMistake::NoteWrittenAgain)
        return known->booking == write.booking && known->note.text == write.text ? Result<BookingNote>(known->note) : ErrorCode::AlreadyExists;
    m_notes.push_back({.booking = write.booking, .note = {.id = write.id, .text = write.text, .at = write.audit.at}});
    return m_notes.back().note;
}

Result<QList<BookingNote>> SimContacts::notes(const BookingId &booking) const
{
    if (!m_database.sale(booking))
        return ErrorCode::NotFound;
    QList<BookingNote> notes;
    for (const Note &each : m_notes) {
        if (each.booking == booking)
            notes.append(each.note);
    }
    return notes;
}

} // namespace parterre::simulation
