// SPDX-License-Identifier: GPL-3.0-or-later
#include "contactpromises.h"

#include <algorithm>

namespace parterre::simulation {

namespace {

using Changes = std::vector<SimContacts::Change>;

// Those that made of it what was asked for. No two people ever wish the same.
auto countOf(const Changes &changes, const services::ContactRequest &asked)
{
    return std::count_if(changes.begin(), changes.end(), [&asked](const SimContacts::Change &change) { return change.asked.booking == asked.booking && change.asked.contact == asked.contact; });
}

} // namespace

void ContactPromises::answered(const Request &request, quint64 moment, const Result<Booking> &result)
{
    if (!result)
        return refused(request, moment, result.error().code);
    if (result->id != request.contact.booking || result->contact() != request.contact.contact)
        m_stage.fail("I12: a change of a contact was answered with another");
    if (countOf(m_stage.contacts.changes(), request.contact) != 1)
        m_stage.fail("I12: a change of a contact that was acknowledged is not written once");
}

void ContactPromises::refused(const Request &request, quint64 moment, ErrorCode code)
{
    const Changes &changes = m_stage.contacts.changes();
    const auto isOfBooking = [&request](const SimContacts::Change &change) { return change.asked.booking == request.contact.booking; };
    const auto last = std::find_if(changes.rbegin(), changes.rend(), isOfBooking);
    const SimDatabase::SaleRow *sale = m_stage.database.sale(request.contact.booking);
    const bool isPassing = code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded || code == ErrorCode::OutcomeUnknown;
    if (last != changes.rend() && last->asked.contact == request.contact.contact && last->moment <= moment && !isPassing)
        m_stage.fail("I12: a change of a contact that was done was answered " + std::string(errorKind(code).data()));
    if (code == ErrorCode::StaleVersion && last == changes.rend() && request.contact.before == sale->stored.booking.contact())
        m_stage.fail("I12: a contact that nobody changed was called changed");
    if (code == ErrorCode::AlreadyCancelled && sale->stored.booking.state != BookingState::Cancelled)
        m_stage.fail("I12: a booking that is not cancelled was called so");
}

void ContactPromises::noteAnswered(const Request &request, const Result<BookingNote> &result)
{
    if (!result)
        return;
    if (result->text != request.note)
        m_stage.fail("I12: a note was answered with another");
    const std::pair note {request.booking, request.note};
    if (!m_notes.contains(note))
        m_notes.append(note);
}

void ContactPromises::shown(const BookingId &booking, const QList<BookingNote> &notes)
{
    for (const BookingNote &note : notes) {
        if (std::count_if(notes.begin(), notes.end(), [&note](const BookingNote &other) { return other.id == note.id || other.text == note.text; }) != 1)
            m_stage.fail("I12: a note is there twice");
    }
    for (const auto &[of, text] : std::as_const(m_notes)) {
        if (of == booking && std::none_of(notes.begin(), notes.end(), [&text](const BookingNote &note) { return note.text == text; }))
            m_stage.fail("I12: a note that was acknowledged is not there");
    }
}

void ContactPromises::compareAtRest()
{
    QHash<BookingId, Contact> contacts;
    for (const SimContacts::Change &change : m_stage.contacts.changes()) {
        const Contact before = contacts.value(change.asked.booking, {.name = m_stage.database.sale(change.asked.booking)->soldTo});
        if (change.before != before || change.asked.before != before)
            m_stage.fail("I12: somebody overwrote a contact that he had not seen");
        contacts.insert(change.asked.booking, change.asked.contact);
    }
    for (int number = 0; number < m_stage.database.saleCount(); ++number) {
        const SimDatabase::SaleRow &sale = m_stage.database.saleAt(number);
        if (sale.stored.booking.contact() != contacts.value(sale.stored.booking.id, {.name = sale.soldTo}))
            m_stage.fail("I12: a booking does not say whom it is for");
        shown(sale.stored.booking.id, *m_stage.contacts.notes(sale.stored.booking.id));
    }
}

} // namespace parterre::simulation
