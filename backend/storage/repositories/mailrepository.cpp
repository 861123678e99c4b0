// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/mailrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Mail mailFromRow(const Row &row)
{
    Mail mail {.id = row.id<MailId>("id"_L1),
               .booking = row.id<BookingId>("booking"_L1),
               .to = row.text("recipient"_L1),
               .subject = row.text("subject"_L1),
               .state = fromText<MailState>(row.text("state"_L1)),
               .at = row.instant("created"_L1),
               .by = {.id = row.id<UserId>("created_by"_L1), .name = row.text("created_by_name"_L1)},
               .attempts = row.int32("attempts"_L1),
               .sent = row.maybeInstant("sent"_L1),
               .nextAttempt = row.maybeInstant("due"_L1),
               .answer = row.maybeText("answer"_L1)};
    if (!row.isNull("problem"_L1))
        mail.problem = fromText<MailProblem>(row.text("problem"_L1));
    return mail;
}

// What is cancelled or not paid has none, nor has what was all given free.
Result<void> checkTickets(const Booking &booking)
{
    const auto any = [&booking](TicketState state) { return std::ranges::any_of(booking.tickets, [state](const Ticket &ticket) { return ticket.state == state; }); };
    if (booking.state == BookingState::Cancelled)
        return ErrorCode::AlreadyCancelled;
    if (booking.state == BookingState::Reserved)
        return ErrorCode::NotPaid;
    if (any(TicketState::Valid))
        return {};
    return any(TicketState::Released) ? ErrorCode::TicketReleased : ErrorCode::AlreadyCancelled;
}

Result<void> onlyWhether(const Result<Rows> &rows)
{
    return rows ? Result<void>() : rows.error();
}

} // namespace

Result<Mail> MailRepository::get(const MailId &id)
{
    const Result<Rows> rows = m_database.run("mails.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<Mail>(ErrorCode::NotFound) : mailFromRow(rows->front());
}

Result<Mail> MailRepository::add(const MailWrite &write)
{
    // Nobody cancels it meanwhile, nor repeats this.
    const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, write.booking}});
    if (!locked)
        return locked.error();
    const Result<Rows> known = m_database.run("mails.of_key"_L1, {{"created_by"_L1, write.audit.actor}, {"key"_L1, write.key}});
    if (!known)
        return known.error();
    if (!known->empty()) {
        if (known->front().bytes("request_hash"_L1) != write.requestHash)
            return ErrorCode::KeyReused;
        return get(known->front().id<MailId>("id"_L1));
    }
    const Result<StoredBooking> booking = BookingRepository(m_database).get(write.booking);
    if (!booking)
        return booking.error();
    if (const Result<void> checked = checkTickets(booking->booking); !checked)
        return checked.error();
    if (!write.attachment)
        return {ErrorCode::NotFound, u"nothing was uploaded under this id"_s};
    if (const Result<void> room = checkRoom(write.booking, write.room); !room)
        return room.error();
    const Result<Rows> inserted = m_database.run("mails.insert"_L1, {{"id"_L1, write.id},
                                                                    {"booking"_L1, write.booking},
                                                                    {"recipient"_L1, write.to},
                                                                    {"subject"_L1, write.subject},
                                                                    {"body"_L1, write.body},
                                                                    {"file_name"_L1, booking->booking.reference + u".pdf"_s},
                                                                    {"attachment"_L1, *write.attachment},
                                                                    {"created"_L1, write.audit.at},
                                                                    {"created_by"_L1, write.audit.actor},
                                                                    {"key"_L1, write.key},
                                                                    {"request_hash"_L1, write.requestHash}});
    if (!inserted)
        return inserted.error();
    // Without the address: what people may want forgotten does not go where nothing can be.
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = write.audit,
                                            .action = u"booking.mailed"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = write.booking.toString(),
                                            .after = {{u"mail"_s, write.id.toString()}}});
    return noted ? get(write.id) : noted.error();
}

// Of a booking to the mail, whose lock is held. Those of the house are a flood's measure: writers at other servers may be added.
Result<void> MailRepository::checkRoom(const BookingId &booking, const MailRoom &room)
{
    const Result<Rows> ofBooking = m_database.run("mails.waiting_of_booking"_L1, {{"booking"_L1, booking}});
    if (!ofBooking)
        return ofBooking.error();
    if (ofBooking->front().int32("waiting"_L1) >= room.ofBooking)
        return Error {.code = ErrorCode::MailsFull, .limit = room.ofBooking};
    const Result<Rows> ofHouse = m_database.run("mails.waiting"_L1, {{"most"_L1, room.ofHouse}});
    if (!ofHouse)
        return ofHouse.error();
    return ofHouse->front().int32("waiting"_L1) < room.ofHouse ? Result<void>() : Error {.code = ErrorCode::MailsFull, .limit = room.ofHouse};
}

Result<QList<Mail>> MailRepository::ofBooking(const BookingId &booking, qint32 limit)
{
    const Result<Rows> rows = m_database.run("mails.of_booking"_L1, {{"booking"_L1, booking}, {"limit"_L1, limit}});
    if (!rows)
        return rows.error();
    QList<Mail> mails;
    for (const Row &row : *rows)
        mails.append(mailFromRow(row));
    if (mails.isEmpty()) {
        if (const Result<StoredBooking> known = BookingRepository(m_database).get(booking); !known)
            return known.error();
    }
    return mails;
}

Result<std::optional<ClaimedMail>> MailRepository::claim(Instant now, Instant leasedUntil)
{
    const Result<Rows> rows = m_database.run("mails.claim"_L1, {{"now"_L1, now}, {"leased_until"_L1, leasedUntil}});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<ClaimedMail>();
    const Row &row = rows->front();
    return std::optional(ClaimedMail {.id = row.id<MailId>("id"_L1),
                                      .to = row.text("recipient"_L1),
                                      .subject = row.text("subject"_L1),
                                      .body = row.text("body"_L1),
                                      .fileName = row.text("file_name"_L1),
                                      .attachment = row.bytes("attachment"_L1),
                                      .created = row.instant("created"_L1),
                                      .attempts = row.int32("attempts"_L1),
                                      .ticketsAreVoid = row.boolean("tickets_are_void"_L1)});
}

Result<void> MailRepository::noteSent(const MailId &id, Instant now)
{
    return onlyWhether(m_database.run("mails.sent"_L1, {{"id"_L1, id}, {"now"_L1, now}}));
}

Result<void> MailRepository::noteFailure(const MailFailure &failure)
{
    Bindings bindings {{"id"_L1, failure.id}, {"attempts"_L1, failure.attempts}, {"problem"_L1, toText(failure.problem)}, {"answer"_L1, failure.answer}};
    if (failure.next)
        bindings.emplace_back("due"_L1, *failure.next);
    return onlyWhether(m_database.run(failure.next ? "mails.postponed"_L1 : "mails.failed"_L1, bindings));
}

} // namespace parterre::storage
