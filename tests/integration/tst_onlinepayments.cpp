// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlinescene.h"
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
        QVERIFY(!cancelled.at(u"payment.keepsSeats"_s).toBool());
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
