// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverprocess.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"
#include "tests/unit/backend/rawwebsocketclient.h"

#include "shared/domain/demohouse.h"
#include "shared/domain/seatstate.h"
#include "shared/planio/planjson.h"

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
    // A furnished house that nobody serves, and how to serve it.
    struct Site {
        std::unique_ptr<QTemporaryDir> folder;
        TestHouse::Events events = {};
        QStringList where = {};

        [[nodiscard]] QStringList serve() const
        {
            return QStringList {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--guests"_s, u"yes"_s, u"--self-service-cash"_s, u"yes"_s, u"--rate-limits"_s, u"no"_s} + where;
        }
    };

    Site build(Engine engine);
    static std::vector<SeatState> statesOf(WireClient &client, const EventId &event);
    static int run(const QStringList &arguments, QString *output = nullptr, QString *complaints = nullptr);

    TestDatabases m_databases;

private Q_SLOTS:
    void kill_keepsWhatWasAcknowledged_data() { TestDatabases::addEngines(); }
    void kill_keepsWhatWasAcknowledged();
    void kill_amidSales_neitherLosesNorDoublesOne_data() { TestDatabases::addEngines(); }
    void kill_amidSales_neitherLosesNorDoublesOne();
    void kill_amidACancelledEvent_isGoneOnWith_data();
    void kill_amidACancelledEvent_isGoneOnWith();
    void terminate_tellsClientsAndEndsWell();
    void wrongCalls_nameWhatIsWrong_data();
    void wrongCalls_nameWhatIsWrong();
    void certificate_encrypts();
    void planImport_ofSomethingElse_changesNothing();
    void planImport_readsOurOwnDocumentsToo();
    void planExport_isReadByImport_data();
    void planExport_isReadByImport();
    void planCompare_saysWhatDiffers();
    void planImport_readsDrawingsByOnesOwnRules();
    void demoCreate_twiceAddsNothing();
};

CrashTest::Site CrashTest::build(Engine engine)
{
    Site site {.folder = std::make_unique<QTemporaryDir>()};
    const storage::DatabaseConfig config = m_databases.create(engine);
    {
        TestHouse house(config);
        site.events = house.events();
    }
    QString url = u"sqlite:"_s + config.path;
    if (engine == Engine::Postgresql) {
        const Result<QString> copy = m_databases.cluster().createDatabase(config.name);
        if (!copy)
            qFatal("%s", qPrintable(copy.error().detail));
        url = *copy;
    }
    site.where = {u"--data"_s, site.folder->path(), u"--database"_s, url};
    return site;
}

std::vector<SeatState> CrashTest::statesOf(WireClient &client, const EventId &event)
{
    const WireReply map = client.call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}});
    return unpackSeatStates(map.at(u"states"_s).toString().toLatin1(), map.at(u"seats"_s).toInt()).value_or(std::vector<SeatState>(TestHouse::kSeats));
}

int CrashTest::run(const QStringList &arguments, QString *output, QString *complaints)
{
    ServerProcess process(arguments);
    const int status = process.awaitExit();
    if (output)
        *output = process.output();
    if (complaints)
        *complaints = process.complaints();
    return status;
}

void CrashTest::kill_keepsWhatWasAcknowledged()
{
    QFETCH(Engine, engine);
    const Site site = build(engine);
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
    QCOMPARE(run(QStringList {u"verify"_s} + site.where), 0);
}

void CrashTest::kill_amidSales_neitherLosesNorDoublesOne()
{
    QFETCH(Engine, engine);
    constexpr int kRounds = 4;
    constexpr qint32 kSalesARound = 15; // two requests each, as many as may be under way
    constexpr qint32 kFirst = 20;
    const Site site = build(engine);
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
    QCOMPARE(run(QStringList {u"verify"_s} + site.where), 0);
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
    const Site site = build(engine);
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
    QCOMPARE(run(QStringList {u"verify"_s} + site.where), 0);
}

void CrashTest::terminate_tellsClientsAndEndsWell()
{
    const Site site = build(Engine::Sqlite);
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
    QCOMPARE(run(arguments + where, &output, &complaints), 2);
    QVERIFY2(complaints.contains(named), qPrintable(complaints));
    QVERIFY(!(output + complaints).contains(u"secret"_s));
    QVERIFY2(!QFile::exists(folder.filePath(u"parterre.db"_s)), "something was made");
}

void CrashTest::certificate_encrypts()
{
    const Site site = build(Engine::Sqlite);
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

void CrashTest::planImport_ofSomethingElse_changesNothing()
{
    const Site site = build(Engine::Sqlite);
    QString before;
    QCOMPARE(run(QStringList {u"plan"_s, u"list"_s} + site.where, &before), 0);
    QVERIFY(before.contains(u"Small hall, version 1, 400 seats"_s));
    for (const QByteArray &content : {QByteArray("Dear Sir or Madam,"), QByteArray("[1, 2]"), QByteArray("{}"), QByteArray("\x89PNG\r\n\x1a\n"), QByteArray()}) {
        const QString path = site.folder->filePath(u"letter.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
        file.close();
        QString complaints;
        QCOMPARE(run(QStringList {u"plan"_s, u"import"_s, path, u"--venue"_s, u"New house"_s} + site.where, nullptr, &complaints), 1);
        QVERIFY2(complaints.contains(u"letter.json: "_s), qPrintable(complaints));
        QString after;
        QCOMPARE(run(QStringList {u"plan"_s, u"list"_s} + site.where, &after), 0);
        QCOMPARE(after, before);
    }
}

void CrashTest::planImport_readsOurOwnDocumentsToo()
{
    const Site site = build(Engine::Sqlite);
    const QString path = site.folder->filePath(u"cabaret.json"_s);
    const auto write = [&path](const QByteArray &content) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
    };
    const QByteArray document = planio::writePlan(cabaretPlan());
    const QStringList command = QStringList {u"plan"_s, u"import"_s, path, u"--venue"_s, u"New house"_s} + site.where;
    QVERIFY(write(document));
    QString output;
    QCOMPARE(run(command, &output), 0);
    QVERIFY2(output.contains(u"version 1 of New house, 224 seats in 3 sections"_s), qPrintable(output));
    // It is ours, so nothing of it is repaired.
    QVERIFY(write(QByteArray(document).replace(R"("capacity":150)", R"("capacity":-1)")));
    QString complaints;
    QCOMPARE(run(command, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"sections[2].areas[0].capacity"_s), qPrintable(complaints));
}

void CrashTest::planExport_isReadByImport_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("told"); // what the format cannot keep of a cabaret
    QTest::newRow("json") << u"json"_s << QString();
    QTest::newRow("pretix") << u"pretix"_s << u"will be read as a row"_s;
    QTest::newRow("svg") << u"svg"_s << QString();
    QTest::newRow("csv") << u"csv"_s << u"a shape is not in the file"_s;
}

void CrashTest::planExport_isReadByImport()
{
    QFETCH(const QString, format);
    QFETCH(const QString, told);
    const Site site = build(Engine::Sqlite);
    const QString path = site.folder->filePath(u"plan."_s + format), other = site.folder->filePath(u"other."_s + format);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planio::writePlan(cabaretPlan())) > 0);
    file.close();
    const QStringList house {u"--venue"_s, u"New house"_s};
    QCOMPARE(run(QStringList {u"plan"_s, u"import"_s, path} + house + site.where), 0);
    QString output;
    QCOMPARE(run(QStringList {u"plan"_s, u"export"_s, other, u"--format"_s, format} + house + site.where, &output), 0);
    QCOMPARE(output.isEmpty(), told.isEmpty());
    QVERIFY2(output.contains(told), qPrintable(output));
    QString report;
    QCOMPARE(run(QStringList {u"plan"_s, u"import"_s, other, u"--name"_s, u"Again"_s} + house + site.where, &report), 0);
    QVERIFY2(report.contains(u"(%1): plan \"Again\" version 1 of New house"_s.arg(format)), qPrintable(report));
    // Two plans now: one has to be named, and standard output is the file and nothing else.
    QString complaints;
    QCOMPARE(run(QStringList {u"plan"_s, u"export"_s} + house + site.where, nullptr, &complaints), 2);
    QVERIFY2(complaints.contains(u"--name"_s), qPrintable(complaints));
    QString document;
    QCOMPARE(run(QStringList {u"plan"_s, u"export"_s, u"--name"_s, cabaretPlan().name} + house + site.where, &document), 0);
    QCOMPARE(document.toUtf8(), planio::writePlan(cabaretPlan()));
    QCOMPARE(run(QStringList {u"plan"_s, u"export"_s, u"--format"_s, u"text"_s} + house + site.where, nullptr, &complaints), 2);
    QCOMPARE(run(QStringList {u"plan"_s, u"export"_s, u"--venue"_s, u"Nowhere"_s} + site.where, nullptr, &complaints), 1);
}

void CrashTest::planCompare_saysWhatDiffers()
{
    const Site site = build(Engine::Sqlite);
    const QString path = site.folder->filePath(u"plan.json"_s);
    const QStringList house {u"--venue"_s, u"New house"_s};
    const auto publish = [&](const Plan &plan) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(planio::writePlan(plan)) > 0 && file.flush()
            && run(QStringList {u"plan"_s, u"import"_s, path} + house + site.where) == 0;
    };
    const auto compared = [&](const QStringList &versions, QString *output, QString *complaints = nullptr) {
        return run(QStringList {u"plan"_s, u"compare"_s} + versions + house + site.where, output, complaints);
    };
    Plan plan = cabaretPlan();
    QVERIFY(publish(plan));
    QString output, complaints;
    QCOMPARE(compared({}, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"before version 1"_s), qPrintable(complaints));

    Section &standing = *std::find_if(plan.sections.begin(), plan.sections.end(), [](const Section &section) { return !section.areas.isEmpty(); });
    standing.areas[0].capacity += 10;
    for (Section &section : plan.sections) {
        for (Table &table : section.tables)
            table.soldWhole = false;
    }
    QVERIFY(publish(plan));
    plan.shapes.append(Shape {.size = {10, 10}});
    QVERIFY(publish(plan));
    QCOMPARE(compared({}, &output), 0);
    QVERIFY2(output.contains(u"version 2 -> 3"_s) && output.contains(u"Nothing that is sold differs."_s), qPrintable(output));
    QCOMPARE(compared({u"--from"_s, u"1"_s}, &output), 0);
    QVERIFY2(output.contains(u"%1 of New house, version 1 -> 3: %2 -> %3 seats"_s.arg(plan.name).arg(placeCount(plan) - 10).arg(placeCount(plan))), qPrintable(output));
    QVERIFY2(output.contains(u"\n20 seats sold otherwise\n"_s) && output.contains(u"one by one: "_s), qPrintable(output));
    QVERIFY2(output.contains(u"\n1 area of another capacity\n  %1: %2, %3 -> %4 places\n"_s.arg(standing.name, standing.areas[0].name)
                                 .arg(standing.areas[0].capacity - 10).arg(standing.areas[0].capacity)),
             qPrintable(output));
    QCOMPARE(compared({u"--to"_s, u"1"_s, u"--from"_s, u"3"_s}, &output), 0);
    QVERIFY2(output.contains(u"with the whole table"_s), qPrintable(output));
    QCOMPARE(compared({u"--to"_s, u"4"_s}, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"no version 4"_s), qPrintable(complaints));
    QCOMPARE(compared({u"--from"_s, u"first"_s}, nullptr, &complaints), 2);
    QVERIFY2(complaints.contains(u"from \"first\""_s), qPrintable(complaints));

    QCOMPARE(run(QStringList {u"plan"_s, u"versions"_s} + house + site.where, &output), 0);
    const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(1).startsWith(u"  version 3, 20"_s) && lines.at(1).endsWith(planio::planHash(planio::writePlan(plan))), qPrintable(output));
    QVERIFY2(lines.at(3).startsWith(u"  version 1, "_s), qPrintable(output));
}

void CrashTest::planImport_readsDrawingsByOnesOwnRules()
{
    const Site site = build(Engine::Sqlite);
    const auto write = [&site](const QString &name, const QByteArray &content) {
        QFile file(site.folder->filePath(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size() ? file.fileName() : QString();
    };
    const QString drawing = write(u"hall.svg"_s, R"(<svg xmlns="http://www.w3.org/2000/svg"><rect id="chair.A.1" width="9" height="9"/><rect id="chair.A.2" x="9" width="9" height="9"/></svg>)");
    const QStringList command = QStringList {u"plan"_s, u"import"_s, drawing, u"--venue"_s, u"New house"_s} + site.where;
    QString output, complaints;
    QCOMPARE(run(command, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"no seat"_s), qPrintable(complaints));
    const QString rules = write(u"rules.json"_s, R"({"rules": [{"as": "seat", "id": "chair.{row}.{number}"}]})");
    QCOMPARE(run(command + QStringList {u"--rules"_s, rules}, &output), 0);
    QVERIFY2(output.contains(u"plan \"hall\" version 1 of New house, 2 seats"_s), qPrintable(output));
    QVERIFY(!write(u"rules.json"_s, R"({"rules": [{"as": "chair"}]})").isEmpty());
    QCOMPARE(run(command + QStringList {u"--rules"_s, rules}, nullptr, &complaints), 1);
    QVERIFY2(complaints.contains(u"rules[0].as"_s), qPrintable(complaints));
}

void CrashTest::demoCreate_twiceAddsNothing()
{
    const QTemporaryDir folder;
    const QStringList where {u"--data"_s, folder.path()};
    const auto read = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(run(QStringList {u"demo"_s, u"create"_s} + where), 0);
    const QByteArray users = read(u"demo-users.txt"_s);
    QVERIFY(users.contains("admin@demo.example"));
    QCOMPARE(QFile::permissions(folder.filePath(u"demo-users.txt"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QString events;
    QCOMPARE(run(QStringList {u"event"_s, u"list"_s} + where, &events), 0);
    QVERIFY(!events.isEmpty());

    QString again;
    QCOMPARE(run(QStringList {u"demo"_s, u"create"_s} + where, &again), 0);
    QVERIFY2(again.contains(u" 0 events added"_s), qPrintable(again));
    QCOMPARE(read(u"demo-users.txt"_s), users);
    QString eventsAfter;
    QCOMPARE(run(QStringList {u"event"_s, u"list"_s} + where, &eventsAfter), 0);
    QCOMPARE(eventsAfter, events);
    QCOMPARE(run(QStringList {u"verify"_s} + where), 0);
}

QTEST_GUILESS_MAIN(CrashTest)
#include "tst_crash.moc"
