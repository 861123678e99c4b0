// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Cancelling and exchanging over the wire.
class BookingChangesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void cancel_refundsAndFreesTheSeats_data() { TestDatabases::addEngines(); }
    void cancel_refundsAndFreesTheSeats();
    void cancel_takesSomeOfTheTickets_data() { TestDatabases::addEngines(); }
    void cancel_takesSomeOfTheTickets();
    void limits_holdOverSessionsAndExchanges_data() { TestDatabases::addEngines(); }
    void limits_holdOverSessionsAndExchanges();
    void exchange_movesTicketsToAnotherDate_data() { TestDatabases::addEngines(); }
    void exchange_movesTicketsToAnotherDate();
};

void BookingChangesTest::cancel_refundsAndFreesTheSeats()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto guest = house.visitor();
    const EventId event = house.events().evening;
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, {50, 51})).ok());
    const QString booking = guest->call(u"bookings.checkout"_s, checkoutOf(event, {50, 51}, newKey())).at(u"booking.id"_s).toString();
    const QJsonObject cancellation {{u"booking"_s, booking}, {u"key"_s, newKey()}};
    const WireReply cancelled = guest->call(u"bookings.cancel"_s, cancellation);
    QCOMPARE(cancelled.at(u"booking.state"_s).toString(), u"cancelled"_s);
    QCOMPARE(cancelled.at(u"booking.tickets.1.state"_s).toString(), u"cancelled"_s);
    QCOMPARE(cancelled.at(u"booking.payments.1.direction"_s).toString(), u"refund"_s);
    QCOMPARE(cancelled.at(u"booking.payments.1.amount"_s), cancelled.at(u"booking.payments.0.amount"_s));
    const auto next = house.visitor();
    QVERIFY(next->call(u"holds.acquire"_s, placesOf(event, {50, 51})).ok());
    // A repetition is answered the same and does not take the seats away from who has them now.
    QCOMPARE(guest->call(u"bookings.cancel"_s, cancellation).at(u"booking"_s), cancelled.at(u"booking"_s));
    QVERIFY(next->call(u"bookings.checkout"_s, checkoutOf(event, {50, 51}, newKey())).ok());
}

void BookingChangesTest::cancel_takesSomeOfTheTickets()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto guest = house.visitor();
    const EventId event = house.events().evening;
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, {50, 51, 52})).ok());
    const WireReply sold = guest->call(u"bookings.checkout"_s, checkoutOf(event, {50, 51, 52}, newKey()));
    QJsonObject cancellation {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.1.number"_s)}}};
    const WireReply part = guest->call(u"bookings.cancel"_s, cancellation);
    QCOMPARE(part.at(u"booking.state"_s).toString(), u"confirmed"_s);
    QCOMPARE(part.at(u"booking.tickets.1.state"_s).toString(), u"cancelled"_s);
    QCOMPARE(part.at(u"booking.tickets.2.state"_s).toString(), u"valid"_s);
    QCOMPARE(part.at(u"booking.total.amount"_s).toInteger(), 2 * TestHouse::kRearPrice);
    QCOMPARE(part.at(u"booking.payments.1.amount.amount"_s).toInteger(), TestHouse::kRearPrice);
    QCOMPARE(guest->call(u"bookings.cancel"_s, cancellation).at(u"booking"_s), part.at(u"booking"_s));
    QVERIFY(house.visitor()->call(u"holds.acquire"_s, placesOf(event, {51})).ok());
    QCOMPARE(house.visitor()->call(u"holds.acquire"_s, placesOf(event, {52})).kind(), u"seat_taken"_s);
    // A ticket that is not of the booking, and one named twice.
    cancellation.insert(u"key"_s, newKey());
    cancellation.insert(u"tickets"_s, QJsonArray {u"AAAA-AAAA-9"_s});
    QCOMPARE(guest->call(u"bookings.cancel"_s, cancellation).kind(), u"not_found"_s);
    cancellation.insert(u"tickets"_s, QJsonArray {sold.at(u"booking.tickets.0.number"_s), sold.at(u"booking.tickets.0.number"_s)});
    QCOMPARE(guest->call(u"bookings.cancel"_s, cancellation).kind(), u"invalid_params"_s);
}

void BookingChangesTest::limits_holdOverSessionsAndExchanges()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().abroad; // two in a booking, six held
    const auto customer = house.visitor(Role::Customer);
    const auto elsewhere = house.visitor(Role::Customer);
    QVERIFY(elsewhere->call(u"holds.acquire"_s, placesOf(event, {60, 61, 62})).ok());
    QVERIFY(customer->call(u"holds.acquire"_s, placesOf(event, {50, 51, 52})).ok());
    const WireReply full = customer->call(u"holds.acquire"_s, placesOf(event, {53}));
    QCOMPARE(full.kind(), u"too_many_seats"_s);
    QCOMPARE(full.data().value(u"limit"_s).toInt(), TestHouse::kMaxSeats);
    QVERIFY(customer->call(u"holds.acquire"_s, placesOf(event, {50, 51})).ok()); // what it has, it has
    QVERIFY(house.visitor()->call(u"holds.acquire"_s, placesOf(event, {70, 71, 72, 73})).ok()); // a guest is somebody else

    const WireReply large = customer->call(u"bookings.checkout"_s, checkoutOf(event, {50, 51, 52}, newKey()));
    QCOMPARE(large.kind(), u"booking_too_large"_s);
    QCOMPARE(large.data().value(u"limit"_s).toInt(), TestHouse::kMaxPerBooking);
    QCOMPARE(large.data().value(u"event"_s).toString(), event.toString());
    const WireReply sold = customer->call(u"bookings.checkout"_s, checkoutOf(event, {50, 51}, newKey()));
    QCOMPARE(sold.kind(), QString());
    QVERIFY(customer->call(u"holds.acquire"_s, placesOf(event, {53})).ok());
    QCOMPARE(customer->call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), event, {52, 53}, newKey())).kind(), u"booking_too_large"_s);
    QCOMPARE(customer->call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), event, {52}, newKey())).kind(), QString());

    // The counter has a bound of its own.
    const auto clerk = house.visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event, {80, 81, 82, 83, 84, 85, 86})).ok());
    const WireReply many = clerk->call(u"bookings.checkout"_s, checkoutOf(event, {80, 81, 82, 83, 84, 85, 86}, newKey()));
    QCOMPARE(many.kind(), QString());
}

void BookingChangesTest::exchange_movesTicketsToAnotherDate()
{
    QFETCH(Engine, engine);
    TestHouse house(m_databases.create(engine));
    const auto clerk = house.visitor(Role::Clerk);
    const EventId evening = house.events().evening;
    const EventId matinee = house.events().matinee;
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(evening, {50, 51})).ok());
    const QJsonValue sold = clerk->call(u"bookings.checkout"_s, checkoutOf(evening, {50, 51}, newKey())).at(u"booking"_s);
    // To the front of another day, for one and a half times the price, paid with a large note.
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(matinee, {4})).ok());
    QJsonObject exchange = exchangeOf(sold, matinee, {4}, newKey());
    exchange.insert(u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}, {u"tendered"_s, QJsonObject {{u"amount"_s, 5'000}, {u"currency"_s, u"EUR"_s}}}});
    const WireReply moved = clerk->call(u"bookings.exchange"_s, exchange);
    QCOMPARE(moved.kind(), QString());
    constexpr qint64 kDue = TestHouse::kFrontPrice - TestHouse::kRearPrice;
    QCOMPARE(moved.at(u"booking.tickets.0.state"_s).toString(), u"exchanged"_s);
    QCOMPARE(moved.at(u"booking.tickets.2.event"_s).toString(), matinee.toString());
    QCOMPARE(moved.at(u"booking.total.amount"_s).toInteger(), TestHouse::kFrontPrice + TestHouse::kRearPrice);
    QCOMPARE(moved.at(u"booking.payments.1.amount.amount"_s).toInteger(), kDue);
    QCOMPARE(moved.at(u"booking.payments.1.change.amount"_s).toInteger(), 5'000 - kDue);
    QCOMPARE(clerk->call(u"bookings.exchange"_s, exchange).at(u"booking"_s), moved.at(u"booking"_s));
    const auto other = house.visitor();
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(evening, {50})).ok());
    QCOMPARE(other->call(u"holds.acquire"_s, placesOf(matinee, {4})).kind(), u"seat_taken"_s);

    // The same seat for a child, who gets half of the price back.
    const QJsonValue second = moved.at(u"booking"_s);
    QJsonObject child = exchangeOf(second, evening, {51}, newKey(), u"child"_s);
    child.insert(u"tickets"_s, QJsonArray {second[u"tickets"_s][1][u"number"_s]});
    const WireReply cheaper = clerk->call(u"bookings.exchange"_s, child);
    QCOMPARE(cheaper.kind(), QString());
    QCOMPARE(cheaper.at(u"booking.payments.2.direction"_s).toString(), u"refund"_s);
    QCOMPARE(cheaper.at(u"booking.payments.2.amount.amount"_s).toInteger(), TestHouse::kRearPrice / 2);
    QCOMPARE(cheaper.at(u"booking.tickets.3.place"_s).toInt(), 51);

    // It is so after a restart.
    house.restart();
    const auto again = house.visitor(Role::Clerk);
    QCOMPARE(again->call(u"bookings.get"_s, {{u"booking"_s, sold[u"id"_s]}}).at(u"booking"_s), cheaper.at(u"booking"_s));
    QCOMPARE(again->call(u"holds.acquire"_s, placesOf(evening, {51})).kind(), u"seat_taken"_s);
    QVERIFY(again->call(u"holds.acquire"_s, placesOf(evening, {50})).ok());
}

QTEST_GUILESS_MAIN(BookingChangesTest)
#include "tst_bookingchanges.moc"
