// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "backend/storage/checkout.h"
#include "shared/core/result.h"

namespace parterre::storage {

class Database;

struct NoShowWrite {
    EventId event = {};
    QStringList tickets = {};           // numbers
    AuditContext audit = {};
};

struct NoShowsReleased {
    QStringList tickets = {};           // that are given free, now or before, in their order
    QList<FreedPlace> freed = {};       // places of their bookings that nobody owns now
};

// Gives the seats of people free who have not come, within the caller's transaction. Each ticket is looked at when its booking is
// locked: whoever came in, cancelled or exchanged meanwhile is left alone, so that it may be done again when nobody knows whether
// it was. What was paid stays with the house: the price becomes a charge of the booking.
class NoShowRelease
{
public:
    NoShowRelease(Database &database, const NoShowWrite &write) : m_database(database), m_write(write) {}

    // NotFound: no such event. TooEarly.
    [[nodiscard]] Result<NoShowsReleased> write();

private:
    [[nodiscard]] Result<void> refuseEarly();
    [[nodiscard]] Result<QList<BookingId>> bookings();
    [[nodiscard]] Result<void> releaseOf(const Booking &booking);
    [[nodiscard]] Result<QStringList> areIn(const QList<Ticket> &tickets);

    Database &m_database;
    const NoShowWrite &m_write;
    NoShowsReleased m_released;
};

} // namespace parterre::storage
