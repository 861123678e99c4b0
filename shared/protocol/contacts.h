// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// bookings.* of whom a booking is for, and of what staff wrote down of it.

#include "shared/protocol/bookings.h"

namespace parterre::protocol {

// `before`: as the caller saw it, so that of two people who change it at once one learns of the other.
struct BookingsUpdateParams {
    BookingId booking = {};
    Contact before = {};
    Contact contact = {};

    friend bool operator==(const BookingsUpdateParams &, const BookingsUpdateParams &) = default;
};

// `note`: made by the client, new for every note, the same for every repetition.
struct BookingsAddNoteParams {
    BookingId booking = {};
    NoteId note = {};
    QString text = {};
};

struct BookingsAddNoteResult {
    BookingNote note = {};
};

struct BookingsNotesParams {
    BookingId booking = {};
};

struct BookingsNotesResult {
    QList<BookingNote> notes = {};
};

// Customers change their own bookings as long as they may cancel them, the counter everybody's. Again does no harm.
struct BookingsUpdate {
    using Params = BookingsUpdateParams;
    using Result = BookingResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::StaleVersion, ErrorCode::CancelClosed, ErrorCode::AlreadyCancelled};
    static constexpr MethodInfo kInfo {"bookings.update", "Changes whom a booking is for and how to reach them", kSellers, kErrors};
};

struct BookingsAddNote {
    using Params = BookingsAddNoteParams;
    using Result = BookingsAddNoteResult;
    static constexpr std::array kErrors {ErrorCode::NotFound, ErrorCode::AlreadyExists, ErrorCode::NotesFull};
    static constexpr MethodInfo kInfo {"bookings.addNote", "Writes something down of a booking, for staff; it stays", kCounter, kErrors};
};

struct BookingsNotes {
    using Params = BookingsNotesParams;
    using Result = BookingsNotesResult;
    static constexpr std::array kErrors {ErrorCode::NotFound};
    static constexpr MethodInfo kInfo {"bookings.notes", "What staff wrote down of a booking", kCounter, kErrors};
};

} // namespace parterre::protocol
