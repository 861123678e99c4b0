// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/contacthandler.h"

#include "backend/api/answering.h"
#include "backend/services/contactservice.h"

namespace parterre::api {

void addContactMethods(Router &router, services::ContactService &contacts)
{
    using namespace protocol;

    router.on<BookingsUpdate>([&](const CallContext &context, const BookingsUpdateParams &params, services::Done<BookingResult> done) {
        contacts.update(context.caller, {.booking = params.booking, .before = params.before, .contact = params.contact},
                        answering(std::move(done), [](const Booking &booking) { return BookingResult {.booking = booking}; }));
    });
    router.on<BookingsAddNote>([&](const CallContext &context, const BookingsAddNoteParams &params, services::Done<BookingsAddNoteResult> done) {
        contacts.addNote(context.caller, params.booking, params.note, params.text,
                         answering(std::move(done), [](const BookingNote &note) { return BookingsAddNoteResult {.note = note}; }));
    });
    router.on<BookingsNotes>([&](const CallContext &, const BookingsNotesParams &params, services::Done<BookingsNotesResult> done) {
        contacts.notes(params.booking, answering(std::move(done), [](const QList<BookingNote> &notes) { return BookingsNotesResult {.notes = notes}; }));
    });
}

} // namespace parterre::api
