// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/reservationrelease.h"

#include "backend/storage/bookingrows.h"
#include "backend/storage/codeuses.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/rowset.h"
#include "shared/core/utctime.h"

#include <QJsonArray>

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

AuditEvent auditOf(const Booking &booking, Instant now)
{
    QJsonArray tickets;
    for (const Ticket &ticket : booking.tickets) {
        if (ticket.state == TicketState::Valid)
            tickets.append(QJsonObject {{u"event"_s, ticket.event.toString()}, {u"number"_s, ticket.number}, {u"place"_s, ticket.place}, {u"price"_s, ticket.price.amount}});
    }
    return {.context = {.at = now},
            .action = u"booking.released"_s,
            .objectKind = u"booking"_s,
            .objectId = booking.id.toString(),
            .before = {{u"state"_s, toText(booking.state)}, {u"payUntil"_s, toIsoUtc(*booking.payUntil)}, {u"tickets"_s, tickets}, {u"total"_s, booking.total.amount}},
            .after = {{u"state"_s, toText(BookingState::Cancelled)}}};
}

} // namespace

Result<QList<FreedPlace>> ReservationRelease::write()
{
    // In one order for all servers, so that two of them wait for each other instead of locking each other out.
    QList<BookingId> ids = m_write.bookings;
    std::sort(ids.begin(), ids.end());
    QList<Booking> due;
    QList<BookingId> free;
    for (const BookingId &id : std::as_const(ids)) {
        if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, id}}); !locked)
            return locked.error();
        const Result<StoredBooking> stored = BookingRepository(m_database).get(id);
        if (!stored)
            return stored.error();
        const Booking &booking = stored->booking;
        const bool isDue = booking.state == BookingState::Reserved && *booking.payUntil <= m_write.now;
        if (isDue)
            due.append(booking);
        if (isDue || booking.state == BookingState::Cancelled)
            free.append(id);
    }
    if (const Result<void> released = due.isEmpty() ? Result<void>() : release(due); !released)
        return released.error();
    QList<FreedPlace> freed;
    for (const BookingId &id : std::as_const(free)) {
        const Result<Rows> places = m_database.run("tickets.freed_by"_L1, {{"booking"_L1, id}});
        if (!places)
            return places.error();
        for (const Row &row : *places)
            freed.append({row.id<EventId>("event"_L1), row.int32("place"_L1)});
    }
    return freed;
}

Result<void> ReservationRelease::release(const QList<Booking> &bookings)
{
    RowSet tickets(m_database.engine(), {"booking"_L1, "number"_L1, "state"_L1});
    QList<AuditEvent> audit;
    std::vector<BookingId> ids;
    for (const Booking &booking : bookings) {
        ids.push_back(booking.id);
        for (const Ticket &ticket : booking.tickets) {
            if (ticket.state == TicketState::Valid)
                tickets << booking.id << ticket.number << toText(TicketState::Cancelled);
        }
        audit.append(auditOf(booking, m_write.now));
    }
    if (const Result<void> counted = CodeUses::giveBack(m_database, ids); !counted)
        return counted;
    if (const Result<Rows> cancelled = m_database.runRows("tickets.give_back"_L1, tickets); !cancelled)
        return cancelled.error();
    for (const Booking &booking : bookings) {
        if (const Result<void> returned = giveFeesBack(m_database, booking, m_write.now); !returned)
            return returned;
        // The total of a cancelled booking stays what it was to the last.
        if (const Result<void> ended = changeBooking(m_database, booking.id, BookingState::Cancelled, booking.total.amount); !ended)
            return ended;
    }
    return AuditRepository(m_database).appendAll(audit);
}

} // namespace parterre::storage
