// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/checkoutbatch.h"

#include "backend/storage/canonicaljson.h"
#include "backend/storage/codeuses.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/salerows.h"
#include "backend/storage/vouchermoves.h"
#include "shared/core/defects.h"
#include "shared/core/utctime.h"

#include <QHash>
#include <QSet>

#include <algorithm>

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

// What was sold, for the audit. All its texts are in the rows too, where those are refused that no database can keep.
AuditEntry auditOf(const CheckoutWrite &write)
{
    const Booking &booking = write.booking;
    CanonicalJson after;
    after.beginObject();
    if (!booking.charges.isEmpty()) {
        after.key("charges"_L1).beginArray();
        for (const Charge &charge : booking.charges)
            after.beginObject().key("amount"_L1).number(charge.amount.amount).key("kind"_L1).text(toText(charge.kind)).endObject();
        after.endArray();
    }
    if (!write.codes.isEmpty()) {
        after.key("codes"_L1).beginArray();
        for (const DiscountId &code : write.codes)
            after.id(code);
        after.endArray();
    }
    after
        .key("currency"_L1).text(booking.total.currency.code())
        .key("customerName"_L1).text(booking.customerName)
        .key("owner"_L1).id(write.owner);
    if (booking.payUntil)
        after.key("payUntil"_L1).text(toIsoUtc(*booking.payUntil));
    if (std::any_of(booking.payments.begin(), booking.payments.end(), [](const Payment &payment) { return payment.kind != PaymentKind::Cash; })) {
        after.key("payments"_L1).beginArray();
        for (const Payment &payment : booking.payments) {
            after.beginObject().key("amount"_L1).number(payment.amount.amount).key("kind"_L1).text(toText(payment.kind)).key("reason"_L1).text(payment.reason.value_or(QString()));
            if (payment.kind == PaymentKind::Voucher)
                after.key("voucher"_L1).text(payment.lastFour.value_or(QString()));
            after.endObject();
        }
        after.endArray();
    }
    after.key("reference"_L1).text(booking.reference);
    if (!write.strandedReason.isEmpty())
        after.key("strandedReason"_L1).text(write.strandedReason);
    after.key("tickets"_L1).beginArray();
    for (const Ticket &ticket : booking.tickets) {
        after.beginObject()
            .key("event"_L1).id(ticket.event)
            .key("number"_L1).text(ticket.number)
            .key("place"_L1).number(ticket.place)
            .key("price"_L1).number(ticket.price.amount)
            .endObject();
    }
    after.endArray().key("total"_L1).number(booking.total.amount).endObject();
    return {.context = write.audit, .action = booking.state == BookingState::Reserved ? u"booking.reserved"_s : u"booking.created"_s, .objectKind = u"booking"_s, .objectId = booking.id.toString(), .after = after.json()};
}

Error refused(const QString &what)
{
    return {.code = ErrorCode::InvalidParams, .detail = u"Checkout: "_s + what};
}

QStringList voucherCodesOf(std::span<Checkout *const> checkouts)
{
    QStringList hashes;
    for (const Checkout *checkout : checkouts) {
        for (const VoucherPart &part : checkout->write.vouchers)
            hashes.append(part.codeHash);
    }
    return hashes;
}

QList<DiscountId> codesOf(std::span<Checkout *const> checkouts)
{
    QList<DiscountId> codes;
    for (const Checkout *checkout : checkouts)
        codes += checkout->write.codes;
    return codes;
}

// The places that are sold, or killed, of the first event that has any: places mean nothing without their event.
std::optional<Error> soldAlready(const QList<Ticket> &tickets, const QSet<Place> &sold)
{
    std::optional<Error> error;
    for (const Ticket &ticket : tickets) {
        if (!sold.contains(placeOf(ticket)))
            continue;
        if (!error)
            error = Error {.code = ErrorCode::SeatTaken, .detail = u"sold already, or killed"_s, .event = ticket.event};
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
    QSet<EventId> closed;
    QSet<Place> sold;
    QSet<QString> numbers;
};

Result<CheckoutBatch::Known> CheckoutBatch::lookUp(std::span<Checkout *const> checkouts)
{
    RowSet keys(m_database.engine(), {"actor"_L1, "key"_L1});
    RowSet events(m_database.engine(), {"event"_L1});
    RowSet places(m_database.engine(), {"event"_L1, "place"_L1});
    RowSet numbers(m_database.engine(), {"number"_L1});
    QSet<EventId> named;
    for (const Checkout *checkout : checkouts) {
        const CheckoutWrite &write = checkout->write;
        keys << write.actor << write.key;
        for (const Ticket &ticket : write.booking.tickets) {
            places << ticket.event << ticket.place;
            if (!named.contains(ticket.event))
                events << *named.insert(ticket.event);
        }
        for (const QString &number : numbersOf(write.booking))
            numbers << number;
    }
    Known known;
    const Result<Rows> knownKeys = m_database.runRows("keys.find_all"_L1, keys);
    if (!knownKeys)
        return knownKeys.error();
    for (const Row &row : *knownKeys) {
        known.keys.insert({row.id<UserId>("actor"_L1), row.text("key"_L1)},
                          {row.text("operation"_L1), row.text("request_hash"_L1), row.id<BookingId>("booking"_L1)});
    }
    const Result<Rows> closed = m_database.runRows("events.closed_among"_L1, events);
    if (!closed)
        return closed.error();
    for (const Row &row : *closed)
        known.closed.insert(row.id<EventId>("event"_L1));
    const Result<Rows> sold = m_database.runRows("tickets.not_for_sale_among"_L1, places);
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

Result<std::vector<CheckoutVerdict>> CheckoutBatch::write(std::span<Checkout *const> checkouts, Compare compare)
{
    const Result<Known> lookedUp = compare == Compare::First ? lookUp(checkouts) : Known();
    if (!lookedUp)
        return lookedUp.error();
    const Known &known = *lookedUp;
    CodeUses uses(m_database);
    if (const Result<void> locked = uses.lock(codesOf(checkouts)); !locked)
        return locked.error();
    VoucherMoves vouchers(m_database);
    if (const Result<void> locked = vouchers.lock(voucherCodesOf(checkouts)); !locked)
        return locked.error();
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
        const auto closed = std::find_if(tickets.begin(), tickets.end(), [&known](const Ticket &ticket) { return known.closed.contains(ticket.event); });
        if (closed != tickets.end()) {
            verdicts.push_back(Error {.code = ErrorCode::SaleClosed, .detail = u"not sold now, or gone"_s, .event = closed->event});
            continue;
        }
        if (std::optional<Error> taken = soldAlready(tickets, known.sold)) {
            verdicts.push_back(std::move(*taken));
            continue;
        }
        const bool placeClaimed =
            std::any_of(tickets.begin(), tickets.end(), [&](const Ticket &t) { return claimedPlaces.contains(placeOf(t)); });
        if (placeClaimed || claimedKeys.contains(keyOf(write))) {
            checkout->doubtful = true;
            verdicts.push_back(AskAgain {});
            continue;
        }
        const QStringList numbers = numbersOf(write.booking);
        if (std::any_of(numbers.begin(), numbers.end(),
                        [&](const QString &n) { return known.numbers.contains(n) || claimedNumbers.contains(n); })) {
            verdicts.push_back(renumber(*checkout));
            continue;
        }
        if (const Result<void> claimed = uses.mayClaim(write.codes); !claimed) {
            verdicts.push_back(replayOr(write, compare, claimed.error()));
            continue;
        }
        if (const Result<void> taken = vouchers.take(write.booking.id, write.actor, write.booking.payments, write.vouchers); !taken) {
            verdicts.push_back(refuseVoucher(write, taken.error()));
            continue;
        }
        if (const Result<void> claimed = uses.claim(write.booking.id, write.codes); !claimed)
            return claimed.error();
        claimedKeys.insert(keyOf(write));
        for (const Ticket &ticket : tickets)
            claimedPlaces.insert(placeOf(ticket));
        claimedNumbers.unite({numbers.begin(), numbers.end()});
        accepted.push_back(&write);
        verdicts.push_back(CheckoutOutcome {.booking = write.booking});
    }
    if (Result<void> inserted = insert(std::move(accepted)); !inserted)
        return inserted.error();
    if (Result<void> moved = vouchers.write(); !moved)
        return moved.error();
    if (const Result<void> counted = uses.write(); !counted)
        return counted.error();
    return verdicts;
}

CheckoutVerdict CheckoutBatch::replayOr(const CheckoutWrite &write, Compare compare, const Error &otherwise)
{
    if (compare == Compare::First) // its key was looked for
        return otherwise;
    const Result<Rows> known = m_database.run("keys.find"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    if (!known)
        return known.error();
    if (known->empty())
        return otherwise;
    const Row &row = known->front();
    return replay(write, row.text("operation"_L1), row.text("request_hash"_L1), row.id<BookingId>("booking"_L1));
}

CheckoutVerdict CheckoutBatch::replay(const CheckoutWrite &write, const QString &operation, const QString &requestHash,
                                      const BookingId &booking)
{
    if (operation != operationOf(write) || requestHash != hashText(write))
        return Error {.code = ErrorCode::KeyReused};
    Result<StoredBooking> stored = BookingRepository(m_database).get(booking);
    if (!stored)
        return stored.error();
    // Ours, when this very request was committed just before its link broke.
    const bool replayed = booking != write.booking.id;
    return CheckoutOutcome {.booking = std::move(stored->booking), .replayed = replayed};
}

// What is missing on the voucher may have been taken for this very sale, by another server, since its key was looked for.
CheckoutVerdict CheckoutBatch::refuseVoucher(const CheckoutWrite &write, const Error &error)
{
    const Result<Rows> known = m_database.run("keys.find"_L1, {{"actor"_L1, write.actor}, {"key"_L1, write.key}});
    return known && known->empty() ? CheckoutVerdict(error) : CheckoutVerdict(AskAgain {});
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
    SaleRows rows(m_database.engine());
    std::vector<AuditEntry> audit;
    std::vector<std::pair<const Booking *, qsizetype>> tickets;
    for (const CheckoutWrite *write : accepted) {
        rows.add(*write);
        audit.push_back(auditOf(*write));
        for (qsizetype i = 0; i < write->booking.tickets.size(); ++i)
            tickets.emplace_back(&write->booking, i);
    }
    std::sort(tickets.begin(), tickets.end(), [](const auto &a, const auto &b) {
        return placeOf(a.first->tickets.at(a.second)) < placeOf(b.first->tickets.at(b.second));
    });
    for (const auto &[booking, position] : tickets)
        rows.addTicket(*booking, position);
    if (Result<void> inserted = rows.insert(m_database); !inserted)
        return inserted;
    return AuditRepository(m_database).appendAll(audit);
}

Result<void> validate(const CheckoutWrite &write)
{
    const Booking &booking = write.booking;
    if (booking.tickets.isEmpty())
        return refused(u"no tickets"_s);
    if (write.key.isEmpty() || write.actor.isNull() || booking.id.isNull())
        return refused(u"key, actor or id is missing"_s);
    if (std::count_if(booking.payments.begin(), booking.payments.end(), [](const Payment &payment) { return payment.kind == PaymentKind::Voucher; }) != write.vouchers.size())
        return refused(u"a payment by voucher without its voucher"_s);
    const bool isReserved = booking.state == BookingState::Reserved;
    if (booking.payUntil.has_value() != isReserved || (isReserved && !booking.payments.isEmpty()))
        return refused(u"what is reserved is to be paid later"_s);
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
