// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/bookingrows.h"

#include "backend/storage/enumtext.h"
#include "backend/storage/eventlocks.h"
#include "backend/storage/rowset.h"

#include <algorithm>

namespace parterre::storage {

using namespace Qt::StringLiterals;

Bindings bindingsOf(const Payment &payment)
{
    const auto amountOf = [](const std::optional<Money> &money) { return money ? std::optional(money->amount) : std::nullopt; };
    return {{"id"_L1, payment.id},
            {"kind"_L1, toText(payment.kind)},
            {"amount"_L1, payment.amount.amount},
            {"currency"_L1, payment.amount.currency.code()},
            {"tendered"_L1, amountOf(payment.tendered)},
            {"change"_L1, amountOf(payment.change)},
            {"reference"_L1, payment.reference},
            {"brand"_L1, payment.brand},
            {"last_four"_L1, payment.lastFour},
            {"payer"_L1, payment.payer},
            {"reason"_L1, payment.reason},
            {"at"_L1, payment.at}};
}

Result<void> insertPayment(Database &database, const BookingId &booking, const Payment &payment)
{
    Bindings bindings = bindingsOf(payment);
    bindings.push_back({"booking"_L1, booking});
    bindings.push_back({"direction"_L1, toText(payment.direction)});
    bindings.push_back({"refunded_payment"_L1, payment.refunds});
    const Result<Rows> inserted = database.run("payments.insert"_L1, bindings);
    return inserted ? Result<void>() : inserted.error();
}

Result<void> changeBooking(Database &database, const BookingId &booking, BookingState state, qint64 total, const QString &alsoFoundBy)
{
    const Result<Rows> changed =
        database.run("bookings.change"_L1, {{"id"_L1, booking}, {"state"_L1, toText(state)}, {"total"_L1, total}, {"also_found_by"_L1, alsoFoundBy}});
    return changed ? Result<void>() : changed.error();
}

Result<void> giveFeesBack(Database &database, const Booking &booking, Instant now)
{
    RowSet fees(database.engine(), {"booking"_L1, "event"_L1, "returned"_L1});
    for (const Charge &charge : booking.charges) {
        if (charge.kind == ChargeKind::BookingFee && !charge.returned)
            fees << booking.id << charge.event << now;
    }
    const Result<Rows> returned = fees.isEmpty() ? Result<Rows>(Rows()) : database.runRows("charges.give_back"_L1, fees);
    return returned ? Result<void>() : returned.error();
}

Result<void> refuseSold(Database &database, const QList<Ticket> &tickets)
{
    RowSet places(database.engine(), {"event"_L1, "place"_L1});
    for (const Ticket &ticket : tickets)
        places << ticket.event << ticket.place;
    const Result<Rows> sold = database.runRows("tickets.not_for_sale_among"_L1, places);
    if (!sold)
        return sold.error();
    if (sold->empty())
        return {};
    Error taken {.code = ErrorCode::SeatTaken, .detail = u"sold already, or killed"_s, .event = sold->front().id<EventId>("event"_L1)};
    for (const Row &row : *sold) {
        if (row.id<EventId>("event"_L1) == *taken.event)
            taken.places.append(row.int32("place"_L1));
    }
    std::sort(taken.places.begin(), taken.places.end());
    return taken;
}

Result<void> claimEvents(Database &database, const QList<Ticket> &tickets, Claim claim)
{
    QList<EventId> events;
    for (const Ticket &ticket : tickets) {
        if (!events.contains(ticket.event))
            events.append(ticket.event);
    }
    const Result<QHash<EventId, EventState>> states = keepStates(database, events);
    if (!states)
        return states.error();
    for (const EventId &event : std::as_const(events)) {
        const EventState state = states->value(event, EventState::Cancelled);
        if (state == EventState::Cancelled || (claim == Claim::Anew && state != EventState::Published))
            return Error {.code = ErrorCode::SaleClosed, .event = event};
    }
    return lockPlaces(database, events);
}

} // namespace parterre::storage
