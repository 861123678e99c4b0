// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/ticketrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/ticketrow.h"

#include <limits>

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<StoredTicket> TicketRepository::find(const QString &number)
{
    const Result<Rows> found = m_database.run("tickets.find"_L1, {{"number"_L1, number}});
    if (!found)
        return found.error();
    if (found->empty())
        return Error {.code = ErrorCode::NotFound, .detail = u"no such ticket"_s};
    const Row &row = found->front();
    StoredTicket stored {.ticket = ticketFromRow(row),
                         .booking = row.id<BookingId>("booking"_L1),
                         .owner = row.id<UserId>("owner"_L1),
                         .customerName = row.text("customer_name"_L1),
                         .isReserved = row.boolean("reserved"_L1),
                         .eventCancelled = row.boolean("event_cancelled"_L1),
                         .released = row.maybeInstant("released"_L1)};
    const Result<Rows> newest = m_database.run("ticket_reprints.newest"_L1, {{"ticket"_L1, number}});
    if (!newest)
        return newest.error();
    if (!newest->empty()) {
        stored.generation = newest->front().int32("generation"_L1);
        stored.reprinted = newest->front().instant("at"_L1);
    }
    return stored;
}

Result<QHash<QString, qint32>> TicketRepository::generations(const BookingId &booking)
{
    const Result<Rows> rows = m_database.run("ticket_reprints.of_booking"_L1, {{"booking"_L1, booking}});
    if (!rows)
        return rows.error();
    QHash<QString, qint32> generations;
    for (const Row &row : *rows)
        generations.insert(row.text("ticket"_L1), row.int32("generation"_L1));
    return generations;
}

Result<StoredTicket> TicketRepository::reprint(const ReprintWrite &write)
{
    const Result<Rows> known = m_database.run("ticket_reprints.of_key"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!known)
        return known.error();
    if (!known->empty() && known->front().text("ticket"_L1) != write.ticket)
        return ErrorCode::KeyReused;
    Result<StoredTicket> stored = find(write.ticket);
    if (!stored)
        return stored.error();
    if (write.owner && stored->owner != *write.owner)
        return ErrorCode::NotFound;
    if (!known->empty()) {
        stored->generation = known->front().int32("generation"_L1);
        return stored;
    }
    // Nobody cancels or reprints it meanwhile.
    if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, stored->booking}}); !locked)
        return locked.error();
    stored = find(write.ticket);
    if (!stored)
        return stored.error();
    if (stored->ticket.state != TicketState::Valid)
        return stored->ticket.state == TicketState::Released ? ErrorCode::TicketReleased : ErrorCode::AlreadyCancelled;
    if (stored->isReserved)
        return ErrorCode::NotPaid;
    if (stored->generation == std::numeric_limits<quint16>::max())
        return Error {.code = ErrorCode::InvalidParams, .detail = u"the ticket was reprinted too often"_s};
    const qint32 before = stored->generation++;
    stored->reprinted = write.audit.at;
    const Result<Rows> inserted = m_database.run("ticket_reprints.insert"_L1, {{"ticket"_L1, write.ticket},
                                                                              {"generation"_L1, stored->generation},
                                                                              {"actor"_L1, write.actor},
                                                                              {"key"_L1, write.key},
                                                                              {"at"_L1, write.audit.at}});
    if (!inserted)
        return inserted.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = write.audit,
                                            .action = u"ticket.reprinted"_s,
                                            .objectKind = u"ticket"_s,
                                            .objectId = write.ticket,
                                            .before = {{u"generation"_s, before}},
                                            .after = {{u"generation"_s, stored->generation}}});
    return noted ? stored : noted.error();
}

} // namespace parterre::storage
