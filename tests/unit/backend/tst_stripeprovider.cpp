// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/payments/stripeprovider.h"
#include "tests/support/stripedouble.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTest>

using namespace parterre;
using namespace parterre::payments;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using testing::StripeDouble;

namespace {

constexpr int kPatience = 30'000;

Money euros(qint64 cents)
{
    return {.amount = cents, .currency = *Currency::fromCode(u"EUR")};
}

// The provider before a double of Stripe, asked one thing at a time.
struct Desk {
    explicit Desk(const QByteArray &key = StripeDouble::secretKey())
        : provider({.api = stripe.url(), .secretKey = key, .webhookSecret = StripeDouble::webhookSecret(), .patience = 5s})
    {
    }

    template<class T, class Ask>
    Result<T> wait(Ask ask)
    {
        std::optional<Result<T>> said;
        ask([&](const Result<T> &result) { said = result; });
        if (said)
            return {ErrorCode::Internal, u"answered before the call returned"_s};
        if (!QTest::qWaitFor([&] { return said.has_value(); }, kPatience))
            return {ErrorCode::TimedOut};
        return *said;
    }
    Result<Intent> create(const Money &amount, const QString &ownId = u"own-1"_s)
    {
        return wait<Intent>([&](const auto &done) { provider.create({.ownId = ownId, .house = u"house-1"_s, .amount = amount, .description = u"7K3M-9QXA"_s}, done); });
    }
    Result<Intent> confirm(const QString &intent, const QString &method)
    {
        return wait<Intent>([&](const auto &done) { provider.confirm(intent, method, QUrl(u"https://box.example/pay/x"_s), done); });
    }
    Result<Intent> cancel(const QString &intent)
    {
        return wait<Intent>([&](const auto &done) { provider.cancel(intent, done); });
    }
    Result<ProviderRefund> refund(const QString &intent, qint64 cents, bool isRepeated = false, const QString &ownId = u"back-1"_s)
    {
        return wait<ProviderRefund>([&](const auto &done) {
            provider.refund({.ownId = ownId, .intent = intent, .amount = euros(cents), .isRepeated = isRepeated}, done);
        });
    }

    StripeDouble stripe;
    StripeProvider provider;
};

} // namespace

// Intents and refunds at Stripe, as its reference describes it, and what becomes of them when it cannot be reached.
class StripeProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"parterre.payments.stripe=false"_s); }

    void aNewIntent_asksForTheAmountAndIsMarkedAsOurs()
    {
        Desk desk;
        const Result<Intent> made = desk.create(euros(4250));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QCOMPARE(made->amount, euros(4250));
        QCOMPARE(made->received, euros(0));
        QCOMPARE(made->ownId, u"own-1"_s);
        QCOMPARE(made->house, u"house-1"_s);
        QCOMPARE(made->status, IntentStatus::AwaitsPayer);
        QVERIFY(made->clientSecret.startsWith(made->id));
        QCOMPARE(desk.stripe.intent(made->id).value("description"_L1).toString(), u"7K3M-9QXA"_s);
    }

    void amounts_areSaidInStripesUnits_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("ours");
        QTest::addColumn<qint64>("theirs"); // 0: cannot be said
        QTest::newRow("two digits") << u"EUR"_s << qint64(1050) << qint64(1050);
        QTest::newRow("none") << u"JPY"_s << qint64(1050) << qint64(1050);
        QTest::newRow("none, with cents at Stripe") << u"ISK"_s << qint64(1050) << qint64(105'000);
        QTest::newRow("the other of them") << u"UGX"_s << qint64(5) << qint64(500);
        QTest::newRow("two, with none at Stripe") << u"MGA"_s << qint64(105'000) << qint64(1050);
        QTest::newRow("two, with a rest") << u"MGA"_s << qint64(105'020) << qint64(0);
        QTest::newRow("three, the last is 0") << u"KWD"_s << qint64(5120) << qint64(5120);
        QTest::newRow("three, the last is not") << u"KWD"_s << qint64(5124) << qint64(0);
        QTest::newRow("nothing") << u"EUR"_s << qint64(0) << qint64(0);
    }
    void amounts_areSaidInStripesUnits()
    {
        QFETCH(QString, currency);
        QFETCH(qint64, ours);
        QFETCH(qint64, theirs);
        Desk desk;
        const Money amount {.amount = ours, .currency = *Currency::fromCode(currency)};
        const Result<Intent> made = desk.create(amount);
        QCOMPARE(made.ok(), theirs != 0);
        QCOMPARE(desk.provider.accepts(amount).ok(), theirs != 0);
        if (!made) {
            QCOMPARE(made.error().code, ErrorCode::ProviderRefused);
            QVERIFY(desk.stripe.requests().isEmpty());
            return;
        }
        QCOMPARE(made->amount, amount);
        QCOMPARE(desk.stripe.intent(made->id).value("amount"_L1).toInteger(), theirs);
    }

    void theSameQuestionAgain_makesNoSecondIntent()
    {
        Desk desk;
        desk.stripe.setMood(StripeDouble::Mood::Forgetful);
        QCOMPARE(desk.create(euros(100)).error().code, ErrorCode::ProviderUnavailable);
        desk.stripe.setMood(StripeDouble::Mood::Well);
        QVERIFY(desk.create(euros(100)));
        QCOMPARE(desk.stripe.intents().size(), 1);
    }

    void theSameIdForAnotherAmount_isRefused()
    {
        Desk desk;
        QVERIFY(desk.create(euros(100)));
        QCOMPARE(desk.create(euros(200)).error().code, ErrorCode::ProviderRefused);
    }

    void confirming_takesTheMoneyOrSaysWhyNot_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<std::optional<IntentStatus>>("status");
        QTest::addColumn<ErrorCode>("error");
        using Status = std::optional<IntentStatus>;
        QTest::newRow("paid") << u"ctoken_visa"_s << Status(IntentStatus::Succeeded) << ErrorCode::Internal;
        QTest::newRow("the bank asks") << u"ctoken_action"_s << Status(IntentStatus::AwaitsStep) << ErrorCode::Internal;
        QTest::newRow("the bank takes its time") << u"ctoken_processing"_s << Status(IntentStatus::Processing) << ErrorCode::Internal;
        QTest::newRow("declined") << u"ctoken_declined"_s << Status() << ErrorCode::PaymentDeclined;
        QTest::newRow("no way to pay at all") << u"pm_card"_s << Status() << ErrorCode::ProviderRefused;
    }
    void confirming_takesTheMoneyOrSaysWhyNot()
    {
        QFETCH(QString, method);
        QFETCH(std::optional<IntentStatus>, status);
        QFETCH(ErrorCode, error);
        Desk desk;
        const Result<Intent> made = desk.create(euros(100));
        const Result<Intent> confirmed = desk.confirm(made->id, method);
        QCOMPARE(confirmed.ok(), status.has_value());
        if (!confirmed) {
            QCOMPARE(confirmed.error().code, error);
            return;
        }
        QCOMPARE(confirmed->status, *status);
        QCOMPARE(confirmed->received, euros(*status == IntentStatus::Succeeded ? 100 : 0));
    }

    void aDeclinedPayment_mayBeTriedAnotherWay()
    {
        Desk desk;
        const Result<Intent> made = desk.create(euros(100));
        QCOMPARE(desk.confirm(made->id, u"ctoken_declined"_s).error().detail, u"insufficient_funds"_s);
        const Result<Intent> found = desk.wait<Intent>([&](const auto &done) { desk.provider.find(made->id, done); });
        QCOMPARE(found->status, IntentStatus::AwaitsPayer);
        QCOMPARE(found->decline, u"insufficient_funds"_s);
        QCOMPARE(desk.confirm(made->id, u"ctoken_visa"_s)->status, IntentStatus::Succeeded);
    }

    void twoClicks_areOnePayment()
    {
        Desk desk;
        const Result<Intent> made = desk.create(euros(100));
        QCOMPARE(desk.confirm(made->id, u"ctoken_visa"_s)->status, IntentStatus::Succeeded);
        QCOMPARE(desk.confirm(made->id, u"ctoken_visa"_s)->status, IntentStatus::Succeeded);
        QCOMPARE(desk.confirm(made->id, u"ctoken_other"_s)->status, IntentStatus::Succeeded);
        QCOMPARE(desk.stripe.intent(made->id).value("amount_received"_L1).toInteger(), 100);
    }

    void cancelling_saysWhatItIsThen()
    {
        Desk desk;
        const Result<Intent> unpaid = desk.create(euros(100));
        QCOMPARE(desk.cancel(unpaid->id)->status, IntentStatus::Cancelled);
        QCOMPARE(desk.cancel(unpaid->id)->status, IntentStatus::Cancelled);
        const Result<Intent> paid = desk.create(euros(100), u"own-2"_s);
        desk.stripe.pay(paid->id);
        QCOMPARE(desk.cancel(paid->id)->status, IntentStatus::Succeeded);
        const Result<Intent> slow = desk.create(euros(100), u"own-3"_s);
        QVERIFY(desk.confirm(slow->id, u"ctoken_processing"_s));
        QCOMPARE(desk.cancel(slow->id)->status, IntentStatus::Processing);
        desk.stripe.decline(slow->id);
        QCOMPARE(desk.cancel(slow->id)->status, IntentStatus::Cancelled);
    }

    void aRefund_goesBackOnceHoweverOftenItIsAskedFor_data()
    {
        QTest::addColumn<bool>("keysAreForgotten");
        QTest::newRow("within a day") << false;
        QTest::newRow("days later") << true;
    }
    void aRefund_goesBackOnceHoweverOftenItIsAskedFor()
    {
        QFETCH(bool, keysAreForgotten);
        Desk desk;
        const Result<Intent> made = desk.create(euros(100));
        desk.stripe.pay(made->id);
        desk.stripe.setMood(StripeDouble::Mood::Forgetful);
        QCOMPARE(desk.refund(made->id, 40).error().code, ErrorCode::ProviderUnavailable);
        desk.stripe.setMood(StripeDouble::Mood::Well);
        if (keysAreForgotten)
            desk.stripe.forgetKeys();
        const Result<ProviderRefund> refund = desk.refund(made->id, 40, true);
        QVERIFY(refund);
        QCOMPARE(refund->status, RefundStatus::Succeeded);
        QCOMPARE(refund->intent, made->id);
        QCOMPARE(refund->amount, euros(40));
        QCOMPARE(desk.stripe.refunds().size(), 1);
        QVERIFY(desk.refund(made->id, 60, false, u"back-2"_s));
        QCOMPARE(desk.refund(made->id, 1, false, u"back-3"_s).error().code, ErrorCode::ProviderRefused);
    }

    void aRefundUnderWay_canBeLookedUp()
    {
        Desk desk;
        const Result<Intent> made = desk.create(euros(100));
        desk.stripe.pay(made->id);
        desk.stripe.setRefundsAre(u"pending"_s);
        const Result<ProviderRefund> refund = desk.refund(made->id, 100);
        QCOMPARE(refund->status, RefundStatus::Pending);
        desk.stripe.settleRefund(refund->id, u"failed"_s);
        const Result<ProviderRefund> found = desk.wait<ProviderRefund>([&](const auto &done) { desk.provider.findRefund(refund->id, done); });
        QCOMPARE(found->status, RefundStatus::Failed);
        QCOMPARE(found->failure, u"expired_or_canceled_card"_s);
    }

    void whoeverCannotBeReached_mayBeAskedAgain_data()
    {
        QTest::addColumn<StripeDouble::Mood>("mood");
        QTest::newRow("no answer") << StripeDouble::Mood::Unreachable;
        QTest::newRow("too much at once") << StripeDouble::Mood::Busy;
        QTest::newRow("broken") << StripeDouble::Mood::Broken;
    }
    void whoeverCannotBeReached_mayBeAskedAgain()
    {
        QFETCH(StripeDouble::Mood, mood);
        Desk desk;
        desk.stripe.setMood(mood);
        QCOMPARE(desk.create(euros(100)).error().code, ErrorCode::ProviderUnavailable);
        desk.stripe.setMood(StripeDouble::Mood::Well);
        QVERIFY(desk.create(euros(100)));
    }

    void aWrongKey_isTheHousesFaultAndStandsInNoError()
    {
        Desk desk("sk_test_wrong");
        const Result<Intent> made = desk.create(euros(100));
        QCOMPARE(made.error().code, ErrorCode::ProviderUnavailable);
        QVERIFY(!made.error().detail.contains(u"sk_test"_s));
    }

    void anUnknownIntent_isRefused()
    {
        Desk desk;
        QCOMPARE(desk.cancel(u"pi_unknown/../x"_s).error().code, ErrorCode::ProviderRefused);
    }

    void aCallback_saysWhatBecameOfWhat()
    {
        Desk desk;
        const Result<Intent> made = desk.create(euros(100));
        desk.stripe.pay(made->id);
        const Instant now {1'700'000'000s};
        const auto read = [&](const QJsonObject &event) {
            const QByteArray body = QJsonDocument(event).toJson();
            return desk.provider.read(StripeDouble::signatureOf(body, 1'700'000'000), body, now);
        };
        const Result<std::optional<Notice>> paid = read(*desk.stripe.lastEvent(u"payment_intent.succeeded"_s));
        QVERIFY(paid && *paid && (*paid)->intent);
        QCOMPARE((*paid)->intent->status, IntentStatus::Succeeded);
        QCOMPARE((*paid)->intent->ownId, u"own-1"_s);
        QVERIFY(desk.refund(made->id, 100));
        const Result<std::optional<Notice>> refunded = read(*desk.stripe.lastEvent(u"refund.created"_s));
        QVERIFY(refunded && *refunded && (*refunded)->refund);
        QCOMPARE((*refunded)->refund->ownId, u"back-1"_s);
        desk.stripe.dispute(made->id, u"needs_response"_s);
        const Result<std::optional<Notice>> disputed = read(*desk.stripe.lastEvent(u"charge.dispute.created"_s));
        QVERIFY(disputed && *disputed && (*disputed)->dispute);
        QCOMPARE(*(*disputed)->dispute, (Dispute {.id = u"dp_"_s + made->id, .intent = made->id, .amount = euros(100), .reason = u"fraudulent"_s}));
        desk.stripe.dispute(made->id, u"won"_s);
        const Result<std::optional<Notice>> won = read(*desk.stripe.lastEvent(u"charge.dispute.closed"_s));
        QVERIFY(won && *won && (*won)->dispute && (*won)->dispute->isDecidedForUs);
        desk.stripe.refundAtDesk(made->id, 40);
        const Result<std::optional<Notice>> charged = read(*desk.stripe.lastEvent(u"charge.refunded"_s));
        QVERIFY(charged && *charged);
        QCOMPARE((*charged)->refundsOf, made->id);
        const Result<QList<ProviderRefund>> all = desk.wait<QList<ProviderRefund>>([&](const auto &done) { desk.provider.findRefunds(made->id, done); });
        QCOMPARE(all->size(), 2);
        const Result<std::optional<Notice>> other = read({{u"id"_s, u"evt_1"_s}, {u"object"_s, u"event"_s}, {u"type"_s, u"customer.created"_s}});
        QVERIFY(other && !*other);
        QCOMPARE(read({{u"id"_s, u"evt_1"_s}}).error().code, ErrorCode::InvalidParams);
    }
};

QTEST_GUILESS_MAIN(StripeProviderTest)
#include "tst_stripeprovider.moc"
