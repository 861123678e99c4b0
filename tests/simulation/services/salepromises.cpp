// SPDX-License-Identifier: GPL-3.0-or-later
#include "salepromises.h"

namespace parterre::simulation {

using namespace Qt::StringLiterals;

namespace {

// Refusals that say nothing of the request: it may be asked again.
bool isPassing(ErrorCode code)
{
    return code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded || code == ErrorCode::OutcomeUnknown;
}

// Whether the booking is what the request asks for.
bool isOf(const services::SaleRequest &sale, const Booking &booking)
{
    if (sale.items.size() != booking.tickets.size() || booking.customerName != sale.customerName.value_or(booking.customerName))
        return false;
    return std::equal(sale.items.begin(), sale.items.end(), booking.tickets.begin(), [](const services::SaleItem &item, const Ticket &ticket) {
        return item.event == ticket.event && item.place == ticket.place && item.ticketType == ticket.ticketType;
    });
}

} // namespace

void SalePromises::stored(Stage &stage, const Booking &booking)
{
    qint64 due = 0;
    for (const Ticket &ticket : booking.tickets) {
        due += priceOf(showOf(ticket.event), ticket.place, ticket.ticketType == u"child"_s);
        if (!ticket.number.startsWith(booking.reference))
            stage.fail("a ticket's number is not its booking's");
    }
    qint64 paid = 0;
    for (const Payment &payment : booking.payments)
        paid += payment.direction == PaymentDirection::Payment ? payment.amount.amount : -payment.amount.amount;
    if (booking.total.amount != due || paid != (booking.state == BookingState::Confirmed ? due : 0))
        stage.fail("P5: a booking's tickets, total and payments differ");
}

void SalePromises::answered(const Request &request, quint64 moment, const Result<Booking> &result, Instant now)
{
    if (request.wish == Wish::Checkout)
        checkoutAnswered(request, moment, result);
    else if (request.wish == Wish::Cancel)
        cancelAnswered(request, moment, result, now);
}

void SalePromises::checkoutAnswered(const Request &request, quint64 moment, const Result<Booking> &result)
{
    const SimDatabase::KeyRow *key = m_stage.database.key(request.user, request.sale.key);
    const Booking *sold = key && !key->isCancel ? &m_stage.database.saleAt(key->sale).stored.booking : nullptr;
    const bool same = sold && isOf(request.sale, *sold);
    if (result) {
        if (!sold)
            return m_stage.fail("P2: a booking was acknowledged that the store has not");
        if (!same || sold->id != result->id || sold->reference != result->reference || sold->total != result->total)
            return m_stage.fail("P4: a key was answered with another booking");
        if (std::find(m_acknowledged.begin(), m_acknowledged.end(), result->id) == m_acknowledged.end())
            m_acknowledged.push_back(result->id);
        else
            ++m_stage.tally.repeats;
        return;
    }
    const ErrorCode code = result.error().code;
    if (code == ErrorCode::KeyReused && (!key || same))
        m_stage.fail("P4: a repetition was taken for another request");
    // What was sold before it came must be its answer.
    if (key && key->moment <= moment && !isPassing(code) && code != ErrorCode::KeyReused)
        m_stage.fail("P4: a key that was used was answered " + std::string(errorKind(code).data()));
}

void SalePromises::cancelAnswered(const Request &request, quint64 moment, const Result<Booking> &result, Instant now)
{
    const SimDatabase::SaleRow *sale = m_stage.database.sale(request.booking);
    const bool cancelled = sale && sale->stored.booking.state == BookingState::Cancelled;
    const SimDatabase::KeyRow *key = m_stage.database.key(request.user, request.key);
    const bool same = key && key->isCancel && m_stage.database.saleAt(key->sale).stored.booking.id == request.booking;
    if (result) {
        if (!cancelled || result->id != request.booking || result->state != BookingState::Cancelled)
            m_stage.fail("P2: a cancellation was acknowledged that the store has not");
        return;
    }
    const ErrorCode code = result.error().code;
    if (code == ErrorCode::AlreadyCancelled && !cancelled)
        m_stage.fail("a booking was called cancelled that is not");
    if (code == ErrorCode::KeyReused && (!key || same))
        m_stage.fail("P4: a repeated cancellation was taken for another request");
    if (same && key->moment <= moment && !isPassing(code))
        m_stage.fail("P4: a cancellation that was done was answered " + std::string(errorKind(code).data()));
    const bool anyClosed = sale && std::any_of(sale->stored.booking.tickets.begin(), sale->stored.booking.tickets.end(), [&](const Ticket &ticket) {
        const Event &event = m_stage.show(showOf(ticket.event)).event;
        return now >= event.rules.cancelUntil.value_or(event.summary.start);
    });
    if (code == ErrorCode::CancelClosed && !anyClosed && m_stage.scenario.offices == 1)
        m_stage.fail("a booking could not be cancelled in time");
}

void SalePromises::compare()
{
    const SimDatabase &database = m_stage.database;
    if (database.livePrices() != database.money())
        m_stage.fail("P5: valid tickets are not what was paid less what was paid back");
    if (database.saleCount() > database.keyCount())
        m_stage.fail("I5: more bookings than keys");
}

} // namespace parterre::simulation
