// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlinescene.h"
#include "tests/support/eventparams.h"

#include <QLoggingCategory>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = WireClient::kPatience;
using Mood = StripeDouble::Mood;
using Scene = OnlineScene;

} // namespace

// Money that somebody has to look at: whose payment it is, and what became of it at the provider, however it is told.
class OnlineMoneyTest : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"parterre.*=false"_s); }

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
};

QTEST_GUILESS_MAIN(OnlineMoneyTest)
#include "tst_onlinemoney.moc"
