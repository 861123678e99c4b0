// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QString>

#include <optional>

namespace parterre {

// What becomes of somebody who comes with a ticket. All but the first are kept out, each for a reason that has another
// answer at the door.
enum class AdmitOutcome {
    Admitted,
    AlreadyIn,   // somebody came in with this ticket before
    WrongEvent,
    Cancelled,
    Exchanged,   // given back for another ticket of the same booking
    Reprinted,   // the code is older than the ticket's newest
    Unpaid,      // reserved and not paid yet
    Released,    // the place was given free because nobody had come
    NotOfHouse,  // neither a code this house signed nor the number of a ticket
};

// What the door sees of a ticket.
struct DoorTicket {
    QString number = {};
    EventId event = {};
    QString label = {};        // "Stalls F 12"
    QString ticketType = {};   // by its name
    QString customerName = {};

    friend bool operator==(const DoorTicket &, const DoorTicket &) = default;
};

struct DoorEvent {
    EventId id = {};
    QString name = {};
    Instant start = {};
    QString timeZone = {};     // of its venue, IANA

    friend bool operator==(const DoorEvent &, const DoorEvent &) = default;
};

struct DoorVerdict {
    AdmitOutcome outcome = AdmitOutcome::NotOfHouse;
    std::optional<DoorTicket> ticket = {}; // when it is one of this house
    std::optional<Instant> at = {};        // of the admission (the first one, if already in), of the reprint, or of giving the place free
    std::optional<QString> door = {};      // where it was admitted
    std::optional<DoorEvent> event = {};   // the one that the ticket is for, if another
    std::optional<bool> placeIsFree = {};  // of a place that was given free: whether nobody has bought it since

    friend bool operator==(const DoorVerdict &, const DoorVerdict &) = default;
};

// One admission of one ticket.
struct Admission {
    CheckinId id = {};
    DoorTicket ticket = {};
    Instant at = {};
    QString door = {};
    bool offline = false;                    // decided without the server and told to it later
    std::optional<Instant> undone = {};
    std::optional<QString> undoReason = {};

    friend bool operator==(const Admission &, const Admission &) = default;
};

// Somebody a door let in without the server, with what did not stand when the server was told of it.
struct AdmissionConflict {
    CheckinId id = {};
    QString shown = {};        // the ticket's number, or what was shown instead of one
    DoorVerdict verdict = {};  // the server's: what stands against it, since when and through which door
    Instant at = {};           // when somebody was let in with it
    QString door = {};         // where; empty when not told
    QString toldBy = {};       // who was signed in there when the server was told
    Instant told = {};

    friend bool operator==(const AdmissionConflict &, const AdmissionConflict &) = default;
};

// In one request: sales wait for no more than these, and a page of their longest names fits into one message.
inline constexpr qint32 kMaxNoShows = 100;

// A paid ticket that nobody came with yet.
struct NoShow {
    QString ticket = {};     // its number
    BookingId booking = {};
    QString reference = {};  // of the booking
    QString customerName = {};
    qint32 place = 0;
    QString label = {};      // "Stalls F 12"
    QString ticketType = {}; // by its name

    friend bool operator==(const NoShow &, const NoShow &) = default;
};

// From so long before the start on seats of those who have not come may be given free.
inline constexpr std::chrono::hours kNoShowsFrom {2};

struct Attendance {
    qint32 admitted = 0;
    qint32 expected = 0;       // valid tickets that are paid

    friend bool operator==(const Attendance &, const Attendance &) = default;
};

} // namespace parterre
