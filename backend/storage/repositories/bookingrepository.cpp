// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/bookingrepository.h"

#include "backend/storage/cursor.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/refundrepository.h"
#include "backend/storage/rowset.h"
#include "backend/storage/searchtext.h"
#include "backend/storage/ticketrow.h"
#include "shared/core/defects.h"
#include "shared/domain/pricing.h"

#include <QHash>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Every reservation comes after it.
Cursor beginningOfTime()
{
    return {.at = Instant(std::chrono::milliseconds(0)), .id = QUuid()};
}

// Every booking comes before it: there the first page begins.
Cursor endOfTime()
{
    constexpr std::chrono::milliseconds kLastSecondOfTheYear9999 {253'402'300'799'000};
    return {.at = Instant(kLastSecondOfTheYear9999), .id = QUuid(u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s)};
}

QLatin1StringView listStatement(const BookingQuery &query)
{
    if (query.owner)
        return query.event ? "bookings.list_of_owner_and_event"_L1 : "bookings.list_of_owner"_L1;
    return query.event ? "bookings.list_of_event"_L1 : "bookings.list"_L1;
}

Payment paymentFromRow(const Row &row)
{
    const auto refunds = row.id<PaymentId>("refunded_payment"_L1);
    return {
        .id = row.id<PaymentId>("id"_L1),
        .kind = fromText<PaymentKind>(row.text("kind"_L1)),
        .direction = fromText<PaymentDirection>(row.text("direction"_L1)),
        .amount = row.money("amount"_L1, "currency"_L1),
        .tendered = row.maybeMoney("tendered"_L1, "currency"_L1),
        .change = row.maybeMoney("change"_L1, "currency"_L1),
        .reference = row.maybeText("reference"_L1),
        .brand = row.maybeText("brand"_L1),
        .lastFour = row.maybeText("last_four"_L1),
        .payer = row.maybeText("payer"_L1),
        .reason = row.maybeText("reason"_L1),
        .refunds = refunds.isNull() ? std::nullopt : std::optional(refunds),
        .at = row.instant("at"_L1),
    };
}

// Of a ticket and its event.
std::optional<CancelFee> cancelFeeFromRow(const Row &row, const Ticket &ticket)
{
    if (!ticket.isKept())
        return std::nullopt;
    const CancelFee fee = cancelFeeOf({.feeTaxRate = row.int32("fee_tax_rate"_L1), .cancelFee = row.integer("cancel_fee"_L1), .cancelShare = row.int32("cancel_share"_L1)}, ticket.price);
    return fee.amount.amount > 0 ? std::optional(fee) : std::nullopt;
}

// Whether the house has any money for it.
bool isAnythingPaid(const QList<Payment> &payments)
{
    qint64 paid = 0;
    for (const Payment &payment : payments) {
        if (payment.kind != PaymentKind::Complimentary)
            paid += payment.direction == PaymentDirection::Payment ? payment.amount.amount : -payment.amount.amount;
    }
    return paid > 0;
}

Charge chargeFromRow(const Row &row, const Currency &currency)
{
    return {
        .kind = fromText<ChargeKind>(row.text("kind"_L1)),
        .event = row.id<EventId>("event"_L1),
        .amount = {row.integer("amount"_L1), currency},
        .tax = {row.integer("tax"_L1), currency},
        .at = row.instant("at"_L1),
        .returned = row.maybeInstant("returned"_L1),
    };
}

BookingSummary summaryFromRow(const Row &row)
{
    return {
        .id = row.id<BookingId>("id"_L1),
        .reference = row.text("reference"_L1),
        .state = fromText<BookingState>(row.text("state"_L1)),
        .customerName = row.text("customer_name"_L1),
        .created = row.instant("created"_L1),
        .payUntil = row.maybeInstant("pay_until"_L1),
        .total = row.money("total"_L1, "currency"_L1),
        .ticketCount = row.int32("ticket_count"_L1),
    };
}

// Adds what the tickets tell: the first event and the first labels, of those that are kept where any is.
Result<void> addFirstTickets(Database &database, QList<BookingSummary> &bookings)
{
    RowSet ids(database.engine(), {"booking"_L1});
    QHash<BookingId, BookingSummary *> byId;
    for (BookingSummary &booking : bookings) {
        ids << booking.id;
        byId.insert(booking.id, &booking);
    }
    const Result<Rows> tickets = database.runRows("tickets.first_of_bookings"_L1, ids);
    if (!tickets)
        return tickets.error();
    for (const Row &row : *tickets) {
        constexpr qsizetype kMostLabels = 10;
        BookingSummary &booking = *byId.value(row.id<BookingId>("booking"_L1));
        const bool isOver = !Ticket {.state = fromText<TicketState>(row.text("state"_L1))}.isKept();
        if ((isOver && booking.state != BookingState::Cancelled) || booking.labels.size() == kMostLabels)
            continue;
        if (booking.labels.isEmpty()) {
            booking.eventName = row.text("event_name"_L1);
            booking.eventStart = row.instant("event_starts"_L1);
            booking.timeZone = row.text("time_zone"_L1);
        }
        booking.labels.append(row.text("label"_L1));
    }
    return {};
}

} // namespace

Result<StoredBooking> BookingRepository::complete(const Row &row)
{
    StoredBooking stored {
        .booking = {.id = row.id<BookingId>("id"_L1),
                    .reference = row.text("reference"_L1),
                    .state = fromText<BookingState>(row.text("state"_L1)),
                    .customerName = row.text("customer_name"_L1),
                    .email = row.maybeText("email"_L1),
                    .phone = row.maybeText("phone"_L1),
                    .created = row.instant("created"_L1),
                    .payUntil = row.maybeInstant("pay_until"_L1),
                    .total = row.money("total"_L1, "currency"_L1)},
        .owner = row.id<UserId>("owner"_L1),
        .createdBy = row.id<UserId>("created_by"_L1),
    };
    const Bindings ofBooking {{"booking"_L1, stored.booking.id}};
    const Result<Rows> tickets = m_database.run("tickets.of_booking"_L1, ofBooking);
    if (!tickets)
        return tickets.error();
    for (const Row &ticketRow : *tickets) {
        Ticket ticket = ticketFromRow(ticketRow);
        ticket.cancelFee = cancelFeeFromRow(ticketRow, ticket);
        stored.booking.tickets.append(std::move(ticket));
    }
    const Result<Rows> charges = m_database.run("charges.of_booking"_L1, ofBooking);
    if (!charges)
        return charges.error();
    for (const Row &charge : *charges)
        stored.booking.charges.append(chargeFromRow(charge, stored.booking.total.currency));
    const Result<Rows> payments = m_database.run("payments.of_booking"_L1, ofBooking);
    if (!payments)
        return payments.error();
    for (const Row &payment : *payments)
        stored.booking.payments.append(paymentFromRow(payment));
    if (!isAnythingPaid(stored.booking.payments)) { // reserved, or complimentary
        for (Ticket &ticket : stored.booking.tickets)
            ticket.cancelFee.reset();
    }
    Result<QList<Refund>> refunds = RefundRepository(m_database).ofBooking(stored.booking.id);
    if (!refunds)
        return refunds.error();
    stored.booking.refunds = std::move(*refunds);
    return stored;
}

Result<StoredBooking> BookingRepository::get(const BookingId &id)
{
    const Result<Rows> rows = m_database.run("bookings.get"_L1, {{"id"_L1, id}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<StoredBooking>(ErrorCode::NotFound) : complete(rows->front());
}

Result<StoredBooking> BookingRepository::findByReference(const QString &reference)
{
    const Result<Rows> rows = m_database.run("bookings.find_by_reference"_L1, {{"reference"_L1, reference}});
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<StoredBooking>(ErrorCode::NotFound) : complete(rows->front());
}

Result<BookingPage> BookingRepository::list(const BookingQuery &query)
{
    Cursor before = endOfTime();
    if (!query.cursor.isEmpty()) {
        Result<Cursor> read = Cursor::fromString(query.cursor);
        if (!read)
            return read.error();
        before = *read;
    }
    const QString text = foldForSearch(query.text);
    const QString code = isPhone(query.text) ? foldDialled(query.text) : foldCode(query.text);
    Bindings bindings {{"any_text"_L1, text.isEmpty()},
                       {"pattern"_L1, containsPattern(text)},
                       {"code_pattern"_L1, containsPattern(code.isEmpty() ? text : code)},
                       {"before_created"_L1, before.at},
                       {"before_id"_L1, BookingId(before.id)},
                       {"limit"_L1, query.limit + 1}};
    if (query.owner)
        bindings.push_back({"owner"_L1, *query.owner});
    if (query.event)
        bindings.push_back({"event"_L1, *query.event});
    const Result<Rows> rows = m_database.run(listStatement(query), bindings);
    if (!rows)
        return rows.error();
    BookingPage page;
    for (const Row &row : *rows) {
        if (page.bookings.size() == query.limit) { // the one too many: there is another page
            const BookingSummary &last = page.bookings.constLast();
            page.next = Cursor {last.created, last.id.uuid()}.toString();
            break;
        }
        page.bookings.append(summaryFromRow(row));
    }
    if (Result<void> added = addFirstTickets(m_database, page.bookings); !added)
        return added.error();
    return page;
}

Result<ReservationPage> BookingRepository::reservations(const ReservationQuery &query)
{
    Result<Cursor> after = query.cursor.isEmpty() ? Result<Cursor>(beginningOfTime()) : Cursor::fromString(query.cursor);
    if (!after)
        return after.error();
    Bindings narrowed {{"until"_L1, query.until.value_or(endOfTime().at)}};
    if (query.event)
        narrowed.push_back({"event"_L1, *query.event});
    const Result<Rows> sums = m_database.run(query.event ? "bookings.reservation_totals_of_event"_L1 : "bookings.reservation_totals"_L1, narrowed);
    if (!sums)
        return sums.error();
    ReservationPage page;
    for (const Row &row : *sums) {
        page.totals.bookings += row.int32("bookings"_L1);
        page.totals.tickets += row.int32("tickets"_L1);
        page.totals.amounts.append(row.money("amount"_L1, "currency"_L1));
    }
    Bindings bindings = narrowed;
    bindings.push_back({"after_pay_until"_L1, after->at});
    bindings.push_back({"after_id"_L1, after->id.toString(QUuid::WithoutBraces)});
    bindings.push_back({"limit"_L1, query.limit + 1});
    const Result<Rows> rows = m_database.run(query.event ? "bookings.reservations_of_event"_L1 : "bookings.reservations"_L1, bindings);
    if (!rows)
        return rows.error();
    for (const Row &row : *rows) {
        if (page.reservations.size() == query.limit) { // the one too many: there is another page
            const BookingSummary &last = page.reservations.constLast();
            page.next = Cursor {*last.payUntil, last.id.uuid()}.toString();
            break;
        }
        page.reservations.append(summaryFromRow(row));
    }
    if (Result<void> added = addFirstTickets(m_database, page.reservations); !added)
        return added.error();
    return page;
}

Result<DueReservations> BookingRepository::dueReservations(Instant now, qint32 limit)
{
    const Result<Rows> rows = m_database.run("bookings.next_reservations"_L1, {{"limit"_L1, limit}});
    if (!rows)
        return rows.error();
    DueReservations found;
    for (const Row &row : *rows) {
        const Instant payUntil = row.instant("pay_until"_L1);
        if (payUntil <= now) {
            found.due.append(row.id<BookingId>("id"_L1));
        } else {
            found.next = payUntil;
            break;
        }
    }
    return found;
}

Result<QList<qint32>> BookingRepository::liveTickets(const EventId &event, QStringList *types)
{
    const Result<Rows> rows = m_database.run("tickets.live_of_event"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    QList<qint32> places;
    places.reserve(static_cast<qsizetype>(rows->size()));
    for (const Row &row : *rows) {
        places.append(row.int32("place"_L1));
        if (types)
            types->append(row.text("ticket_type"_L1));
    }
    return places;
}

Result<Booking> BookingRepository::ofKey(const UserId &actor, const QString &key, const QByteArray &requestHash)
{
    const Result<Rows> known = m_database.run("keys.find"_L1, {{"actor"_L1, actor}, {"key"_L1, key}});
    if (!known)
        return known.error();
    if (known->empty())
        return Error {.code = ErrorCode::NotFound};
    const Row &row = known->front();
    const bool isSame = row.text("request_hash"_L1) == QString::fromLatin1(requestHash.toHex()) || isSeeded(Defect::KeyForAnything);
    if (!isSame)
        return Error {.code = ErrorCode::KeyReused};
    Result<StoredBooking> stored = get(row.id<BookingId>("booking"_L1));
    if (!stored)
        return stored.error();
    return std::move(stored->booking);
}

Result<qint64> BookingRepository::removeKeysBefore(Instant time)
{
    const Result<Rows> removed = m_database.run("keys.remove_before"_L1, {{"time"_L1, time}});
    if (!removed)
        return removed.error();
    return static_cast<qint64>(removed->size());
}

Result<qint64> BookingRepository::strays()
{
    const Result<Rows> rows = m_database.run("bookings.strays"_L1);
    return rows ? Result<qint64>(rows->front().integer("strays"_L1)) : rows.error();
}

Result<qint64> BookingRepository::overRefunds()
{
    const Result<Rows> rows = m_database.run("bookings.over_refunds"_L1);
    return rows ? Result<qint64>(rows->front().integer("over_refunds"_L1)) : rows.error();
}

Result<qint64> BookingRepository::miscounts()
{
    const Result<Rows> rows = m_database.run("bookings.miscounts"_L1);
    return rows ? Result<qint64>(rows->front().integer("miscounts"_L1)) : rows.error();
}

Result<qint64> BookingRepository::imbalances()
{
    const Result<Rows> rows = m_database.run("bookings.imbalances"_L1);
    return rows ? Result<qint64>(rows->front().integer("imbalances"_L1)) : rows.error();
}

} // namespace parterre::storage
