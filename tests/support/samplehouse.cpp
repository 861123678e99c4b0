// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplehouse.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/accountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/venuerepository.h"

#include <QCryptographicHash>

namespace parterre::testing {

using namespace Qt::StringLiterals;
using namespace parterre::storage;

namespace {

constexpr qint64 kPrice = 2'000;
constexpr qint32 kSeats = 1'000;

Event sampleEvent(const SampleHouse &house, const QString &name, IdGenerator &ids, const Clock &clock)
{
    Event event;
    event.summary = {.id = ids.make<EventId>(),
                     .name = name,
                     .category = EventCategory::Play,
                     .state = EventState::Published,
                     .start = clock.utcNow() + std::chrono::hours(48),
                     .venue = {house.venue, u"Théâtre du Parc"_s},
                     .timeZone = u"Europe/Brussels"_s,
                     .capacity = kSeats,
                     .free = kSeats,
                     .lowestPrice = Money {1'000, {}},
                     .highestPrice = Money {kPrice, {}}};
    event.description = u"A play in five acts"_s;
    event.durationMinutes = 150;
    event.plan = house.plan;
    event.ticketTypes = {{u"adult"_s, u"Adult"_s}, {u"child"_s, u"Child"_s}};
    event.prices = {{u"stalls"_s, u"adult"_s, {kPrice, {}}}, {u"stalls"_s, u"child"_s, {1'000, {}}}};
    return event;
}

Result<void> write(Database &database, SampleHouse &house, IdGenerator &ids, const Clock &clock)
{
    const AuditContext audit {.at = clock.utcNow()};
    AccountRepository accounts(database);
    house.clerk = ids.make<UserId>();
    house.customer = ids.make<UserId>();
    const auto account = [&](const UserId &id, const QString &name, Role role) {
        return Account {.user = {id, name, role},
                        .profile = {.name = name, .email = name.toLower() + u"@example.org"_s},
                        .passwordHash = u"$argon2id$"_s,
                        .created = clock.utcNow()};
    };
    if (Result<void> done = accounts.insert(account(house.clerk, u"Clara"_s, Role::Clerk), audit); !done)
        return done;
    if (Result<void> done = accounts.insert(account(house.customer, u"Zoë"_s, Role::Customer), audit); !done)
        return done;
    house.venue = ids.make<VenueId>();
    if (Result<void> done = VenueRepository(database).insert(
            {.id = house.venue, .name = u"Théâtre du Parc"_s, .address = u"Rue de la Loi 3"_s, .timeZone = u"Europe/Brussels"_s}, audit);
        !done)
        return done;
    const Result<PlanVersionRef> plan = PlanRepository(database).insertVersion({.plan = ids.make<PlanId>(),
                                                                               .venue = house.venue,
                                                                               .name = u"Main hall"_s,
                                                                               .hash = QString(64, u'a'),
                                                                               .seats = kSeats,
                                                                               .document = "{}"},
                                                                              audit);
    if (!plan)
        return plan.error();
    house.plan = *plan;
    house.event = sampleEvent(house, u"Cyrano"_s, ids, clock);
    house.otherEvent = sampleEvent(house, u"Phèdre"_s, ids, clock);
    house.otherEvent.summary.start += std::chrono::hours(24);
    if (Result<void> done = EventRepository(database).insert(house.event, audit); !done)
        return done;
    return EventRepository(database).insert(house.otherEvent, audit);
}

QByteArray hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

SampleHouse SampleHouse::build(Database &database, IdGenerator &ids, const Clock &clock)
{
    SampleHouse house;
    const Result<void> done = database.transact([&] { return write(database, house, ids, clock); });
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().detail));
    return house;
}

CheckoutWrite checkoutOf(const SampleHouse &house, const QList<qint32> &places, const QString &key, IdGenerator &ids, const Clock &clock)
{
    Booking booking {.id = ids.make<BookingId>(), .customerName = u"Zoë"_s, .created = clock.utcNow()};
    QString asked;
    for (const qint32 place : places) {
        booking.tickets.append({.id = ids.make<TicketId>(),
                                .event = house.event.summary.id,
                                .place = place,
                                .label = u"Stalls A %1"_s.arg(place),
                                .category = u"stalls"_s,
                                .ticketType = u"adult"_s,
                                .price = {kPrice, {}}});
        booking.total.amount += kPrice;
        asked += QString::number(place) + u' ';
    }
    const Money tendered {booking.total.amount + 500, {}};
    booking.payments = {{.id = ids.make<PaymentId>(), .amount = booking.total, .tendered = tendered, .change = Money {500, {}}, .at = clock.utcNow()}};
    numberAnew(booking, ids);
    return {.booking = booking,
            .owner = house.customer,
            .actor = house.clerk,
            .key = key,
            .requestHash = hashOf(asked),
            .audit = {.at = clock.utcNow(), .actor = house.clerk, .sessionHash = hashOf(u"session"_s), .address = u"192.0.2.7"_s}};
}

ChangeWrite cancellationOf(const SampleHouse &house, const BookingId &booking, const QString &key, IdGenerator &ids, const Clock &clock)
{
    return {.booking = booking,
            .actor = house.clerk,
            .key = key,
            .requestHash = hashOf(booking.toString()),
            .payment = ids.make<PaymentId>(),
            .audit = {.at = clock.utcNow(), .actor = house.clerk},
            .now = clock.utcNow()};
}

void numberAnew(Booking &booking, IdGenerator &ids)
{
    const QString digits = ids.next().toString(QUuid::Id128).toUpper();
    booking.reference = digits.left(16) + u'-' + digits.right(16);
    for (qsizetype i = 0; i < booking.tickets.size(); ++i)
        booking.tickets[i].number = u"%1-%2"_s.arg(booking.reference).arg(i + 1);
}

} // namespace parterre::testing
