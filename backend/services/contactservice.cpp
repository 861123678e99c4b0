// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/contactservice.h"

#include "backend/services/ticketpricing.h"

namespace parterre::services {

void ContactService::update(const Caller &caller, const ContactRequest &request, Done<Booking> done)
{
    if (!canBeKept(request.contact))
        return done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("contact: no address, no phone number, or perhaps the number of a card")});
    const storage::ContactWrite write {.booking = request.booking,
                                       .owner = caller.ownBookingsOnly(),
                                       .before = request.before,
                                       .contact = request.contact,
                                       .audit = caller.audit(m_clock.utcNow())};
    if (!write.owner)
        return m_store.updateContact(write, std::move(done));
    m_store.booking(request.booking, [this, write, done = std::move(done)](const Result<storage::StoredBooking> &stored) {
        const Result<void> allowed = stored ? mayChange(write, *stored) : stored.error();
        if (allowed)
            m_store.updateContact(write, done);
        else
            done(allowed.error());
    });
}

// By the owner.
Result<void> ContactService::mayChange(const storage::ContactWrite &write, const storage::StoredBooking &stored) const
{
    if (stored.owner != *write.owner)
        return ErrorCode::NotFound;
    if (stored.booking.contact() == write.contact) // a repetition is answered, whatever the time
        return {};
    if (stored.booking.state == BookingState::Cancelled)
        return ErrorCode::AlreadyCancelled;
    return m_events.areCancellable(keptWithout(stored.booking, {}), m_clock.utcNow()) ? Result<void>() : ErrorCode::CancelClosed;
}

void ContactService::addNote(const Caller &caller, const BookingId &booking, const NoteId &note, const QString &text, Done<BookingNote> done)
{
    m_store.addNote({.id = note, .booking = booking, .text = text, .audit = caller.audit(m_clock.utcNow())}, std::move(done));
}

void ContactService::notes(const BookingId &booking, Done<QList<BookingNote>> done)
{
    m_store.notes(booking, std::move(done));
}

} // namespace parterre::services
