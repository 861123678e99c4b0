// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/bookingrepository.h"

#include "backend/storage/cursor.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/rowset.h"
#include "backend/storage/searchtext.h"
#include "shared/core/defects.h"

#include <QHash>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

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

Ticket ticketFromRow(const Row &row)
{
    return {
        .id = row.id<TicketId>("id"_L1),
        .number = row.text("number"_L1),
        .event = row.id<EventId>("event"_L1),
        .place = row.int32("place"_L1),
        .label = row.text("label"_L1),
        .category = row.text("category"_L1),
        .ticketType = row.text("ticket_type"_L1),
        .price = row.money("price"_L1, "currency"_L1),
        .state = fromText<TicketState>(row.text("state"_L1)),
    };
}

Payment paymentFromRow(const Row &row)
{
    return {
        .id = row.id<PaymentId>("id"_L1),
        .kind = fromText<PaymentKind>(row.text("kind"_L1)),
        .direction = fromText<PaymentDirection>(row.text("direction"_L1)),
        .amount = row.money("amount"_L1, "currency"_L1),
        .tendered = row.maybeMoney("tendered"_L1, "currency"_L1),
        .change = row.maybeMoney("change"_L1, "currency"_L1),
        .at = row.instant("at"_L1),
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
        .total = row.money("total"_L1, "currency"_L1),
        .ticketCount = row.int32("ticket_count"_L1),
    };
}

// Adds what the tickets tell: the first event and the first labels.
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
        BookingSummary &booking = *byId.value(row.id<BookingId>("booking"_L1));
        if (booking.labels.isEmpty()) {
            booking.eventName = row.text("event_name"_L1);
            booking.eventStart = row.instant("event_starts"_L1);
            booking.timeZone = row.text("time_zone"_L1);
        }
        booking.labels.append(row.text("label"_L1));
    }
    return {};
}

// Whether an earlier request with the key asked for the same.
Result<bool> isReplay(Database &database, const CancelWrite &write)
{
    const Result<Rows> known = database.run("keys.find"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!known)
        return known.error();
    if (known->empty())
        return false;
    const Row &key = known->front();
    if (key.text("operation"_L1) != "cancel"_L1 || key.text("request_hash"_L1) != QString::fromLatin1(write.requestHash.toHex()))
        return ErrorCode::KeyReused;
    return true;
}

Result<void> refund(Database &database, const CancelWrite &write, const Money &amount)
{
    if (amount.amount == 0)
        return {};
    const Result<Rows> paid = database.run("payments.insert_refund"_L1, {{"id"_L1, write.refund},
                                                                        {"booking"_L1, write.booking},
                                                                        {"amount"_L1, amount.amount},
                                                                        {"currency"_L1, amount.currency.code()},
                                                                        {"at"_L1, write.now}});
    return paid ? Result<void>() : paid.error();
}

Result<void> noteCancellation(Database &database, const CancelWrite &write, const Money &refunded)
{
    const Result<Rows> keyed = database.run("keys.insert"_L1, {{"actor"_L1, write.actor},
                                                              {"key"_L1, write.key},
                                                              {"operation"_L1, "cancel"_L1},
                                                              {"request_hash"_L1, QString::fromLatin1(write.requestHash.toHex())},
                                                              {"booking"_L1, write.booking},
                                                              {"created"_L1, write.now}});
    if (!keyed)
        return keyed.error();
    return AuditRepository(database).append({
        .context = write.audit,
        .action = u"booking.cancelled"_s,
        .objectKind = u"booking"_s,
        .objectId = write.booking.toString(),
        .before = {{u"state"_s, toText(BookingState::Confirmed)}},
        .after = {{u"state"_s, toText(BookingState::Cancelled)},
                  {u"refund"_s, refunded.amount},
                  {u"currency"_s, refunded.currency.code()}},
    });
}

} // namespace

Result<StoredBooking> BookingRepository::complete(const Row &row)
{
    StoredBooking stored {
        .booking = {.id = row.id<BookingId>("id"_L1),
                    .reference = row.text("reference"_L1),
                    .state = fromText<BookingState>(row.text("state"_L1)),
                    .customerName = row.text("customer_name"_L1),
                    .created = row.instant("created"_L1),
                    .total = row.money("total"_L1, "currency"_L1)},
        .owner = row.id<UserId>("owner"_L1),
        .createdBy = row.id<UserId>("created_by"_L1),
    };
    const Bindings ofBooking {{"booking"_L1, stored.booking.id}};
    const Result<Rows> tickets = m_database.run("tickets.of_booking"_L1, ofBooking);
    if (!tickets)
        return tickets.error();
    for (const Row &ticket : *tickets)
        stored.booking.tickets.append(ticketFromRow(ticket));
    const Result<Rows> payments = m_database.run("payments.of_booking"_L1, ofBooking);
    if (!payments)
        return payments.error();
    for (const Row &payment : *payments)
        stored.booking.payments.append(paymentFromRow(payment));
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
    const QString code = foldCode(query.text);
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

Result<QList<qint32>> BookingRepository::liveTickets(const EventId &event)
{
    const Result<Rows> rows = m_database.run("tickets.live_of_event"_L1, {{"event"_L1, event}});
    if (!rows)
        return rows.error();
    QList<qint32> places;
    places.reserve(static_cast<qsizetype>(rows->size()));
    for (const Row &row : *rows)
        places.append(row.int32("place"_L1));
    return places;
}

Result<CancelOutcome> BookingRepository::cancel(const CancelWrite &write)
{
    CancelOutcome outcome;
    Result<bool> replayed = isReplay(m_database, write);
    if (replayed && !*replayed) {
        const Result<bool> cancelled = cancelNow(write);
        if (!cancelled)
            return cancelled.error();
        if (!*cancelled) {
            // By whom? This very request may have been at work still, over a lost link, when its key was looked for.
            replayed = isReplay(m_database, write);
            outcome.alreadyCancelled = replayed && !*replayed;
        }
    }
    if (!replayed)
        return replayed.error();
    outcome.replayed = *replayed;
    const Result<StoredBooking> after = get(write.booking);
    if (!after)
        return after.error();
    outcome.booking = after->booking;
    const Result<Rows> freed = m_database.run("tickets.freed_by"_L1, {{"booking"_L1, write.booking}});
    if (!freed)
        return freed.error();
    for (const Row &row : *freed)
        outcome.freed.append({row.id<EventId>("event"_L1), row.int32("place"_L1)});
    return outcome;
}

Result<bool> BookingRepository::cancelNow(const CancelWrite &write)
{
    const Result<Rows> cancelled = m_database.run("bookings.cancel"_L1, {{"id"_L1, write.booking}});
    if (!cancelled)
        return cancelled.error();
    if (cancelled->empty())
        return false;
    const Result<Rows> prices = m_database.run(isSeeded(Defect::TicketsStayLive) ? "tickets.of_booking"_L1 : "tickets.cancel"_L1, {{"booking"_L1, write.booking}});
    if (!prices)
        return prices.error();
    const Result<StoredBooking> stored = get(write.booking);
    if (!stored)
        return stored.error();
    Money due {0, stored->booking.total.currency};
    for (const Row &row : *prices)
        due.amount += row.integer("price"_L1) * (isSeeded(Defect::RefundedTwice) ? 2 : 1);
    if (Result<void> paid = refund(m_database, write, due); !paid)
        return paid.error();
    if (Result<void> noted = noteCancellation(m_database, write, due); !noted)
        return noted.error();
    return true;
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
    if (row.text("operation"_L1) != "checkout"_L1 || !isSame)
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

} // namespace parterre::storage
