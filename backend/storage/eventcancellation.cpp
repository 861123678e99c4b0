// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/eventcancellation.h"

#include "backend/storage/bookingrows.h"
#include "backend/storage/codeuses.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/rowset.h"

#include <QJsonArray>

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

// What becomes of one booking.
struct EventCancellation::Share {
    Booking before = {};
    QList<Ticket> tickets = {}; // of the event, kept until now
    QList<EventId> fees = {};   // of the booking, by their event, that go back: nobody paid for those of others in what ends unpaid
    Money price = {};           // of all of them together
    bool endsBooking = false;

    [[nodiscard]] BookingState stateAfter() const { return endsBooking ? BookingState::Cancelled : before.state; }
    // Nothing was paid yet for what is only reserved.
    [[nodiscard]] qint64 owed() const { return before.state == BookingState::Reserved ? 0 : price.amount; }
};

Result<qint32> EventCancellation::cancelNext(qint32 mostTickets)
{
    const Result<Rows> cancellation = m_database.run("events.cancellation"_L1, {{"id"_L1, m_event}});
    if (!cancellation)
        return cancellation.error();
    if (cancellation->empty())
        return 0;
    const Result<Rows> rows = m_database.run("tickets.bookings_of_event"_L1, {{"event"_L1, m_event}, {"limit"_L1, mostTickets}});
    if (!rows)
        return rows.error();
    std::vector<BookingId> bookings;
    for (const Row &row : *rows)
        bookings.push_back(row.id<BookingId>("booking"_L1));
    // Each once, and in one order for all servers, so that two of them wait for each other instead of locking each other out.
    std::sort(bookings.begin(), bookings.end());
    bookings.erase(std::unique(bookings.begin(), bookings.end()), bookings.end());
    // It is their doing who cancelled the event, whoever goes on with it.
    const AuditContext audit {.at = m_now, .actor = cancellation->front().id<UserId>("cancelled_by"_L1)};
    if (const Result<void> cancelled = cancelIn(bookings, cancellation->front().text("cancel_reason"_L1), audit); !cancelled)
        return cancelled.error();
    return static_cast<qint32>(rows->size());
}

Result<std::vector<EventCancellation::Share>> EventCancellation::sharesOf(const std::vector<BookingId> &bookings)
{
    std::vector<Share> shares;
    for (const BookingId &id : bookings) {
        if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, id}}); !locked)
            return locked.error();
        Result<StoredBooking> stored = BookingRepository(m_database).get(id);
        if (!stored)
            return stored.error();
        Share share {.before = std::move(stored->booking), .endsBooking = true};
        share.price.currency = share.before.total.currency;
        for (const Ticket &ticket : std::as_const(share.before.tickets)) {
            if (!ticket.isKept())
                continue;
            if (ticket.event == m_event) {
                share.tickets.append(ticket);
                share.price.amount += ticket.price.amount;
            } else {
                share.endsBooking = false;
            }
        }
        for (const Charge &charge : std::as_const(share.before.charges)) {
            const bool endsUnpaid = share.endsBooking && share.before.state == BookingState::Reserved;
            if (charge.kind != ChargeKind::BookingFee || charge.returned || (charge.event != m_event && !endsUnpaid))
                continue;
            share.fees.append(charge.event);
            share.price.amount += charge.amount.amount;
        }
        if (!share.tickets.isEmpty()) // somebody else cancelled them while we waited
            shares.push_back(std::move(share));
    }
    return shares;
}

Result<void> EventCancellation::cancelIn(const std::vector<BookingId> &bookings, const QString &reason, const AuditContext &audit)
{
    const Result<std::vector<Share>> shares = sharesOf(bookings);
    if (!shares || shares->empty())
        return shares ? Result<void>() : shares.error();
    std::vector<BookingId> ended;
    for (const Share &share : *shares) {
        if (share.endsBooking)
            ended.push_back(share.before.id);
    }
    if (const Result<void> counted = CodeUses::giveBack(m_database, ended); !counted)
        return counted;
    RowSet cancelled(m_database.engine(), {"booking"_L1, "event"_L1});
    RowSet charges(m_database.engine(), {"booking"_L1, "event"_L1, "returned"_L1});
    RowSet refunds(m_database.engine(), {"event"_L1, "booking"_L1, "amount"_L1, "currency"_L1, "tickets"_L1, "owed"_L1});
    for (const Share &share : *shares) {
        cancelled << share.before.id << m_event;
        for (const EventId &event : share.fees)
            charges << share.before.id << event << m_now;
        if (share.before.state != BookingState::Reserved)
            refunds << m_event << share.before.id << share.owed() << share.price.currency.code() << static_cast<qint32>(share.tickets.size()) << m_now;
    }
    if (const Result<Rows> written = m_database.runRows("tickets.cancel_with_event"_L1, cancelled); !written)
        return written.error();
    if (!refunds.isEmpty()) {
        if (const Result<Rows> written = m_database.runRows("refunds.insert"_L1, refunds); !written)
            return written.error();
    }
    if (!charges.isEmpty()) {
        if (const Result<Rows> written = m_database.runRows("charges.give_back"_L1, charges); !written)
            return written.error();
    }
    for (const Share &share : *shares) {
        // The total of a cancelled booking stays what it was to the last.
        const qint64 total = share.before.total.amount - (share.endsBooking ? 0 : share.price.amount);
        if (const Result<void> written = changeBooking(m_database, share.before.id, share.stateAfter(), total); !written)
            return written;
    }
    return note(*shares, reason, audit);
}

Result<void> EventCancellation::note(const std::vector<Share> &shares, const QString &reason, const AuditContext &audit)
{
    QList<AuditEvent> events;
    for (const Share &share : shares) {
        QJsonArray tickets;
        for (const Ticket &ticket : share.tickets)
            tickets.append(QJsonObject {{u"event"_s, m_event.toString()}, {u"number"_s, ticket.number}, {u"place"_s, ticket.place}, {u"price"_s, ticket.price.amount}});
        events.append({.context = audit,
                       .action = u"booking.cancelled_with_event"_s,
                       .objectKind = u"booking"_s,
                       .objectId = share.before.id.toString(),
                       .before = {{u"state"_s, toText(share.before.state)}, {u"tickets"_s, tickets}, {u"total"_s, share.before.total.amount}},
                       .after = {{u"state"_s, toText(share.stateAfter())},
                                 {u"event"_s, m_event.toString()},
                                 {u"reason"_s, reason},
                                 {u"owed"_s, share.owed()},
                                 {u"currency"_s, share.price.currency.code()}}});
    }
    return AuditRepository(m_database).appendAll(events);
}

} // namespace parterre::storage
