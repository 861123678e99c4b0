// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/checkout.h"
#include "shared/core/result.h"

#include <vector>

namespace parterre::storage {

class Database;

// Cancels the tickets of a cancelled event and writes down what is owed for them, some bookings at a time, each time within
// the caller's transaction: what is done is done, and what is left is found again by its tickets that are kept. So it may be
// interrupted anywhere, and done again. Bookings keep their tickets of other events.
class EventCancellation
{
public:
    EventCancellation(Database &database, const EventId &event, Instant now) : m_database(database), m_event(event), m_now(now) {}

    // All tickets for the event of the next bookings. How many of those tickets it found; 0: nothing is left, or the event is not
    // cancelled.
    [[nodiscard]] Result<qint32> cancelNext(qint32 mostTickets);

private:
    struct Share; // of one booking

    [[nodiscard]] Result<void> cancelIn(const std::vector<BookingId> &bookings, const QString &reason, const AuditContext &audit);
    [[nodiscard]] Result<std::vector<Share>> sharesOf(const std::vector<BookingId> &bookings);
    [[nodiscard]] Result<void> note(const std::vector<Share> &shares, const QString &reason, const AuditContext &audit);

    Database &m_database;
    const EventId m_event;
    const Instant m_now;
};

} // namespace parterre::storage
