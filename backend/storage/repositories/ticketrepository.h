// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"
#include "shared/domain/booking.h"

#include <QHash>

namespace parterre::storage {

class Database;

struct StoredTicket {
    Ticket ticket = {};
    BookingId booking = {};
    UserId owner = {};                      // as StoredBooking::owner
    QString customerName = {};
    bool isReserved = false;                // and not paid
    bool eventCancelled = false;            // then the ticket is or will be
    qint32 generation = 0;                  // of the code that is valid
    std::optional<Instant> reprinted = {};  // when it got that code, if it is not the first
    std::optional<Instant> released = {};   // when its place was given free because nobody had come
};

// A ticket to get a new code. `owner`: only if the booking is theirs.
struct ReprintWrite {
    QString ticket = {};
    std::optional<UserId> owner = {};
    UserId actor = {};
    QString key = {};
    AuditContext audit = {};
};

// Single tickets, and how often their codes were made anew. They are made by CheckoutBatch, and changed by BookingChange.
class TicketRepository
{
public:
    explicit TicketRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<StoredTicket> find(const QString &number); // NotFound
    // Generations of the codes of a booking's tickets, by number; those that are not here have their first code.
    [[nodiscard]] Result<QHash<QString, qint32>> generations(const BookingId &booking);
    // The ticket with its new code; with that of an earlier reprint of the same key. NotFound, AlreadyCancelled, TicketReleased,
    // NotPaid, KeyReused.
    [[nodiscard]] Result<StoredTicket> reprint(const ReprintWrite &write);

private:
    Database &m_database;
};

} // namespace parterre::storage
