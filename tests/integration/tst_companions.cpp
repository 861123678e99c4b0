// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accessiblehall.h"
#include "tests/support/stripedouble.h"
#include "tests/support/testdatabases.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;
using Hall = AccessibleHall;

// Companions' seats go with their wheelchair places, over the wire: for customers, whichever way they buy or change.
class CompanionsTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static bool hold(WireClient &client, const EventId &event, const QList<qint32> &places)
    {
        return client.call(u"holds.acquire"_s, placesOf(event, places)).ok();
    }
    [[nodiscard]] static QJsonValue stored(WireClient &client, const QJsonValue &booking)
    {
        return client.call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s);
    }
    // Of these places, in their order.
    [[nodiscard]] QJsonValue book(WireClient &client, const QList<qint32> &places) const
    {
        return hold(client, m_event, places) ? stored(client, client.call(u"bookings.checkout"_s, checkoutOf(m_event, places, newKey())).at(u"booking"_s)) : QJsonValue();
    }
    [[nodiscard]] static QJsonObject cancellation(const QJsonValue &booking, int ticket)
    {
        return {{u"booking"_s, booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {booking[u"tickets"_s][ticket][u"number"_s]}}};
    }
    [[nodiscard]] static qsizetype cartOf(WireClient &client) { return client.call(u"cart.get"_s).at(u"lines"_s).toArray().size(); }
    [[nodiscard]] static qsizetype bookingsOf(WireClient &client) { return client.call(u"bookings.list"_s).at(u"bookings"_s).toArray().size(); }

    TestDatabases m_databases;
    StripeDouble m_stripe;
    std::unique_ptr<TestHouse> m_house;
    EventId m_event;

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine), HouseWishes {.stripe = m_stripe.url()});
        m_event = Hall::addEvent(*m_house);
    }
    void cleanup() { m_house.reset(); }

    void customer_buysNoCompanionsSeatAlone_data();
    void customer_buysNoCompanionsSeatAlone();
    void customer_buysNoCompanionsSeatAloneOnline();
    void severalCompanions_comeWithOneWheelchairPlace();
    void wheelchairPlace_mayComeAloneAndGetItsCompanionLater();
    void unnamedCompanionsSeat_comesWithAnyWheelchairPlace();
    void exchange_takesNoCompanionsSeatAlone();
    void exchange_leavesNoCompanionsSeatAlone();
    void cancel_leavesNoCompanionsSeatAlone();
    void counter_sellsWhatItWants();
};

void CompanionsTest::customer_buysNoCompanionsSeatAlone_data()
{
    QTest::addColumn<Role>("role");
    QTest::newRow("guest") << Role::Guest;
    QTest::newRow("customer") << Role::Customer;
}

void CompanionsTest::customer_buysNoCompanionsSeatAlone()
{
    QFETCH(Role, role);
    const auto buyer = m_house->visitor(role);
    QVERIFY(hold(*buyer, m_event, {Hall::kOrdinary, Hall::kCompanion}));
    const WireReply refused = buyer->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kOrdinary, Hall::kCompanion}, newKey()));
    QCOMPARE(refused.kind(), u"companion_alone"_s);
    QCOMPARE(refused.places(), QList<qint32>({Hall::kCompanion}));
    QCOMPARE(refused.data().value(u"event"_s).toString(), m_event.toString());
    QCOMPARE(bookingsOf(*buyer), 0);
    QCOMPARE(cartOf(*buyer), 2);
    // Another's place is none of its own, and what waits in the cart does not count.
    QVERIFY(hold(*buyer, m_event, {Hall::kOtherWheelchair, Hall::kWheelchair}));
    QCOMPARE(buyer->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kOtherWheelchair, Hall::kCompanion}, newKey())).kind(), u"companion_alone"_s);
    const QList<qint32> together {Hall::kOrdinary, Hall::kCompanion, Hall::kWheelchair};
    QCOMPARE(buyer->call(u"bookings.checkout"_s, checkoutOf(m_event, together, newKey())).kind(), QString());
    QCOMPARE(bookingsOf(*buyer), 1);
}

void CompanionsTest::customer_buysNoCompanionsSeatAloneOnline()
{
    const auto customer = m_house->visitor(Role::Customer);
    const qsizetype before = m_stripe.intents().size();
    QVERIFY(hold(*customer, m_event, {Hall::kCompanion}));
    const WireReply refused = customer->call(u"payments.begin"_s, onlineOf(m_event, {Hall::kCompanion}, newKey()));
    QCOMPARE(refused.kind(), u"companion_alone"_s);
    QCOMPARE(refused.places(), QList<qint32>({Hall::kCompanion}));
    QCOMPARE(m_stripe.intents().size(), before);
    QCOMPARE(bookingsOf(*customer), 0);
    QCOMPARE(cartOf(*customer), 1);
    QVERIFY(hold(*customer, m_event, {Hall::kWheelchair}));
    QCOMPARE(customer->call(u"payments.begin"_s, onlineOf(m_event, {Hall::kCompanion, Hall::kWheelchair}, newKey())).kind(), QString());
    QCOMPARE(m_stripe.intents().size(), before + 1);
}

void CompanionsTest::severalCompanions_comeWithOneWheelchairPlace()
{
    const auto guest = m_house->visitor();
    QVERIFY(hold(*guest, m_event, {Hall::kCompanion, Hall::kSecondCompanion, Hall::kWheelchair}));
    const WireReply refused = guest->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kCompanion, Hall::kSecondCompanion}, newKey()));
    QCOMPARE(refused.kind(), u"companion_alone"_s);
    QCOMPARE(refused.places(), QList<qint32>({Hall::kCompanion, Hall::kSecondCompanion}));
    QCOMPARE(guest->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kCompanion, Hall::kSecondCompanion, Hall::kWheelchair}, newKey())).kind(), QString());
}

void CompanionsTest::wheelchairPlace_mayComeAloneAndGetItsCompanionLater()
{
    const auto guest = m_house->visitor();
    const QJsonValue booking = book(*guest, {Hall::kWheelchair});
    QVERIFY(booking.isObject());
    QVERIFY(hold(*guest, m_event, {Hall::kCompanion}));
    QCOMPARE(guest->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kCompanion}, newKey())).kind(), u"companion_alone"_s); // of another booking
    const WireReply both = guest->call(u"bookings.exchange"_s, exchangeOf(booking, m_event, {Hall::kWheelchair, Hall::kCompanion}, newKey()));
    QCOMPARE(both.kind(), QString());
    QCOMPARE(both.at(u"booking.total.amount"_s).toInteger(), 2 * TestHouse::kRearPrice);
}

void CompanionsTest::unnamedCompanionsSeat_comesWithAnyWheelchairPlace()
{
    const auto guest = m_house->visitor();
    QVERIFY(hold(*guest, m_event, {Hall::kUnnamedCompanion, Hall::kWheelchair}));
    QCOMPARE(guest->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kUnnamedCompanion}, newKey())).kind(), u"companion_alone"_s);
    QCOMPARE(guest->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kUnnamedCompanion, Hall::kWheelchair}, newKey())).kind(), QString());
}

void CompanionsTest::exchange_takesNoCompanionsSeatAlone()
{
    const auto guest = m_house->visitor();
    const QJsonValue booking = book(*guest, {Hall::kOrdinary, Hall::kOrdinary + 1});
    QVERIFY(hold(*guest, m_event, {Hall::kCompanion}));
    const WireReply refused = guest->call(u"bookings.exchange"_s, exchangeOf(booking, m_event, {Hall::kCompanion}, newKey()));
    QCOMPARE(refused.kind(), u"companion_alone"_s);
    QCOMPARE(refused.places(), QList<qint32>({Hall::kCompanion}));
    QCOMPARE(stored(*guest, booking), booking);
    QCOMPARE(cartOf(*guest), 1);
    QVERIFY(hold(*guest, m_event, {Hall::kWheelchair}));
    const WireReply both = guest->call(u"bookings.exchange"_s, exchangeOf(booking, m_event, {Hall::kWheelchair, Hall::kCompanion}, newKey()));
    QCOMPARE(both.kind(), QString());
    // The place that stays in the booking counts, too.
    QVERIFY(hold(*guest, m_event, {Hall::kSecondCompanion}));
    QJsonObject third = exchangeOf(both.at(u"booking"_s), m_event, {Hall::kSecondCompanion}, newKey());
    third.insert(u"tickets"_s, QJsonArray {booking[u"tickets"_s][1][u"number"_s]});
    QCOMPARE(guest->call(u"bookings.exchange"_s, third).kind(), QString());
}

void CompanionsTest::exchange_leavesNoCompanionsSeatAlone()
{
    const auto customer = m_house->visitor(Role::Customer);
    const QJsonValue booking = book(*customer, {Hall::kWheelchair, Hall::kCompanion});
    QVERIFY(hold(*customer, m_event, {Hall::kOrdinary}));
    const WireReply refused = customer->call(u"bookings.exchange"_s, exchangeOf(booking, m_event, {Hall::kOrdinary}, newKey()));
    QCOMPARE(refused.kind(), u"companion_alone"_s);
    QCOMPARE(refused.places(), QList<qint32>({Hall::kCompanion}));
    // Nor by going to another event without it.
    const EventId matinee = m_house->events().matinee;
    QVERIFY(hold(*customer, matinee, {40}));
    const WireReply elsewhere = customer->call(u"bookings.exchange"_s, exchangeOf(booking, matinee, {40}, newKey()));
    QCOMPARE(elsewhere.kind(), u"companion_alone"_s);
    QCOMPARE(elsewhere.data().value(u"event"_s).toString(), m_event.toString());
    QCOMPARE(stored(*customer, booking), booking);
    // The counter may; and what it left so does not stand in the customer's way.
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(hold(*clerk, m_event, {Hall::kOrdinary + 1}));
    QCOMPARE(clerk->call(u"bookings.exchange"_s, exchangeOf(booking, m_event, {Hall::kOrdinary + 1}, newKey())).kind(), QString());
    QJsonObject child = exchangeOf(booking, m_event, {Hall::kCompanion}, newKey(), u"child"_s);
    child.insert(u"tickets"_s, QJsonArray {booking[u"tickets"_s][1][u"number"_s]});
    QCOMPARE(customer->call(u"bookings.exchange"_s, child).kind(), QString());
}

void CompanionsTest::cancel_leavesNoCompanionsSeatAlone()
{
    const auto customer = m_house->visitor(Role::Customer);
    const QJsonValue booking = book(*customer, {Hall::kWheelchair, Hall::kCompanion, Hall::kSecondCompanion});
    const WireReply refused = customer->call(u"bookings.cancel"_s, cancellation(booking, 0));
    QCOMPARE(refused.kind(), u"companion_alone"_s);
    QCOMPARE(refused.places(), QList<qint32>({Hall::kCompanion, Hall::kSecondCompanion}));
    QCOMPARE(stored(*customer, booking), booking);
    QCOMPARE(customer->call(u"bookings.cancel"_s, cancellation(booking, 1)).kind(), QString());
    const auto clerk = m_house->visitor(Role::Clerk);
    QCOMPARE(clerk->call(u"bookings.cancel"_s, cancellation(booking, 0)).kind(), QString());
    QCOMPARE(customer->call(u"bookings.cancel"_s, cancellation(booking, 2)).at(u"booking.state"_s).toString(), u"cancelled"_s);
    // All at once is no question of who is left.
    const QJsonValue whole = book(*customer, {Hall::kWheelchair, Hall::kCompanion});
    QCOMPARE(customer->call(u"bookings.cancel"_s, {{u"booking"_s, whole[u"id"_s]}, {u"key"_s, newKey()}}).kind(), QString());
}

void CompanionsTest::counter_sellsWhatItWants()
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(hold(*clerk, m_event, {Hall::kCompanion, Hall::kSecondCompanion}));
    QCOMPARE(clerk->call(u"bookings.checkout"_s, checkoutOf(m_event, {Hall::kCompanion}, newKey())).kind(), QString());
    QCOMPARE(clerk->call(u"bookings.reserve"_s, reservationOf(m_event, {Hall::kSecondCompanion}, newKey())).kind(), QString());
    const auto manager = m_house->visitor(Role::Manager);
    QVERIFY(book(*manager, {Hall::kUnnamedCompanion}).isObject());
}

QTEST_GUILESS_MAIN(CompanionsTest)
#include "tst_companions.moc"
