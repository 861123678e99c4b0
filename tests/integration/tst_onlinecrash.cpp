// SPDX-License-Identifier: GPL-3.0-or-later
#include "onlinesite.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;
using Mood = StripeDouble::Mood;

namespace {

// Nobody waits for the answer: the house may be killed before it comes.
void post(const QUrl &url, const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    QNetworkAccessManager network;
    QEventLoop loop;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

// The real program, killed at each step of a payment online, and started again on the same data.
class OnlineCrashTest : public QObject
{
    Q_OBJECT

    enum class Step {
        Reserved,  // the provider has not heard of it
        Created,   // it has, and its answer is lost
        Pending,
        Paid,      // and nobody told the house
        Confirmed, // and the callback comes again
        Refunding, // the money is on its way back, and the answer is lost
    };

    TestDatabases m_databases;

private Q_SLOTS:
    void kill_atAnyStep_losesNoPaymentAndMakesNoSecondOne_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<int>("step");
        const QList<std::pair<const char *, Step>> steps {{"reserved", Step::Reserved}, {"created", Step::Created},     {"pending", Step::Pending},
                                                          {"paid", Step::Paid},         {"confirmed", Step::Confirmed}, {"refunding", Step::Refunding}};
        for (const Engine engine : PostgresCluster::isSkipped() ? QList<Engine> {Engine::Sqlite} : QList<Engine> {Engine::Sqlite, Engine::Postgresql}) {
            for (const auto &[name, step] : steps)
                QTest::addRow("%s, %s", engine == Engine::Sqlite ? "SQLite" : "PostgreSQL", name) << engine << static_cast<int>(step);
        }
    }
    void kill_atAnyStep_losesNoPaymentAndMakesNoSecondOne()
    {
        QFETCH(Engine, engine);
        QFETCH(int, step);
        const Step last {step};
        StripeDouble stripe;
        const ServerSite site = buildSite(m_databases, engine);
        const QStringList serve = site.serve() + onlineOptions(site, stripe);
        const QJsonObject sale = onlineOf(site.events.evening, {30}, newKey());
        QString token;
        WireReply begun;
        {
            ServerProcess server(serve);
            const QUrl url = server.awaitUrl();
            WireClient client(url);
            QVERIFY(client.hello().ok());
            token = client.call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}}).at(u"token"_s).toString();
            QVERIFY(client.call(u"holds.acquire"_s, placesOf(site.events.evening, {30})).ok());
            stripe.setMood(last == Step::Reserved ? Mood::Unreachable : last == Step::Created ? Mood::Forgetful : Mood::Well);
            begun = client.call(u"payments.begin"_s, sale);
            QCOMPARE(begun.at(u"payment.state"_s).toString(), last >= Step::Pending ? u"pending"_s : u"creating"_s);
            if (last >= Step::Paid) {
                stripe.setMood(last == Step::Paid ? Mood::Forgetful : Mood::Well);
                post(web(url, QUrl(begun.at(u"page"_s).toString()).path()), "ctoken_visa");
            }
            if (last == Step::Refunding) {
                stripe.setMood(Mood::Forgetful);
                QVERIFY(client.call(u"bookings.cancel"_s, {{u"booking"_s, begun.at(u"payment.booking"_s)}, {u"key"_s, newKey()}}).ok());
                QTRY_COMPARE_WITH_TIMEOUT(stripe.refunds().size(), 1, ServerProcess::kPatience);
            }
            server.kill();
        }
        stripe.setMood(Mood::Well);
        if (last == Step::Refunding)
            stripe.forgetKeys(); // days later
        ServerProcess server(serve);
        const QUrl url = server.awaitUrl();
        WireClient client(url);
        QVERIFY(client.hello().ok());
        QVERIFY(client.call(u"auth.resume"_s, {{u"token"_s, token}}).ok());
        begun = client.call(u"payments.begin"_s, sale); // the same key
        QCOMPARE(begun.kind(), QString());
        const QJsonValue booking = begun.at(u"payment.booking"_s);
        if (last <= Step::Pending)
            post(web(url, QUrl(begun.at(u"page"_s).toString()).path()), "ctoken_visa");
        const auto state = [&] { return client.call(u"payments.get"_s, {{u"booking"_s, booking}}).at(u"payment.state"_s).toString(); };
        QVERIFY(QTest::qWaitFor([&] { return state() == "succeeded"_L1; }, ServerProcess::kPatience));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(StripeDouble::deliver(*stripe.lastEvent(u"payment_intent.succeeded"_s), web(url, u"/webhooks/stripe"_s)), 200);
        qint64 received = 0;
        for (const QJsonObject &intent : stripe.intents())
            received += intent.value("amount_received"_L1).toInteger();
        QCOMPARE(received, TestHouse::kRearPrice);
        const QJsonObject stored = client.call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking"_s).toObject();
        QCOMPARE(stored.value(u"state"_s).toString(), last == Step::Refunding ? u"cancelled"_s : u"confirmed"_s);
        QCOMPARE(stored.value(u"payments"_s).toArray().size(), last == Step::Refunding ? 2 : 1);
        const auto wasAskedAgain = [&] {
            return std::ranges::any_of(stripe.requests(), [](const StripeDouble::Request &request) { return request.method == "GET" && request.path == "/v1/refunds"; });
        };
        QVERIFY(last != Step::Refunding || QTest::qWaitFor(wasAskedAgain, ServerProcess::kPatience));
        QCOMPARE(stripe.refunds().size(), last == Step::Refunding ? 1 : 0);
        QCOMPARE(stripe.intents().size(), 1);
        server.kill();
        QCOMPARE(runServer(QStringList {u"verify"_s} + site.where), 0);
    }

private:
    static QUrl web(QUrl url, const QString &path)
    {
        url.setScheme(u"http"_s);
        url.setPath(path);
        return url;
    }
};

QTEST_GUILESS_MAIN(OnlineCrashTest)
#include "tst_onlinecrash.moc"
