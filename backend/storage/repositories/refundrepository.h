// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/domain/refund.h"

namespace parterre::storage {

class Database;

struct RefundQuery {
    EventId event = {};
    qint32 limit = 50;
    QString cursor = {};             // RefundPage::next of the page before
};

struct RefundPage {
    QList<RefundEntry> refunds = {};
    RefundTotals totals = {};
    QString next = {};               // empty on the last page
};

// Reads what is owed since events were cancelled. It is written by EventCancellation, and paid out by BookingChange.
class RefundRepository
{
public:
    explicit RefundRepository(Database &database) : m_database(database) {}

    [[nodiscard]] Result<QList<Refund>> ofBooking(const BookingId &booking);  // oldest first
    [[nodiscard]] Result<RefundPage> list(const RefundQuery &query);          // NotFound; InvalidParams: the cursor
    [[nodiscard]] Result<EventSales> sales(const EventId &event);             // NotFound
    // Of all dates that SeriesRepository::cancellable() has.
    [[nodiscard]] Result<EventSales> salesOfSeries(const SeriesId &series, Instant from);

private:
    [[nodiscard]] Result<void> refuseUnknown(const EventId &event);
    [[nodiscard]] Result<EventSales> validOf(const EventId &event);
    [[nodiscard]] Result<RefundTotals> totals(const EventId &event);
    // Lets `add` put each row of the statement to the refund of its booking.
    template<class Add>
    [[nodiscard]] Result<void> addTo(QList<RefundEntry> &refunds, QLatin1StringView statement, const EventId &event, const QString &after, Add add);

    Database &m_database;
};

} // namespace parterre::storage
