// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlinescene.h"
#include "shared/core/utctime.h"
#include "tests/support/eventparams.h"

#include <QLoggingCategory>

using namespace parterre;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

constexpr int kPatience = WireClient::kPatience;
using Mood = StripeDouble::Mood;
using Scene = OnlineScene;

} // namespace

// Payments over the internet: whatever the provider says, however late, often and in whatever order, each booking is paid
// once or the money goes back.
class OnlinePaymentsTest : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;

    static QList<Engine> engines()
    {
        return PostgresCluster::isSkipped() ? QList<Engine> {Engine::Sqlite} : QList<Engine> {Engine::Sqlite, Engine::Postgresql};
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"parterre.*=false"_s); }

    void aPayment_reservesThenConfirms_data() { TestDatabases::addEngines(); }
    void aPayment_reservesThenConfirms()
    {
        Scene scene(m_databases);
        const WireReply begun = scene.begin({30, 31});
        QCOMPARE(begun.kind(), QString());
        QCOMPARE(begun.at(u"payment.state"_s).toString(), u"pending"_s);
        QCOMPARE(begun.at(u"payment.amount.amount"_s).toInteger(), 2 * TestHouse::kRearPrice);
        QCOMPARE(scene.bookingState(), u"reserved"_s);
        QCOMPARE(scene.stripe.intents().size(), 1);
        QCOMPARE(scene.stripe.intent(scene.intent()).value("amount"_L1).toInteger(), 2 * TestHouse::kRearPrice);

        const WebAnswer paid = scene.pay();
        QCOMPARE(paid.status, 200);
        QCOMPARE(paid.at(u"state"_s), u"succeeded"_s);
        QCOMPARE(scene.customer->awaitNotification(u"payments.changed"_s).value(u"payment"_s)[u"state"_s].toString(), u"pending"_s);
        QCOMPARE(scene.customer->awaitNotification(u"payments.changed"_s).value(u"payment"_s)[u"state"_s].toString(), u"succeeded"_s);
        const QJsonObject booking = scene.stored();
        QCOMPARE(booking.value(u"state"_s).toString(), u"confirmed"_s);
        const QJsonArray payments = booking.value(u"payments"_s).toArray();
        QCOMPARE(payments.size(), 1);
        QCOMPARE(payments.at(0)[u"kind"_s].toString(), u"online"_s);
        QCOMPARE(payments.at(0)[u"reference"_s].toString(), scene.intent());
        QVERIFY(scene.addsUp());
    }

    void theSameKey_isTheSamePayment_data() { TestDatabases::addEngines(); }
    void theSameKey_isTheSamePayment()
    {
        Scene scene(m_databases);
        const QString key = newKey();
        const WireReply first = scene.begin({30}, key);
        const WireReply again = scene.customer->call(u"payments.begin"_s, scene.sale({30}, key));
        QCOMPARE(again.result, first.result);
        QCOMPARE(scene.stripe.intents().size(), 1);
        QCOMPARE(scene.pay().status, 200);
        QCOMPARE(scene.customer->call(u"payments.begin"_s, scene.sale({30}, key)).at(u"payment.state"_s).toString(), u"succeeded"_s);
    }

    void aCode_isUsedUntilItFallsFree_andItsPriceHoldsAfterThat_data() { TestDatabases::addEngines(); }
    void aCode_isUsedUntilItFallsFree_andItsPriceHoldsAfterThat()
    {
        Scene scene(m_databases, 1s);
        const auto manager = scene.house.visitor(Role::Manager);
        QVERIFY(manager->call(u"discounts.save"_s, {{u"discount"_s, codeDiscount(u"SPRING"_s, 2'500)}}).ok());
        const auto uses = [&] { return manager->call(u"discounts.list"_s).at(u"discounts.0.uses"_s).toInt(); };
        QVERIFY(scene.customer->call(u"holds.acquire"_s, placesOf(scene.event(), {30})).ok());
        const WireReply begun = scene.customer->call(u"payments.begin"_s, with(scene.sale({30}), u"code"_s, u"SPRING"_s));
        QCOMPARE(begun.at(u"payment.amount.amount"_s).toInteger(), TestHouse::kRearPrice * 3 / 4);
        scene.booking = begun.at(u"payment.booking"_s).toString();
        QCOMPARE(uses(), 1);
        scene.stripe.setMood(Mood::Unreachable); // else it would be cancelled there
        QVERIFY(scene.awaitFallenFree());
        QCOMPARE(uses(), 0);
        scene.stripe.pay(scene.intent());
        QCOMPARE(scene.deliver(u"payment_intent.succeeded"_s), 200);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QCOMPARE(scene.stored().value(u"total"_s)[u"amount"_s].toInteger(), TestHouse::kRearPrice * 3 / 4);
        QCOMPARE(uses(), 1);
        QVERIFY(scene.addsUp());
    }

    void callbacks_bookOnce_howeverOftenAndInWhateverOrder_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QStringList>("callbacks");
        const QString paid = u"payment_intent.succeeded"_s;
        const QString failed = u"payment_intent.payment_failed"_s;
        const QString made = u"payment_intent.created"_s;
        const QList<std::pair<const char *, QStringList>> orders {{"none", {}},
                                                                  {"one", {paid}},
                                                                  {"two", {paid, paid}},
                                                                  {"three", {paid, paid, paid}},
                                                                  {"in order", {made, failed, paid}},
                                                                  {"the last first", {paid, failed, made}},
                                                                  {"mixed and repeated", {failed, paid, made, paid, failed}}};
        for (const Engine engine : engines()) {
            for (const auto &[order, callbacks] : orders)
                QTest::addRow("%s, %s", engine == Engine::Sqlite ? "SQLite" : "PostgreSQL", order) << engine << callbacks;
        }
    }
    void callbacks_bookOnce_howeverOftenAndInWhateverOrder()
    {
        QFETCH(QStringList, callbacks);
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        scene.stripe.decline(scene.intent());
        scene.stripe.pay(scene.intent());
        for (const QString &callback : callbacks)
            QCOMPARE(scene.deliver(callback), 200);
        QVERIFY(scene.awaitState(u"succeeded"_s)); // by a callback or, without one, by asking
        QCOMPARE(scene.deliver(u"payment_intent.payment_failed"_s), 200);
        QCOMPARE(scene.state(), u"succeeded"_s);
        QCOMPARE(scene.stored().value(u"payments"_s).toArray().size(), 1);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QVERIFY(scene.stripe.refunds().isEmpty());
        QVERIFY(scene.addsUp());
    }

    void paidAfterItFellFree_takesTheSameSeatsAgain_data() { TestDatabases::addEngines(); }
    void paidAfterItFellFree_takesTheSameSeatsAgain()
    {
        Scene scene(m_databases, 1s);
        QVERIFY(scene.begin({30, 31}).ok());
        scene.stripe.setMood(Mood::Unreachable); // else it would be cancelled there
        QVERIFY(scene.awaitFallenFree());
        scene.stripe.pay(scene.intent());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(scene.deliver(u"payment_intent.succeeded"_s), 200);
        QCOMPARE(scene.state(), u"succeeded"_s);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QCOMPARE(scene.stored().value(u"payments"_s).toArray().size(), 1);
        const auto rival = scene.house.visitor(Role::Guest);
        QCOMPARE(rival->call(u"holds.acquire"_s, placesOf(scene.event(), {30})).kind(), u"seat_taken"_s);
        QVERIFY(scene.stripe.refunds().isEmpty());
        QVERIFY(scene.addsUp());
    }

    void paidAfterTheSeatsAreGone_goesBackOnce_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<bool>("sold"); // else somebody only holds one
        for (const Engine engine : engines()) {
            QTest::addRow("%s, sold", engine == Engine::Sqlite ? "SQLite" : "PostgreSQL") << engine << true;
            QTest::addRow("%s, held", engine == Engine::Sqlite ? "SQLite" : "PostgreSQL") << engine << false;
        }
    }
    void paidAfterTheSeatsAreGone_goesBackOnce()
    {
        QFETCH(bool, sold);
        Scene scene(m_databases, 1s);
        QVERIFY(scene.begin({30, 31}).ok());
        scene.stripe.setMood(Mood::Unreachable);
        QVERIFY(scene.awaitFallenFree());
        const auto rival = scene.house.visitor(Role::Guest);
        QVERIFY(QTest::qWaitFor([&] { return rival->call(u"holds.acquire"_s, placesOf(scene.event(), {31})).ok(); }, kPatience));
        if (sold)
            QVERIFY(rival->call(u"bookings.checkout"_s, checkoutOf(scene.event(), {31}, newKey())).ok());
        scene.stripe.pay(scene.intent());
        scene.stripe.setMood(Mood::Forgetful); // the answers to what is asked now are lost
        for (int i = 0; i < 3; ++i)
            QCOMPARE(scene.deliver(u"payment_intent.succeeded"_s), 200);
        QCOMPARE(scene.state(), u"refunding"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scene.stripe.refunds().size(), 1, kPatience);
        scene.stripe.forgetKeys();
        scene.stripe.setMood(Mood::Well);
        QCOMPARE(scene.deliver(u"refund.created"_s), 200);
        QVERIFY(scene.awaitState(u"refunded"_s));
        QCOMPARE(scene.stripe.refunds().size(), 1);
        QCOMPARE(scene.refundedAtStripe(), 2 * TestHouse::kRearPrice);
        QCOMPARE(scene.bookingState(), u"cancelled"_s);
        if (!sold) // who held it still does, and the other seat is free
            QVERIFY(rival->call(u"bookings.checkout"_s, checkoutOf(scene.event(), {31}, newKey())).ok());
        QVERIFY(rival->call(u"holds.acquire"_s, placesOf(scene.event(), {30})).ok());
        QVERIFY(scene.addsUp());
    }

    void whatIsNotPaidInTime_isCancelledThere_data() { TestDatabases::addEngines(); }
    void whatIsNotPaidInTime_isCancelledThere()
    {
        Scene scene(m_databases, 1s);
        QVERIFY(scene.begin({30}).ok());
        QVERIFY(scene.awaitState(u"cancelled"_s));
        QCOMPARE(scene.stripe.intent(scene.intent()).value("status"_L1).toString(), u"canceled"_s);
        QVERIFY(scene.awaitFallenFree());
        QCOMPARE(scene.pay().status, 409);
        QVERIFY(scene.house.visitor(Role::Guest)->call(u"holds.acquire"_s, placesOf(scene.event(), {30})).ok());
    }

    void aProviderThatIsDown_losesNothing_data() { TestDatabases::addEngines(); }
    void aProviderThatIsDown_losesNothing()
    {
        Scene scene(m_databases);
        const QString key = newKey();
        scene.stripe.setMood(Mood::Unreachable);
        const WireReply waiting = scene.begin({30}, key);
        QCOMPARE(waiting.at(u"payment.state"_s).toString(), u"creating"_s);
        QVERIFY(scene.page.isEmpty());
        scene.stripe.setMood(Mood::Forgetful);
        QTRY_COMPARE_WITH_TIMEOUT(scene.stripe.intents().size(), 1, kPatience); // asked again by itself
        QCOMPARE(scene.state(), u"creating"_s);
        scene.stripe.setMood(Mood::Well);
        QVERIFY(scene.awaitState(u"pending"_s));
        const WireReply begun = scene.customer->call(u"payments.begin"_s, scene.sale({30}, key));
        QCOMPARE(begun.kind(), QString());
        QCOMPARE(scene.stripe.intents().size(), 1);
        scene.booking = begun.at(u"payment.booking"_s).toString();
        scene.page = QUrl(begun.at(u"page"_s).toString()).path();
        scene.stripe.setMood(Mood::Forgetful); // paid, and nobody hears of it
        QCOMPARE(scene.pay().status, 503);
        QCOMPARE(scene.state(), u"pending"_s);
        scene.stripe.setMood(Mood::Well);
        QVERIFY(scene.awaitState(u"succeeded"_s));
        QVERIFY(scene.addsUp());
    }

    void aRestart_losesNothing_data() { TestDatabases::addEngines(); }
    void aRestart_losesNothing()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        scene.house.stop();
        scene.stripe.pay(scene.intent());
        scene.house.restart();
        scene.customer = scene.house.visitor(Role::Customer);
        QVERIFY(scene.awaitState(u"succeeded"_s));
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
    }

    void aDeclinedPayment_canBeTriedAgain_data() { TestDatabases::addEngines(); }
    void aDeclinedPayment_canBeTriedAgain()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        const WebAnswer declined = scene.pay("ctoken_declined");
        QCOMPARE(declined.status, 409);
        QCOMPARE(declined.at(u"error"_s), u"payment_declined"_s);
        QCOMPARE(scene.deliver(u"payment_intent.payment_failed"_s), 200);
        QCOMPARE(scene.customer->call(u"payments.get"_s, {{u"booking"_s, scene.booking}}).at(u"payment.decline"_s).toString(), u"insufficient_funds"_s);
        const WebAnswer step = scene.pay("ctoken_action");
        QCOMPARE(step.at(u"state"_s), u"pending"_s);
        QVERIFY(step.at(u"clientSecret"_s).startsWith(scene.intent()));
        scene.stripe.pay(scene.intent());
        QVERIFY(scene.awaitState(u"succeeded"_s));
    }

    void givenUp_isFreeAtOnceUnlessItIsPaid_data() { TestDatabases::addEngines(); }
    void givenUp_isFreeAtOnceUnlessItIsPaid()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        const WireReply cancelled = scene.customer->call(u"payments.cancel"_s, {{u"booking"_s, scene.booking}});
        QCOMPARE(cancelled.at(u"payment.state"_s).toString(), u"cancelled"_s);
        QCOMPARE(scene.bookingState(), u"cancelled"_s);
        QCOMPARE(scene.pay().status, 409);
        QVERIFY(scene.begin({30}).ok());
        scene.stripe.pay(scene.intent());
        QCOMPARE(scene.customer->call(u"payments.cancel"_s, {{u"booking"_s, scene.booking}}).at(u"payment.state"_s).toString(), u"succeeded"_s);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
    }

    void aReservationThatIsProlonged_canBePaidOnlineAsLong_data() { TestDatabases::addEngines(); }
    void aReservationThatIsProlonged_canBePaidOnlineAsLong()
    {
        Scene scene(m_databases, 2s);
        QVERIFY(scene.begin({30}).ok());
        const auto clerk = scene.house.visitor(Role::Clerk);
        const QJsonObject tomorrow {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"payUntil"_s, QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs)}};
        QVERIFY(clerk->call(u"bookings.prolong"_s, tomorrow).ok());
        QVERIFY(scene.customer->call(u"holds.acquire"_s, placesOf(scene.event(), {31})).ok());
        const WireReply other = scene.customer->call(u"payments.begin"_s, scene.sale({31}));
        const auto isOver = [&] { return scene.customer->call(u"payments.get"_s, {{u"booking"_s, other.at(u"payment.booking"_s)}}).at(u"payment.state"_s).toString() == "cancelled"_L1; };
        QVERIFY(QTest::qWaitFor(isOver, kPatience)); // what was begun later is over
        QCOMPARE(scene.state(), u"pending"_s);
        QCOMPARE(scene.bookingState(), u"reserved"_s);
        QCOMPARE(scene.pay().status, 200);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
    }

    void aReservationThatIsShortened_cannotBePaidOnlineAfterThat_data() { TestDatabases::addEngines(); }
    void aReservationThatIsShortened_cannotBePaidOnlineAfterThat()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        const QJsonObject soon {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"payUntil"_s, QDateTime::currentDateTimeUtc().addMSecs(1'000).toString(Qt::ISODateWithMs)}};
        QVERIFY(scene.house.visitor(Role::Clerk)->call(u"bookings.prolong"_s, soon).ok());
        QVERIFY(scene.awaitFallenFree());
        QCOMPARE(scene.pay().status, 409);
        QVERIFY(scene.awaitState(u"cancelled"_s));
        QVERIFY(scene.stripe.intent(scene.intent()).value("amount_received"_L1).toInteger() == 0);
    }

    void aReservationThatIsCancelledOrPaidOtherwise_isNotPaidOnline_data() { TestDatabases::addEngines(); }
    void aReservationThatIsCancelledOrPaidOtherwise_isNotPaidOnline()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        QVERIFY(scene.customer->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}}).ok());
        QVERIFY(scene.awaitState(u"cancelled"_s));
        QVERIFY(scene.begin({31}).ok());
        const auto clerk = scene.house.visitor(Role::Clerk);
        scene.stripe.setMood(Mood::Unreachable);
        scene.stripe.pay(scene.intent()); // and at the counter, too
        const QJsonObject inCash {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"payment"_s, QJsonObject {{u"kind"_s, u"cash"_s}}}};
        QVERIFY(clerk->call(u"bookings.pay"_s, inCash).ok());
        scene.stripe.setMood(Mood::Well);
        QVERIFY(scene.awaitState(u"refunded"_s));
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QCOMPARE(scene.refundedAtStripe(), TestHouse::kRearPrice);
        QVERIFY(scene.addsUp());
    }

    void aReservationThatIsProlonged_canBePaidAsLong_data() { TestDatabases::addEngines(); }
    void aReservationThatIsProlonged_canBePaidAsLong()
    {
        Scene scene(m_databases, 3s);
        QVERIFY(scene.begin({30}).ok());
        const QString booking = scene.booking;
        const QString page = scene.page;
        const auto clerk = scene.house.visitor(Role::Clerk);
        const QString inAnHour = toIsoUtc(SystemClock().utcNow() + 1h);
        QVERIFY(clerk->call(u"bookings.prolong"_s, {{u"booking"_s, booking}, {u"key"_s, newKey()}, {u"payUntil"_s, inAnHour}}).ok());
        QVERIFY(scene.begin({31}).ok()); // whose time is over later
        QVERIFY(scene.awaitState(u"cancelled"_s));
        QVERIFY(scene.awaitFallenFree());
        scene.booking = booking;
        scene.page = page;
        QCOMPARE(scene.state(), u"pending"_s);
        QCOMPARE(scene.bookingState(), u"reserved"_s);
        QCOMPARE(scene.pay().status, 200);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QVERIFY(scene.addsUp());
    }

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

    void ticketsThatAreCancelled_goBackThroughTheProvider_data() { TestDatabases::addEngines(); }
    void ticketsThatAreCancelled_goBackThroughTheProvider()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30, 31}).ok());
        QCOMPARE(scene.pay().status, 200);
        const QString number = scene.stored().value(u"tickets"_s)[0][u"number"_s].toString();
        scene.stripe.setMood(Mood::Forgetful);
        QVERIFY(scene.customer->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {number}}}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(scene.stripe.refunds().size(), 1, kPatience);
        scene.stripe.setMood(Mood::Well);
        QVERIFY(scene.customer->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(scene.stripe.refunds().size(), 2, kPatience);
        QCOMPARE(scene.refundedAtStripe(), 2 * TestHouse::kRearPrice);
        const QJsonArray payments = scene.stored().value(u"payments"_s).toArray();
        QCOMPARE(payments.size(), 3);
        QCOMPARE(payments.at(1)[u"kind"_s].toString(), u"online"_s);
        QCOMPARE(payments.at(1)[u"direction"_s].toString(), u"refund"_s);
        QCOMPARE(payments.at(1)[u"refunds"_s], payments.at(0)[u"id"_s]);
        QCOMPARE(scene.state(), u"succeeded"_s);
        QVERIFY(scene.addsUp());
    }

    void aRefundThatFails_isShownUntilSomebodySettlesIt_data() { TestDatabases::addEngines(); }
    void aRefundThatFails_isShownUntilSomebodySettlesIt()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        QCOMPARE(scene.pay().status, 200);
        scene.stripe.setRefundsAre(u"failed"_s);
        QVERIFY(scene.customer->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking}, {u"key"_s, newKey()}}).ok());
        const auto manager = scene.house.visitor(Role::Manager);
        const auto unmatched = [&] { return manager->call(u"payments.unmatched"_s).at(u"money"_s).toArray(); };
        QVERIFY(QTest::qWaitFor([&] { return unmatched().size() == 1; }, kPatience));
        const QJsonObject money = unmatched().at(0).toObject();
        QCOMPARE(money.value(u"booking"_s).toString(), scene.booking);
        QCOMPARE(money.value(u"intent"_s).toString(), scene.intent());
        QCOMPARE(money.value(u"amount"_s)[u"amount"_s].toInteger(), TestHouse::kRearPrice);
        QVERIFY(manager->call(u"payments.refundAgain"_s, {{u"id"_s, money.value(u"id"_s)}}).ok());
        QVERIFY(QTest::qWaitFor([&] { return scene.stripe.refunds().size() == 2 && unmatched().size() == 1; }, kPatience));
        scene.stripe.setRefundsAre(u"succeeded"_s);
        QVERIFY(manager->call(u"payments.refundAgain"_s, {{u"id"_s, money.value(u"id"_s)}}).ok());
        QVERIFY(QTest::qWaitFor([&] { return scene.stripe.refunds().size() == 3; }, kPatience));
        QVERIFY(unmatched().isEmpty());
        QCOMPARE(scene.refundedAtStripe(), TestHouse::kRearPrice);
        QCOMPARE(manager->call(u"payments.settle"_s, {{u"id"_s, money.value(u"id"_s)}, {u"reason"_s, u"In cash"_s}}).kind(), u"payment_settled"_s);

        scene.stripe.settleRefund(scene.stripe.refunds().constLast().value("id"_L1).toString(), u"failed"_s); // the bank sent it back
        QCOMPARE(scene.deliver(u"refund.failed"_s), 200);
        QCOMPARE(unmatched().size(), 1);
        QVERIFY(manager->call(u"payments.settle"_s, {{u"id"_s, money.value(u"id"_s)}, {u"reason"_s, u"In cash"_s}}).ok());
        QVERIFY(unmatched().isEmpty());
        QCOMPARE(scene.audited(u"payment.not_refunded"_s), 3);
        QCOMPARE(scene.audited(u"payment.refunded"_s), 1);
        QVERIFY(scene.addsUp());
    }

    void moneyThatGoesAtTheProviderItself_isShownOnce_data() { TestDatabases::addEngines(); }
    void moneyThatGoesAtTheProviderItself_isShownOnce()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30, 31}).ok());
        QCOMPARE(scene.pay().status, 200);
        const auto manager = scene.house.visitor(Role::Manager);
        const auto unmatched = [&] { return manager->call(u"payments.unmatched"_s).at(u"money"_s).toArray(); };
        scene.stripe.refundAtDesk(scene.intent(), 700);
        for (const QString &event : {u"refund.created"_s, u"charge.refunded"_s, u"refund.created"_s})
            QCOMPARE(scene.deliver(event), 200);
        QCOMPARE(unmatched().size(), 1);
        const QJsonObject gone = unmatched().at(0).toObject();
        QCOMPARE(gone.value(u"kind"_s).toString(), u"refunded_elsewhere"_s);
        QCOMPARE(gone.value(u"booking"_s).toString(), scene.booking);
        QCOMPARE(gone.value(u"amount"_s)[u"amount"_s].toInteger(), 700);
        QCOMPARE(manager->call(u"payments.refundAgain"_s, {{u"id"_s, gone.value(u"id"_s)}}).kind(), u"payment_settled"_s);
        scene.stripe.settleRefund(scene.stripe.refunds().constLast().value("id"_L1).toString(), u"failed"_s); // so that it is the house's again
        QCOMPARE(scene.deliver(u"refund.failed"_s), 200);
        QVERIFY(unmatched().isEmpty());

        scene.stripe.refundAtDesk(scene.intent(), 800);
        QCOMPARE(scene.deliver(u"charge.refunded"_s), 200); // which says nothing of refunds
        QCOMPARE(unmatched().size(), 1);
        const QJsonObject settled {{u"id"_s, unmatched().at(0)[u"id"_s]}, {u"reason"_s, u"A gesture"_s}};
        QVERIFY(manager->call(u"payments.settle"_s, settled).ok());
        QVERIFY(manager->call(u"payments.settle"_s, settled).ok()); // whose answer was lost
        QCOMPARE(manager->call(u"payments.settle"_s, with(settled, u"reason"_s, u"Another"_s)).kind(), u"payment_settled"_s);
        QCOMPARE(scene.deliver(u"refund.created"_s), 200);
        QVERIFY(unmatched().isEmpty());

        scene.stripe.dispute(scene.intent(), u"needs_response"_s);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(scene.deliver(u"charge.dispute.created"_s), 200);
        QCOMPARE(unmatched().size(), 1);
        QCOMPARE(unmatched().at(0)[u"kind"_s].toString(), u"disputed"_s);
        QCOMPARE(unmatched().at(0)[u"problem"_s].toString(), u"fraudulent"_s);
        scene.stripe.dispute(scene.intent(), u"lost"_s);
        QCOMPARE(scene.deliver(u"charge.dispute.closed"_s), 200);
        QCOMPARE(unmatched().size(), 1);
        scene.stripe.dispute(scene.intent(), u"won"_s);
        QCOMPARE(scene.deliver(u"charge.dispute.closed"_s), 200);
        QVERIFY(unmatched().isEmpty());
        QCOMPARE(scene.audited(u"payment.refunded_elsewhere"_s), 2);
        QCOMPARE(scene.audited(u"payment.disputed"_s), 1);
        QCOMPARE(scene.audited(u"payment.settled"_s), 3);
        QCOMPARE(scene.bookingState(), u"confirmed"_s);
        QVERIFY(scene.addsUp());
    }

    void moneyOfNobody_isShown_strangersMoneyIsNot_data() { TestDatabases::addEngines(); }
    void moneyOfNobody_isShown_strangersMoneyIsNot()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        scene.stripe.setMood(Mood::Unreachable); // only callbacks tell
        scene.stripe.pay(scene.intent());
        const auto about = [&](const QString &intent, const QJsonObject &metadata, qint64 amount) {
            QJsonObject event = *scene.stripe.lastEvent(u"payment_intent.succeeded"_s);
            QJsonObject object = scene.stripe.intent(scene.intent());
            object.insert(u"id"_s, intent);
            object.insert(u"metadata"_s, metadata);
            object.insert(u"amount_received"_s, amount);
            event.insert(u"data"_s, QJsonObject {{u"object"_s, object}});
            return StripeDouble::deliver(event, scene.web(u"/webhooks/stripe"_s));
        };
        const auto manager = scene.house.visitor(Role::Manager);
        const auto unmatched = [&] { return manager->call(u"payments.unmatched"_s).at(u"money"_s).toArray(); };
        QCOMPARE(about(u"pi_shop"_s, {}, 100), 200);
        QVERIFY(unmatched().isEmpty());
        QJsonObject lost {{u"parterre_payment"_s, u"00000000-0000-7000-8000-00000000ffff"_s}};
        QCOMPARE(about(u"pi_older"_s, lost, 100), 200); // whose house nobody was told
        lost.insert(u"parterre_house"_s, u"another"_s);
        QCOMPARE(about(u"pi_neighbour"_s, lost, 100), 200);
        QVERIFY(unmatched().isEmpty());
        lost.insert(u"parterre_house"_s, scene.house.id());
        for (int i = 0; i < 2; ++i)
            QCOMPARE(about(u"pi_lost"_s, lost, 100), 200);
        QCOMPARE(unmatched().size(), 1);
        QCOMPARE(scene.audited(u"payment.unknown"_s), 1);
        QCOMPARE(about(scene.intent(), scene.stripe.intent(scene.intent()).value("metadata"_L1).toObject(), 100), 200); // too little
        QCOMPARE(unmatched().size(), 2);
        QCOMPARE(scene.state(), u"unmatched"_s);
        QVERIFY(scene.stripe.refunds().isEmpty());
        QVERIFY(scene.addsUp());
    }

    void housesAtOneAccount_leaveEachOthersMoneyAlone_data() { TestDatabases::addEngines(); }
    void housesAtOneAccount_leaveEachOthersMoneyAlone()
    {
        Scene scene(m_databases);
        const TestHouse other(m_databases.create(Scene::engine()), {.stripe = scene.stripe.url()});
        QVERIFY(other.id() != scene.house.id());
        QVERIFY(scene.begin({30}).ok());
        QCOMPARE(scene.pay().status, 200);
        QUrl webhook = other.url();
        webhook.setScheme(u"http"_s);
        webhook.setPath(u"/webhooks/stripe"_s);
        QCOMPARE(StripeDouble::deliver(*scene.stripe.lastEvent(u"payment_intent.succeeded"_s), webhook), 200);
        const auto manager = other.visitor(Role::Manager);
        const auto unmatched = [&] { return manager->call(u"payments.unmatched"_s).at(u"money"_s).toArray(); };
        QVERIFY(unmatched().isEmpty());

        // Nor is what was written down before payments named their house.
        storage::Database database(other.database());
        QVERIFY(database.open());
        const Instant now = SystemClock().utcNow();
        const storage::StoredOnlinePayment stranger {.payment = {.id = *PaymentId::fromString(newKey()), .amount = {TestHouse::kRearPrice, *Currency::fromCode(u"EUR")}}};
        QVERIFY(database.transact([&]() -> Result<void> {
            const auto kept = database.run("online_payments.insert_stranger"_L1, {{"id"_L1, stranger.payment.id}, {"provider"_L1, "stripe"_L1}, {"intent"_L1, scene.intent()},
                                                                                  {"amount"_L1, stranger.payment.amount.amount}, {"currency"_L1, "EUR"_L1}, {"now"_L1, now}});
            return kept ? storage::OnlinePaymentRepository(database).giveBack(stranger, stranger.payment.amount, u"lost"_s, now) : kept.error();
        }));
        QCOMPARE(unmatched().size(), 1);
        QVERIFY(manager->call(u"payments.refundAgain"_s, {{u"id"_s, unmatched().at(0)[u"id"_s]}}).ok());
        QVERIFY(QTest::qWaitFor([&] { return unmatched().size() == 1 && unmatched().at(0)[u"problem"_s].toString().contains(u"of this house"_s); }, kPatience));
        QVERIFY(scene.stripe.refunds().isEmpty());
    }

    void aRestart_keepsTheHouse_data() { TestDatabases::addEngines(); }
    void aRestart_keepsTheHouse()
    {
        Scene scene(m_databases);
        const QString id = scene.house.id();
        scene.house.stop();
        scene.house.restart();
        scene.customer = scene.house.visitor(Role::Customer);
        QVERIFY(scene.begin({30}).ok());
        QCOMPARE(scene.stripe.intent(scene.intent()).value("metadata"_L1)[u"parterre_house"_s].toString(), id);
    }

    void aForgedCallback_changesNothing_data() { TestDatabases::addEngines(); }
    void aForgedCallback_changesNothing()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        const QByteArray body = "{\"id\":\"evt_1\",\"object\":\"event\",\"data\":{\"object\":{\"id\":\"" + scene.intent().toUtf8()
            + "\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"amount\":2500,\"amount_received\":2500,\"currency\":\"eur\"}}}";
        QCOMPARE(ask("POST", scene.web(u"/webhooks/stripe"_s), body).status, 400);
        QCOMPARE(scene.state(), u"pending"_s);
    }

    void thePage_showsWhatIsToBePaidToWhoeverKnowsIt_data() { TestDatabases::addEngines(); }
    void thePage_showsWhatIsToBePaidToWhoeverKnowsIt()
    {
        Scene scene(m_databases);
        QVERIFY(scene.begin({30}).ok());
        const WebAnswer page = ask("GET", scene.web(scene.page));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("25.00 EUR") && page.body.contains("pk_test_parterre"));
        QVERIFY(page.policy.contains("default-src 'none'"));
        for (const QByteArray &secret : {StripeDouble::secretKey(), StripeDouble::webhookSecret(), QByteArray("_secret_")})
            QVERIFY(!page.body.contains(secret));
        QCOMPARE(ask("GET", scene.web(scene.page + u"/state"_s)).at(u"state"_s), u"pending"_s);
        QCOMPARE(ask("GET", scene.web(u"/pay/page.js"_s)).status, 200);
        QCOMPARE(ask("GET", scene.web(u"/pay/"_s + QString(43, u'x'))).status, 404);
        QCOMPARE(ask("GET", scene.web(u"/pay/../etc/passwd"_s)).status, 404);
        QCOMPARE(scene.pay(QByteArray(300, 'x')).status, 413);
        const auto other = scene.house.visitor(Role::Guest);
        QCOMPARE(other->call(u"payments.get"_s, {{u"booking"_s, scene.booking}}).kind(), u"not_found"_s);
        QCOMPARE(other->call(u"payments.cancel"_s, {{u"booking"_s, scene.booking}}).kind(), u"not_found"_s);
    }

    void aHouseWithoutAProvider_saysSo()
    {
        const TestHouse house(m_databases.create(Engine::Sqlite));
        const auto customer = house.visitor(Role::Customer);
        QVERIFY(customer->call(u"holds.acquire"_s, placesOf(house.events().evening, {30})).ok());
        QCOMPARE(customer->call(u"payments.begin"_s, onlineOf(house.events().evening, {30}, newKey())).kind(), u"online_payments_off"_s);
        QUrl web = house.url();
        web.setScheme(u"http"_s);
        web.setPath(u"/webhooks/stripe"_s);
        QCOMPARE(ask("POST", web, "{}").status, 404);
    }
};

QTEST_GUILESS_MAIN(OnlinePaymentsTest)
#include "tst_onlinepayments.moc"
