// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/checkins.h"

#include "shared/domain/ticketcode.h"
#include "shared/protocol/domainfields.h"

namespace parterre::protocol {

// The longest admissions of a page fit into one message, and the longest conflicts.
static constexpr qint32 kMaxAdmissionPage = 100;
static constexpr qint32 kMaxConflictPage = 50;

template<>
struct EnumWords<AdmitOutcome> {
    static constexpr std::array all {
        std::pair {AdmitOutcome::Admitted, "admitted"}, std::pair {AdmitOutcome::AlreadyIn, "already_in"},
        std::pair {AdmitOutcome::WrongEvent, "wrong_event"}, std::pair {AdmitOutcome::Cancelled, "cancelled"},
        std::pair {AdmitOutcome::Exchanged, "exchanged"}, std::pair {AdmitOutcome::Reprinted, "reprinted"},
        std::pair {AdmitOutcome::Unpaid, "unpaid"}, std::pair {AdmitOutcome::Released, "released"},
        std::pair {AdmitOutcome::NotOfHouse, "not_of_house"}};
};

template<>
struct Fields<DoorTicket> {
    static constexpr const char *name = "DoorTicket";
    static constexpr auto all()
    {
        return std::make_tuple(field("number", &DoorTicket::number, "Unique, to read out"), field("event", &DoorTicket::event, "Admits to"),
                               field("label", &DoorTicket::label, "Seat, for people"), field("ticketType", &DoorTicket::ticketType, "Its name"),
                               field("customerName", &DoorTicket::customerName, "Who it is for"));
    }
};

template<>
struct Fields<DoorEvent> {
    static constexpr const char *name = "DoorEvent";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &DoorEvent::id, "The event"), field("name", &DoorEvent::name, "Its name"),
                               field("start", &DoorEvent::start, "When it begins"), field("timeZone", &DoorEvent::timeZone, "IANA zone of its venue"));
    }
};

template<>
struct Fields<DoorVerdict> {
    static constexpr const char *name = "DoorVerdict";
    static constexpr auto all()
    {
        return std::make_tuple(
            field("outcome", &DoorVerdict::outcome, "Whether to let in, or why not"), field("ticket", &DoorVerdict::ticket, "Absent when it is none of this house"),
            field("at", &DoorVerdict::at, "Of the admission (the first, when already in), of the reprint, or of giving the place free"),
            field("door", &DoorVerdict::door, "Where it was admitted"), field("event", &DoorVerdict::event, "What the ticket is for, when that is another event"),
            field("placeIsFree", &DoorVerdict::placeIsFree, "Of a place that was given free: whether nobody has bought it since; of one of an area, whether any place there can be had"));
    }
};

template<>
struct Fields<Admission> {
    static constexpr const char *name = "Admission";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &Admission::id, "The admission"), field("ticket", &Admission::ticket, "Who came in"),
                               field("at", &Admission::at, "When"), field("door", &Admission::door, "Where; empty when not told"),
                               field("offline", &Admission::offline, "Whether the server was told later"),
                               field("undone", &Admission::undone, "When it was taken back"), field("undoReason", &Admission::undoReason, "Why"));
    }
};

template<>
struct Fields<Attendance> {
    static constexpr const char *name = "Attendance";
    static constexpr auto all()
    {
        return std::make_tuple(field("admitted", &Attendance::admitted, "Tickets that are in"), field("expected", &Attendance::expected, "Tickets that are valid"));
    }
};

template<>
struct Fields<CheckinsAdmitParams> {
    static constexpr const char *name = "CheckinsAdmitParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsAdmitParams::event, "To which"),
                               field("code", &CheckinsAdmitParams::code, "What was scanned, or the number of a ticket", {.min = 1, .max = kMaxTicketCode}),
                               field("key", &CheckinsAdmitParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule),
                               field("door", &CheckinsAdmitParams::door, "Where", kNameRule),
                               field("at", &CheckinsAdmitParams::at, "When it was decided without the server; now when absent"));
    }
};

template<>
struct Fields<CheckinsAdmitResult> {
    static constexpr const char *name = "CheckinsAdmitResult";
    static constexpr auto all() { return std::make_tuple(field("verdict", &CheckinsAdmitResult::verdict, "What to do")); }
};

template<>
struct Fields<CheckinsUndoParams> {
    static constexpr const char *name = "CheckinsUndoParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsUndoParams::event, "Of which"), field("ticket", &CheckinsUndoParams::ticket, "Its number", kTicketNumberRule),
                               field("reason", &CheckinsUndoParams::reason, "Kept in the audit log", kReasonRule),
                               field("key", &CheckinsUndoParams::key, "Idempotency key: the same for every repetition", kIdempotencyKeyRule));
    }
};

template<>
struct Fields<CheckinsUndoResult> {
    static constexpr const char *name = "CheckinsUndoResult";
    static constexpr auto all() { return std::make_tuple(field("admission", &CheckinsUndoResult::admission, "As it stands now")); }
};

template<>
struct Fields<CheckinsListParams> {
    static constexpr const char *name = "CheckinsListParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsListParams::event, "Of which"),
                               field("limit", &CheckinsListParams::limit, "Admissions a page", {.min = 1, .max = kMaxAdmissionPage}),
                               field("cursor", &CheckinsListParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<CheckinsListResult> {
    static constexpr const char *name = "CheckinsListResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("admissions", &CheckinsListResult::admissions, "Newest first, with those taken back"),
                               field("attendance", &CheckinsListResult::attendance, "How many"), field("next", &CheckinsListResult::next, "Cursor of the next page"),
                               field("conflicts", &CheckinsListResult::conflicts, "How many checkins.conflicts has; absent when none"));
    }
};

template<>
struct Fields<AdmissionConflict> {
    static constexpr const char *name = "AdmissionConflict";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &AdmissionConflict::id, "Of it"), field("shown", &AdmissionConflict::shown, "Number of the ticket, or what was shown instead of one"),
                               field("verdict", &AdmissionConflict::verdict, "What stands against it: when and through which door somebody else came in, or why the ticket admits nobody"),
                               field("at", &AdmissionConflict::at, "When somebody was let in with it"), field("door", &AdmissionConflict::door, "Where; empty when not told"),
                               field("toldBy", &AdmissionConflict::toldBy, "Name of whoever was signed in when the server was told"),
                               field("told", &AdmissionConflict::told, "When the server was told"));
    }
};

template<>
struct Fields<CheckinsConflictsParams> {
    static constexpr const char *name = "CheckinsConflictsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsConflictsParams::event, "At whose doors"),
                               field("limit", &CheckinsConflictsParams::limit, "Conflicts a page", {.min = 1, .max = kMaxConflictPage}),
                               field("cursor", &CheckinsConflictsParams::cursor, "`next` of the page before", kCursorRule));
    }
};

template<>
struct Fields<CheckinsConflictsResult> {
    static constexpr const char *name = "CheckinsConflictsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("conflicts", &CheckinsConflictsResult::conflicts, "What was told last first"),
                               field("next", &CheckinsConflictsResult::next, "Cursor of the next page"));
    }
};

template<>
struct Fields<CheckinsArrivalsParams> {
    static constexpr const char *name = "CheckinsArrivalsParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsArrivalsParams::event, "Of which"),
                               field("watch", &CheckinsArrivalsParams::watch, "Whether checkins.changed tells of it from here on; as before when absent"));
    }
};

template<>
struct Fields<CheckinsArrivalsResult> {
    static constexpr const char *name = "CheckinsArrivalsResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("attendance", &CheckinsArrivalsResult::attendance, "How many"),
                               field("places", &CheckinsArrivalsResult::places, "One bit a seat index, the lowest bit first, 1: in; shorter when the last are not"));
    }
};

template<>
struct Fields<CheckinsChangedParams> {
    static constexpr const char *name = "CheckinsChangedParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsChangedParams::event, "Which"), field("in", &CheckinsChangedParams::in, "Seat indexes whose people are in now"),
                               field("out", &CheckinsChangedParams::out, "Seat indexes whose people are not in any more"));
    }
};

template<>
struct Fields<TicketPublicKey> {
    static constexpr const char *name = "TicketPublicKey";
    static constexpr auto all()
    {
        return std::make_tuple(field("id", &TicketPublicKey::id, "As codes name it"), field("key", &TicketPublicKey::key, "Ed25519, 32 bytes"));
    }
};

template<>
struct Fields<CheckinsKeysResult> {
    static constexpr const char *name = "CheckinsKeysResult";
    static constexpr auto all() { return std::make_tuple(field("keys", &CheckinsKeysResult::keys, "The last one signs now")); }
};

template<>
struct Fields<DoorListEntry> {
    static constexpr const char *name = "DoorListEntry";
    static constexpr auto all()
    {
        return std::make_tuple(field("ticket", &DoorListEntry::ticket, "Its number"), field("label", &DoorListEntry::label, "Seat, for people"),
                               field("ticketType", &DoorListEntry::ticketType, "Its name"),
                               field("generation", &DoorListEntry::generation, "Of the code that is valid"),
                               field("admitted", &DoorListEntry::admitted, "When somebody came in with it"), field("door", &DoorListEntry::door, "Where"));
    }
};

template<>
struct Fields<CheckinsOfflineParams> {
    static constexpr const char *name = "CheckinsOfflineParams";
    static constexpr auto all()
    {
        return std::make_tuple(field("event", &CheckinsOfflineParams::event, "Of which"),
                               field("after", &CheckinsOfflineParams::after, "`next` of the page before", kPlaceRule));
    }
};

template<>
struct Fields<CheckinsOfflineResult> {
    static constexpr const char *name = "CheckinsOfflineResult";
    static constexpr auto all()
    {
        return std::make_tuple(field("taken", &CheckinsOfflineResult::taken, "When it was so"), field("tickets", &CheckinsOfflineResult::tickets, "In the order of their places"),
                               field("keyId", &CheckinsOfflineResult::keyId, "Which key signed the page"),
                               field("signature", &CheckinsOfflineResult::signature,
                                     "Ed25519 over `PTL1`, the event and `taken`, each with a line feed, and for each ticket its number, generation and `admitted` (or nothing), "
                                     "separated by tabs, with a line feed"),
                               field("unpaid", &CheckinsOfflineResult::unpaid, "Numbers of tickets in the same order that are reserved and not paid: they are not among the tickets"),
                               field("released", &CheckinsOfflineResult::released, "Of those whose places were given free because nobody had come"),
                               field("next", &CheckinsOfflineResult::next, "There are more after this"),
                               field("wholeSignature", &CheckinsOfflineResult::wholeSignature,
                                     "By the same key, of all of it: Ed25519 over `PTL2` and, each as its number of bytes, a colon and its UTF-8, or `-` when absent: the event, `taken`, "
                                     "`after` of the request, `next`, the number of tickets, of each its number, label, type, generation, `admitted` and `door`, the number of those unpaid, "
                                     "each, the number of those released, each"));
    }
};

PARTERRE_INSTANTIATE_MESSAGE(CheckinsOfflineParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsOfflineResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsChangedParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsAdmitParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsAdmitResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsUndoParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsUndoResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsListParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsListResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsConflictsParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsConflictsResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsArrivalsParams);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsArrivalsResult);
PARTERRE_INSTANTIATE_MESSAGE(CheckinsKeysResult);

} // namespace parterre::protocol
