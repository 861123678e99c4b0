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

// The doors, over the wire.
class CheckinsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void initTestCase() { QVERIFY(services::startCryptography()); }
    void admit_letsATicketInOnce_data() { TestDatabases::addEngines(); }
    void admit_letsATicketInOnce();
    void admit_tellsWhyNot_data() { TestDatabases::addEngines(); }
    void admit_tellsWhyNot();
    void admit_refusesForgeries();
    void admit_repeatedWithItsKeyIsAnsweredTheSame_data() { TestDatabases::addEngines(); }
    void admit_repeatedWithItsKeyIsAnsweredTheSame();
    void undo_lastsAndLetsInAgain_data() { TestDatabases::addEngines(); }
    void undo_lastsAndLetsInAgain();
    void twoDoorsAtOnce_letOneIn_data() { TestDatabases::addEngines(); }
    void twoDoorsAtOnce_letOneIn();
    void cancellingAtTheDoor_isOneOrTheOther_data() { TestDatabases::addEngines(); }
    void cancellingAtTheDoor_isOneOrTheOther();
    void list_comesInPages_data() { TestDatabases::addEngines(); }
    void list_comesInPages();
    void arrivals_areABitAPlace_data() { TestDatabases::addEngines(); }
    void arrivals_areABitAPlace();
    void arrivals_areToldToWhoeverWatches_data() { TestDatabases::addEngines(); }
    void arrivals_areToldToWhoeverWatches();
    void arrivals_areToldToNobodyElse();
    void arrivals_endWithTheRightToThem();
};

void CheckinsTest::admit_letsATicketInOnce()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    const WireReply in = scene.admit(scene.code(0));
    QCOMPARE(in.kind(), QString());
    QCOMPARE(in.at(u"verdict.outcome"_s).toString(), u"admitted"_s);
    QCOMPARE(in.at(u"verdict.ticket.number"_s).toString(), scene.number(0));
    QCOMPARE(in.at(u"verdict.ticket.label"_s).toString(), u"Stalls C 11"_s);
    QCOMPARE(in.at(u"verdict.ticket.ticketType"_s).toString(), u"Adult"_s);
    const WireReply again = scene.door->call(u"checkins.admit"_s, scene.arrival(scene.number(0), u"Side door"_s));
    QCOMPARE(again.at(u"verdict.outcome"_s).toString(), u"already_in"_s);
    QCOMPARE(again.at(u"verdict.at"_s), in.at(u"verdict.at"_s));
    QCOMPARE(again.at(u"verdict.door"_s).toString(), u"Main entrance"_s);
    QCOMPARE(again.at(u"verdict.ticket"_s), in.at(u"verdict.ticket"_s));
    // Typed, with what people leave out.
    QCOMPARE(scene.outcome(scene.number(1).toLower().remove(u'-')), u"admitted"_s);
    const WireReply list = scene.door->call(u"checkins.list"_s, scene.ofEvent());
    QCOMPARE(list.at(u"attendance"_s).toObject(), QJsonObject({{u"admitted"_s, 2}, {u"expected"_s, 3}}));
    QCOMPARE(list.at(u"admissions.0.ticket.number"_s).toString(), scene.number(1));
    QCOMPARE(list.at(u"admissions.1.door"_s).toString(), u"Main entrance"_s);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admitted"_s), 2);
}

void CheckinsTest::admit_tellsWhyNot()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    // Another event's door.
    QJsonObject elsewhere = scene.arrival(scene.code(0));
    elsewhere.insert(u"event"_s, scene.house.events().matinee.toString());
    const WireReply wrong = scene.door->call(u"checkins.admit"_s, elsewhere);
    QCOMPARE(wrong.at(u"verdict.outcome"_s).toString(), u"wrong_event"_s);
    QCOMPARE(wrong.at(u"verdict.event.id"_s).toString(), scene.event.toString());
    QVERIFY(!wrong.at(u"verdict.event.name"_s).toString().isEmpty());
    QCOMPARE(wrong.at(u"verdict.event.timeZone"_s).toString().isEmpty(), false);
    // An older print.
    const QString old = scene.code(0);
    const WireReply reprint = scene.guest->call(u"tickets.reprint"_s, {{u"ticket"_s, scene.number(0)}, {u"key"_s, newKey()}});
    const WireReply older = scene.admit(old);
    QCOMPARE(older.at(u"verdict.outcome"_s).toString(), u"reprinted"_s);
    QVERIFY(fromIsoUtc(older.at(u"verdict.at"_s).toString()));
    QCOMPARE(scene.outcome(reprint.at(u"print.code"_s).toString()), u"admitted"_s);
    // Cancelled and exchanged.
    const QString cancelled = scene.code(1);
    const QString exchanged = scene.code(2);
    QVERIFY(scene.guest->call(u"bookings.cancel"_s, {{u"booking"_s, scene.booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {scene.number(1)}}}).ok());
    QCOMPARE(scene.outcome(cancelled), u"cancelled"_s);
    QVERIFY(scene.guest->call(u"holds.acquire"_s, placesOf(scene.event, {60})).ok());
    QJsonObject exchange = exchangeOf(scene.booking, scene.event, {60}, newKey());
    exchange.insert(u"tickets"_s, QJsonArray {scene.number(2)});
    const WireReply changed = scene.guest->call(u"bookings.exchange"_s, exchange);
    QCOMPARE(changed.kind(), QString());
    QCOMPARE(scene.outcome(exchanged), u"exchanged"_s);
    QCOMPARE(scene.outcome(changed.at(u"booking.tickets.3.number"_s).toString()), u"admitted"_s);
    // None of ours.
    const WireReply unknown = scene.admit(u"ZZZZ-ZZZZ-1"_s);
    QCOMPARE(unknown.at(u"verdict.outcome"_s).toString(), u"not_of_house"_s);
    QVERIFY(unknown.at(u"verdict.ticket"_s).isUndefined());
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admitted"_s), 2);
}

void CheckinsTest::admit_refusesForgeries()
{
    DoorScene scene(m_databases.create(Engine::Sqlite));
    const services::TicketKeyring forger({services::makeTicketKey()});
    QCOMPARE(scene.outcome(forger.codeOf(scene.number(0), 0, scene.event)), u"not_of_house"_s);
    QString altered = scene.code(0);
    altered[20] = altered[20] == u'A' ? u'B' : u'A';
    QCOMPARE(scene.outcome(altered), u"not_of_house"_s);
    QCOMPARE(scene.outcome(u"https://example.org/free"_s), u"not_of_house"_s);
    QCOMPARE(scene.outcome(u"'; DROP TABLE checkins; --"_s), u"not_of_house"_s);
    QCOMPARE(scene.outcome(scene.code(0)), u"admitted"_s);
}

void CheckinsTest::admit_repeatedWithItsKeyIsAnsweredTheSame()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    const QJsonObject arrival = scene.arrival(scene.code(0));
    const WireReply first = scene.door->call(u"checkins.admit"_s, arrival);
    QCOMPARE(first.at(u"verdict.outcome"_s).toString(), u"admitted"_s);
    QCOMPARE(scene.door->call(u"checkins.admit"_s, arrival).result, first.result);
    QCOMPARE(scene.door->call(u"checkins.list"_s, scene.ofEvent()).at(u"attendance.admitted"_s).toInt(), 1);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admitted"_s), 1);
}

void CheckinsTest::undo_lastsAndLetsInAgain()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine));
    QCOMPARE(scene.outcome(scene.code(0)), u"admitted"_s);
    const QJsonObject undo = scene.undo(scene.number(0));
    const WireReply undone = scene.door->call(u"checkins.undo"_s, undo);
    QCOMPARE(undone.kind(), QString());
    QCOMPARE(undone.at(u"admission.undoReason"_s).toString(), u"went out again"_s);
    QCOMPARE(scene.door->call(u"checkins.undo"_s, undo).result, undone.result);
    QCOMPARE(scene.door->call(u"checkins.list"_s, scene.ofEvent()).at(u"attendance.admitted"_s).toInt(), 0);
    QCOMPARE(scene.outcome(scene.code(0)), u"admitted"_s);
    // The repetition of the first undo does not take back the second admission.
    QCOMPARE(scene.door->call(u"checkins.undo"_s, undo).result, undone.result);
    const WireReply list = scene.door->call(u"checkins.list"_s, scene.ofEvent());
    QCOMPARE(list.at(u"attendance.admitted"_s).toInt(), 1);
    QCOMPARE(list.at(u"admissions"_s).toArray().size(), 2);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admission_undone"_s), 1);
}

// On SQLite one server with two doors; on PostgreSQL two servers, of which neither knows of the other.
void CheckinsTest::twoDoorsAtOnce_letOneIn()
{
    QFETCH(Engine, engine);
    constexpr int kTickets = 60;
    QList<qint32> places;
    for (qint32 place = 40; place < 46; ++place)
        places.append(place);
    DoorScene scene(m_databases.create(engine), places);
    const auto rival = engine == Engine::Postgresql ? scene.house.rival() : nullptr;
    const auto other = rival ? doorOf(*rival) : scene.house.visitor(Role::Door);
    QList<QString> shown;
    for (int i = 0; i < kTickets; ++i)
        shown.append(scene.code(i % 6));
    int admitted = 0;
    for (int i = 0; i < kTickets; ++i) {
        const QString &code = shown.at(i);
        const qint64 here = scene.door->send(u"checkins.admit"_s, scene.arrival(code, u"Left"_s));
        const qint64 there = other->send(u"checkins.admit"_s, scene.arrival(code, u"Right"_s));
        const WireReply left = scene.door->await(here);
        const WireReply right = other->await(there);
        const QStringList outcomes {left.at(u"verdict.outcome"_s).toString(), right.at(u"verdict.outcome"_s).toString()};
        QCOMPARE(outcomes.count(u"admitted"_s), 1);
        QCOMPARE(outcomes.count(u"already_in"_s), 1);
        const WireReply &winner = outcomes.at(0) == u"admitted" ? left : right;
        const WireReply &loser = outcomes.at(0) == u"admitted" ? right : left;
        QCOMPARE(loser.at(u"verdict.door"_s), winner.at(u"verdict.door"_s));
        QCOMPARE(loser.at(u"verdict.at"_s), winner.at(u"verdict.at"_s));
        ++admitted;
        QVERIFY(scene.door->call(u"checkins.undo"_s, scene.undo(winner.at(u"verdict.ticket.number"_s).toString())).ok());
    }
    QCOMPARE(auditedActions(scene.house).value(u"ticket.admitted"_s), admitted);
}

void CheckinsTest::cancellingAtTheDoor_isOneOrTheOther()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine), {40, 41, 42, 43, 44, 45});
    const auto rival = engine == Engine::Postgresql ? scene.house.rival() : nullptr;
    const auto door = rival ? doorOf(*rival) : scene.house.visitor(Role::Door);
    for (int i = 0; i < 6; ++i) {
        const QJsonObject arrival = scene.arrival(scene.code(i));
        const QJsonObject cancellation {{u"booking"_s, scene.booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {scene.number(i)}}};
        const qint64 cancel = scene.guest->send(u"bookings.cancel"_s, cancellation);
        const qint64 admit = door->send(u"checkins.admit"_s, arrival);
        const WireReply cancelled = scene.guest->await(cancel);
        const WireReply verdict = door->await(admit);
        if (verdict.at(u"verdict.outcome"_s).toString() == u"admitted")
            QCOMPARE(cancelled.kind(), u"ticket_used"_s);
        else
            QVERIFY(cancelled.ok() && verdict.at(u"verdict.outcome"_s).toString() == u"cancelled");
    }
}

void CheckinsTest::list_comesInPages()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine), {40, 41, 42, 43, 44});
    for (int i = 0; i < 5; ++i)
        QCOMPARE(scene.outcome(scene.number(i)), u"admitted"_s);
    QStringList numbers;
    QJsonObject params = scene.ofEvent();
    params.insert(u"limit"_s, 2);
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const WireReply page = scene.door->call(u"checkins.list"_s, params);
        QCOMPARE(page.kind(), QString());
        for (const QJsonValue &admission : page.at(u"admissions"_s).toArray())
            numbers.append(admission[u"ticket"_s][u"number"_s].toString());
        more = page.result.contains(u"next"_s);
        params.insert(u"cursor"_s, page.at(u"next"_s));
    }
    QCOMPARE(pages, 3);
    QCOMPARE(numbers.size(), 5);
    QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), 5);
    params.insert(u"cursor"_s, u"forged"_s);
    QCOMPARE(scene.door->call(u"checkins.list"_s, params).kind(), u"invalid_params"_s);
}

void CheckinsTest::arrivals_areABitAPlace()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine), {0, 9, 61});
    const auto places = [&] { return QByteArray::fromBase64(scene.door->call(u"checkins.arrivals"_s, scene.ofEvent()).at(u"places"_s).toString().toLatin1()); };
    QCOMPARE(places(), QByteArray());
    QCOMPARE(scene.outcome(scene.number(0)), u"admitted"_s);
    QCOMPARE(scene.outcome(scene.number(1)), u"admitted"_s);
    QCOMPARE(places(), QByteArray("\x01\x02"));
    QVERIFY(scene.door->call(u"checkins.undo"_s, scene.undo(scene.number(1))).ok());
    QCOMPARE(places(), QByteArray("\x01"));
    QCOMPARE(scene.door->call(u"checkins.arrivals"_s, scene.ofEvent()).at(u"attendance.admitted"_s).toInt(), 1);
}

void CheckinsTest::arrivals_areToldToWhoeverWatches()
{
    QFETCH(Engine, engine);
    DoorScene scene(m_databases.create(engine), {0, 9, 61});
    const auto watcher = scene.house.visitor(Role::Clerk);
    QJsonObject watching = scene.ofEvent();
    watching.insert(u"watch"_s, true);
    QVERIFY(watcher->call(u"checkins.arrivals"_s, watching).ok());
    // As whoever reads everything anew after each message would have them.
    QSet<int> in;
    const auto follow = [&](const QSet<int> &wanted) {
        return watcher->waitUntil([&] {
            in.clear();
            for (const QJsonObject &changed : watcher->notifications(u"checkins.changed"_s)) {
                for (const QJsonValue &place : changed[u"in"_s].toArray())
                    in.insert(place.toInt());
                for (const QJsonValue &place : changed[u"out"_s].toArray())
                    in.remove(place.toInt());
            }
            return in == wanted;
        });
    };
    QCOMPARE(scene.outcome(scene.number(0)), u"admitted"_s);
    QCOMPARE(scene.outcome(scene.number(2)), u"admitted"_s);
    QVERIFY(follow({0, 61}));
    QVERIFY(scene.door->call(u"checkins.undo"_s, scene.undo(scene.number(0))).ok());
    QVERIFY(follow({61}));
    QCOMPARE(watcher->notifications(u"checkins.changed"_s).constLast()[u"event"_s].toString(), scene.event.toString());
    // What changes nothing is not told: a second showing, a repetition, another's ticket.
    const qsizetype told = watcher->notifications(u"checkins.changed"_s).size();
    QCOMPARE(scene.outcome(scene.number(2)), u"already_in"_s);
    const QJsonObject again = scene.undo(scene.number(2));
    QVERIFY(scene.door->call(u"checkins.undo"_s, again).ok());
    QVERIFY(follow({}));
    QVERIFY(scene.door->call(u"checkins.undo"_s, again).ok());
    QCOMPARE(scene.outcome(u"ZZZZ-ZZZZ-1"_s), u"not_of_house"_s);
    QCOMPARE(scene.outcome(scene.number(1)), u"admitted"_s);
    QVERIFY(follow({9}));
    QCOMPARE(watcher->notifications(u"checkins.changed"_s).size(), told + 2);
    // What is read is what was told.
    const QByteArray places = QByteArray::fromBase64(watcher->call(u"checkins.arrivals"_s, scene.ofEvent()).at(u"places"_s).toString().toLatin1());
    QCOMPARE(places, QByteArray("\x00\x02", 2));
}

void CheckinsTest::arrivals_areToldToNobodyElse()
{
    DoorScene scene(m_databases.create(Engine::Sqlite), {0, 9, 61});
    QJsonObject watching = scene.ofEvent();
    watching.insert(u"watch"_s, true);
    QJsonObject ending = scene.ofEvent();
    ending.insert(u"watch"_s, false);
    const auto watcher = scene.house.visitor(Role::Clerk);   // the last to be told
    const auto ended = scene.house.visitor(Role::Clerk);
    const auto elsewhere = scene.house.visitor(Role::Clerk);
    const auto reader = scene.house.visitor(Role::Clerk);
    QVERIFY(ended->call(u"checkins.arrivals"_s, watching).ok());
    QVERIFY(ended->call(u"checkins.arrivals"_s, ending).ok());
    QVERIFY(elsewhere->call(u"checkins.arrivals"_s, watching).ok());
    watching.insert(u"event"_s, scene.house.events().matinee.toString());
    QVERIFY(elsewhere->call(u"checkins.arrivals"_s, watching).ok()); // which ends the other
    watching.insert(u"event"_s, scene.event.toString());
    QVERIFY(reader->call(u"checkins.arrivals"_s, scene.ofEvent()).ok());
    QVERIFY(watcher->call(u"checkins.arrivals"_s, watching).ok());
    QCOMPARE(scene.outcome(scene.number(0)), u"admitted"_s);
    QVERIFY(!watcher->awaitNotification(u"checkins.changed"_s).isEmpty());
    for (WireClient *nobody : {ended.get(), elsewhere.get(), reader.get(), scene.door.get()}) {
        QVERIFY(nobody->call(u"session.ping"_s).ok()); // whatever was to come before this has come
        QVERIFY(nobody->notifications(u"checkins.changed"_s).isEmpty());
    }
}

// Whoever logs out is told no more.
void CheckinsTest::arrivals_endWithTheRightToThem()
{
    DoorScene scene(m_databases.create(Engine::Sqlite), {0, 9, 61});
    QJsonObject watching = scene.ofEvent();
    watching.insert(u"watch"_s, true);
    const auto leaver = scene.house.visitor(Role::Clerk);
    const auto watcher = scene.house.visitor(Role::Clerk);
    QVERIFY(leaver->call(u"checkins.arrivals"_s, watching).ok());
    QVERIFY(watcher->call(u"checkins.arrivals"_s, watching).ok());
    QVERIFY(leaver->call(u"auth.logout"_s).ok());
    QCOMPARE(scene.outcome(scene.number(0)), u"admitted"_s);
    QVERIFY(!watcher->awaitNotification(u"checkins.changed"_s).isEmpty());
    QVERIFY(leaver->call(u"session.ping"_s).ok());
    QVERIFY(leaver->notifications(u"checkins.changed"_s).isEmpty());
    // A link that is gone leaves nothing behind that is told.
    watcher->vanish();
    QCOMPARE(scene.outcome(scene.number(1)), u"admitted"_s);
}

QTEST_GUILESS_MAIN(CheckinsTest)
#include "tst_checkins.moc"
