// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangeerrors.h"

#include "backend/storage/checkoutbatch.h"
#include "backend/storage/database.h"
#include "tests/support/manualclock.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

// A guest with a booking of one seat, who wants to exchange it for another that he holds.
struct Exchanger {
    explicit Exchanger(World &world, EventId TestHouse::Events::*event = &TestHouse::Events::evening)
        : client(world.house.visitor()), from(world.events().evening), to(world.events().*event), place(world.seat())
    {
        const QString id = world.book(*client, from);
        booking = client->call(u"bookings.get"_s, {{u"booking"_s, id}}).at(u"booking"_s);
    }
    Exchanger &hold(std::optional<qint32> other = {})
    {
        place = other.value_or(place);
        held = client->call(u"holds.acquire"_s, placesOf(to, {place}));
        if (!held.ok())
            qFatal("seat %d could not be held", place);
        return *this;
    }
    [[nodiscard]] QJsonObject params(const QString &key = newKey(), const QString &type = u"adult"_s) const { return exchangeOf(booking, to, {place}, key, type); }
    [[nodiscard]] WireReply ask(const QJsonObject &params) const { return client->call(u"bookings.exchange"_s, params); }
    [[nodiscard]] WireReply ask() const { return ask(params()); }

    std::unique_ptr<WireClient> client;
    EventId from;
    EventId to;
    qint32 place;
    QJsonValue booking;
    WireReply held;
};

// A customer's booking, as it was made while the house let customers pay by themselves.
QJsonValue bookedBefore(const TestHouse &house, WireClient &customer, qint32 place)
{
    CountingIds ids;
    const UserId owner = *UserId::fromString(customer.call(u"profile.get"_s).at(u"user.id"_s).toString());
    const Money price {TestHouse::kRearPrice, {}};
    storage::Checkout sale {.write = {.booking = {.id = ids.make<BookingId>(), .reference = u"AAAA-BBBB"_s, .customerName = u"Ann"_s, .total = price,
                                                  .tickets = {{.id = ids.make<TicketId>(), .number = u"AAAA-BBBB-1"_s, .event = house.events().evening, .place = place, .price = price}},
                                                  .payments = {{.id = ids.make<PaymentId>(), .amount = price}}},
                                      .owner = owner, .actor = owner, .key = newKey(), .requestHash = "hash"}};
    storage::Database database(house.database());
    if (!database.open() || !database.transact([&] { return storage::CheckoutBatch(database).write(std::array {&sale}, storage::Compare::First); }))
        qFatal("no booking could be written");
    return customer.call(u"bookings.get"_s, {{u"booking"_s, sale.write.booking.id.toString()}}).at(u"booking"_s);
}

} // namespace

QList<Provocation> exchangeRows()
{
    constexpr const char *kMethod = "bookings.exchange";
    return {
        {kMethod, ErrorCode::NotFound, asks(u"bookings.exchange"_s, [](World &world) {
             QJsonObject params = exchangeOf(QJsonObject {{u"id"_s, kNobody}}, world.events().evening, {1}, newKey());
             params.insert(u"tickets"_s, QJsonArray {u"AAAA-AAAA-1"_s});
             return params;
         })},
        {kMethod, ErrorCode::UnknownPlace, [](World &world) {
             Exchanger guest(world);
             guest.place = TestHouse::kSeats;
             return guest.ask();
         }},
        {kMethod, ErrorCode::NotHeld, [](World &world) { return Exchanger(world).ask(); }},
        {kMethod, ErrorCode::HoldExpired, [](World &world) {
             Exchanger guest(world, &TestHouse::Events::hasty);
             return guest.hold().client->awaitNotification(u"holds.ended"_s).isEmpty() ? WireReply() : guest.ask();
         }},
        {kMethod, ErrorCode::StaleVersion, [](World &world) {
             Exchanger guest(world);
             const QJsonValue old = guest.hold().held.at(u"holds.0.version"_s);
             static_cast<void>(guest.client->call(u"holds.release"_s, placesOf(guest.to, {guest.place})));
             return guest.hold().ask(withVersion(guest.params(), old));
         }},
        {kMethod, ErrorCode::SeatTaken, [](World &world) {
             Exchanger guest(world);
             guest.hold();
             const auto rival = world.house.rival();
             WireClient there(TestHouse::urlOf(*rival));
             if (!there.hello().ok() || !there.call(u"auth.guest"_s, {{u"name"_s, u"Rita"_s}}).ok()
                 || !there.call(u"holds.acquire"_s, placesOf(guest.to, {guest.place})).ok()
                 || !there.call(u"bookings.checkout"_s, checkoutOf(guest.to, {guest.place}, newKey())).ok())
                 return WireReply();
             return guest.ask();
         }},
        {kMethod, ErrorCode::NoPrice, [](World &world) {
             Exchanger guest(world);
             guest.place = 0;
             return guest.ask(guest.params(newKey(), u"child"_s));
         }},
        {kMethod, ErrorCode::SaleClosed, [](World &world) { return Exchanger(world, &TestHouse::Events::paused).ask(); }},
        {kMethod, ErrorCode::CheckoutRunning, [](World &world) {
             // One of them has to be judged while another is being written.
             WireReply second;
             for (int tries = 0; tries < 20 && second.kind() != u"checkout_running"; ++tries) {
                 Exchanger guest(world);
                 guest.hold();
                 QList<WireClient::Call> calls;
                 for (int n = 0; n < 8; ++n)
                     calls.append({u"bookings.exchange"_s, guest.params()});
                 const QList<WireReply> replies = guest.client->callTogether(calls);
                 const auto found = std::find_if(replies.begin(), replies.end(), [](const WireReply &reply) { return reply.kind() == u"checkout_running"; });
                 second = found == replies.end() ? WireReply() : *found;
             }
             return second;
         }},
        {kMethod, ErrorCode::KeyReused, [](World &world) {
             Exchanger guest(world);
             const QString key = newKey();
             world.book(*guest.client, guest.from, key);
             return guest.hold().ask(guest.params(key));
         }},
        {kMethod, ErrorCode::InsufficientPayment, [](World &world) {
             Exchanger guest(world);
             return guest.hold(3).ask(withTendered(guest.params(), TestHouse::kFrontPrice - TestHouse::kRearPrice - 1, u"EUR"_s));
         }},
        {kMethod, ErrorCode::PaymentMismatch, [](World &world) {
             Exchanger customer(world);
             const auto clerk = world.holder(customer.to, 4, Role::Clerk);
             return clerk->call(u"bookings.exchange"_s, withCard(exchangeOf(customer.booking, customer.to, {4}, newKey()), TestHouse::kFrontPrice));
         }},
        {kMethod, ErrorCode::RefundReferenceMissing, [](World &world) {
             const EventId event = world.events().evening;
             const auto clerk = world.holder(event, 5, Role::Clerk);
             const QJsonValue dear = clerk->call(u"bookings.checkout"_s, withCard(checkoutOf(event, {5}, newKey()), TestHouse::kFrontPrice)).at(u"booking"_s);
             const qint32 seat = world.seat();
             static_cast<void>(clerk->call(u"holds.acquire"_s, placesOf(event, {seat})));
             return clerk->call(u"bookings.exchange"_s, exchangeOf(dear, event, {seat}, newKey()));
         }},
        {kMethod, ErrorCode::PaymentNotAllowed, elsewhere({.selfServiceCash = false}, [](const TestHouse &house) {
             const auto customer = house.visitor(Role::Customer);
             const QJsonValue booking = bookedBefore(house, *customer, 30);
             static_cast<void>(customer->call(u"holds.acquire"_s, placesOf(house.events().matinee, {4}))); // dearer
             return customer->call(u"bookings.exchange"_s, exchangeOf(booking, house.events().matinee, {4}, newKey()));
         })},
        {kMethod, ErrorCode::BookingTooLarge, [](World &world) {
             const auto guest = world.house.visitor();
             const EventId event = world.events().abroad;
             const QJsonValue booking = guest->call(u"bookings.get"_s, {{u"booking"_s, world.book(*guest, event)}}).at(u"booking"_s);
             const QList<qint32> seats {world.seat(), world.seat(), world.seat()};
             static_cast<void>(guest->call(u"holds.acquire"_s, placesOf(event, seats)));
             return guest->call(u"bookings.exchange"_s, exchangeOf(booking, event, seats, newKey()));
         }},
        {kMethod, ErrorCode::CompanionAlone, [](World &world) {
             const Companion both(world, true);
             const QJsonObject exchange = exchangeOf(both.book(), both.event, {AccessibleHall::kOrdinary}, newKey());
             static_cast<void>(both.guest->call(u"holds.acquire"_s, placesOf(both.event, {AccessibleHall::kOrdinary})));
             return both.guest->call(u"bookings.exchange"_s, exchange);
         }},
        {kMethod, ErrorCode::CurrencyMismatch, [](World &world) { return Exchanger(world, &TestHouse::Events::abroad).hold().ask(); }},
        {kMethod, ErrorCode::SeatStranded, [](World &world) { return Exchanger(world, &TestHouse::Events::tidy).hold(TestHouse::kSeatsPerRow - 2).ask(); }},
        {kMethod, ErrorCode::AlreadyCancelled, [](World &world) {
             Exchanger guest(world);
             const bool cancelled = guest.client->call(u"bookings.cancel"_s, cancellation(guest.booking[u"id"_s].toString())).ok();
             return cancelled ? guest.hold().ask() : WireReply();
         }},
        {kMethod, ErrorCode::CancelClosed, [](World &world) {
             Exchanger guest(world);
             const QString id = world.book(*guest.client, world.events().final);
             guest.booking = guest.client->call(u"bookings.get"_s, {{u"booking"_s, id}}).at(u"booking"_s);
             return guest.hold().ask();
         }},
    };
}

} // namespace parterre::testing
