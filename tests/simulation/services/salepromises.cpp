// SPDX-License-Identifier: GPL-3.0-or-later
#include "salepromises.h"

#include "shared/domain/vouchercode.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace parterre::simulation {

using namespace Qt::StringLiterals;

namespace {

// Refusals that say nothing of the request: it may be asked again.
bool isPassing(ErrorCode code)
{
    return code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded || code == ErrorCode::OutcomeUnknown;
}

bool isFor(const services::SaleItem &item, const Ticket &ticket)
{
    return item.event == ticket.event && item.place == ticket.place && item.ticketType == ticket.ticketType;
}

// Whether the booking is what the request asked for, before anything became of it.
bool isOf(const services::SaleRequest &sale, const SimDatabase::SaleRow &row)
{
    if (row.sold.size() != sale.items.size() || row.soldTo != sale.customerName.value_or(row.soldTo))
        return false;
    return std::equal(sale.items.begin(), sale.items.end(), row.sold.begin(), isFor);
}

// Whether the change is what the request asked for.
bool isOf(const Request &request, const storage::ChangeWrite &change)
{
    if (request.wish == Wish::Cancel)
        return request.cancel.booking == change.booking && request.cancel.tickets == change.givenBack && change.taken.isEmpty();
    if (request.wish == Wish::Pay)
        return request.pay.booking == change.booking && change.pays;
    if (request.wish == Wish::Prolong)
        return request.prolong.booking == change.booking && change.payUntil == request.prolong.payUntil;
    const services::ExchangeRequest &asked = request.exchange;
    return asked.booking == change.booking && asked.tickets == change.givenBack
        && std::equal(asked.items.begin(), asked.items.end(), change.taken.begin(), change.taken.end(), isFor);
}

bool isKept(const Ticket &ticket)
{
    return ticket.isKept();
}

// Of each kind, and of each payment that is a way of its own.
bool anyWayGotBackTooMuch(const QList<Payment> &payments)
{
    QHash<int, qint64> left;
    QHash<PaymentId, qint64> leftOfOne;
    for (const Payment &payment : payments) {
        const bool isRefund = payment.direction == PaymentDirection::Refund;
        left[static_cast<int>(payment.kind)] += isRefund ? -payment.amount.amount : payment.amount.amount;
        if (!isRefund)
            leftOfOne.insert(payment.id, payment.amount.amount);
        else if (payment.refunds)
            leftOfOne[*payment.refunds] -= payment.amount.amount;
    }
    const auto isTooMuch = [](qint64 amount) { return amount < 0; };
    return std::any_of(left.cbegin(), left.cend(), isTooMuch) || std::any_of(leftOfOne.cbegin(), leftOfOne.cend(), isTooMuch);
}

// By show: the places of items.
bool cutsTables(const Stage &stage, const QList<services::SaleItem> &items)
{
    std::array<QList<qint32>, kMostShows> places;
    for (const services::SaleItem &item : items)
        places[std::size_t(showOf(item.event))].append(item.place);
    for (int show = 0; std::size_t(show) < stage.scenario.shows.size(); ++show) {
        if (!cutTables(stage.show(show), places[std::size_t(show)]).isEmpty())
            return true;
    }
    return false;
}

// I11: all seats of a table that is sold whole or none, unless some of its people did not come, or came late.
void checkTables(Stage &stage, const Booking &booking)
{
    std::array<QList<qint32>, kMostShows> places;
    std::array<QList<qint32>, kMostShows> everFree;
    for (const Ticket &ticket : booking.tickets) {
        const auto show = std::size_t(showOf(ticket.event));
        if (ticket.state == TicketState::Valid)
            places[show].append(ticket.place);
        if (stage.noShows.wasEverReleased(ticket.number))
            everFree[show].append(ticket.place);
    }
    for (int show = 0; std::size_t(show) < stage.scenario.shows.size(); ++show) {
        const QList<qint32> cut = cutTables(stage.show(show), places[std::size_t(show)]);
        const auto wasFree = [&free = everFree[std::size_t(show)]](qint32 place) { return free.contains(place); };
        if (!cut.isEmpty() && std::none_of(cut.begin(), cut.end(), wasFree))
            stage.fail("I11: a booking has some seats of a table that is sold whole");
    }
}

} // namespace

void SalePromises::stored(Stage &stage, const Booking &booking)
{
    checkTables(stage, booking);
    qint64 due = 0;
    for (const Ticket &ticket : booking.tickets) {
        if (ticket.price.amount != CodePromises::priceOf(stage.scenario, ticket))
            stage.fail("P5: a ticket has not the price it should");
        due += isKept(ticket) ? ticket.price.amount : 0;
        if (!ticket.number.startsWith(booking.reference))
            stage.fail("a ticket's number is not its booking's");
    }
    qint64 paid = 0;
    for (const Payment &payment : booking.payments)
        paid += payment.direction == PaymentDirection::Payment ? payment.amount.amount : -payment.amount.amount;
    const qint64 owed = std::accumulate(booking.refunds.begin(), booking.refunds.end(), qint64(0), [](qint64 sum, const Refund &refund) {
        return sum + (refund.paid ? 0 : refund.amount.amount);
    });
    const qint64 kept = std::accumulate(booking.charges.begin(), booking.charges.end(), qint64(0), [](qint64 sum, const Charge &charge) {
        return sum + (charge.returned ? 0 : charge.amount.amount);
    });
    const bool isOver = booking.state == BookingState::Cancelled;
    const bool isReserved = booking.state == BookingState::Reserved;
    if (booking.payUntil.has_value() != isReserved || (isReserved && !booking.payments.isEmpty()))
        stage.fail("P5: a reservation was paid and is one still");
    if (paid != (isReserved ? 0 : due + kept + owed) || (isOver ? due != 0 : booking.total.amount != due + kept || due == 0))
        stage.fail("P5: a booking's tickets, total and payments differ");
    if (anyWayGotBackTooMuch(booking.payments))
        stage.fail("P5: more went back by one way than came by it");
}

void SalePromises::answered(const Request &request, quint64 moment, const Result<Booking> &result, Instant now)
{
    if (!result)
        m_codes.refused(request, result.error());
    if (request.wish == Wish::UpdateContact)
        m_contacts.answered(request, moment, result);
    else if (request.wish == Wish::Checkout)
        checkoutAnswered(request, moment, result);
    else if (request.wish == Wish::Pay || request.wish == Wish::Prolong)
        reservationAnswered(request, moment, result);
    else
        changeAnswered(request, moment, result, now);
}

void SalePromises::checkoutAnswered(const Request &request, quint64 moment, const Result<Booking> &result)
{
    const SimDatabase::KeyRow *key = m_stage.database.key(request.user, request.sale.key);
    const SimDatabase::SaleRow *row = key && !key->change ? &m_stage.database.saleAt(key->sale) : nullptr;
    const bool same = row && isOf(request.sale, *row);
    if (result) {
        if (!row)
            return m_stage.fail("P2: a booking was acknowledged that the store has not");
        if (!same || row->stored.booking.id != result->id || row->stored.booking.reference != result->reference)
            return m_stage.fail("P4: a key was answered with another booking");
        m_codes.sold(request.sale.items, request.sale.code, row->sold, false);
        if (std::find(m_acknowledged.begin(), m_acknowledged.end(), result->id) == m_acknowledged.end())
            m_acknowledged.push_back(result->id);
        else
            ++m_stage.tally.repeats;
        return;
    }
    const ErrorCode code = result.error().code;
    if (code == ErrorCode::TableSoldWhole && !cutsTables(m_stage, request.sale.items))
        m_stage.fail("I11: whole tables were called cut");
    if (code == ErrorCode::KeyReused && (!key || same))
        m_stage.fail("P4: a repetition was taken for another request");
    // What was sold before it came must be its answer.
    if (key && key->moment <= moment && !isPassing(code) && code != ErrorCode::KeyReused)
        m_stage.fail("P4: a key that was used was answered " + std::string(errorKind(code).data()));
}

void SalePromises::changeAnswered(const Request &request, quint64 moment, const Result<Booking> &result, Instant now)
{
    const QStringList &numbers = request.wish == Wish::Cancel ? request.cancel.tickets : request.exchange.tickets;
    const BookingId id = request.wish == Wish::Cancel ? request.cancel.booking : request.exchange.booking;
    const SimDatabase::SaleRow *sale = m_stage.database.sale(id);
    QList<Ticket> named;
    if (sale) {
        const QList<Ticket> &all = sale->stored.booking.tickets;
        std::copy_if(all.begin(), all.end(), std::back_inserter(named), [&](const Ticket &ticket) { return numbers.isEmpty() || numbers.contains(ticket.number); });
    }
    const SimDatabase::KeyRow *key = m_stage.database.key(request.user, request.key());
    const bool same = key && key->change && isOf(request, *key->change);
    if (result) {
        if (!same || result->id != id)
            m_stage.fail("P2: a change was acknowledged that the store has not");
        else if (request.wish == Wish::Exchange)
            m_codes.sold(request.exchange.items, request.exchange.code, key->change->taken, true);
        if (std::any_of(named.begin(), named.end(), isKept) || (request.wish == Wish::Cancel && numbers.isEmpty() && result->state != BookingState::Cancelled))
            m_stage.fail("P2: a change was acknowledged and its tickets are valid still");
        return;
    }
    const ErrorCode code = result.error().code;
    if (code == ErrorCode::AlreadyCancelled && sale->stored.booking.state != BookingState::Cancelled && std::all_of(named.begin(), named.end(), isKept))
        m_stage.fail("tickets were called cancelled that are not");
    if (code == ErrorCode::TicketReleased && std::none_of(named.begin(), named.end(), [this](const Ticket &ticket) { return m_stage.noShows.wasEverReleased(ticket.number); }))
        m_stage.fail("tickets were called given free that never were");
    if (code == ErrorCode::KeyReused && (!key || same))
        m_stage.fail("P4: a repeated change was taken for another request");
    if (same && key->moment <= moment && !isPassing(code))
        m_stage.fail("P4: a change that was done was answered " + std::string(errorKind(code).data()));
    const bool anyClosed = std::any_of(named.begin(), named.end(), [&](const Ticket &ticket) {
        const Event &event = m_stage.show(showOf(ticket.event)).event;
        return m_stage.database.isCancelled(showOf(ticket.event)) || now >= event.rules.cancelUntil.value_or(event.summary.start);
    });
    // An exchange is answered later than it was judged, by a clock that may have been put back meanwhile.
    const bool sameClock = request.wish == Wish::Cancel || m_stage.tally.clockJumps == 0;
    if (code == ErrorCode::CancelClosed && !anyClosed && sameClock && m_stage.scenario.offices == 1)
        m_stage.fail("a booking could not be changed in time");
}

// Paid or given free, and never both: whoever was told that it is paid finds the payment, whoever was told that it has ended
// has paid nothing.
void SalePromises::reservationAnswered(const Request &request, quint64 moment, const Result<Booking> &result)
{
    const BookingId id = request.wish == Wish::Pay ? request.pay.booking : request.prolong.booking;
    const SimDatabase::SaleRow *sale = m_stage.database.sale(id);
    const SimDatabase::KeyRow *key = m_stage.database.key(request.user, request.key());
    const bool same = key && key->change && isOf(request, *key->change);
    if (result) {
        if (!same || result->id != id)
            m_stage.fail("P2: a reservation was called paid or prolonged and the store has it not");
        if (request.wish == Wish::Pay && (result->state == BookingState::Reserved || sale->stored.booking.payments.isEmpty()))
            m_stage.fail("P2: a reservation was called paid that is not");
        return;
    }
    const ErrorCode code = result.error().code;
    if (code == ErrorCode::KeyReused && (!key || same))
        m_stage.fail("P4: a repetition was taken for another request");
    if (same && key->moment <= moment && !isPassing(code))
        m_stage.fail("P4: a change that was done was answered " + std::string(errorKind(code).data()));
    if (code == ErrorCode::ReservationEnded && (sale->stored.booking.state != BookingState::Cancelled || !sale->stored.booking.payments.isEmpty()))
        m_stage.fail("a reservation was called ended that has not");
    if (code == ErrorCode::NotReserved && sale->stored.booking.payments.isEmpty())
        m_stage.fail("a reservation was called paid that is not");
}

void SalePromises::compare()
{
    m_codes.compare();
    const SimDatabase &database = m_stage.database;
    if (qint64(database.livePrices()) + database.owed() != database.money())
        m_stage.fail("P5: tickets that are kept and what is owed are not what was paid less what was paid back");
    if (database.saleCount() > database.keyCount())
        m_stage.fail("I5: more bookings than keys");
    for (int number = 0; number < kVouchers; ++number) {
        if (database.voucher(number) < 0 || database.voucher(number) > kVoucherWorth)
            m_stage.fail("P5: a voucher was spent twice, or paid back to twice");
    }
}

void SalePromises::compareVouchers()
{
    for (int number = 0; number < kVouchers; ++number) {
        const QString ending = lastFourOfVoucher(voucherCode(number));
        qint64 left = kVoucherWorth;
        for (int sale = 0; sale < m_stage.database.saleCount(); ++sale) {
            for (const Payment &payment : m_stage.database.saleAt(sale).stored.booking.payments) {
                if (payment.kind == PaymentKind::Voucher && payment.lastFour == ending)
                    left += payment.direction == PaymentDirection::Refund ? payment.amount.amount : -payment.amount.amount;
            }
        }
        if (left != m_stage.database.voucher(number))
            m_stage.fail("P5: what is left on a voucher is not what bookings took from it and gave back");
    }
}

} // namespace parterre::simulation
