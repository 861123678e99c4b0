// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/bookingchange.h"

#include "backend/storage/bookingrows.h"
#include "backend/storage/codeuses.h"
#include "backend/storage/database.h"
#include "backend/storage/enumtext.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/onlinepaymentrepository.h"
#include "backend/storage/salerows.h"
#include "shared/core/defects.h"
#include "shared/core/utctime.h"
#include "shared/domain/pricing.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

bool isExchange(const ChangeWrite &write)
{
    return !write.taken.isEmpty();
}

// Paying or prolonging it.
bool isOfReservation(const ChangeWrite &write)
{
    return write.pays || write.payUntil;
}

qint64 sumOf(const QList<Payment> &payments)
{
    return std::accumulate(payments.begin(), payments.end(), qint64(0), [](qint64 sum, const Payment &payment) { return sum + payment.amount.amount; });
}

qint64 sumOf(const QList<Ticket> &tickets)
{
    return std::accumulate(tickets.begin(), tickets.end(), qint64(0), [](qint64 sum, const Ticket &ticket) { return sum + ticket.price.amount; });
}

// For the audit.
QJsonArray toJson(const QList<Ticket> &tickets)
{
    QJsonArray list;
    for (const Ticket &ticket : tickets)
        list.append(QJsonObject {{u"event"_s, ticket.event.toString()}, {u"number"_s, ticket.number}, {u"place"_s, ticket.place}, {u"price"_s, ticket.price.amount}});
    return list;
}

Result<void> done(const Result<Rows> &rows)
{
    return rows ? Result<void>() : rows.error();
}

} // namespace

Result<ChangeOutcome> BookingChange::write()
{
    ChangeOutcome outcome;
    Result<bool> replayed = isReplay();
    if (replayed && !*replayed) {
        const Result<bool> applied = apply();
        if (!applied)
            return applied.error();
        if (!*applied) {
            // By whom? This very request may have been at work still, over a lost link, when its key was looked for.
            replayed = isReplay();
            outcome.alreadyCancelled = replayed && !*replayed;
            if (outcome.alreadyCancelled && m_write.refundOf)
                return Error {.code = ErrorCode::NothingOwed, .event = m_write.refundOf};
            if (outcome.alreadyCancelled && isOfReservation(m_write))
                return whyNotReserved();
        }
    }
    if (!replayed)
        return replayed.error();
    outcome.replayed = *replayed;
    const Result<StoredBooking> after = BookingRepository(m_database).get(m_write.booking);
    if (!after)
        return after.error();
    outcome.booking = after->booking;
    const Result<Rows> freed = m_database.run("tickets.freed_by"_L1, {{"booking"_L1, m_write.booking}});
    if (!freed)
        return freed.error();
    for (const Row &row : *freed)
        outcome.freed.append({row.id<EventId>("event"_L1), row.int32("place"_L1)});
    return outcome;
}

// Whether an earlier request with the key asked for the same.
Result<bool> BookingChange::isReplay()
{
    const Result<Rows> known = m_database.run("keys.find"_L1, {{"actor"_L1, m_write.actor}, {"key"_L1, m_write.key}});
    if (!known)
        return known.error();
    if (known->empty())
        return false;
    if (known->front().text("request_hash"_L1) != QString::fromLatin1(m_write.requestHash.toHex()))
        return ErrorCode::KeyReused;
    return true;
}

Result<bool> BookingChange::apply()
{
    const Result<Rows> locked = m_database.run("bookings.lock"_L1, {{"id"_L1, m_write.booking}});
    if (!locked)
        return locked.error();
    const Result<StoredBooking> stored = BookingRepository(m_database).get(m_write.booking);
    if (!stored)
        return stored.error();
    if (m_write.refundOf)
        return payOut(stored->booking, *m_write.refundOf);
    if (isOfReservation(m_write))
        return m_write.pays ? payReservation(stored->booking) : prolong(stored->booking);
    if (stored->booking.state == BookingState::Cancelled)
        return false;
    if (m_write.isUnpaid && stored->booking.state != BookingState::Reserved)
        return Error {.code = ErrorCode::StaleVersion, .detail = u"the reservation was paid meanwhile"_s};
    const Result<Decision> decision = decide(stored->booking);
    if (!decision)
        return decision.error().code == ErrorCode::AlreadyCancelled ? Result<bool>(false) : decision.error();
    if (const Result<void> out = areOut(decision->givenBack); !out)
        return out.error();
    // What others wait for is locked in one order, by everybody: see the README of this folder.
    for (const auto step : {&BookingChange::countCodes, &BookingChange::lockVouchers, &BookingChange::lockEvents, &BookingChange::giveBack, &BookingChange::take,
                            &BookingChange::charge, &BookingChange::settle, &BookingChange::note}) {
        if (Result<void> written = (this->*step)(*decision); !written)
            return written.error();
    }
    return true;
}

Result<BookingChange::Decision> BookingChange::decide(const Booking &booking) const
{
    Decision decision {.before = booking, .taken = m_write.taken, .difference = {0, booking.total.currency}, .due = {0, booking.total.currency}, .totalAfter = booking.total};
    if (isExchange(m_write) && m_write.givenBack.isEmpty())
        return Error {.code = ErrorCode::InvalidParams, .detail = u"an exchange that gives nothing back"_s};
    if (booking.tickets.size() + m_write.taken.size() > kMaxTicketsOfBooking)
        return Error {.code = ErrorCode::InvalidParams, .detail = u"the booking was exchanged too often"_s, .limit = kMaxTicketsOfBooking};
    qsizetype kept = 0;
    bool anyReleased = false;
    for (const Ticket &ticket : booking.tickets) {
        const bool isNamed = m_write.givenBack.isEmpty() || m_write.givenBack.contains(ticket.number);
        kept += ticket.isKept() ? 1 : 0;
        const bool isReleased = isNamed && ticket.state == TicketState::Released;
        anyReleased = anyReleased || isReleased;
        // What was paid for a place that was given free is the house's to give back, and who exchanges it as though he sat there still might
        // stay where somebody else sits.
        if (isReleased && (isExchange(m_write) ? !m_write.givenFree.contains(ticket.number) : !m_write.atCounter))
            return Error {.code = ErrorCode::TicketReleased};
        if (isNamed && ticket.isKept())
            decision.givenBack.append(ticket);
        else if (isNamed && !m_write.givenBack.isEmpty())
            return Error {.code = ErrorCode::AlreadyCancelled};
    }
    if (!m_write.givenBack.isEmpty() && decision.givenBack.size() != m_write.givenBack.size())
        return Error {.code = ErrorCode::NotFound, .detail = u"a ticket that is not of the booking"_s};
    QList<Ticket> staying = booking.tickets;
    staying.removeIf([this](const Ticket &ticket) { return m_write.givenBack.contains(ticket.number); });
    if (const Result<void> few = keepTicketLimits(booking.tickets, staying, m_write.taken, m_write.limits); !few)
        return few.error();
    // Prices, limits and whether a code is used up rest on what the booking was.
    const auto isNews = [this](const Ticket &ticket) { return ticket.isKept() != m_write.kept.contains(ticket.number); };
    if (!m_write.kept.isEmpty() && std::any_of(booking.tickets.begin(), booking.tickets.end(), isNews))
        return Error {.code = ErrorCode::StaleVersion, .detail = u"the booking was changed meanwhile"_s};
    for (Ticket &ticket : decision.taken) {
        if (ticket.price.currency != booking.total.currency)
            return Error {.code = ErrorCode::CurrencyMismatch};
        const qsizetype position = booking.tickets.size() + (&ticket - decision.taken.data());
        ticket.number = booking.reference + u'-' + QString::number(position + 1);
    }
    if (isExchange(m_write))
        decision.charges = exchangeChargesOf(decision.givenBack, sumOf(decision.taken), m_write.now);
    else if (m_write.feeWaived.isEmpty())
        decision.charges = cancelChargesOf(decision.givenBack, m_write.now);
    decision.difference.amount = sumOf(decision.taken) + sumOf(decision.charges) - sumOf(decision.givenBack);
    // Who takes others for all of the price leaves it with the house.
    if (anyReleased && !m_write.atCounter && sumOf(decision.taken) < sumOf(decision.givenBack))
        return Error {.code = ErrorCode::TicketReleased};
    if (booking.state != BookingState::Reserved)
        decision.due = decision.difference;
    if (!m_write.payments.isEmpty() && sumOf(m_write.payments) != decision.due.amount)
        return Error {.code = ErrorCode::PaymentMismatch, .limit = std::max<qint64>(0, decision.due.amount)};
    decision.endsBooking = decision.taken.isEmpty() && decision.givenBack.size() == kept;
    if (!decision.endsBooking)
        decision.totalAfter.amount += decision.difference.amount;
    return decision;
}

// Whoever is in has had what the ticket was for. Nobody comes in meanwhile: the booking is locked.
Result<void> BookingChange::areOut(const QList<Ticket> &tickets)
{
    RowSet numbers(m_database.engine(), {"ticket"_L1});
    for (const Ticket &ticket : tickets)
        numbers << ticket.number;
    const Result<Rows> in = m_database.runRows("checkins.standing_among"_L1, numbers);
    if (!in)
        return in.error();
    return in->empty() ? Result<void>() : ErrorCode::TicketUsed;
}

Result<void> BookingChange::countCodes(const Decision &decision)
{
    return CodeUses::countChange(m_database, decision.before, decision.endsBooking, m_write.codes);
}

Result<void> BookingChange::lockVouchers(const Decision &decision)
{
    return m_money.lockVouchers(decision.before);
}

// So that none of them is taken after all others of its event were cancelled.
Result<void> BookingChange::lockEvents(const Decision &decision)
{
    return decision.taken.isEmpty() ? Result<void>() : claimEvents(m_database, decision.taken, Claim::Anew);
}

Result<void> BookingChange::giveBack(const Decision &decision)
{
    if (isSeeded(Defect::TicketsStayLive))
        return {};
    RowSet rows(m_database.engine(), {"booking"_L1, "number"_L1, "state"_L1});
    for (const Ticket &ticket : decision.givenBack)
        rows << m_write.booking << ticket.number << toText(isExchange(m_write) ? TicketState::Exchanged : TicketState::Cancelled);
    return done(m_database.runRows("tickets.give_back"_L1, rows));
}

// Places of the booking's own that were just given back are free by now.
Result<void> BookingChange::take(const Decision &decision)
{
    if (decision.taken.isEmpty())
        return {};
    if (const Result<void> free = refuseSold(m_database, decision.taken); !free)
        return free;
    TicketRows tickets(m_database.engine());
    for (qsizetype i = 0; i < decision.taken.size(); ++i)
        tickets.add(m_write.booking, decision.before.tickets.size() + i, decision.taken.at(i));
    return done(m_database.runRows("sales.insert_ticket"_L1, tickets.rows()));
}

Result<void> BookingChange::charge(const Decision &decision)
{
    if (decision.before.state == BookingState::Reserved && decision.endsBooking)
        return giveFeesBack(m_database, decision.before, m_write.now);
    if (decision.charges.isEmpty())
        return {};
    ChargeRows rows(m_database.engine());
    for (qsizetype i = 0; i < decision.charges.size(); ++i)
        rows.add(m_write.booking, decision.before.charges.size() + i, decision.charges.at(i));
    return done(m_database.runRows("charges.insert"_L1, rows.rows()));
}

Result<void> BookingChange::settle(const Decision &decision)
{
    const Money &due = decision.due;
    Result<void> paid;
    if (due.amount > 0)
        paid = m_money.pay(due);
    else if (due.amount < 0 || !m_write.cardRefunds.isEmpty())
        paid = m_money.refund(decision.before, {.amount = -due.amount, .currency = due.currency});
    if (!paid)
        return paid;
    const QString found = searchTextOf(decision.taken);
    return changeBooking(m_database, m_write.booking, decision.endsBooking ? BookingState::Cancelled : decision.before.state, decision.totalAfter.amount,
                         found.isEmpty() ? found : u'\n' + found);
}

Result<void> BookingChange::keepKey(QLatin1StringView operation)
{
    return done(m_database.run("keys.insert"_L1, {{"actor"_L1, m_write.actor},
                                                  {"key"_L1, m_write.key},
                                                  {"operation"_L1, operation},
                                                  {"request_hash"_L1, QString::fromLatin1(m_write.requestHash.toHex())},
                                                  {"booking"_L1, m_write.booking},
                                                  {"created"_L1, m_write.now}}));
}

Result<bool> BookingChange::payReservation(const Booking &booking)
{
    if (booking.state != BookingState::Reserved)
        return false;
    if (sumOf(m_write.payments) != booking.total.amount)
        return Error {.code = ErrorCode::PaymentMismatch, .limit = booking.total.amount};
    if (const Result<void> locked = m_money.lockVouchers(booking); !locked)
        return locked.error();
    if (const Result<void> paid = m_money.pay(booking.total); !paid)
        return paid.error();
    QJsonArray payments;
    for (const Payment &payment : m_write.payments)
        payments.append(QJsonObject {{u"amount"_s, payment.amount.amount}, {u"kind"_s, toText(payment.kind)}, {u"reason"_s, payment.reason.value_or(QString())}});
    if (const Result<void> confirmed = changeBooking(m_database, booking.id, BookingState::Confirmed, booking.total.amount); !confirmed)
        return confirmed.error();
    if (const Result<void> withdrawn = OnlinePaymentRepository(m_database).withdraw(booking.id, m_write.now); !withdrawn)
        return withdrawn.error();
    if (const Result<void> kept = keepKey("pay"_L1); !kept)
        return kept.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = m_write.audit,
                                            .action = u"booking.paid"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = booking.id.toString(),
                                            .before = {{u"state"_s, toText(booking.state)}},
                                            .after = {{u"state"_s, toText(BookingState::Confirmed)},
                                                      {u"payments"_s, payments},
                                                      {u"total"_s, booking.total.amount},
                                                      {u"currency"_s, booking.total.currency.code()}}});
    return noted ? Result<bool>(true) : noted.error();
}

Result<bool> BookingChange::prolong(const Booking &booking)
{
    if (booking.state != BookingState::Reserved)
        return false;
    const Result<Rows> prolonged = m_database.run("bookings.prolong"_L1, {{"id"_L1, booking.id}, {"pay_until"_L1, *m_write.payUntil}});
    if (!prolonged)
        return prolonged.error();
    if (const Result<void> moved = OnlinePaymentRepository(m_database).moveEnd(booking.id, *m_write.payUntil - *booking.payUntil); !moved)
        return moved.error();
    if (const Result<void> kept = keepKey("prolong"_L1); !kept)
        return kept.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = m_write.audit,
                                            .action = u"booking.prolonged"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = booking.id.toString(),
                                            .before = {{u"payUntil"_s, toIsoUtc(*booking.payUntil)}},
                                            .after = {{u"payUntil"_s, toIsoUtc(*m_write.payUntil)}}});
    return noted ? Result<bool>(true) : noted.error();
}

// A cancelled booking that nothing was ever paid for was a reservation to the last.
Error BookingChange::whyNotReserved()
{
    const Result<StoredBooking> stored = BookingRepository(m_database).get(m_write.booking);
    if (!stored)
        return stored.error();
    if (stored->booking.state == BookingState::Confirmed)
        return {.code = ErrorCode::NotReserved};
    return {.code = stored->booking.payments.isEmpty() ? ErrorCode::ReservationEnded : ErrorCode::AlreadyCancelled};
}

Result<bool> BookingChange::payOut(const Booking &booking, const EventId &event)
{
    const auto owed = std::find_if(booking.refunds.begin(), booking.refunds.end(), [&event](const Refund &refund) { return refund.event == event && refund.isDue(); });
    if (owed == booking.refunds.end())
        return false;
    if (const Result<void> locked = m_money.lockVouchers(booking); !locked)
        return locked.error();
    if (const Result<void> paid = m_money.refund(booking, owed->amount); !paid)
        return paid.error();
    const Result<Rows> marked = m_database.run("refunds.pay"_L1, {{"event"_L1, event}, {"booking"_L1, booking.id}, {"paid"_L1, m_write.now}, {"payment"_L1, m_write.payment}});
    if (!marked)
        return marked.error();
    if (const Result<void> kept = keepKey("refund"_L1); !kept)
        return kept.error();
    const Result<void> noted = AuditRepository(m_database)
                                   .append({.context = m_write.audit,
                                            .action = u"booking.refunded"_s,
                                            .objectKind = u"booking"_s,
                                            .objectId = booking.id.toString(),
                                            .before = {{u"owed"_s, owed->amount.amount}},
                                            .after = {{u"event"_s, event.toString()}, {u"owed"_s, 0}, {u"refunded"_s, owed->amount.amount}, {u"currency"_s, owed->amount.currency.code()}}});
    return noted ? Result<bool>(true) : noted.error();
}

Result<void> BookingChange::note(const Decision &decision)
{
    // What it was to be paid with online was meant for the booking as it was.
    if (decision.before.state == BookingState::Reserved) {
        if (const Result<void> withdrawn = OnlinePaymentRepository(m_database).withdraw(m_write.booking, m_write.now); !withdrawn)
            return withdrawn;
    }
    if (const Result<void> kept = keepKey(isExchange(m_write) ? "exchange"_L1 : "cancel"_L1); !kept)
        return kept;
    const BookingState after = decision.endsBooking ? BookingState::Cancelled : decision.before.state;
    AuditEvent event {.context = m_write.audit,
                      .action = isExchange(m_write) ? u"booking.exchanged"_s : u"booking.cancelled"_s,
                      .objectKind = u"booking"_s,
                      .objectId = m_write.booking.toString(),
                      .before = {{u"state"_s, toText(decision.before.state)}, {u"tickets"_s, toJson(decision.givenBack)}, {u"total"_s, decision.before.total.amount}},
                      .after = {{u"state"_s, toText(after)},
                                {u"tickets"_s, toJson(decision.taken)},
                                {u"total"_s, decision.totalAfter.amount},
                                {u"due"_s, decision.due.amount},
                                {u"currency"_s, decision.due.currency.code()}}};
    if (!decision.charges.isEmpty())
        event.after.insert(u"cancelFee"_s, sumOf(decision.charges));
    if (!m_write.feeWaived.isEmpty())
        event.after.insert(u"feeWaived"_s, m_write.feeWaived);
    if (!m_write.strandedReason.isEmpty())
        event.after.insert(u"strandedReason"_s, m_write.strandedReason);
    return AuditRepository(m_database).append(event);
}

} // namespace parterre::storage
