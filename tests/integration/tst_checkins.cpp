// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/secret.h"
#include "backend/services/ticketkeyring.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "shared/core/utctime.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

namespace {

// A house with a booking of a guest, and somebody at the door.
struct DoorScene {
    explicit DoorScene(const storage::DatabaseConfig &database, const QList<qint32> &places = {50, 51, 52}) : house(database)
    {
        if (!guest->call(u"holds.acquire"_s, placesOf(event, places)).ok())
            qFatal("seats could not be held");
        booking = guest->call(u"bookings.checkout"_s, checkoutOf(event, places, newKey())).at(u"booking"_s);
    }

    [[nodiscard]] QString number(int ticket) const { return booking[u"tickets"_s][ticket][u"number"_s].toString(); }
    [[nodiscard]] QString code(int ticket)
    {
        const QJsonArray prints = guest->call(u"tickets.codes"_s, {{u"booking"_s, booking[u"id"_s]}}).at(u"prints"_s).toArray();
        const auto print = std::find_if(prints.begin(), prints.end(), [&](const QJsonValue &one) { return one[u"ticket"_s] == number(ticket); });
        return print == prints.end() ? QString() : (*print)[u"code"_s].toString();
    }
    [[nodiscard]] QJsonObject arrival(const QString &shown, const QString &at = u"Main entrance"_s) const
    {
        return {{u"event"_s, event.toString()}, {u"code"_s, shown}, {u"key"_s, newKey()}, {u"door"_s, at}};
    }
    WireReply admit(const QString &shown) { return door->call(u"checkins.admit"_s, arrival(shown)); }
    QString outcome(const QString &shown) { return admit(shown).at(u"verdict.outcome"_s).toString(); }
    [[nodiscard]] QJsonObject undo(const QString &ticket) const
    {
        return {{u"event"_s, event.toString()}, {u"ticket"_s, ticket}, {u"reason"_s, u"went out again"_s}, {u"key"_s, newKey()}};
    }
    // Decided at a door without the server, twenty minutes ago.
    [[nodiscard]] QJsonObject lateArrival(const QString &shown, const QString &at = u"Garden"_s) const
    {
        QJsonObject late = arrival(shown, at);
        late.insert(u"at"_s, toIsoUtc(SystemClock().utcNow() - std::chrono::minutes(20)));
        return late;
    }
    [[nodiscard]] QJsonObject ofEvent() const { return {{u"event"_s, event.toString()}}; }

    TestHouse house;
    const EventId event = house.events().evening;
    std::unique_ptr<WireClient> guest = house.visitor();
    std::unique_ptr<WireClient> door = house.visitor(Role::Door);
    QJsonValue booking;
};

} // namespace

// The doors, over the wire.
class CheckinsTest : public QObject
{
    Q_OBJECT

private:
    static QMap<QString, int> auditedActions(const TestHouse &house);
    static std::unique_ptr<WireClient> doorOf(const server::House &house);

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

QMap<QString, int> CheckinsTest::auditedActions(const TestHouse &house)
{
    storage::Database database(house.database());
    if (!database.open())
        qFatal("the database of the house cannot be opened");
    const auto rows = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).list(0, 1'000); });
    QMap<QString, int> actions;
    for (const storage::AuditRow &row : rows ? *rows : QList<storage::AuditRow>())
        ++actions[row.event.action];
    return actions;
}

std::unique_ptr<WireClient> CheckinsTest::doorOf(const server::House &house)
{
    auto client = std::make_unique<WireClient>(TestHouse::urlOf(house));
    if (!client->hello().ok() || !client->call(u"auth.login"_s, {{u"email"_s, TestHouse::emailOf(Role::Door)}, {u"password"_s, TestHouse::passwordOf(Role::Door)}}).ok())
        qFatal("the second door could not sign in");
    return client;
}

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

void CheckinsTest::whatWasDecidedOffline_isToldLater()
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
void CheckinsTest::admissionOfALostAnswer_isTheSameWhoeverTellsIt()
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
void CheckinsTest::admissionToldTwiceAtOnce_isOne()
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

void CheckinsTest::whatDidNotStand_isKeptOnce()
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

void CheckinsTest::conflicts_tellWhatStandsAgainstThem()
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

void CheckinsTest::conflicts_comeInPages()
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
void CheckinsTest::anotherHousesEvent_isNotTakenFor_aTicketOfNobody()
{
    DoorScene scene(m_databases.create(Engine::Sqlite));
    QJsonObject foreign = scene.lateArrival(u"FREM-DHAU-1"_s);
    foreign.insert(u"event"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    QCOMPARE(scene.door->call(u"checkins.admit"_s, foreign).kind(), u"not_found"_s);
    QCOMPARE(auditedActions(scene.house).value(u"ticket.offline_admission_refused"_s), 0);
}

void CheckinsTest::keys_checkCodesWithoutTheServer()
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

void CheckinsTest::offlineList_isSignedAndComesInPages()
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

QTEST_GUILESS_MAIN(CheckinsTest)
#include "tst_checkins.moc"
