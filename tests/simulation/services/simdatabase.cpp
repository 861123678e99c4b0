// SPDX-License-Identifier: GPL-3.0-or-later
#include "simdatabase.h"

#include "shared/domain/pricing.h"

#include <algorithm>
#include <numeric>

namespace parterre::simulation {

using namespace Qt::StringLiterals;

namespace {

qint64 priceOf(const QList<Ticket> &tickets)
{
    return std::accumulate(tickets.begin(), tickets.end(), qint64(0), [](qint64 sum, const Ticket &ticket) { return sum + ticket.price.amount; });
}

} // namespace

std::optional<Result<int>> SimDatabase::saleOfKey(const UserId &actor, const QString &name, const QByteArray &requestHash) const
{
    const KeyRow *known = key(actor, name);
    if (!known)
        return std::nullopt;
    return known->requestHash == requestHash ? Result<int>(known->sale) : ErrorCode::KeyReused;
}

std::optional<Error> SimDatabase::soldAmong(const QList<Ticket> &tickets, const QList<Ticket> &givenBack) const
{
    Error taken {.code = ErrorCode::SeatTaken};
    for (const Ticket &ticket : tickets) {
        const bool isFreed = std::any_of(givenBack.begin(), givenBack.end(), [&](const Ticket &t) { return t.event == ticket.event && t.place == ticket.place; });
        if (isFreed || place(showOf(ticket.event), ticket.place).sale < 0)
            continue;
        if (!taken.event)
            taken.event = ticket.event;
        if (taken.event == ticket.event)
            taken.places.append(ticket.place);
    }
    return taken.event ? std::optional(taken) : std::nullopt;
}

std::optional<Error> SimDatabase::cancelledAmong(const QList<Ticket> &tickets) const
{
    const auto closed = std::find_if(tickets.begin(), tickets.end(), [this](const Ticket &ticket) { return isCancelled(showOf(ticket.event)); });
    return closed == tickets.end() ? std::nullopt : std::optional(Error {.code = ErrorCode::SaleClosed, .event = closed->event});
}

Result<storage::CheckoutOutcome> SimDatabase::book(storage::CheckoutWrite &write, quint32 writer)
{
    if (const std::optional<Result<int>> known = saleOfKey(write.actor, write.key, write.requestHash)) {
        if (!*known)
            return known->error();
        const Booking &booking = saleAt(**known).stored.booking;
        m_codes.count(write.codes, SaleMistake::RepetitionCounted);
        return storage::CheckoutOutcome {.booking = booking, .replayed = booking.id != write.booking.id};
    }
    if (const std::optional<Error> closed = cancelledAmong(write.booking.tickets))
        return *closed;
    const int number = saleCount();
    if (const std::optional<Error> taken = soldAmong(write.booking.tickets, {})) {
        m_codes.count(write.codes, SaleMistake::RefusedCounted);
        return *taken;
    }
    if (const std::optional<Error> refused = m_codes.mayUse(number, write.codes))
        return *refused;
    if (const std::optional<Error> refused = m_vouchers.pay(write))
        return *refused;
    const bool isRenumbered = std::exchange(m_numberInUse, false);
    if (isRenumbered)
        write.renumber(write.booking);
    if (!isRenumbered || m_codes.mistake() != SaleMistake::NewNumberUncounted)
        m_codes.use(number, write.codes);

    ++m_moment;
    SaleRow row {.stored = {.booking = write.booking, .owner = write.owner, .createdBy = write.actor}, .sold = write.booking.tickets, .soldTo = write.booking.customerName};
    for (const Payment &payment : std::as_const(write.booking.payments))
        row.paid += payment.amount.amount;
    m_money += row.paid;
    for (const Ticket &ticket : std::as_const(write.booking.tickets)) {
        m_livePrices += write.booking.payUntil ? 0 : ticket.price.amount;
        m_places[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)] = {.sale = number, .writer = writer, .moment = m_moment};
    }
    m_livePrices += write.booking.payUntil ? 0 : sumOf(write.booking.charges);
    m_byId.insert(write.booking.id, number);
    m_keys.insert({write.actor, write.key}, {.requestHash = write.requestHash, .sale = number, .moment = m_moment});
    m_sales.push_back(std::move(row));
    return storage::CheckoutOutcome {.booking = write.booking};
}

Result<storage::ChangeOutcome> SimDatabase::change(const storage::ChangeWrite &write, quint32 writer)
{
    const std::optional<Result<int>> known = saleOfKey(write.actor, write.key, write.requestHash);
    if (known && !*known)
        return known->error();
    const int number = m_byId.value(write.booking, -1);
    if (number < 0)
        return ErrorCode::NotFound;
    storage::ChangeOutcome outcome {.replayed = known.has_value()};
    if (!outcome.replayed && write.refundOf) {
        if (const std::optional<Error> refused = payOut(write, number))
            return *refused;
    } else if (!outcome.replayed && (write.pays || write.payUntil)) {
        if (const std::optional<Error> refused = changeReservation(write, number))
            return *refused;
    } else if (!outcome.replayed) {
        if (write.isUnpaid && saleAt(number).stored.booking.state == BookingState::Confirmed)
            return ErrorCode::StaleVersion;
        if (const std::optional<Error> closed = cancelledAmong(write.taken))
            return *closed;
        const std::optional<Result<QList<Ticket>>> tickets = givenBack(write, saleAt(number).stored.booking);
        if (tickets && !*tickets)
            return tickets->error();
        if (const std::optional<Error> refused = tickets ? m_codes.mayUse(number, write.codes) : std::nullopt)
            return *refused;
        if (const std::optional<Error> taken = tickets ? soldAmong(write.taken, **tickets) : std::nullopt)
            return *taken;
        outcome.alreadyCancelled = !tickets;
        if (tickets)
            changeNow(write, **tickets, number, writer);
    }
    outcome.booking = saleAt(number).stored.booking;
    outcome.freed = freedBy(number);
    return outcome;
}

void SimDatabase::setContact(const BookingId &booking, const Contact &contact)
{
    ++m_moment;
    Booking &changed = m_sales[std::size_t(numberOf(booking))].stored.booking;
    changed.customerName = contact.name;
    changed.email = contact.email;
    changed.phone = contact.phone;
}

QList<storage::FreedPlace> SimDatabase::freedBy(int number) const
{
    QList<storage::FreedPlace> freed;
    for (const Ticket &ticket : saleAt(number).stored.booking.tickets) {
        if (place(showOf(ticket.event), ticket.place).sale < 0)
            freed.append({ticket.event, ticket.place});
    }
    return freed;
}

std::optional<Error> SimDatabase::changeReservation(const storage::ChangeWrite &write, int number)
{
    SaleRow &row = m_sales[std::size_t(number)];
    Booking &booking = row.stored.booking;
    if (booking.state == BookingState::Confirmed)
        return Error {.code = ErrorCode::NotReserved};
    if (booking.state == BookingState::Cancelled)
        return Error {.code = booking.payments.isEmpty() ? ErrorCode::ReservationEnded : ErrorCode::AlreadyCancelled};
    qint64 paid = 0;
    for (const Payment &payment : write.payments)
        paid += payment.amount.amount;
    if (write.pays && paid != booking.total.amount)
        return Error {.code = ErrorCode::PaymentMismatch, .limit = booking.total.amount};
    ++m_moment;
    booking.payUntil = write.payUntil;
    if (write.pays) {
        booking.state = BookingState::Confirmed;
        booking.payments = write.payments;
        row.paid += paid;
        m_money += paid;
        m_livePrices += paid;
    }
    m_keys.insert({write.actor, write.key}, {.requestHash = write.requestHash, .change = write, .sale = number, .moment = m_moment});
    return std::nullopt;
}

storage::DueReservations SimDatabase::due(Instant now) const
{
    constexpr qsizetype kAtOnce = 3;
    storage::DueReservations found;
    for (const SaleRow &row : m_sales) {
        const Booking &booking = row.stored.booking;
        if (booking.state != BookingState::Reserved)
            continue;
        if (*booking.payUntil > now)
            found.next = std::min(found.next.value_or(Instant::max()), *booking.payUntil);
        else if (found.due.size() < kAtOnce)
            found.due.append(booking.id);
    }
    return found;
}

QList<int> SimDatabase::release(const storage::ReleaseWrite &write, quint32 writer)
{
    QList<int> released;
    for (const BookingId &id : write.bookings) {
        const int number = numberOf(id);
        Booking &booking = m_sales[std::size_t(number)].stored.booking;
        if (booking.state != BookingState::Reserved || *booking.payUntil > write.now)
            continue;
        ++m_moment;
        for (Ticket &ticket : booking.tickets) {
            if (ticket.state != TicketState::Valid)
                continue;
            ticket.state = TicketState::Cancelled;
            m_places[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)] = {.writer = writer, .moment = m_moment};
        }
        booking.state = BookingState::Cancelled;
        dropCharges(booking, write.now);
        booking.payUntil.reset();
        if (m_codes.mistake() != SaleMistake::FallenFreeKeeps)
            m_codes.giveBack(number);
        released.append(number);
    }
    return released;
}

storage::ReservationPage SimDatabase::reservations() const
{
    storage::ReservationPage page;
    for (const SaleRow &row : m_sales) {
        const Booking &booking = row.stored.booking;
        if (booking.payUntil)
            page.reservations.append({.id = booking.id, .reference = booking.reference, .state = booking.state, .payUntil = booking.payUntil, .total = booking.total});
    }
    return page;
}

std::optional<Result<QList<Ticket>>> SimDatabase::givenBack(const storage::ChangeWrite &write, const Booking &booking) const
{
    if (booking.state == BookingState::Cancelled)
        return std::nullopt;
    QList<Ticket> tickets;
    const auto isReleased = [](const Ticket &ticket) { return ticket.state == TicketState::Released; };
    for (const Ticket &ticket : booking.tickets) {
        const bool isNamed = write.givenBack.contains(ticket.number);
        const bool isWanted = isNamed || write.givenBack.isEmpty();
        if (isWanted && isReleased(ticket) && (write.taken.isEmpty() ? !write.atCounter : !write.givenFree.contains(ticket.number)))
            return Result<QList<Ticket>>(ErrorCode::TicketReleased);
        if (isNamed && !ticket.isKept())
            return std::nullopt;
        if (isWanted && ticket.isKept())
            tickets.append(ticket);
    }
    if (!write.givenBack.isEmpty() && tickets.size() != write.givenBack.size())
        return Result<QList<Ticket>>(ErrorCode::NotFound);
    if (!write.taken.isEmpty() && !write.atCounter && std::any_of(tickets.begin(), tickets.end(), isReleased) && priceOf(write.taken) < priceOf(tickets))
        return Result<QList<Ticket>>(ErrorCode::TicketReleased);
    return Result<QList<Ticket>>(tickets);
}

void SimDatabase::changeNow(const storage::ChangeWrite &write, const QList<Ticket> &givenBack, int number, quint32 writer)
{
    ++m_moment;
    SaleRow &row = m_sales[std::size_t(number)];
    Booking &booking = row.stored.booking;
    const QList<Charge> charges = booking.payUntil ? QList<Charge>()
        : write.taken.isEmpty()                    ? cancelChargesOf(withCancelFees(givenBack), write.now)
                                                   : exchangeChargesOf(withCancelFees(givenBack), priceOf(write.taken), write.now);
    qint64 due = sumOf(charges);
    booking.charges += charges;
    bool anyKept = !write.taken.isEmpty();
    QHash<std::pair<int, qint32>, PlaceRow> before; // of the places given back
    for (Ticket &ticket : booking.tickets) {
        if (!givenBack.contains(ticket)) {
            anyKept = anyKept || ticket.isKept();
            continue;
        }
        due -= ticket.price.amount;
        const bool hasPlace = ticket.state == TicketState::Valid;
        ticket.state = write.taken.isEmpty() ? TicketState::Cancelled : TicketState::Exchanged;
        if (!hasPlace)
            continue;
        PlaceRow &seat = m_places[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)];
        before.insert({showOf(ticket.event), ticket.place}, seat);
        seat = {.writer = writer, .moment = m_moment};
    }
    for (Ticket ticket : write.taken) {
        due += ticket.price.amount;
        ticket.number = booking.reference + u'-' + QString::number(booking.tickets.size() + 1);
        booking.tickets.append(ticket);
        // Who stays where he sits is known to the server that seated him, if it was another.
        const PlaceRow seated = before.value({showOf(ticket.event), ticket.place}, {.writer = writer, .moment = m_moment});
        m_places[std::size_t(showOf(ticket.event))][std::size_t(ticket.place)] = {.sale = number, .writer = seated.writer, .moment = seated.moment};
    }
    m_codes.use(number, write.codes);
    if (anyKept) {
        booking.total.amount += due;
    } else {
        booking.state = BookingState::Cancelled;
        m_codes.giveBack(number);
    }
    if (booking.payUntil)
        due = 0;
    if (booking.payUntil && !anyKept)
        dropCharges(booking, write.now);
    if (!anyKept)
        booking.payUntil.reset();
    if (due > 0)
        booking.payments += write.payments.isEmpty() ? QList<Payment> {{.id = write.payment, .amount = {due, booking.total.currency}, .at = write.now}} : write.payments;
    else
        m_vouchers.refund(booking, {-due, booking.total.currency}, write);
    row.paid += due;
    m_money += due;
    m_livePrices += due;
    m_keys.insert({write.actor, write.key}, {.requestHash = write.requestHash, .change = write, .sale = number, .moment = m_moment});
}

QList<Ticket> SimDatabase::withCancelFees(QList<Ticket> tickets) const
{
    for (Ticket &ticket : tickets) {
        const int show = showOf(ticket.event);
        if (!isCancelled(show))
            ticket.cancelFee = cancelFeeOf(m_scenario.shows[std::size_t(show)].event.priceRules.value_or(PriceRules()), ticket.price);
    }
    return tickets;
}

std::optional<Error> SimDatabase::payOut(const storage::ChangeWrite &write, int number)
{
    SaleRow &row = m_sales[std::size_t(number)];
    for (Refund &refund : row.stored.booking.refunds) {
        if (refund.event != *write.refundOf || !refund.isDue())
            continue;
        ++m_moment;
        refund.paid = write.now;
        m_vouchers.refund(row.stored.booking, refund.amount, write);
        row.paid -= refund.amount.amount;
        m_money -= refund.amount.amount;
        m_owed -= refund.amount.amount;
        m_keys.insert({write.actor, write.key}, {.requestHash = write.requestHash, .change = write, .sale = number, .moment = m_moment});
        return std::nullopt;
    }
    return Error {.code = ErrorCode::NothingOwed, .event = write.refundOf};
}

Result<Event> SimDatabase::cancelEvent(const services::EventCancelWrite &write, Tick now)
{
    const int show = showOf(write.event);
    const Result<services::SellableEvent> known = event(show, now);
    if (!known)
        return known.error();
    auto &reason = m_cancelReasons[std::size_t(show)];
    if (reason == write.reason)
        return known->event;
    if (write.version != known->event.version)
        return ErrorCode::StaleVersion;
    if (known->event.summary.state == EventState::Draft)
        return ErrorCode::EventInvalid;
    ++m_moment;
    reason = write.reason;
    return event(show, now)->event;
}

QList<BookingId> SimDatabase::bookingsToCancel(int show) const
{
    QList<BookingId> bookings;
    const auto isKept = [show](const Ticket &ticket) { return showOf(ticket.event) == show && ticket.isKept(); };
    for (int number = 0; isCancelled(show) && number < saleCount(); ++number) {
        const Booking &booking = saleAt(number).stored.booking;
        if (std::any_of(booking.tickets.begin(), booking.tickets.end(), isKept))
            bookings.append(booking.id);
    }
    return bookings;
}

qint32 SimDatabase::cancelTickets(int show, Instant now, quint32 writer)
{
    const QList<BookingId> bookings = bookingsToCancel(show);
    if (bookings.isEmpty())
        return 0;
    ++m_moment;
    const int number = m_byId.value(bookings.constFirst());
    Booking &booking = m_sales[std::size_t(number)].stored.booking;
    const bool isPaid = !booking.payUntil;
    Refund refund {.event = showId(show), .reason = *m_cancelReasons[std::size_t(show)], .amount = {.currency = booking.total.currency}, .since = now};
    qint32 cancelled = 0;
    bool anyKept = false;
    for (Ticket &ticket : booking.tickets) {
        if (!ticket.isKept())
            continue;
        anyKept = anyKept || showOf(ticket.event) != show;
        if (showOf(ticket.event) != show)
            continue;
        ++cancelled;
        if (std::exchange(ticket.state, TicketState::Cancelled) == TicketState::Valid)
            m_places[std::size_t(show)][std::size_t(ticket.place)] = {.writer = writer, .moment = m_moment};
        refund.amount.amount += ticket.price.amount;
    }
    const bool endsUnpaid = !isPaid && !anyKept; // nobody paid for what the house keeps of other shows
    for (Charge &charge : booking.charges) {
        if (charge.kind == ChargeKind::BookingFee && !charge.returned && (showOf(charge.event) == show || endsUnpaid)) {
            charge.returned = now;
            refund.amount.amount += charge.amount.amount;
        }
    }
    if (anyKept) {
        booking.total.amount -= refund.amount.amount;
    } else {
        booking.state = BookingState::Cancelled;
        booking.payUntil.reset();
        m_codes.giveBack(number);
    }
    if (!isPaid)
        return cancelled;
    booking.refunds.append(refund);
    m_livePrices -= refund.amount.amount;
    m_owed += refund.amount.amount;
    return cancelled;
}

std::optional<SimDatabase::Standing> SimDatabase::ticket(const QString &number) const
{
    for (int sale = 0; sale < saleCount(); ++sale) {
        const QList<Ticket> &tickets = saleAt(sale).stored.booking.tickets;
        const auto found = std::find_if(tickets.begin(), tickets.end(), [&number](const Ticket &ticket) { return ticket.number == number; });
        if (found != tickets.end())
            return Standing {.sale = sale, .ticket = *found, .newPlace = found->place};
    }
    return std::nullopt;
}

void SimDatabase::move(const std::vector<Standing> &tickets, TicketState to, quint32 writer)
{
    ++m_moment;
    for (const Standing &standing : tickets) {
        QList<Ticket> &all = m_sales[std::size_t(standing.sale)].stored.booking.tickets;
        Ticket &moved = *std::find_if(all.begin(), all.end(), [&standing](const Ticket &ticket) { return ticket.number == standing.ticket.number; });
        moved.state = to;
        moved.place = standing.newPlace;
        m_places[std::size_t(showOf(moved.event))][std::size_t(moved.place)] = {.sale = to == TicketState::Valid ? standing.sale : -1, .writer = writer, .moment = m_moment};
    }
}

Result<storage::StoredBooking> SimDatabase::booking(const BookingId &id) const
{
    const SaleRow *row = sale(id);
    return row ? Result<storage::StoredBooking>(row->stored) : ErrorCode::NotFound;
}

Result<Booking> SimDatabase::ofKey(const UserId &actor, const QString &name, const QByteArray &requestHash) const
{
    const std::optional<Result<int>> known = saleOfKey(actor, name, requestHash);
    if (!known)
        return ErrorCode::NotFound;
    return *known ? Result<Booking>(saleAt(**known).stored.booking) : known->error();
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
    services::SellableEvent found {.event = known.event, .plan = planOf(known.seats, m_mistake), .sold = sold(show)};
    if (isCancelled(show)) {
        found.event.summary.state = EventState::Cancelled;
        found.event.cancelReason = m_cancelReasons[std::size_t(show)];
        ++found.event.version;
    }
    return found;
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
