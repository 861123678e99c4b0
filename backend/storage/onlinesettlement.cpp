// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/onlinesettlement.h"

#include "backend/storage/bookingchange.h"
#include "backend/storage/bookingrows.h"
#include "backend/storage/codeuses.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/domain/pricing.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

Result<void> done(const Result<Rows> &rows)
{
    return rows ? Result<void>() : rows.error();
}

// Paid after it was given up is paid all the same.
bool isOpenFor(OnlineState state, IntentNews news)
{
    const bool isOpen = state == OnlineState::Creating || state == OnlineState::Pending;
    return isOpen || (news == IntentNews::Paid && (state == OnlineState::Cancelled || state == OnlineState::Failed));
}

} // namespace

Result<OnlineOutcome> OnlineSettlement::write()
{
    Result<StoredOnlinePayment> known = find();
    if (!known && known.error().code != ErrorCode::NotFound)
        return known.error();
    if (!known) {
        if (m_news.news == IntentNews::Paid && !m_news.payment.isNull() && m_news.isOfThisHouse) {
            if (const Result<void> kept = keepStranger(); !kept)
                return kept.error();
        }
        return m_outcome;
    }
    const BookingId booking = known->payment.booking;
    if (booking.isNull()) // it is known that nobody knows it
        return m_outcome;
    if (const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, booking}}); !locked)
        return locked.error();
    known = OnlinePaymentRepository(m_database).get(known->payment.id);
    const Result<StoredBooking> stored = BookingRepository(m_database).get(booking);
    if (!known || !stored)
        return known ? stored.error() : known.error();
    if (isOpenFor(known->payment.state, m_news.news)) {
        if (const Result<void> settled = settle(*known, stored->booking); !settled)
            return settled.error();
    }
    const Result<StoredOnlinePayment> after = OnlinePaymentRepository(m_database).get(known->payment.id);
    const Result<StoredBooking> bookingAfter = BookingRepository(m_database).get(booking);
    if (!after || !bookingAfter)
        return after ? bookingAfter.error() : after.error();
    m_outcome.payment = *after;
    m_outcome.booking = bookingAfter->booking;
    return m_outcome;
}

// By the provider's name for it or, when its answer to the question was lost, by ours.
Result<StoredOnlinePayment> OnlineSettlement::find()
{
    OnlinePaymentRepository payments(m_database);
    if (!m_news.intent.isEmpty()) {
        Result<StoredOnlinePayment> known = payments.ofIntent(m_news.intent);
        if (known || known.error().code != ErrorCode::NotFound)
            return known;
    }
    if (m_news.payment.isNull())
        return ErrorCode::NotFound;
    Result<StoredOnlinePayment> known = payments.get(m_news.payment);
    const bool isAnother = known && !known->intent.isEmpty() && !m_news.intent.isEmpty() && known->intent != m_news.intent;
    return isAnother ? Result<StoredOnlinePayment>(ErrorCode::NotFound) : known;
}

// It says that it is ours, and nobody here knows of it: the database is an older copy perhaps.
Result<void> OnlineSettlement::keepStranger()
{
    const StoredOnlinePayment stranger {.payment = {.id = PaymentId(QUuid::createUuidV5(m_news.payment.uuid(), m_news.intent)), .amount = m_news.received}};
    const Result<Rows> kept = m_database.run("online_payments.insert_stranger"_L1, {{"id"_L1, stranger.payment.id},
                                                                                   {"provider"_L1, "stripe"_L1},
                                                                                   {"intent"_L1, m_news.intent},
                                                                                   {"amount"_L1, m_news.received.amount},
                                                                                   {"currency"_L1, m_news.received.currency.code()},
                                                                                   {"now"_L1, m_news.now}});
    if (!kept)
        return kept.error();
    m_outcome.isNews = true;
    const Result<void> owed = OnlinePaymentRepository(m_database).giveBack(stranger, m_news.received, u"no payment that is known here"_s, m_news.now);
    if (!owed)
        return owed;
    return AuditRepository(m_database)
        .append({.context = m_news.audit,
                 .action = u"payment.unknown"_s,
                 .objectKind = u"payment"_s,
                 .objectId = stranger.payment.id.toString(),
                 .after = {{u"state"_s, toText(OnlineState::Unmatched)},
                           {u"intent"_s, m_news.intent},
                           {u"amount"_s, m_news.received.amount},
                           {u"currency"_s, m_news.received.currency.code()}}});
}

Result<void> OnlineSettlement::settle(const StoredOnlinePayment &known, const Booking &booking)
{
    switch (m_news.news) {
    case IntentNews::Open:
        m_outcome.isNews = known.payment.state == OnlineState::Creating || m_news.decline != known.payment.decline;
        return done(m_database.run("online_payments.open"_L1,
                                   {{"id"_L1, known.payment.id}, {"intent"_L1, m_news.intent}, {"decline"_L1, m_news.decline}, {"next_look"_L1, m_news.nextLook}}));
    case IntentNews::Cancelled:
    case IntentNews::Refused:
        return close(known, booking);
    case IntentNews::Paid:
        return paid(known, booking);
    }
    Q_UNREACHABLE();
}

Result<void> OnlineSettlement::close(const StoredOnlinePayment &known, const Booking &booking)
{
    const Result<void> closed = change(known, m_news.news == IntentNews::Refused ? OnlineState::Failed : OnlineState::Cancelled);
    if (!closed || booking.state != BookingState::Reserved || !known.endsBooking || known.withdrawn)
        return closed;
    return endReservation(known, booking); // with nothing under way any more, else it would be withdrawn, as if the booking stayed
}

Result<void> OnlineSettlement::paid(const StoredOnlinePayment &known, const Booking &booking)
{
    if (m_news.received != known.payment.amount)
        return sendBack(known, booking, u"not the amount that was asked for"_s);
    if (booking.state == BookingState::Reserved && booking.total == known.payment.amount && !known.withdrawn)
        return confirm(known, booking);
    return booking.state == BookingState::Cancelled ? paidLate(known, booking) : sendBack(known, booking, std::nullopt);
}

Payment OnlineSettlement::paymentOf(const StoredOnlinePayment &known) const
{
    return {.id = known.payment.id, .kind = PaymentKind::Online, .amount = known.payment.amount, .reference = m_news.intent, .at = m_news.now};
}

Result<void> OnlineSettlement::confirm(const StoredOnlinePayment &known, const Booking &booking)
{
    const QString key = u"online "_s + known.payment.id.toString();
    const ChangeWrite write {.booking = booking.id,
                             .actor = known.actor,
                             .key = key,
                             .requestHash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256),
                             .pays = true,
                             .payments = {paymentOf(known)},
                             .audit = m_news.audit,
                             .now = m_news.now};
    const Result<ChangeOutcome> confirmed = BookingChange(m_database, write).write();
    return confirmed ? change(known, OnlineState::Succeeded) : confirmed.error();
}

// Its seats were given free when nobody had paid in time. If they can be had again it is as if they never were.
Result<void> OnlineSettlement::paidLate(const StoredOnlinePayment &known, const Booking &booking)
{
    if (const Result<void> locked = CodeUses::lockGivenBackBy(m_database, booking.id); !locked)
        return locked;
    const Result<bool> possible = canBeTakenAgain(known, booking);
    if (!possible)
        return possible.error();
    if (*possible && m_news.seats == SeatsAtHand::Unknown) {
        m_outcome.needsSeats = true;
        return {};
    }
    if (*possible && m_news.seats == SeatsAtHand::Frozen) {
        const Result<bool> taken = takeAgain(known, booking);
        if (!taken || *taken)
            return taken ? Result<void>() : taken.error();
    }
    return sendBack(known, booking, std::nullopt);
}

Result<bool> OnlineSettlement::canBeTakenAgain(const StoredOnlinePayment &known, const Booking &booking)
{
    // A booking that nobody has paid bears no other charges than its fee.
    const qint64 price = std::accumulate(booking.tickets.begin(), booking.tickets.end(), sumOf(booking.charges), [](qint64 sum, const Ticket &ticket) { return sum + ticket.price.amount; });
    const bool isWhole = std::all_of(booking.tickets.begin(), booking.tickets.end(), [](const Ticket &ticket) { return ticket.state == TicketState::Cancelled; });
    if (known.withdrawn || !booking.payments.isEmpty() || !isWhole || price != known.payment.amount.amount)
        return false;
    const Result<void> open = claimEvents(m_database, booking.tickets, Claim::Again);
    if (!open && open.error().code == ErrorCode::SaleClosed) {
        m_outcome.closed = open.error().event;
        return false;
    }
    return open ? Result<bool>(true) : open.error();
}

Result<bool> OnlineSettlement::takeAgain(const StoredOnlinePayment &known, const Booking &booking)
{
    if (const Result<void> free = refuseSold(m_database, booking.tickets); !free) {
        if (free.error().code != ErrorCode::SeatTaken)
            return free.error();
        const Result<PlacesSeen> seen = seePlaces(m_database, *free.error().event, free.error().places);
        if (!seen)
            return seen.error();
        m_outcome.taken = *seen;
        return false;
    }
    // The price was promised: who comes too late for the limit of his code has what it took off all the same.
    if (const Result<void> counted = CodeUses::takeAgain(m_database, booking.id); !counted)
        return counted.error();
    for (const QLatin1StringView statement : {"online_payments.take_tickets_again"_L1, "charges.take_again"_L1}) {
        if (const Result<Rows> taken = m_database.run(statement, {{"booking"_L1, booking.id}}); !taken)
            return taken.error();
    }
    if (const Result<void> paid = insertPayment(m_database, booking.id, paymentOf(known)); !paid)
        return paid.error();
    if (const Result<void> confirmed = changeBooking(m_database, booking.id, BookingState::Confirmed, booking.total.amount); !confirmed)
        return confirmed.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = m_news.audit,
                                            .action = u"booking.paid_late"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = booking.id.toString(),
                                            .before = {{u"state"_s, toText(booking.state)}},
                                            .after = {{u"state"_s, toText(BookingState::Confirmed)},
                                                      {u"intent"_s, m_news.intent},
                                                      {u"total"_s, booking.total.amount},
                                                      {u"currency"_s, booking.total.currency.code()}}});
    if (!noted)
        return noted.error();
    const Result<void> changed = change(known, OnlineState::Succeeded);
    return changed ? Result<bool>(true) : changed.error();
}

Result<void> OnlineSettlement::sendBack(const StoredOnlinePayment &known, const Booking &booking, const std::optional<QString> &problem)
{
    const OnlineState state = problem ? OnlineState::Unmatched : OnlineState::Refunding;
    if (const Result<void> changed = change(known, state); !changed)
        return changed;
    if (booking.state == BookingState::Reserved && known.endsBooking && !known.withdrawn) {
        if (const Result<void> ended = endReservation(known, booking); !ended)
            return ended;
    }
    if (const Result<void> owed = OnlinePaymentRepository(m_database).giveBack(known, m_news.received, problem, m_news.now); !owed)
        return owed;
    return AuditRepository(m_database)
        .append({.context = m_news.audit,
                 .action = u"payment.not_booked"_s,
                 .objectKind = u"payment"_s,
                 .objectId = known.payment.id.toString(),
                 .before = {{u"state"_s, toText(known.payment.state)}},
                 .after = {{u"state"_s, toText(state)},
                           {u"booking"_s, booking.id.toString()},
                           {u"intent"_s, m_news.intent},
                           {u"amount"_s, m_news.received.amount},
                           {u"currency"_s, m_news.received.currency.code()}}});
}

Result<void> OnlineSettlement::endReservation(const StoredOnlinePayment &known, const Booking &booking)
{
    const QString key = u"unpaid "_s + known.payment.id.toString();
    const ChangeWrite write {.booking = booking.id,
                             .actor = known.actor,
                             .key = key,
                             .requestHash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256),
                             .isUnpaid = true,
                             .audit = m_news.audit,
                             .now = m_news.now};
    const Result<ChangeOutcome> ended = BookingChange(m_database, write).write();
    if (!ended)
        return ended.error();
    m_outcome.freed = ended->freed;
    return {};
}

Result<void> OnlineSettlement::change(const StoredOnlinePayment &known, OnlineState state)
{
    m_outcome.isNews = m_outcome.isNews || state != known.payment.state;
    const QString &intent = m_news.intent.isEmpty() ? known.intent : m_news.intent;
    return done(m_database.run("online_payments.change"_L1, {{"id"_L1, known.payment.id},
                                                             {"state"_L1, toText(state)},
                                                             {"intent"_L1, intent.isEmpty() ? std::nullopt : std::optional(intent)},
                                                             {"decline"_L1, m_news.decline}}));
}

} // namespace parterre::storage
