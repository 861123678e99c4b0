// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/refundrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"

#include <QHash>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Every booking comes after it: there the first page begins.
const QString kBeforeAll = QStringLiteral("00000000-0000-0000-0000-000000000000");

// One row a currency.
Result<EventSales> salesIn(const Result<Rows> &rows)
{
    if (!rows)
        return rows.error();
    EventSales sales;
    qint32 reservations = 0;
    qint32 reservedTickets = 0;
    for (const Row &row : *rows) {
        sales.bookings += row.int32("bookings"_L1);
        sales.tickets += row.int32("tickets"_L1);
        sales.amounts.append(row.money("amount"_L1, "currency"_L1));
        reservations += row.int32("reservations"_L1);
        reservedTickets += row.int32("reserved_tickets"_L1);
    }
    if (reservations > 0) {
        sales.reservations = reservations;
        sales.reservedTickets = reservedTickets;
    }
    return sales;
}

} // namespace

Result<QList<Refund>> RefundRepository::ofBooking(const BookingId &booking)
{
    const Result<Rows> rows = m_database.run("refunds.of_booking"_L1, {{"booking"_L1, booking}});
    if (!rows)
        return rows.error();
    QList<Refund> refunds;
    for (const Row &row : *rows) {
        refunds.append({.event = row.id<EventId>("event"_L1),
                        .eventName = row.text("event_name"_L1),
                        .reason = row.text("cancel_reason"_L1),
                        .amount = row.money("amount"_L1, "currency"_L1),
                        .since = row.instant("owed"_L1),
                        .paid = row.maybeInstant("paid"_L1)});
    }
    return refunds;
}

template<class Add>
Result<void> RefundRepository::addTo(QList<RefundEntry> &refunds, QLatin1StringView statement, const EventId &event, const QString &after, Add add)
{
    if (refunds.isEmpty())
        return {};
    const Result<Rows> rows = m_database.run(statement, {{"event"_L1, event}, {"after"_L1, after}, {"last"_L1, refunds.constLast().booking}});
    if (!rows)
        return rows.error();
    QHash<BookingId, RefundEntry *> byBooking;
    for (RefundEntry &refund : refunds)
        byBooking.insert(refund.booking, &refund);
    for (const Row &row : *rows) {
        if (RefundEntry *refund = byBooking.value(row.id<BookingId>("booking"_L1)))
            add(*refund, row);
    }
    return {};
}

Result<RefundPage> RefundRepository::list(const RefundQuery &query)
{
    const QString after = query.cursor.isEmpty() ? kBeforeAll : query.cursor;
    if (QUuid::fromString(after).toString(QUuid::WithoutBraces) != after)
        return Error {.code = ErrorCode::InvalidParams, .detail = u"cursor: not of this list"_s};
    if (const Result<void> known = refuseUnknown(query.event); !known)
        return known.error();
    const Result<Rows> rows = m_database.run("refunds.list_of_event"_L1, {{"event"_L1, query.event}, {"after"_L1, after}, {"limit"_L1, query.limit + 1}});
    if (!rows)
        return rows.error();
    RefundPage page;
    for (const Row &row : *rows) {
        if (page.refunds.size() == query.limit) { // the one too many: there is another page
            page.next = page.refunds.constLast().booking.toString();
            break;
        }
        page.refunds.append({.booking = row.id<BookingId>("booking"_L1),
                             .reference = row.text("reference"_L1),
                             .customerName = row.text("customer_name"_L1),
                             .amount = row.money("amount"_L1, "currency"_L1),
                             .paid = row.maybeInstant("paid"_L1)});
    }
    const auto addLabel = [](RefundEntry &refund, const Row &row) { refund.labels.append(row.text("label"_L1)); };
    if (const Result<void> added = addTo(page.refunds, "refunds.labels_of_event"_L1, query.event, after, addLabel); !added)
        return added.error();
    const auto addWay = [](RefundEntry &refund, const Row &row) { refund.kinds.append(fromText<PaymentKind>(row.text("kind"_L1))); };
    if (const Result<void> added = addTo(page.refunds, "refunds.ways_of_event"_L1, query.event, after, addWay); !added)
        return added.error();
    const Result<RefundTotals> sums = totals(query.event);
    if (!sums)
        return sums.error();
    page.totals = *sums;
    return page;
}

Result<EventSales> RefundRepository::sales(const EventId &event)
{
    if (const Result<void> known = refuseUnknown(event); !known)
        return known.error();
    return validOf(event);
}

Result<void> RefundRepository::refuseUnknown(const EventId &event)
{
    const Result<Rows> known = m_database.run("events.brief"_L1, {{"id"_L1, event}});
    if (!known)
        return known.error();
    return known->empty() ? Result<void>(ErrorCode::NotFound) : Result<void>();
}

Result<EventSales> RefundRepository::validOf(const EventId &event)
{
    return salesIn(m_database.run("refunds.sales_of_event"_L1, {{"event"_L1, event}}));
}

Result<EventSales> RefundRepository::salesOfSeries(const SeriesId &series, Instant from)
{
    return salesIn(m_database.run("refunds.sales_of_series"_L1, {{"series"_L1, series}, {"from"_L1, from}}));
}

Result<RefundTotals> RefundRepository::totals(const EventId &event)
{
    const Result<EventSales> valid = validOf(event);
    if (!valid)
        return valid.error();
    const Result<Rows> rows = m_database.run("refunds.totals_of_event"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    RefundTotals totals {.remaining = valid->tickets};
    for (const Row &row : *rows) {
        totals.bookings += row.int32("bookings"_L1);
        totals.tickets += row.int32("tickets"_L1);
        totals.owed.append(row.money("owed"_L1, "currency"_L1));
        totals.paid.append(row.money("paid"_L1, "currency"_L1));
    }
    return totals;
}

} // namespace parterre::storage
