// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlinescene.h"
#include "tests/support/eventparams.h"

#include <QLoggingCategory>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = WireClient::kPatience;
using Scene = OnlineScene;

} // namespace

// Reservations that are there before somebody pays them over the internet, and that outlive such payments.
class OnlineReservationsTest : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"parterre.*=false"_s); }

    void whatIsLeftOfAReservation_canBePaid_data() { TestDatabases::addEngines(); }
    void whatIsLeftOfAReservation_canBePaid()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30, 31}).ok());
        const QString before = scene.intent();
        const QString number = scene.stored().value(u"tickets"_s)[0][u"number"_s].toString();
        QVERIFY(scene.customer->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {number}}}).ok());
        QCOMPARE(scene.state(), u"cancelled"_s);
        QCOMPARE(scene.bookingState(), u"reserved"_s);
        scene.stripe.pay(before); // at the same moment: it goes back
        const QString key = newKey();
        const WireReply begun = scene.payRest(key);
        QCOMPARE(begun.kind(), QString());
        QCOMPARE(begun.at(u"payment.state"_s).toString(), u"pending"_s);
        QCOMPARE(begun.at(u"payment.amount.amount"_s).toInteger(), TestHouse::kRearPrice);
        QCOMPARE(begun.at(u"payment.keepsSeats"_s), QJsonValue(true));
        QVERIFY(scene.intent() != before);
        QCOMPARE(scene.deliver(u"payment_intent.succeeded"_s), 200);
        QCOMPARE(scene.bookingState(), u"reserved"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scene.refundedAtStripe(), 2 * TestHouse::kRearPrice, kPatience);
        QCOMPARE(scene.payRest(key).at(u"payment.id"_s), begun.at(u"payment.id"_s));
        QCOMPARE(scene.payRest(newKey()).at(u"payment.id"_s), begun.at(u"payment.id"_s)); // while it is under way
        QCOMPARE(scene.stripe.intents().size(), 2);
        QCOMPARE(scene.pay().status, 200);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QCOMPARE(scene.stored().value(u"payments"_s).toArray().size(), 1);
        QCOMPARE(scene.payRest(key).at(u"payment.state"_s).toString(), u"succeeded"_s);
        QCOMPARE(scene.payRest(newKey()).kind(), u"not_reserved"_s);
        QVERIFY(scene.addsUp());
    }

    void aReservation_outlivesPaymentsThatAreGivenUp_data() { TestDatabases::addEngines(); }
    void aReservation_outlivesPaymentsThatAreGivenUp()
    {
        Scene scene(m_databases);
        const auto guest = std::exchange(scene.customer, scene.house.visitor(Role::Clerk));
        QVERIFY(scene.customer->call(u"holds.acquire"_s, placesOf(scene.event(), {30})).ok());
        scene.booking = scene.customer->call(u"bookings.reserve"_s, reservationOf(scene.event(), {30}, newKey())).at(u"booking.id"_s).toString();
        QCOMPARE(guest->call(u"payments.begin"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}}).kind(), u"not_found"_s);
        QCOMPARE(scene.customer->call(u"payments.begin"_s, with(scene.sale({31}), u"booking"_s, scene.booking)).kind(), u"invalid_params"_s);
        const QJsonObject cheaper {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"total"_s, QJsonObject {{u"amount"_s, 1}, {u"currency"_s, u"EUR"_s}}}};
        QCOMPARE(scene.customer->call(u"payments.begin"_s, cheaper).kind(), u"price_changed"_s);
        QVERIFY(scene.payRest(newKey()).ok());
        const QString first = scene.page;
        QCOMPARE(scene.customer->call(u"payments.cancel"_s, {{u"booking"_s, scene.booking}}).at(u"payment.state"_s).toString(), u"cancelled"_s);
        QCOMPARE(scene.bookingState(), u"reserved"_s);
        QVERIFY(scene.payRest(newKey()).ok());
        QVERIFY(scene.page != first);
        QCOMPARE(ask("POST", scene.web(first), "ctoken_visa").status, 409);
        QCOMPARE(scene.pay().status, 200);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QVERIFY(scene.addsUp());
    }

    void cashOfTheCounter_isNotHandedOutByCustomers_data() { TestDatabases::addEngines(); }
    void cashOfTheCounter_isNotHandedOutByCustomers()
    {
        Scene scene(m_databases, std::chrono::minutes(15), false);
        QVERIFY(scene.begin({30, 31}).ok());
        const auto clerk = scene.house.visitor(Role::Clerk);
        QVERIFY(clerk->call(u"bookings.pay"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}}}}).ok());
        const QJsonObject paid = scene.stored();
        const QJsonValue number = paid.value(u"tickets"_s)[0][u"number"_s];
        const QJsonObject all {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}};
        QCOMPARE(scene.customer->call(u"bookings.cancel"_s, all).kind(), u"payment_not_allowed"_s);
        QCOMPARE(scene.customer->call(u"bookings.cancel"_s, with(all, u"tickets"_s, QJsonArray {number})).kind(), u"payment_not_allowed"_s);
        QCOMPARE(scene.stored(), paid);
        QVERIFY(clerk->call(u"bookings.cancel"_s, with(all, u"tickets"_s, QJsonArray {number})).ok());
        QCOMPARE(scene.stored().value(u"payments"_s).toArray().size(), 2);
        QVERIFY(scene.addsUp());
    }
};

QTEST_GUILESS_MAIN(OnlineReservationsTest)
#include "tst_onlinereservations.moc"
