// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorscene.h"

#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// What doors need to go on without the server, and what they tell it afterwards.
class OfflineCheckinsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase() { QVERIFY(services::startCryptography()); }
    void whatWasDecidedOffline_isToldLater_data() { TestDatabases::addEngines(); }
    void whatWasDecidedOffline_isToldLater();
    void admissionOfALostAnswer_isTheSameWhoeverTellsIt_data() { TestDatabases::addEngines(); }
    void admissionOfALostAnswer_isTheSameWhoeverTellsIt();
    void admissionToldTwiceAtOnce_isOne_data() { TestDatabases::addEngines(); }
    void admissionToldTwiceAtOnce_isOne();
    void whatDidNotStand_isKeptOnce_data() { TestDatabases::addEngines(); }
    void whatDidNotStand_isKeptOnce();
    void conflicts_tellWhatStandsAgainstThem_data() { TestDatabases::addEngines(); }
    void conflicts_tellWhatStandsAgainstThem();
    void conflicts_comeInPages();
    void anotherHousesEvent_isNotTakenFor_aTicketOfNobody();
    void keys_checkCodesWithoutTheServer();
    void offlineList_isSignedAndComesInPages_data() { TestDatabases::addEngines(); }
    void offlineList_isSignedAndComesInPages();
};

void OfflineCheckinsTest::whatWasDecidedOffline_isToldLater()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    const QString then = toIsoUtc(SystemClock().utcNow() - std::chrono::minutes(20));
    QJsonObject late = scene.arrival(scene.code(0), u"Garden"_s);
    late.insert(u"at"_s, then);
    const WireReply told = scene.door->call(u"checkins.admit"_s, late);
    QCOMPARE(told.at(u"verdict.outcome"_s).toString(), u"admitted"_s);
    QCOMPARE(told.at(u"verdict.at"_s).toString(), then);
    QVERIFY(scene.door->call(u"checkins.list"_s, scene.ofEvent()).at(u"admissions.0.offline"_s).toBool());
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 0);
    // Another door let in the same ticket meanwhile: reported to it, and kept.
    late.insert(u"key"_s, newKey());
    QCOMPARE(scene.door->call(u"checkins.admit"_s, late).at(u"verdict.outcome"_s).toString(), u"already_in"_s);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 1);
    late.insert(u"at"_s, toIsoUtc(SystemClock().utcNow() + std::chrono::hours(1)));
    QCOMPARE(scene.door->call(u"checkins.admit"_s, late).kind(), u"invalid_params"_s);
}

// Somebody else signed in at that door before the server could be told again.
void OfflineCheckinsTest::admissionOfALostAnswer_isTheSameWhoeverTellsIt()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    const QJsonObject arrival = scene.arrival(scene.code(0));
    const WireReply first = scene.door->call(u"checkins.admit"_s, arrival);
    QCOMPARE(first.at(u"verdict.outcome"_s).toString(), u"admitted"_s);
    const auto clerk = scene.house.visitor(Role::Clerk);
    QJsonObject late = arrival;
    late.insert(u"at"_s, toIsoUtc(SystemClock().utcNow()));
    QCOMPARE(clerk->call(u"checkins.admit"_s, late).result, first.result);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admitted"_s), 1);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 0);
    QVERIFY(clerk->call(u"checkins.conflicts"_s, scene.ofEvent()).at(u"conflicts"_s).toArray().isEmpty());
    // It names one ticket, whoever uses it.
    late.insert(u"code"_s, scene.number(1));
    QCOMPARE(clerk->call(u"checkins.admit"_s, late).kind(), u"key_reused"_s);
}

// The request of before is on its way still, at another server.
void OfflineCheckinsTest::admissionToldTwiceAtOnce_isOne()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine), {40, 41, 42, 43, 44, 45});
    const auto rival = engine == Engine::Postgresql ? scene.house.rival() : nullptr;
    const auto there = rival ? doorOf(*rival) : scene.house.visitor(Role::Door);
    const auto here = scene.house.visitor(Role::Clerk);
    for (int i = 0; i < 6; ++i) {
        const QJsonObject late = scene.lateArrival(scene.number(i));
        const qint64 first = here->send(u"checkins.admit"_s, late);
        const qint64 second = there->send(u"checkins.admit"_s, late);
        QCOMPARE(here->await(first).at(u"verdict.outcome"_s).toString(), u"admitted"_s);
        QCOMPARE(there->await(second).at(u"verdict.outcome"_s).toString(), u"admitted"_s);
        // And what does not stand is kept once.
        const QJsonObject twice = scene.lateArrival(scene.number(i));
        const qint64 third = here->send(u"checkins.admit"_s, twice);
        const qint64 fourth = there->send(u"checkins.admit"_s, twice);
        QCOMPARE(here->await(third).at(u"verdict.outcome"_s).toString(), u"already_in"_s);
        QCOMPARE(there->await(fourth).at(u"verdict.outcome"_s).toString(), u"already_in"_s);
    }
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admitted"_s), 6);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 6);
    QCOMPARE(here->call(u"checkins.list"_s, scene.ofEvent()).at(u"conflicts"_s).toInt(), 6);
}

void OfflineCheckinsTest::whatDidNotStand_isKeptOnce()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    QCOMPARE(scene.outcome(scene.code(0)), u"admitted"_s);
    const QJsonObject late = scene.lateArrival(scene.code(0));
    const WireReply first = scene.door->call(u"checkins.admit"_s, late);
    QCOMPARE(first.at(u"verdict.outcome"_s).toString(), u"already_in"_s);
    QCOMPARE(first.at(u"verdict.door"_s).toString(), u"Main entrance"_s);
    // The answer was lost twice, the second time for somebody else; meanwhile the other was sent out again.
    QCOMPARE(scene.door->call(u"checkins.admit"_s, late).result, first.result);
    QVERIFY(scene.door->call(u"checkins.undo"_s, scene.undo(scene.number(0))).ok());
    QCOMPARE(scene.house.visitor(Role::Clerk)->call(u"checkins.admit"_s, late).result, first.result);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 1);
    QCOMPARE(scene.door->call(u"checkins.conflicts"_s, scene.ofEvent()).at(u"conflicts"_s).toArray().size(), 1);
    QCOMPARE(scene.door->call(u"checkins.list"_s, scene.ofEvent()).at(u"conflicts"_s).toInt(), 1);
    QJsonObject other = late;
    other.insert(u"code"_s, scene.number(1));
    QCOMPARE(scene.door->call(u"checkins.admit"_s, other).kind(), u"key_reused"_s);
    // What is refused at a door that has the server is no conflict.
    QCOMPARE(scene.outcome(u"ZZZZ-ZZZZ-1"_s), u"not_of_house"_s);
    QCOMPARE(scene.door->call(u"checkins.list"_s, scene.ofEvent()).at(u"conflicts"_s).toInt(), 1);
}

void OfflineCheckinsTest::conflicts_tellWhatStandsAgainstThem()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    QVERIFY(scene.door->call(u"checkins.list"_s, scene.ofEvent()).at(u"conflicts"_s).isUndefined());
    const WireReply in = scene.admit(scene.code(0));
    const QJsonObject twice = scene.lateArrival(scene.code(0));
    QCOMPARE(scene.door->call(u"checkins.admit"_s, twice).at(u"verdict.outcome"_s).toString(), u"already_in"_s);
    const services::TicketKeyring forger({services::makeTicketKey()});
    QCOMPARE(scene.door->call(u"checkins.admit"_s, scene.lateArrival(forger.codeOf(scene.number(1), 0, scene.event))).at(u"verdict.outcome"_s).toString(), u"not_of_house"_s);
    QCOMPARE(scene.door->call(u"checkins.admit"_s, scene.lateArrival(u" a napkin "_s)).at(u"verdict.outcome"_s).toString(), u"not_of_house"_s);
    QJsonObject elsewhere = scene.lateArrival(scene.number(2), u"Left"_s);
    elsewhere.insert(u"event"_s, scene.house.events().matinee.toString());
    QCOMPARE(scene.door->call(u"checkins.admit"_s, elsewhere).at(u"verdict.outcome"_s).toString(), u"wrong_event"_s);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 4);

    const QJsonArray conflicts = scene.door->call(u"checkins.conflicts"_s, scene.ofEvent()).at(u"conflicts"_s).toArray();
    QCOMPARE(conflicts.size(), 3); // what was told last first
    QCOMPARE(conflicts[0][u"shown"_s].toString(), u"a napkin"_s);
    QVERIFY(conflicts[0][u"verdict"_s][u"ticket"_s].isUndefined());
    QCOMPARE(conflicts[1][u"shown"_s].toString(), scene.number(1)); // what the code claims
    QCOMPARE(conflicts[1][u"verdict"_s][u"outcome"_s].toString(), u"not_of_house"_s);
    QVERIFY(conflicts[1][u"verdict"_s][u"ticket"_s].isUndefined());
    QCOMPARE(conflicts[2][u"shown"_s].toString(), scene.number(0));
    QCOMPARE(conflicts[2][u"at"_s], twice[u"at"_s]);
    QCOMPARE(conflicts[2][u"door"_s].toString(), u"Garden"_s);
    QVERIFY(!conflicts[2][u"toldBy"_s].toString().isEmpty());
    QCOMPARE(conflicts[2][u"verdict"_s][u"outcome"_s].toString(), u"already_in"_s);
    QCOMPARE(conflicts[2][u"verdict"_s][u"at"_s], in.at(u"verdict.at"_s));
    QCOMPARE(conflicts[2][u"verdict"_s][u"door"_s].toString(), u"Main entrance"_s);
    QCOMPARE(conflicts[2][u"verdict"_s][u"ticket"_s], in.at(u"verdict.ticket"_s));
    const QJsonArray matinee = scene.door->call(u"checkins.conflicts"_s, {{u"event"_s, scene.house.events().matinee.toString()}}).at(u"conflicts"_s).toArray();
    QCOMPARE(matinee.size(), 1);
    QCOMPARE(matinee[0][u"verdict"_s][u"event"_s][u"id"_s].toString(), scene.event.toString());
}

void OfflineCheckinsTest::conflicts_comeInPages()
{
    DoorScene scene(m_databases.create(Engine::Sqlite));
    QStringList told;
    for (int i = 0; i < 5; ++i) {
        told.prepend(u"NONE-OURS-%1"_s.arg(i));
        QVERIFY(scene.door->call(u"checkins.admit"_s, scene.lateArrival(told.constFirst())).ok());
    }
    QStringList read;
    QJsonObject params = scene.ofEvent();
    params.insert(u"limit"_s, 2);
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const WireReply page = scene.door->call(u"checkins.conflicts"_s, params);
        QCOMPARE(page.kind(), QString());
        for (const QJsonValue &conflict : page.at(u"conflicts"_s).toArray())
            read.append(conflict[u"shown"_s].toString());
        more = page.result.contains(u"next"_s);
        params.insert(u"cursor"_s, page.at(u"next"_s));
    }
    QCOMPARE(pages, 3);
    QCOMPARE(QSet<QString>(read.begin(), read.end()), QSet<QString>(told.begin(), told.end()));
    QCOMPARE(read.size(), told.size());
    params.insert(u"cursor"_s, u"forged"_s);
    QCOMPARE(scene.door->call(u"checkins.conflicts"_s, params).kind(), u"invalid_params"_s);
}

// Else a door that signs in at the wrong house would hear that everybody it let in is a stranger, and forget them.
void OfflineCheckinsTest::anotherHousesEvent_isNotTakenFor_aTicketOfNobody()
{
    DoorScene scene(m_databases.create(Engine::Sqlite));
    QJsonObject foreign = scene.lateArrival(u"FREM-DHAU-1"_s);
    foreign.insert(u"event"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    QCOMPARE(scene.door->call(u"checkins.admit"_s, foreign).kind(), u"not_found"_s);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 0);
}

void OfflineCheckinsTest::keys_checkCodesWithoutTheServer()
{
    DoorScene scene(m_databases.create(Engine::Sqlite));
    const QJsonArray keys = scene.door->call(u"checkins.keys"_s).at(u"keys"_s).toArray();
    QCOMPARE(keys.size(), 1);
    const QByteArray key = QByteArray::fromBase64(keys[0][u"key"_s].toString().toLatin1());
    const auto code = readTicketCode(scene.code(1));
    QVERIFY(code);
    QCOMPARE(int(code->code.keyId), keys[0][u"id"_s].toInt());
    QVERIFY(services::isSignedBy(key, bytesToSign(code->code), code->signature));
}

void OfflineCheckinsTest::offlineList_isSignedAndComesInPages()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine), {7, 3, 60});
    QCOMPARE(scene.outcome(scene.number(0)), u"admitted"_s);
    QVERIFY(scene.guest->call(u"tickets.reprint"_s, {{u"ticket"_s, scene.number(1)}, {u"key"_s, newKey()}}).ok());
    QVERIFY(scene.guest->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {scene.number(2)}}}).ok());
    const WireReply list = scene.door->call(u"checkins.offline"_s, scene.ofEvent());
    const QJsonArray tickets = list.at(u"tickets"_s).toArray();
    QCOMPARE(tickets.size(), 2); // by their places
    QCOMPARE(tickets[0][u"ticket"_s].toString(), scene.number(1));
    QCOMPARE(tickets[0][u"generation"_s].toInt(), 1);
    QVERIFY(tickets[0][u"admitted"_s].isUndefined());
    QCOMPARE(tickets[1][u"ticket"_s].toString(), scene.number(0));
    QCOMPARE(tickets[1][u"door"_s].toString(), u"Main entrance"_s);
    const QByteArray key = QByteArray::fromBase64(scene.door->call(u"checkins.keys"_s).at(u"keys.0.key"_s).toString().toLatin1());
    const QByteArray signature = QByteArray::fromBase64(list.at(u"signature"_s).toString().toLatin1());
    const auto bytes = [&](const QString &admitted) {
        return u"PTL1\n%1\n%2\n%3\t1\t\n%4\t0\t%5\n"_s.arg(scene.event.toString(), list.at(u"taken"_s).toString(), scene.number(1), scene.number(0), admitted).toUtf8();
    };
    QVERIFY(services::isSignedBy(key, bytes(tickets[1][u"admitted"_s].toString()), signature));
    QVERIFY(!services::isSignedBy(key, bytes(QString()), signature)); // as if nobody had come in
    // And all of it, written down by whoever reads the document alone.
    const auto counted = [](const QString &text) { return QByteArray::number(text.toUtf8().size()) + ':' + text.toUtf8(); };
    QByteArray whole = "PTL2" + counted(scene.event.toString()) + counted(list.at(u"taken"_s).toString()) + "--1:2";
    for (const QJsonValue &ticket : tickets) {
        whole += counted(ticket[u"ticket"_s].toString()) + counted(ticket[u"label"_s].toString()) + counted(ticket[u"ticketType"_s].toString())
            + counted(QString::number(ticket[u"generation"_s].toInt()));
        whole += ticket[u"admitted"_s].isUndefined() ? QByteArray("--") : counted(ticket[u"admitted"_s].toString()) + counted(ticket[u"door"_s].toString());
    }
    whole += "1:01:0";
    QVERIFY(services::isSignedBy(key, whole, QByteArray::fromBase64(list.at(u"wholeSignature"_s).toString().toLatin1())));
    WireClient client(scene.house.url());
    QVERIFY(client.hello().at(u"features"_s).toArray().contains(u"doors"_s));
    QJsonObject after = scene.ofEvent();
    after.insert(u"after"_s, 3);
    QCOMPARE(scene.door->call(u"checkins.offline"_s, after).at(u"tickets"_s).toArray().size(), 1);
    after.insert(u"after"_s, 7);
    QCOMPARE(scene.door->call(u"checkins.offline"_s, after).at(u"tickets"_s).toArray().size(), 0);
}

QTEST_GUILESS_MAIN(OfflineCheckinsTest)
#include "tst_offlinecheckins.moc"
