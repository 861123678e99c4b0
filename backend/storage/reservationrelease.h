// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/result.h"

namespace parterre::storage {

class Database;

// Gives reservations free that were not paid in time, within the caller's transaction. Each is looked at when its row is locked:
// what was paid, prolonged or given free meanwhile stays as it is, so that it may be done again when nobody knows whether it was.
class ReservationRelease
{
public:
    ReservationRelease(Database &database, const ReleaseWrite &write) : m_database(database), m_write(write) {}

    // Places of those that are given free, now or before, that nobody owns now. NotFound: one is no booking.
    [[nodiscard]] Result<QList<FreedPlace>> write();

private:
    [[nodiscard]] Result<void> release(const QList<Booking> &bookings);

    Database &m_database;
    const ReleaseWrite &m_write;
};

} // namespace parterre::storage
