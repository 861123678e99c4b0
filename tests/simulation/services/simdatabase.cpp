// SPDX-License-Identifier: GPL-3.0-or-later
#include "simdatabase.h"

namespace parterre::simulation {

using namespace Qt::StringLiterals;

std::shared_ptr<const services::PlanFacts> planOf(int seats)
{
    thread_local std::array<std::shared_ptr<const services::PlanFacts>, kMostSeats + 1> plans;
    auto &plan = plans[std::size_t(seats)];
    if (!plan) {
        services::PlanFacts facts {.ref = {.version = 1, .hash = QString::number(seats)}, .categoryKeys = {u"front"_s, u"rear"_s}, .categoryNames = {u"Front"_s, u"Rear"_s}};
        for (int place = 0; place < seats; ++place) {
            facts.labels.append(QString::number(place + 1));
            facts.categories.push_back(place % 2);
        }
        plan = std::make_shared<services::PlanFacts>(std::move(facts));
    }
    return plan;
}

Result<storage::CheckoutOutcome> SimDatabase::book(storage::CheckoutWrite &write, quint32 writer)
{
    if (const KeyRow *known = key(write.actor, write.key)) {
        if (known->isCancel || known->requestHash != write.requestHash)
            return Error {.code = ErrorCode::KeyReused};
        const Booking &booking = saleAt(known->sale).stored.booking;
        return storage::CheckoutOutcome {.booking = booking, .replayed = booking.id != write.booking.id};
    }
    Error taken {.code = ErrorCode::SeatTaken};
    for (const Ticket &ticket : std::as_const(write.booking.tickets)) {
        if (place(showOf(ticket.event), ticket.place).sale < 0)
            continue;
        if (!taken.event)
            taken.event = ticket.event;
        if (taken.event == ticket.event)
            taken.places.append(ticket.place);
    }
    if (taken.event)
        return taken;
    if (std::exchange(m_numberInUse, false))
        write.renumber(write.booking);

    ++m_moment;
    const int number = saleCount();
    SaleRow row {.stored = {.booking = write.booking, .owner = write.owner, .createdBy = write.actor}};
    for (const Payment &payment : std::as_const(write.booking.payments))
        row.paid += payment.amount.amount;
    m_money += row.paid;
    for (const Ticket &ticket : std::as_const(write.booking.tickets)) {
        m_livePrices += ticket.price.amount;
        m_places[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)] = {.sale = number, .writer = writer, .moment = m_moment};
    }
    m_byId.insert(write.booking.id, number);
    m_keys.insert({write.actor, write.key}, {.requestHash = write.requestHash, .sale = number, .moment = m_moment});
    m_sales.push_back(std::move(row));
    return storage::CheckoutOutcome {.booking = write.booking};
}

Result<bool> SimDatabase::isReplay(const storage::CancelWrite &write) const
{
    const KeyRow *known = key(write.actor, write.key);
    if (!known)
        return false;
    if (!known->isCancel || known->requestHash != write.requestHash)
        return ErrorCode::KeyReused;
    return true;
}

Result<storage::CancelOutcome> SimDatabase::cancel(const storage::CancelWrite &write, quint32 writer)
{
    const Result<bool> replayed = isReplay(write);
    if (!replayed)
        return replayed.error();
    const int number = m_byId.value(write.booking, -1);
    if (number < 0)
        return ErrorCode::NotFound;
    const bool cancelled = saleAt(number).stored.booking.state == BookingState::Cancelled;
    if (!*replayed && !cancelled)
        cancelNow(write, number, writer);
    storage::CancelOutcome outcome {.booking = saleAt(number).stored.booking, .replayed = *replayed, .alreadyCancelled = cancelled && !*replayed};
    for (const Ticket &ticket : std::as_const(outcome.booking.tickets)) {
        if (place(showOf(ticket.event), ticket.place).sale < 0)
            outcome.freed.append({ticket.event, ticket.place});
    }
    return outcome;
}

void SimDatabase::cancelNow(const storage::CancelWrite &write, int number, quint32 writer)
{
    ++m_moment;
    SaleRow &row = m_sales[std::size_t(number)];
    Booking &booking = row.stored.booking;
    qint64 due = 0;
    for (Ticket &ticket : booking.tickets) {
        due += ticket.price.amount;
        ticket.state = TicketState::Cancelled;
        m_places[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)] = {.writer = writer, .moment = m_moment};
    }
    booking.state = BookingState::Cancelled;
    booking.payments.append({.id = write.refund, .direction = PaymentDirection::Refund, .amount = {due, booking.total.currency}, .at = write.now});
    row.paid -= due;
    m_money -= due;
    m_livePrices -= due;
    m_keys.insert({write.actor, write.key}, {.isCancel = true, .requestHash = write.requestHash, .sale = number, .moment = m_moment});
}

Result<storage::StoredBooking> SimDatabase::booking(const BookingId &id) const
{
    const SaleRow *row = sale(id);
    return row ? Result<storage::StoredBooking>(row->stored) : ErrorCode::NotFound;
}

Result<Booking> SimDatabase::ofKey(const UserId &actor, const QString &name, const QByteArray &requestHash) const
{
    const KeyRow *known = key(actor, name);
    if (!known)
        return ErrorCode::NotFound;
    if (known->isCancel || known->requestHash != requestHash)
        return ErrorCode::KeyReused;
    return saleAt(known->sale).stored.booking;
}

storage::BookingPage SimDatabase::list(const storage::BookingQuery &query) const
{
    storage::BookingPage page;
    for (auto row = m_sales.rbegin(); row != m_sales.rend() && page.bookings.size() < query.limit; ++row) {
        if (query.owner && row->stored.owner != *query.owner)
            continue;
        const Booking &booking = row->stored.booking;
        page.bookings.append({.id = booking.id, .reference = booking.reference, .state = booking.state, .customerName = booking.customerName,
                              .created = booking.created, .total = booking.total, .ticketCount = qint32(booking.tickets.size())});
    }
    return page;
}

QList<qint32> SimDatabase::sold(int show) const
{
    QList<qint32> places;
    for (qint32 p = 0; p < m_scenario.shows[std::size_t(show)].seats; ++p) {
        if (place(show, p).sale >= 0)
            places.append(p);
    }
    return places;
}

Result<services::SellableEvent> SimDatabase::event(int show, Tick now) const
{
    if (show < 0 || std::size_t(show) >= m_scenario.shows.size() || now < m_scenario.shows[std::size_t(show)].madeAt)
        return ErrorCode::NotFound;
    const Show &known = m_scenario.shows[std::size_t(show)];
    return services::SellableEvent {.event = known.event, .plan = planOf(known.seats), .sold = sold(show)};
}

const SimDatabase::KeyRow *SimDatabase::key(const UserId &actor, const QString &name) const
{
    const auto found = m_keys.constFind({actor, name});
    return found == m_keys.constEnd() ? nullptr : &*found;
}

const SimDatabase::SaleRow *SimDatabase::sale(const BookingId &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &saleAt(*found);
}

} // namespace parterre::simulation
