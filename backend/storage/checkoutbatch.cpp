// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/checkoutbatch.h"

#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/searchtext.h"
#include "shared/core/defects.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxRenumberings = 8;

using KeyName = std::pair<UserId, QString>;
using Place = std::pair<EventId, qint32>;

KeyName keyOf(const CheckoutWrite &write)
{
    return {write.actor, write.key};
}

Place placeOf(const Ticket &ticket)
{
    return {ticket.event, ticket.place};
}

QString hashText(const CheckoutWrite &write)
{
    return QString::fromLatin1(write.requestHash.toHex());
}

QStringList numbersOf(const Booking &booking)
{
    QStringList numbers {booking.reference};
    for (const Ticket &ticket : booking.tickets)
        numbers.append(ticket.number);
    return numbers;
}

qint64 milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

QJsonValue amountOrNull(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->amount) : QJsonValue(QJsonValue::Null);
}

// Everything a person may type to find the booking.
QString searchTextOf(const Booking &booking)
{
    QStringList parts {foldForSearch(booking.customerName), foldCode(booking.reference)};
    for (const Ticket &ticket : booking.tickets)
        parts << foldCode(ticket.number) << foldForSearch(ticket.label);
    return parts.join(u'\n');
}

QJsonValue ownerOf(const CheckoutWrite &write)
{
    return write.owner.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(write.owner.toString());
}

QJsonObject bookingRow(const CheckoutWrite &write)
{
    const Booking &booking = write.booking;
    return {
        {u"id"_s, booking.id.toString()},
        {u"reference"_s, booking.reference},
        {u"owner"_s, ownerOf(write)},
        {u"created_by"_s, write.actor.toString()},
        {u"customer_name"_s, booking.customerName},
        {u"total"_s, booking.total.amount},
        {u"currency"_s, booking.total.currency.code()},
        {u"created"_s, milliseconds(booking.created)},
        {u"search_text"_s, searchTextOf(booking)},
    };
}

QJsonObject ticketRow(const Booking &booking, qsizetype position)
{
    const Ticket &ticket = booking.tickets.at(position);
    return {
        {u"id"_s, ticket.id.toString()},
        {u"number"_s, ticket.number},
        {u"booking"_s, booking.id.toString()},
        {u"position"_s, position},
        {u"event"_s, ticket.event.toString()},
        {u"place"_s, ticket.place},
        {u"label"_s, ticket.label},
        {u"category"_s, ticket.category},
        {u"ticket_type"_s, ticket.ticketType},
        {u"price"_s, ticket.price.amount},
    };
}

QJsonObject paymentRow(const Booking &booking, qsizetype position)
{
    const Payment &payment = booking.payments.at(position);
    return {
        {u"id"_s, payment.id.toString()},
        {u"booking"_s, booking.id.toString()},
        {u"position"_s, position},
        {u"kind"_s, toText(payment.kind)},
        {u"direction"_s, toText(payment.direction)},
        {u"amount"_s, payment.amount.amount},
        {u"currency"_s, payment.amount.currency.code()},
        {u"tendered"_s, amountOrNull(payment.tendered)},
        {u"change"_s, amountOrNull(payment.change)},
        {u"at"_s, milliseconds(payment.at)},
    };
}

QJsonObject keyRow(const CheckoutWrite &write)
{
    return {
        {u"actor"_s, write.actor.toString()},
        {u"key"_s, write.key},
        {u"request_hash"_s, hashText(write)},
        {u"booking"_s, write.booking.id.toString()},
        {u"created"_s, milliseconds(write.booking.created)},
    };
}

AuditEvent auditOf(const CheckoutWrite &write)
{
    QJsonArray tickets;
    for (const Ticket &ticket : write.booking.tickets) {
        tickets.append(QJsonObject {{u"number"_s, ticket.number},
                                    {u"event"_s, ticket.event.toString()},
                                    {u"place"_s, ticket.place},
                                    {u"price"_s, ticket.price.amount}});
    }
    return {
        .context = write.audit,
        .action = u"booking.created"_s,
        .objectKind = u"booking"_s,
        .objectId = write.booking.id.toString(),
        .after = {{u"reference"_s, write.booking.reference},
                  {u"owner"_s, ownerOf(write)},
                  {u"customerName"_s, write.booking.customerName},
                  {u"total"_s, write.booking.total.amount},
                  {u"currency"_s, write.booking.total.currency.code()},
                  {u"tickets"_s, tickets}},
    };
}

Error refused(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = u"Checkout: "_s + what};
}

// The places that are sold, of the first event that has any: places mean nothing without their event.
std::optional<Error> soldAlready(const QList<Ticket> &tickets, const QSet<Place> &sold)
{
    std::optional<Error> error;
    for (const Ticket &ticket : tickets) {
        if (!sold.contains(placeOf(ticket)))
            continue;
        if (!error)
            error = Error {.code = ErrorCode::SeatTaken, .detail = u"sold already"_s, .event = ticket.event};
        if (error->event == ticket.event)
            error->places.append(ticket.place);
    }
    return error;
}

} // namespace

// What the database holds of the keys, places and numbers a group is about to use.
struct CheckoutBatch::Known {
    struct Key {
        QString operation;
        QString requestHash;
        BookingId booking;
    };
    QHash<KeyName, Key> keys;
    QSet<Place> sold;
    QSet<QString> numbers;
};

Result<CheckoutBatch::Known> CheckoutBatch::lookUp(std::span<Checkout *const> checkouts)
{
    QJsonArray keys;
    QJsonArray places;
    QJsonArray numbers;
    for (const Checkout *checkout : checkouts) {
        const CheckoutWrite &write = checkout->write;
        keys.append(QJsonObject {{u"actor"_s, write.actor.toString()}, {u"key"_s, write.key}});
        for (const Ticket &ticket : write.booking.tickets)
            places.append(QJsonObject {{u"event"_s, ticket.event.toString()}, {u"place"_s, ticket.place}});
        for (const QString &number : numbersOf(write.booking))
            numbers.append(QJsonObject {{u"number"_s, number}});
    }
    Known known;
    const Result<Rows> knownKeys = m_database.runRows("keys.find_all"_L1, keys);
    if (!knownKeys)
        return knownKeys.error();
    for (const Row &row : *knownKeys) {
        known.keys.insert({row.id<UserId>("actor"_L1), row.text("key"_L1)},
                          {row.text("operation"_L1), row.text("request_hash"_L1), row.id<BookingId>("booking"_L1)});
    }
    const Result<Rows> sold = m_database.runRows("tickets.live_among"_L1, places);
    if (!sold)
        return sold.error();
    for (const Row &row : *sold)
        known.sold.insert({row.id<EventId>("event"_L1), row.int32("place"_L1)});
    const Result<Rows> used = m_database.runRows("bookings.numbers_among"_L1, numbers);
    if (!used)
        return used.error();
    for (const Row &row : *used)
        known.numbers.insert(row.text("number"_L1));
    return known;
}

Result<std::vector<CheckoutVerdict>> CheckoutBatch::write(std::span<Checkout *const> checkouts)
{
    Result<Known> lookedUp = lookUp(checkouts);
    if (!lookedUp)
        return lookedUp.error();
    const Known &known = *lookedUp;
    std::vector<CheckoutVerdict> verdicts;
    std::vector<const CheckoutWrite *> accepted;
    QSet<KeyName> claimedKeys;
    QSet<Place> claimedPlaces;
    QSet<QString> claimedNumbers;
    for (Checkout *checkout : checkouts) {
        CheckoutWrite &write = checkout->write;
        const QList<Ticket> &tickets = write.booking.tickets;
        if (const auto key = known.keys.constFind(keyOf(write)); key != known.keys.constEnd()) {
            verdicts.push_back(replay(write, key->operation, key->requestHash, key->booking));
            continue;
        }
        if (std::optional<Error> taken = soldAlready(tickets, known.sold)) {
            verdicts.push_back(std::move(*taken));
            continue;
        }
        const bool placeClaimed =
            std::any_of(tickets.begin(), tickets.end(), [&](const Ticket &t) { return claimedPlaces.contains(placeOf(t)); });
        if (placeClaimed || claimedKeys.contains(keyOf(write))) {
            verdicts.push_back(AskAgain {});
            continue;
        }
        const QStringList numbers = numbersOf(write.booking);
        if (std::any_of(numbers.begin(), numbers.end(),
                        [&](const QString &n) { return known.numbers.contains(n) || claimedNumbers.contains(n); })) {
            verdicts.push_back(renumber(*checkout));
            continue;
        }
        claimedKeys.insert(keyOf(write));
        for (const Ticket &ticket : tickets)
            claimedPlaces.insert(placeOf(ticket));
        claimedNumbers.unite({numbers.begin(), numbers.end()});
        accepted.push_back(&write);
        verdicts.push_back(CheckoutOutcome {.booking = write.booking});
    }
    if (Result<void> inserted = insert(std::move(accepted)); !inserted)
        return inserted.error();
    return verdicts;
}

CheckoutVerdict CheckoutBatch::replay(const CheckoutWrite &write, const QString &operation, const QString &requestHash,
                                      const BookingId &booking)
{
    if (operation != "checkout"_L1 || requestHash != hashText(write))
        return Error {.code = ErrorCode::KeyReused};
    Result<StoredBooking> stored = BookingRepository(m_database).get(booking);
    if (!stored)
        return stored.error();
    // Ours, when this very request was committed just before its link broke.
    const bool replayed = booking != write.booking.id;
    return CheckoutOutcome {.booking = std::move(stored->booking), .replayed = replayed};
}

CheckoutVerdict CheckoutBatch::renumber(Checkout &checkout)
{
    if (!checkout.write.renumber || checkout.renumbered >= kMaxRenumberings)
        return Error {.code = ErrorCode::AlreadyExists, .detail = u"the booking reference or a ticket number is in use"_s};
    ++checkout.renumbered;
    checkout.write.renumber(checkout.write.booking);
    return AskAgain {};
}

Result<void> CheckoutBatch::insert(std::vector<const CheckoutWrite *> accepted)
{
    if (accepted.empty())
        return {};
    // One order for all servers, so that two of them wait for each other instead of locking each other out.
    std::sort(accepted.begin(), accepted.end(), [](const CheckoutWrite *a, const CheckoutWrite *b) {
        return placeOf(a->booking.tickets.constFirst()) < placeOf(b->booking.tickets.constFirst());
    });
    QJsonArray bookings;
    QJsonArray tickets;
    QJsonArray payments;
    QJsonArray keys;
    QList<AuditEvent> audit;
    for (const CheckoutWrite *write : accepted) {
        const Booking &booking = write->booking;
        bookings.append(bookingRow(*write));
        for (qsizetype i = 0; i < booking.tickets.size(); ++i)
            tickets.append(ticketRow(booking, i));
        for (qsizetype i = 0; i < booking.payments.size(); ++i)
            payments.append(paymentRow(booking, i));
        if (!isSeeded(Defect::KeyNotStored))
            keys.append(keyRow(*write));
        audit.append(auditOf(*write));
    }
    const std::array steps {std::pair {"bookings.insert_all"_L1, &bookings}, std::pair {"tickets.insert_all"_L1, &tickets},
                            std::pair {"payments.insert_all"_L1, &payments}, std::pair {"keys.insert_all"_L1, &keys}};
    for (const auto &[statement, rows] : steps) {
        if (Result<Rows> done = m_database.runRows(statement, *rows); !done)
            return done.error();
    }
    return AuditRepository(m_database).appendAll(audit);
}

Result<void> validate(const CheckoutWrite &write)
{
    const Booking &booking = write.booking;
    if (booking.tickets.isEmpty())
        return refused(u"no tickets"_s);
    if (write.key.isEmpty() || write.actor.isNull() || booking.id.isNull())
        return refused(u"key, actor or id is missing"_s);
    QSet<Place> places;
    QSet<QString> numbers {booking.reference};
    for (const Ticket &ticket : booking.tickets) {
        if (ticket.price.currency != booking.total.currency)
            return ErrorCode::CurrencyMismatch;
        places.insert(placeOf(ticket));
        numbers.insert(ticket.number);
    }
    if (places.size() != booking.tickets.size())
        return refused(u"a place twice"_s);
    if (numbers.size() != booking.tickets.size() + 1)
        return refused(u"a ticket number twice"_s);
    return {};
}

} // namespace parterre::storage
