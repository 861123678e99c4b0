// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/ticketservice.h"

#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/ticketrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

namespace {

Result<QList<TicketPrint>> codesOf(storage::Database &database, const BookingId &booking, const std::optional<UserId> &owner, const TicketKeyring &keys)
{
    const Result<storage::StoredBooking> stored = storage::BookingRepository(database).get(booking);
    if (!stored)
        return stored.error();
    if (owner && stored->owner != *owner)
        return ErrorCode::NotFound;
    if (stored->booking.state == BookingState::Reserved)
        return ErrorCode::NotPaid;
    const Result<QHash<QString, qint32>> generations = storage::TicketRepository(database).generations(booking);
    if (!generations)
        return generations.error();
    QList<TicketPrint> prints;
    for (const Ticket &ticket : stored->booking.tickets) {
        if (ticket.state != TicketState::Valid)
            continue;
        const qint32 generation = generations->value(ticket.number);
        prints.append({.ticket = ticket.number, .code = keys.codeOf(ticket.number, generation, ticket.event), .generation = generation});
    }
    return prints;
}

} // namespace

TicketService::TicketService(storage::Storage &storage, std::shared_ptr<const TicketKeyring> keys, const Clock &clock, QObject *parent)
    : QObject(parent), m_storage(storage), m_keys(std::move(keys)), m_clock(clock)
{
}

void TicketService::codes(const Caller &caller, const BookingId &booking, Done<QList<TicketPrint>> done)
{
    m_storage.read(this, [booking, owner = caller.ownBookingsOnly(), keys = m_keys](storage::Database &database) { return codesOf(database, booking, owner, *keys); },
                   std::move(done));
}

void TicketService::reprint(const Caller &caller, const QString &ticket, const QString &key, Done<TicketPrint> done)
{
    const storage::ReprintWrite write {.ticket = normalizedTicketNumber(ticket),
                                       .owner = caller.ownBookingsOnly(),
                                       .actor = caller.user.id,
                                       .key = key,
                                       .audit = caller.audit(m_clock.utcNow())};
    m_storage.write(this, [write, keys = m_keys](storage::Database &database) -> Result<TicketPrint> {
        const Result<storage::StoredTicket> stored = storage::TicketRepository(database).reprint(write);
        if (!stored)
            return stored.error();
        return TicketPrint {.ticket = stored->ticket.number,
                            .code = keys->codeOf(stored->ticket.number, stored->generation, stored->ticket.event),
                            .generation = stored->generation};
    }, std::move(done));
}

} // namespace parterre::services
