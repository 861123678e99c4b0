// SPDX-License-Identifier: GPL-3.0-or-later
#include "serversite.h"
#include "tests/unit/backend/rawwebsocketclient.h"

#include "shared/core/utctime.h"
#include "shared/domain/seatstate.h"

#include <QFile>
#include <QSslCertificate>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// The real program on real data: killed, ended, called wrongly, encrypted.
class CrashTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<SeatState> statesOf(WireClient &client, const EventId &event);

    TestDatabases m_databases;

private Q_SLOTS:
    void kill_keepsWhatWasAcknowledged_data() { TestDatabases::addEngines(); }
    void kill_keepsWhatWasAcknowledged();
    void kill_amidSales_neitherLosesNorDoublesOne_data() { TestDatabases::addEngines(); }
    void kill_amidSales_neitherLosesNorDoublesOne();
    void kill_amidACancelledEvent_isGoneOnWith_data();
    void kill_amidACancelledEvent_isGoneOnWith();
    void kill_whileReservationsFallFree_isGoneOnWith_data() { TestDatabases::addEngines(); }
    void kill_whileReservationsFallFree_isGoneOnWith();
    void terminate_tellsClientsAndEndsWell();
    void wrongCalls_nameWhatIsWrong_data();
    void wrongCalls_nameWhatIsWrong();
    void certificate_encrypts();
    void demoCreate_twiceAddsNothing();
};

std::vector<SeatState> CrashTest::statesOf(WireClient &client, const EventId &event)
{
    const WireReply map = client.call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}});
    return unpackSeatStates(map.at(u"states"_s).toString().toLatin1(), map.at(u"seats"_s).toInt()).value_or(std::vector<SeatState>(TestHouse::kSeats));
}

void CrashTest::kill_keepsWhatWasAcknowledged()
{
    QFETCH(Engine, engine);
    const ServerSite site = buildSite(m_databases, engine);
    const EventId event = site.events.evening;
    QString token;
    QString resumeToken;
    QJsonValue booking;
    QJsonValue oldVersion;
    const QJsonObject sale = checkoutOf(event, {30, 31}, newKey());
    {
        ServerProcess server(site.serve());
        WireClient client(server.awaitUrl());
        QVERIFY(client.hello().ok());
        resumeToken = client.resumeToken();
        token = client.call(u"auth.guest"_s, {{u"name"_s, u"Gus"_s}}).at(u"token"_s).toString();
        const WireReply held = client.call(u"holds.acquire"_s, placesOf(event, {30, 31, 40}));
        oldVersion = held.at(u"holds.2.version"_s);
        const WireReply sold = client.call(u"bookings.checkout"_s, sale);
        QCOMPARE(sold.kind(), QString());
        server.kill();
        booking = sold.at(u"booking"_s);
    }
    ServerProcess server(site.serve());
    WireClient client(server.awaitUrl());
    QCOMPARE(client.hello(resumeToken).at(u"resumed"_s), QJsonValue(false));
    QVERIFY(client.call(u"auth.resume"_s, {{u"token"_s, token}}).ok());
    QCOMPARE(client.call(u"bookings.get"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"booking"_s), booking);
    QCOMPARE(client.call(u"bookings.checkout"_s, sale).at(u"booking"_s), booking);
    const auto states = statesOf(client, event);
    QCOMPARE(states.at(30), SeatState::Sold);
    QCOMPARE(states.at(31), SeatState::Sold);
    QCOMPARE(states.at(40), SeatState::Free);

    // A hold does not outlive the server, and its version is never given again.
    QJsonObject stale = checkoutOf(event, {40}, newKey());
    QJsonObject item = stale.value(u"items"_s).toArray().at(0).toObject();
    item.insert(u"version"_s, oldVersion);
    stale.insert(u"items"_s, QJsonArray {item});
    QCOMPARE(client.call(u"bookings.checkout"_s, stale).kind(), u"not_held"_s);
    const WireReply again = client.call(u"holds.acquire"_s, placesOf(event, {40}));
    QVERIFY(again.at(u"holds.0.version"_s).toInteger() > oldVersion.toInteger());
    QCOMPARE(client.call(u"bookings.checkout"_s, stale).kind(), u"stale_version"_s);
    QVERIFY(client.call(u"bookings.checkout"_s, checkoutOf(event, {40}, newKey())).ok());
    server.kill();
    QCOMPARE(runServer(QStringList {u"verify"_s} + site.where), 0);
}

void CrashTest::kill_amidSales_neitherLosesNorDoublesOne()
{
    QFETCH(Engine, engine);
    constexpr int kRounds = 4;
    constexpr qint32 kSalesARound = 15; // two requests each, as many as may be under way
    constexpr qint32 kFirst = 20;
    const ServerSite site = buildSite(m_databases, engine);
    const EventId event = site.events.evening;
    QString token;
    int sold = 0;
    for (int round = 0; round < kRounds; ++round) {
        QHash<qint32, QJsonObject> sales;
        QHash<qint32, QJsonValue> acknowledged;
        {
            ServerProcess server(site.serve());
            WireClient client(server.awaitUrl());
            QVERIFY(client.hello().ok());
            const WireReply signedIn = token.isEmpty()
                ? client.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}})
                : client.call(u"auth.resume"_s, {{u"token"_s, token}});
            QVERIFY(signedIn.ok());
            token = signedIn.at(u"token"_s).toString();
            QHash<qint32, qint64> requests;
            for (qint32 n = 0; n < kSalesARound; ++n) {
                const qint32 seat = kFirst + round * kSalesARound + n;
                sales.insert(seat, checkoutOf(event, {seat}, newKey()));
                client.send(u"holds.acquire"_s, placesOf(event, {seat}));
                requests.insert(seat, client.send(u"bookings.checkout"_s, sales.value(seat)));
            }
            // Killed with none, or only some of them answered.
            if (round > 0) {
                const qint32 seat = kFirst + round * kSalesARound + 3 * (round - 1);
                acknowledged.insert(seat, client.await(requests.take(seat)).at(u"booking"_s));
            } else {
                QVERIFY(client.call(u"session.ping"_s).ok());
            }
            server.kill();
            for (const qint32 seat : requests.keys()) {
                const WireReply reply = client.await(requests.value(seat));
                if (reply.ok())
                    acknowledged.insert(seat, reply.at(u"booking"_s));
            }
        }
        ServerProcess server(site.serve());
        WireClient client(server.awaitUrl());
        QVERIFY(client.hello().ok());
        QVERIFY(client.call(u"auth.resume"_s, {{u"token"_s, token}}).ok());
        const auto states = statesOf(client, event);
        for (const qint32 seat : sales.keys()) {
            // Asking again with the key tells what became of it.
            const WireReply known = client.call(u"bookings.checkout"_s, sales.value(seat));
            if (acknowledged.contains(seat))
                QCOMPARE(known.at(u"booking"_s), acknowledged.value(seat));
            else
                QVERIFY2(known.ok() || known.kind() == u"not_held", qPrintable(known.kind()));
            QCOMPARE(states.at(static_cast<std::size_t>(seat)), known.ok() ? SeatState::Sold : SeatState::Free);
            sold += known.ok() ? 1 : 0;
        }
        QCOMPARE(std::count(states.begin(), states.end(), SeatState::Sold), sold);
        QCOMPARE(client.call(u"bookings.list"_s, {{u"limit"_s, 200}}).at(u"bookings"_s).toArray().size(), sold);
    }
    QCOMPARE(runServer(QStringList {u"verify"_s} + site.where), 0);
}

void CrashTest::kill_amidACancelledEvent_isGoneOnWith_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<bool>("answered");
    for (const Engine engine : {Engine::Sqlite, Engine::Postgresql}) {
        if (engine == Engine::Postgresql && PostgresCluster::isSkipped())
            continue;
        for (const bool answered : {false, true})
            QTest::addRow("%s, killed %s the answer", engine == Engine::Sqlite ? "sqlite" : "postgresql", answered ? "after" : "before") << engine << answered;
    }
}

void CrashTest::kill_amidACancelledEvent_isGoneOnWith()
{
    QFETCH(Engine, engine);
    QFETCH(bool, answered);
    constexpr int kBookings = 300; // three steps and more
    const ServerSite site = buildSite(m_databases, engine);
    const EventId event = site.events.evening;
    const QJsonObject cancelling {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire"_s}};
    const auto signIn = [](WireClient &client) {
        return client.hello().ok() && client.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Manager)}, {u"password"_s, TestHouse::passwordOf(Role::Manager)}}).ok();
    };
    const auto totals = [&event](WireClient &client) { return client.call(u"events.refunds"_s, {{u"event"_s, event.toString()}, {u"limit"_s, 1}}).at(u"totals"_s); };
    {
        ServerProcess server(site.serve());
        WireClient client(server.awaitUrl());
        QVERIFY(signIn(client));
        for (qint32 first = 20; first < 20 + kBookings; first += 10) {
            QList<WireClient::Call> calls;
            for (qint32 place = first; place < first + 10; ++place) {
                calls.append({u"holds.acquire"_s, placesOf(event, {place})});
                calls.append({u"bookings.checkout"_s, checkoutOf(event, {place}, newKey())});
            }
            for (const WireReply &reply : client.callTogether(calls))
                QCOMPARE(reply.kind(), QString());
        }
        const qint64 request = client.send(u"events.cancel"_s, cancelling);
        if (answered)
            QVERIFY(client.await(request).ok());
        else
            QVERIFY(client.call(u"session.ping"_s).ok());
        server.kill();
    }
    {
        ServerProcess server(site.serve());
        WireClient client(server.awaitUrl());
        QVERIFY(signIn(client));
        if (!answered)
            QVERIFY(client.call(u"events.cancel"_s, cancelling).ok()); // whether it was heard or not
        QCOMPARE(client.call(u"holds.acquire"_s, placesOf(event, {5})).kind(), u"sale_closed"_s);
        server.kill(); // once more, wherever it is by now
    }
    ServerProcess server(site.serve());
    WireClient client(server.awaitUrl());
    QVERIFY(signIn(client));
    QTRY_COMPARE_WITH_TIMEOUT(totals(client)[u"remaining"_s].toInt(), 0, 60'000);
    QCOMPARE(totals(client)[u"bookings"_s].toInt(), kBookings);
    QCOMPARE(totals(client)[u"owed"_s][0][u"amount"_s].toInteger(), kBookings * TestHouse::kRearPrice);
    server.kill();
    QCOMPARE(runServer(QStringList {u"verify"_s} + site.where), 0);
}

// Many fall due at once; the server is killed when the first of them are free, and once more.
void CrashTest::kill_whileReservationsFallFree_isGoneOnWith()
{
    QFETCH(Engine, engine);
    constexpr int kReservations = 200; // four steps
    const ServerSite site = buildSite(m_databases, engine);
    const EventId event = site.events.evening;
    const auto signIn = [](WireClient &client) {
        return client.hello().ok() && client.call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Clerk)}, {u"password"_s, TestHouse::passwordOf(Role::Clerk)}}).ok();
    };
    const auto left = [&event](WireClient &client) { return client.call(u"bookings.reservations"_s, {{u"event"_s, event.toString()}, {u"limit"_s, 1}}).at(u"totals.bookings"_s).toInt(); };
    const Instant payUntil = SystemClock().utcNow() + std::chrono::seconds(20);
    {
        ServerProcess server(site.serve());
        WireClient client(server.awaitUrl());
        QVERIFY(signIn(client));
        for (qint32 first = 20; first < 20 + kReservations; first += 10) {
            QList<WireClient::Call> calls;
            for (qint32 place = first; place < first + 10; ++place) {
                QJsonObject reserving = reservationOf(event, {place}, newKey());
                reserving.insert(u"payUntil"_s, toIsoUtc(payUntil));
                calls.append({u"holds.acquire"_s, placesOf(event, {place})});
                calls.append({u"bookings.reserve"_s, reserving});
            }
            for (const WireReply &reply : client.callTogether(calls))
                QCOMPARE(reply.kind(), QString());
        }
        QCOMPARE(left(client), kReservations);
        QTRY_VERIFY_WITH_TIMEOUT(left(client) < kReservations, 60'000);
        server.kill();
    }
    {
        ServerProcess server(site.serve());
        QVERIFY(server.awaitUrl().isValid());
        server.kill(); // wherever it is by now
    }
    ServerProcess server(site.serve());
    WireClient client(server.awaitUrl());
    QVERIFY(signIn(client));
    QTRY_COMPARE_WITH_TIMEOUT(left(client), 0, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(client.call(u"holds.acquire"_s, placesOf(event, {20, 20 + kReservations - 1})).ok(), 60'000);
    server.kill();
    QCOMPARE(runServer(QStringList {u"verify"_s} + site.where), 0);
}

void CrashTest::terminate_tellsClientsAndEndsWell()
{
    const ServerSite site = buildSite(m_databases, Engine::Sqlite);
    ServerProcess server(site.serve());
    const QUrl url = server.awaitUrl();
    QVERIFY(url.isValid());
    RawWebSocketClient client(static_cast<quint16>(url.port()));
    QVERIFY(client.shakeHands().startsWith("HTTP/1.1 101"));
    server.terminate();
    QCOMPARE(client.readCloseCode(), 1012);
    QCOMPARE(server.awaitExit(), 0);
}

void CrashTest::wrongCalls_nameWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const QStringList &arguments, const QString &named) { QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << named; };
    row({u"dance"_s}, u"dance"_s);
    row({u"serve"_s, u"--colour"_s, u"red"_s}, u"colour"_s);
    row({u"serve"_s, u"extra"_s}, u"extra"_s);
    row({u"serve"_s, u"--listen"_s, u"nowhere"_s}, u"listen \"nowhere\""_s);
    row({u"serve"_s, u"--listen"_s, u"127.0.0.1:99999"_s}, u"listen"_s);
    row({u"serve"_s, u"--listen"_s, u"0.0.0.0:0"_s}, u"0.0.0.0"_s);
    row({u"serve"_s, u"--listen"_s, u"[::]:0"_s}, u"listen"_s);
    row({u"serve"_s, u"--grace"_s, u"soon"_s}, u"grace \"soon\""_s);
    row({u"serve"_s, u"--io-threads"_s, u"99"_s}, u"io-threads \"99\""_s);
    row({u"serve"_s, u"--guests"_s, u"maybe"_s}, u"guests \"maybe\""_s);
    row({u"serve"_s, u"--database"_s, u"mysql://u:secret@h/n"_s}, u"database"_s);
    row({u"serve"_s, u"--tls-certificate"_s, u"/no/such.pem"_s}, u"tls-certificate"_s);
    row({u"plan"_s, u"paint"_s}, u"paint"_s);
    row({u"plan"_s, u"import"_s}, u"--venue"_s);
    row({u"plan"_s, u"compare"_s}, u"--venue"_s);
    row({u"plan"_s, u"versions"_s}, u"--venue"_s);
}

void CrashTest::wrongCalls_nameWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    QString output;
    QString complaints;
    const QStringList where = arguments[0] == u"dance" ? QStringList() : QStringList {u"--data"_s, folder.path()};
    QCOMPARE(runServer(arguments + where, &output, &complaints), 2);
    QVERIFY2(complaints.contains(named), qPrintable(complaints));
    QVERIFY(!(output + complaints).contains(u"secret"_s));
    QVERIFY2(!QFile::exists(folder.filePath(u"parterre.db"_s)), "something was made");
}

void CrashTest::certificate_encrypts()
{
    const ServerSite site = buildSite(m_databases, Engine::Sqlite);
    const QString tls = QStringLiteral(PARTERRE_TEST_DATA "/tls/");
    ServerProcess server(site.serve() + QStringList {u"--tls-certificate"_s, tls + u"certificate.pem"_s, u"--tls-key"_s, tls + u"key.pem"_s});
    const QUrl url = server.awaitUrl();
    QVERIFY2(url.isValid(), qPrintable(server.complaints()));
    QCOMPARE(url.scheme(), u"wss"_s);
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(tls + u"certificate.pem"_s));
    WireClient client(url, trusting);
    QVERIFY(client.hello().ok());
    QVERIFY(client.call(u"events.search"_s).ok());
    WireClient mistrusting(url);
    QVERIFY(!mistrusting.awaitConnected());
    QUrl plain = url;
    plain.setScheme(u"ws"_s);
    WireClient unencrypted(plain);
    QVERIFY(!unencrypted.awaitConnected());
}

void CrashTest::demoCreate_twiceAddsNothing()
{
    const QTemporaryDir folder;
    const QStringList where {u"--data"_s, folder.path()};
    const auto read = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(runServer(QStringList {u"demo"_s, u"create"_s} + where), 0);
    const QByteArray users = read(u"demo-users.txt"_s);
    QVERIFY(users.contains("admin@demo.example"));
    QVERIFY(users.contains("  voucher"));
    QCOMPARE(QFile::permissions(folder.filePath(u"demo-users.txt"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QString events;
    QCOMPARE(runServer(QStringList {u"event"_s, u"list"_s} + where, &events), 0);
    QVERIFY(!events.isEmpty());

    QString again;
    QCOMPARE(runServer(QStringList {u"demo"_s, u"create"_s} + where, &again), 0);
    QVERIFY2(again.contains(u" 0 events added"_s), qPrintable(again));
    QCOMPARE(read(u"demo-users.txt"_s), users);
    QString eventsAfter;
    QCOMPARE(runServer(QStringList {u"event"_s, u"list"_s} + where, &eventsAfter), 0);
    QCOMPARE(eventsAfter, events);
    QCOMPARE(runServer(QStringList {u"verify"_s} + where), 0);
}

QTEST_GUILESS_MAIN(CrashTest)
#include "tst_crash.moc"
