// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/noshowrelease.h"

#include "backend/storage/bookingrows.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/ticketrepository.h"
#include "backend/storage/rowset.h"
#include "backend/storage/salerows.h"
#include "shared/domain/checkin.h"

#include <QJsonArray>

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<NoShowsReleased> NoShowRelease::write()
{
    if (const Result<void> late = refuseEarly(); !late)
        return late.error();
    const Result<QList<BookingId>> all = bookings();
    if (!all)
        return all.error();
    for (const BookingId &id : *all) {
        if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, id}}); !locked)
            return locked.error();
        const Result<StoredBooking> stored = BookingRepository(m_database).get(id);
        if (!stored)
            return stored.error();
        if (const Result<void> released = releaseOf(stored->booking); !released)
            return released.error();
        const Result<Rows> places = m_database.run("tickets.freed_by"_L1, {{"booking"_L1, id}});
        if (!places)
            return places.error();
        for (const Row &row : *places)
            m_released.freed.append({row.id<EventId>("event"_L1), row.int32("place"_L1)});
    }
    return m_released;
}

Result<void> NoShowRelease::refuseEarly()
{
    const Result<Event> event = EventRepository(m_database).get(m_write.event);
    if (!event)
        return event.error();
    const Instant from = event->summary.start - kNoShowsFrom;
    if (m_write.audit.at >= from)
        return {};
    return Error {.code = ErrorCode::TooEarly, .limit = std::chrono::floor<std::chrono::seconds>(from).time_since_epoch().count(), .event = m_write.event};
}

// Each once, and in one order for all servers, so that two of them wait for each other instead of locking each other out.
Result<QList<BookingId>> NoShowRelease::bookings()
{
    RowSet numbers(m_database.engine(), {"number"_L1});
    for (const QString &number : m_write.tickets)
        numbers << number;
    const Result<Rows> rows = numbers.isEmpty() ? Result<Rows>(Rows()) : m_database.runRows("tickets.bookings_of"_L1, numbers);
    if (!rows)
        return rows.error();
    QList<BookingId> bookings;
    for (const Row &row : *rows)
        bookings.append(row.id<BookingId>("booking"_L1));
    std::sort(bookings.begin(), bookings.end());
    bookings.erase(std::unique(bookings.begin(), bookings.end()), bookings.end());
    return bookings;
}

Result<QStringList> NoShowRelease::areIn(const QList<Ticket> &tickets)
{
    RowSet numbers(m_database.engine(), {"ticket"_L1});
    for (const Ticket &ticket : tickets)
        numbers << ticket.number;
    const Result<Rows> rows = numbers.isEmpty() ? Result<Rows>(Rows()) : m_database.runRows("checkins.standing_among"_L1, numbers);
    if (!rows)
        return rows.error();
    QStringList in;
    for (const Row &row : *rows)
        in.append(row.text("ticket"_L1));
    return in;
}

Result<void> NoShowRelease::releaseOf(const Booking &booking)
{
    QList<Ticket> wanted;
    qsizetype valid = 0;
    for (const Ticket &ticket : booking.tickets) {
        valid += ticket.state == TicketState::Valid ? 1 : 0;
        if (ticket.event != m_write.event || !m_write.tickets.contains(ticket.number))
            continue;
        if (ticket.state == TicketState::Valid && booking.state == BookingState::Confirmed) {
            wanted.append(ticket);
        } else if (const Result<StoredTicket> before = TicketRepository(m_database).find(ticket.number); !before) {
            return before.error();
        } else if (before->released) {
            m_released.tickets.append(ticket.number);
        }
    }
    const Result<QStringList> in = areIn(wanted);
    if (!in)
        return in.error();
    wanted.removeIf([&in](const Ticket &ticket) { return in->contains(ticket.number); });
    if (wanted.isEmpty())
        return {};
    RowSet tickets(m_database.engine(), {"booking"_L1, "number"_L1, "released"_L1});
    ChargeRows charges(m_database.engine());
    QJsonArray noted;
    qsizetype position = booking.charges.size();
    for (const Ticket &ticket : std::as_const(wanted)) {
        tickets << booking.id << ticket.number << m_write.audit.at;
        if (ticket.price.amount > 0) {
            const Money tax = ticket.parts ? ticket.parts->tax : Money {.currency = ticket.price.currency};
            charges.add(booking.id, position++, {.kind = ChargeKind::CancelFee, .event = ticket.event, .amount = ticket.price, .tax = tax, .at = m_write.audit.at});
        }
        noted.append(QJsonObject {{u"number"_s, ticket.number}, {u"place"_s, ticket.place}, {u"price"_s, ticket.price.amount}});
        m_released.tickets.append(ticket.number);
    }
    if (const Result<Rows> released = m_database.runRows("tickets.release"_L1, tickets); !released)
        return released.error();
    if (!charges.rows().isEmpty()) {
        if (const Result<Rows> charged = m_database.runRows("charges.insert"_L1, charges.rows()); !charged)
            return charged.error();
    }
    // What its tickets cost, and what it is charged: together as before.
    const bool ends = wanted.size() == valid;
    if (const Result<void> changed = changeBooking(m_database, booking.id, ends ? BookingState::Cancelled : booking.state, booking.total.amount); !changed)
        return changed;
    return AuditRepository(m_database)
        .append({.context = m_write.audit,
                 .action = u"booking.no_shows_released"_s,
                 .objectKind = u"booking"_s,
                 .objectId = booking.id.toString(),
                 .before = {{u"event"_s, m_write.event.toString()}, {u"state"_s, toText(booking.state)}, {u"tickets"_s, noted}},
                 .after = {{u"state"_s, toText(ends ? BookingState::Cancelled : booking.state)}}});
}

} // namespace parterre::storage
