// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/contacts.h"

#include "shared/domain/mail.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

// Judged by whoever keeps it: what a booking says from before there were rules has to be named to be changed.
template<>
struct Fields<Contact> {
    static constexpr const char *name = "Contact";
    static constexpr auto all()
    {
        return std::make_tuple(field("name", &Contact::name, "Who the tickets are for", {.min = 1, .max = ContactLimits::kNameLength}),
                               field("email", &Contact::email, "To reach them at, as in bookings.checkout", {.min = 1, .max = MailLimits::kAddress}),
                               field("phone", &Contact::phone, "To reach them at, as in bookings.checkout", {.min = 1, .max = ContactLimits::kPhoneLength}));
    }
};

template<>
struct Fields<BookingNote> {
    static constexpr const char *name = "BookingNote";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &BookingNote::id, "The note"), field("text", &BookingNote::text, "What was written", {.lines = true}), field("at", &BookingNote::at, "When"),
                               field("author", &BookingNote::author, "Name of who wrote it"));
    }
};

template<>
struct Fields<BookingsUpdateParams> {
    static constexpr const char *name = "BookingsUpdateParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsUpdateParams::booking, "Which"),
                               field("before", &BookingsUpdateParams::before, "As it was shown; refused with stale_version when it is another by now"),
                               field("contact", &BookingsUpdateParams::contact, "As it shall be; what is absent is not known any more"));
    }
};

template<>
struct Fields<BookingsAddNoteParams> {
    static constexpr const char *name = "BookingsAddNoteParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("booking", &BookingsAddNoteParams::booking, "Of which"),
                               field("note", &BookingsAddNoteParams::note, "Made by the client; the same for every repetition"),
                               field("text", &BookingsAddNoteParams::text, "Plain text, with line breaks", {.min = 1, .max = NoteLimits::kTextLength, .lines = true, .noCardNumber = true}));
    }
};

template<>
struct Fields<BookingsAddNoteResult> {
    static constexpr const char *name = "BookingsAddNoteResult";
    static constexpr auto all() { return std::make_tuple(field("note", &BookingsAddNoteResult::note, "As it is kept")); }
};

template<>
struct Fields<BookingsNotesParams> {
    static constexpr const char *name = "BookingsNotesParams";
    static constexpr auto all() { return std::make_tuple(field("booking", &BookingsNotesParams::booking, "Of which")); }
};

template<>
struct Fields<BookingsNotesResult> {
    static constexpr const char *name = "BookingsNotesResult";
    static constexpr auto all() { return std::make_tuple(field("notes", &BookingsNotesResult::notes, "Oldest first")); }
};

PARTERRE_INSTANTIATE_MESSAGE(BookingsUpdateParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsAddNoteParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsAddNoteResult);
PARTERRE_INSTANTIATE_MESSAGE(BookingsNotesParams);
PARTERRE_INSTANTIATE_MESSAGE(BookingsNotesResult);

} // namespace parterre::protocol
