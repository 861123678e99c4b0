// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/demosales.h"

#include "backend/services/bookingnumbers.h"
#include "backend/storage/checkoutbatch.h"
#include "shared/domain/reservation.h"
#include "shared/domain/seattable.h"

#include <QRandomGenerator>

#include <array>
#include <numeric>

namespace parterre::server {

namespace {

constexpr double kSoldShare = 0.3;

constexpr std::array kFirstNames {"Amira", "Bruno", "Chiara", "David", "Elif", "Finn", "Grete", "Hugo", "Ines", "Jonas", "Kenji", "Lena", "Malik", "Nora", "Oskar", "Paula"};
constexpr std::array kLastNames {"Adler", "Brandt", "Costa", "Dvorak", "Engel", "Fischer", "Garcia", "Haddad", "Ivanova", "Jansen", "Keller", "Lindqvist"};

template<class List>
QString oneOf(const List &list, QRandomGenerator &random)
{
    return QLatin1StringView(list[static_cast<std::size_t>(random.bounded(static_cast<int>(list.size())))]);
}

// What somebody buys: a place, what it is called, and its category.
struct Spot {
    QString label = {};
    qint32 category = 0;
};

std::vector<Spot> spotsOf(const Plan &plan)
{
    std::vector<Spot> spots;
    forEachSeat(plan, [&spots](const Seat &seat) { spots.push_back({seat.label, seat.category}); });
    forEachArea(plan, [&spots](const Area &area) {
        for (qint32 place = area.firstPlace; place < area.endPlace(); ++place)
            spots.push_back({areaPlaceLabel(area, place), area.category});
    });
    return spots;
}

// Neighbours that are all still to be had, from `start` to the right; empty when there are not as many. Of a table that
// is sold whole, all or none.
QList<qint32> partyFrom(const SeatTable &table, const std::vector<bool> &taken, qint32 start, int size)
{
    if (const qint32 whole = table.groups().wholeTableOf(start); whole != PlaceGroups::kNone) {
        // Drawn by any of its seats it would be drawn several times as often as a seat.
        if (start != table.groups().table(whole).first)
            return {};
        size = table.groups().table(whole).size();
    }
    QList<qint32> party;
    for (qint32 seat = start; seat != SeatTable::kNone && party.size() < size; seat = table.right(seat)) {
        if (taken[static_cast<std::size_t>(seat)] || table.attributes(seat).testFlag(SeatAttribute::Wheelchair))
            return {};
        party.append(seat);
    }
    return party.size() == size ? party : QList<qint32>();
}

const Price *priceOf(const Event &event, const Plan &plan, const Spot &spot, const QString &ticketType)
{
    const QString category = plan.categories[spot.category].key;
    const auto found = std::find_if(event.prices.begin(), event.prices.end(),
                                    [&](const Price &price) { return price.category == category && price.ticketType == ticketType; });
    return found == event.prices.end() ? nullptr : &*found;
}

void giveNumbers(Booking &booking)
{
    services::SystemRandomness random;
    services::giveNumbers(booking, random);
}

Booking bookingFor(const Event &event, const Plan &plan, const std::vector<Spot> &spots, const QList<qint32> &party, IdGenerator &ids, Instant now, QRandomGenerator &random)
{
    Booking booking {.id = ids.make<BookingId>(), .customerName = oneOf(kFirstNames, random) + u' ' + oneOf(kLastNames, random), .created = now};
    for (const qint32 place : party) {
        const Spot &spot = spots[static_cast<std::size_t>(place)];
        const TicketType &type = event.ticketTypes[random.bounded(4) == 0 ? event.ticketTypes.size() - 1 : 0];
        const Price *price = priceOf(event, plan, spot, type.key);
        if (!price)
            continue;
        booking.total.currency = price->price.currency;
        booking.total.amount += price->price.amount;
        booking.tickets.append({.id = ids.make<TicketId>(),
                                .event = event.summary.id,
                                .place = place,
                                .label = spot.label,
                                .category = price->category,
                                .ticketType = type.key,
                                .price = price->price});
    }
    giveNumbers(booking);
    booking.payments.append({.id = ids.make<PaymentId>(), .amount = booking.total, .tendered = booking.total, .change = Money {.currency = booking.total.currency}, .at = now});
    return booking;
}

// Two parties of each event have not paid yet.
bool isUnpaid(std::size_t party)
{
    return party == 4 || party == 9;
}

// To be paid some time before the event, one sooner than the other; paid after all when it is too late for that.
Booking reserved(Booking booking, const Event &event, std::size_t party)
{
    const auto time = (latestPayUntil(event) - booking.created) * (party % 4 + 1) / 4;
    if (time <= std::chrono::hours(1))
        return booking;
    booking.state = BookingState::Reserved;
    booking.payUntil = booking.created + time;
    booking.payments.clear();
    return booking;
}

} // namespace

Result<int> sellDemoSeats(storage::Database &database, IdGenerator &ids, const Event &event, const Plan &plan, const UserId &clerk,
                          const storage::AuditContext &audit)
{
    const SeatTable table(plan);
    std::vector<bool> taken(static_cast<std::size_t>(table.size()));
    QRandomGenerator random(static_cast<quint32>(qHash(event.summary.name, 1)));
    const std::vector<Spot> spots = spotsOf(plan);
    std::vector<storage::Checkout> sales;
    const auto sell = [&](const QList<qint32> &party) {
        const Booking booking = bookingFor(event, plan, spots, party, ids, audit.at, random);
        sales.push_back({.write = {.booking = isUnpaid(sales.size()) ? reserved(booking, event, sales.size()) : booking,
                                   .actor = clerk,
                                   .key = ids.next().toString(QUuid::WithoutBraces),
                                   .requestHash = QByteArray(32, '\0'),
                                   .audit = audit,
                                   .renumber = giveNumbers}});
    };
    int sold = 0;
    for (int tries = 0; tries < 4 * table.size() && sold < kSoldShare * table.size(); ++tries) {
        // The lower of two draws: categories are listed from the dearest, and so are the seats.
        const qint32 start = std::min(random.bounded(table.size()), random.bounded(table.size()));
        const QList<qint32> party = partyFrom(table, taken, start, 1 + random.bounded(5));
        if (party.isEmpty())
            continue;
        for (const qint32 place : party)
            taken[static_cast<std::size_t>(place)] = true;
        sold += static_cast<int>(party.size());
        sell(party);
    }
    for (const PlaceGroups::AreaPlaces &area : table.groups().areas()) {
        const qint32 end = area.first + static_cast<qint32>(kSoldShare * area.size());
        for (qint32 place = area.first; place < end;) {
            QList<qint32> party;
            for (int people = 1 + random.bounded(4); people > 0 && place < end; --people)
                party.append(place++);
            sold += static_cast<int>(party.size());
            sell(party);
        }
    }
    std::vector<storage::Checkout *> all(sales.size());
    std::transform(sales.begin(), sales.end(), all.begin(), [](storage::Checkout &sale) { return &sale; });
    const auto verdicts = storage::CheckoutBatch(database).write(all, storage::Compare::First);
    if (!verdicts)
        return verdicts.error();
    return sold;
}

} // namespace parterre::server
