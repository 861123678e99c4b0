// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/databasetruth.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/history/sales.h"

#include <algorithm>

namespace parterre::history {

namespace {

// What the house keeps of a booking.
qint64 paid(const Booking &booking)
{
    qint64 sum = 0;
    for (const Payment &payment : booking.payments)
        sum += payment.direction == PaymentDirection::Payment ? payment.amount.amount : -payment.amount.amount;
    return sum;
}

qint64 worth(const Booking &booking)
{
    qint64 sum = 0;
    for (const Ticket &ticket : booking.tickets)
        sum += ticket.state == TicketState::Valid ? ticket.price.amount : 0;
    return sum;
}

std::vector<qint32> placesOf(const Booking &booking)
{
    std::vector<qint32> places;
    for (const Ticket &ticket : booking.tickets)
        places.push_back(ticket.place);
    std::sort(places.begin(), places.end());
    return places;
}

std::vector<qint32> placesOf(const History &history, const Operation &operation)
{
    std::vector<qint32> places;
    for (const SeatNote &note : history.notes(operation))
        places.push_back(note.place);
    std::sort(places.begin(), places.end());
    return places;
}

void compareBooking(const Booking &booking, const Sale &sale, const History &history, Violations &violations)
{
    const quint32 operation = sale.ok->id;
    if (placesOf(booking) != placesOf(history, *sale.ok))
        violations.add(operation, "the database has other seats in the booking");
    const bool isCancelled = booking.state == BookingState::Cancelled;
    if (isCancelled && !sale.cancel)
        violations.add(operation, "an acknowledged booking is cancelled, and nobody asked for it");
    if (!isCancelled && sale.cancelled.high != kNever)
        violations.add(operation, "an acknowledged cancellation is not in the database");
    const bool isOneState = std::all_of(booking.tickets.begin(), booking.tickets.end(), [&](const Ticket &ticket) {
        return (ticket.state == TicketState::Valid) != isCancelled;
    });
    if (!isOneState)
        violations.add(operation, "a booking and its tickets are in different states");
}

void compareMap(const std::vector<qint32> &sold, const History &history, Violations &violations)
{
    const auto &operations = history.operations();
    const auto last = std::find_if(operations.rbegin(), operations.rend(),
                                   [](const Operation &o) { return o.kind == Kind::Read && o.outcome == Outcome::Ok; });
    if (last == operations.rend())
        return;
    std::vector<qint32> shown;
    for (const SeenSeat &seen : history.seen(*last)) {
        if (seen.state == SeatState::Sold)
            shown.push_back(seen.place);
    }
    if (shown != sold)
        violations.add(last->id,
                       "the last map shows " + std::to_string(shown.size()) + " sold seats, and the database has "
                           + std::to_string(sold.size()) + " live tickets, not the same");
}

} // namespace

Result<DatabaseFigures> compareWithDatabase(const storage::DatabaseConfig &config, const EventId &event,
                                            const Recorder &recorder, Violations &violations)
{
    storage::Database database(config);
    if (const Result<void> opened = database.open(); !opened)
        return opened.error();
    const History &history = recorder.history();
    const Visits visits(history);
    Violations ignored; // the checker has told them
    const Sales sales(history, visits, ignored);
    std::unordered_map<qint64, const Sale *> missing; // by booking
    for (const Sale &sale : sales.all()) {
        if (sale.isSure())
            missing.emplace(sale.booking, &sale);
    }
    DatabaseFigures figures;
    storage::BookingRepository bookings(database);
    storage::BookingQuery query{.limit = 200};
    do {
        const Result<storage::BookingPage> page = bookings.list(query);
        if (!page)
            return page.error();
        for (const BookingSummary &summary : page->bookings) {
            const Result<storage::StoredBooking> stored = bookings.get(summary.id);
            if (!stored)
                return stored.error();
            ++figures.bookings;
            figures.cancelled += stored->booking.state == BookingState::Cancelled ? 1 : 0;
            if (paid(stored->booking) != worth(stored->booking))
                violations.add(0, "the money of booking " + summary.reference.toStdString() + " does not add up");
            const auto known = missing.find(recorder.knownBooking(summary.id.toString()));
            if (known == missing.end()) {
                violations.add(
                    0, "the database has booking " + summary.reference.toStdString() + " that nobody was told of");
                continue;
            }
            compareBooking(stored->booking, *known->second, history, violations);
            missing.erase(known);
        }
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    for (const auto &[booking, sale] : missing)
        violations.add(sale->ok->id, "an acknowledged booking is not in the database");

    const Result<QList<qint32>> live = bookings.liveTickets(event);
    if (!live)
        return live.error();
    figures.liveTickets = static_cast<std::size_t>(live->size());
    compareMap({live->begin(), live->end()}, history, violations);
    return figures;
}

} // namespace parterre::history
