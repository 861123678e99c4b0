// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/utctime.h"
#include "tests/support/seatmirror.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QRandomGenerator>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// A hold from its beginning to every kind of end, as its holder and as others see it.
class HoldLifeTest : public QObject
{
    Q_OBJECT

private:
    struct Actor {
        std::unique_ptr<WireClient> client;
        std::unique_ptr<SeatMirror> map;
        QStringList bookings = {};
    };

    static void act(Actor &actor, const EventId &event, QRandomGenerator &random);

    TestDatabases m_databases;

private Q_SLOTS:
    void expiry_needsNobodyConnected();
    void expiry_isToldToTheHolderAndShownToAll();
    void extend_worksAsOftenAsTheEventAllows();
    void extend_isFreeForTheCounter();
    void holder_isToldToTheCounter();
    void acquire_againLeavesTheHoldAsItIs();
    void lostConnection_keepsTheSeatsForTheGrace();
    void lostConnection_freesTheSeatsAfterTheGrace();
    void lostConnection_withoutGraceFreesTheSeatsAtOnce();
    void resume_takesTheVisitOverFromALivingConnection();
    void sessionEnd_freesTheSeatsAtOnce();
    void logOut_freesTheSeatsAtOnce();
    void frozenSeats_areSoldThoughTheirHolderLeaves();
    void unsubscribe_endsTheChanges();
    void everyMap_equalsAFreshOneAfterRandomTraffic_data() { TestDatabases::addEngines(); }
    void everyMap_equalsAFreshOneAfterRandomTraffic();
};

void HoldLifeTest::expiry_needsNobodyConnected()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().hasty;
    auto holder = house.visitor();
    const WireReply held = holder->call(u"holds.acquire"_s, placesOf(event, {3}));
    const auto ends = fromIsoUtc(held.at(u"holds.0.expires"_s).toString());
    QVERIFY(ends);
    holder.reset();
    const SystemClock clock;
    QTRY_VERIFY(clock.utcNow() > *ends);
    // Looking does not end holds; something else did, or does very soon.
    const auto late = house.visitor(Role::Anonymous);
    SeatMirror map(*late, event);
    QVERIFY(map.subscribe());
    QVERIFY(map.awaitState(3, SeatState::Free));
}

void HoldLifeTest::expiry_isToldToTheHolderAndShownToAll()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().hasty;
    const auto holder = house.visitor();
    const auto other = house.visitor(Role::Anonymous);
    SeatMirror map(*other, event);
    QVERIFY(map.subscribe());
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {8, 4})).ok());
    QVERIFY(map.awaitState(4, SeatState::Held));
    const QJsonObject told = holder->awaitNotification(u"holds.ended"_s);
    QCOMPARE(told.value(u"event"_s).toString(), event.toString());
    QCOMPARE(told.value(u"reason"_s).toString(), u"expired"_s);
    const QJsonArray places = told.value(u"places"_s).toArray();
    QCOMPARE(places.size(), 2);
    QVERIFY(places.contains(4) && places.contains(8));
    QVERIFY(map.awaitState(4, SeatState::Free));
    QVERIFY(map.awaitState(8, SeatState::Free));
    QCOMPARE(map.gaps(), 0);
    QCOMPARE(other->notifications(u"holds.ended"_s).size(), 0);
    QCOMPARE(holder->call(u"cart.get"_s).at(u"lines"_s).toArray().size(), 0);
}

void HoldLifeTest::extend_worksAsOftenAsTheEventAllows()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const QJsonObject seat = placesOf(house.events().evening, {3});
    const auto holder = house.visitor();
    WireReply reply = holder->call(u"holds.acquire"_s, seat);
    QCOMPARE(reply.at(u"holds.0.extensionsLeft"_s).toInt(), 2);
    const QJsonValue version = reply.at(u"holds.0.version"_s);
    for (const int left : {1, 0}) {
        const auto before = fromIsoUtc(reply.at(u"holds.0.expires"_s).toString());
        reply = holder->call(u"holds.extend"_s, seat);
        QCOMPARE(reply.at(u"holds.0.extensionsLeft"_s).toInt(-1), left);
        QCOMPARE(reply.at(u"holds.0.version"_s), version);
        // Half of ten minutes are left at most: extending does not shorten.
        const auto after = fromIsoUtc(reply.at(u"holds.0.expires"_s).toString());
        QVERIFY(before && after && *after + std::chrono::milliseconds(50) >= *before);
    }
    reply = holder->call(u"holds.extend"_s, seat);
    QCOMPARE(reply.kind(), u"too_many_extensions"_s);
    QCOMPARE(reply.data().value(u"limit"_s).toInt(), 2);
}

void HoldLifeTest::extend_isFreeForTheCounter()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const QJsonObject seat = placesOf(house.events().evening, {3});
    const auto clerk = house.visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, seat).ok());
    for (int i = 0; i < 5; ++i) { // customers have two
        const WireReply extended = clerk->call(u"holds.extend"_s, seat);
        QVERIFY2(extended.ok(), qPrintable(extended.kind()));
        QVERIFY(extended.at(u"holds.0.extensionsLeft"_s).toInt() > 0);
    }
}

void HoldLifeTest::holder_isToldToTheCounter()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const QJsonObject seat {{u"event"_s, event.toString()}, {u"place"_s, 7}};
    const auto guest = house.visitor(Role::Guest);
    const auto clerk = house.visitor(Role::Clerk);
    QCOMPARE(clerk->call(u"holds.holder"_s, seat).kind(), u"not_held"_s);
    const WireReply held = guest->call(u"holds.acquire"_s, placesOf(event, {6, 7}));
    const WireReply holder = clerk->call(u"holds.holder"_s, seat);
    QCOMPARE(holder.at(u"role"_s).toString(), u"guest"_s);
    QVERIFY(!holder.at(u"name"_s).toString().isEmpty());
    const auto promised = fromIsoUtc(held.at(u"holds.1.expires"_s).toString());
    const auto told = fromIsoUtc(holder.at(u"expires"_s).toString());
    QVERIFY(promised && told && std::chrono::abs(*told - *promised) < std::chrono::seconds(1));
    QCOMPARE(guest->call(u"holds.holder"_s, seat).kind(), u"not_permitted"_s);
    QVERIFY(guest->call(u"holds.release"_s, placesOf(event, {7})).ok());
    QCOMPARE(clerk->call(u"holds.holder"_s, seat).kind(), u"not_held"_s);
}

void HoldLifeTest::acquire_againLeavesTheHoldAsItIs()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const QJsonObject seat = placesOf(house.events().evening, {3});
    const auto holder = house.visitor();
    const WireReply first = holder->call(u"holds.acquire"_s, seat);
    const WireReply again = holder->call(u"holds.acquire"_s, seat);
    QCOMPARE(again.at(u"holds.0.version"_s), first.at(u"holds.0.version"_s));
    QCOMPARE(again.at(u"holds.0.extensionsLeft"_s), first.at(u"holds.0.extensionsLeft"_s));
}

void HoldLifeTest::lostConnection_keepsTheSeatsForTheGrace()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const auto holder = house.visitor(Role::Customer);
    const auto rival = house.visitor();
    const WireReply held = holder->call(u"holds.acquire"_s, placesOf(event, {3, 5}));
    holder->vanish();
    QCOMPARE(rival->call(u"holds.acquire"_s, placesOf(event, {3})).kind(), u"seat_taken"_s);

    WireClient back(house.url());
    const WireReply greeting = back.hello(holder->resumeToken());
    QCOMPARE(greeting.at(u"resumed"_s), QJsonValue(true));
    QCOMPARE(greeting.at(u"user.role"_s).toString(), u"customer"_s);
    const WireReply map = back.call(u"seatmap.subscribe"_s, {{u"event"_s, event.toString()}});
    QCOMPARE(map.at(u"mine"_s).toArray().size(), 2);
    QCOMPARE(map.at(u"mine.0.version"_s), held.at(u"holds.0.version"_s));
    QVERIFY(back.call(u"bookings.checkout"_s, checkoutOf(event, {3, 5}, newKey())).ok());
}

void HoldLifeTest::lostConnection_freesTheSeatsAfterTheGrace()
{
    const TestHouse house(m_databases.create(Engine::Sqlite), {.grace = std::chrono::milliseconds(300)});
    const EventId event = house.events().evening;
    const auto holder = house.visitor();
    const auto other = house.visitor(Role::Anonymous);
    SeatMirror map(*other, event);
    QVERIFY(map.subscribe());
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    QVERIFY(map.awaitState(3, SeatState::Held));
    holder->vanish();
    QVERIFY(map.awaitState(3, SeatState::Free));
    WireClient late(house.url());
    // Whoever lost the seats lost the visit: one is not told that it goes on without them.
    QCOMPARE(late.hello(holder->resumeToken()).at(u"resumed"_s), QJsonValue(false));
    QCOMPARE(late.call(u"cart.get"_s).kind(), u"not_signed_in"_s);
}

void HoldLifeTest::lostConnection_withoutGraceFreesTheSeatsAtOnce()
{
    const TestHouse house(m_databases.create(Engine::Sqlite), {.grace = std::chrono::milliseconds(0)});
    const EventId event = house.events().evening;
    const auto holder = house.visitor();
    const auto other = house.visitor(Role::Anonymous);
    SeatMirror map(*other, event);
    QVERIFY(map.subscribe());
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    QVERIFY(map.awaitState(3, SeatState::Held));
    holder->vanish();
    QVERIFY(map.awaitState(3, SeatState::Free));
}

void HoldLifeTest::resume_takesTheVisitOverFromALivingConnection()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const auto first = house.visitor();
    QVERIFY(first->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    WireClient second(house.url());
    QCOMPARE(second.hello(first->resumeToken()).at(u"resumed"_s), QJsonValue(true));
    QVERIFY(first->awaitClosed());
    QCOMPARE(first->closeCode(), 4001);
    QCOMPARE(second.call(u"cart.get"_s).at(u"lines.0.hold.place"_s).toInt(), 3);
}

void HoldLifeTest::sessionEnd_freesTheSeatsAtOnce()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const auto holder = house.visitor();
    const auto other = house.visitor();
    SeatMirror map(*other, event);
    QVERIFY(map.subscribe());
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    QVERIFY(map.awaitState(3, SeatState::Held));
    QVERIFY(holder->call(u"session.end"_s).ok());
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    QVERIFY(other->call(u"holds.release"_s, placesOf(event, {3})).ok());
    QVERIFY(map.awaitState(3, SeatState::Free));
    QCOMPARE(holder->call(u"cart.get"_s).kind(), u"no_session"_s);
    WireClient again(house.url());
    QCOMPARE(again.hello(holder->resumeToken()).at(u"resumed"_s), QJsonValue(false));
    // The connection itself is good for another visit.
    QCOMPARE(holder->hello().at(u"resumed"_s), QJsonValue(false));
}

void HoldLifeTest::logOut_freesTheSeatsAtOnce()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const auto holder = house.visitor();
    const auto other = house.visitor(Role::Anonymous);
    SeatMirror map(*other, event);
    QVERIFY(map.subscribe());
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    QVERIFY(map.awaitState(3, SeatState::Held));
    QVERIFY(holder->call(u"auth.logout"_s).ok());
    QVERIFY(map.awaitState(3, SeatState::Free));
    QCOMPARE(holder->call(u"cart.get"_s).kind(), u"not_signed_in"_s);
    QCOMPARE(holder->notifications(u"holds.ended"_s).size(), 0);
}

void HoldLifeTest::frozenSeats_areSoldThoughTheirHolderLeaves()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const auto holder = house.visitor();
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {3, 4})).ok());
    const QList<WireReply> replies = holder->callTogether({{u"bookings.checkout"_s, checkoutOf(event, {3}, newKey())}, {u"auth.logout"_s}});
    QVERIFY(replies[0].ok());
    QVERIFY(replies[1].ok());
    const auto other = house.visitor();
    QCOMPARE(other->call(u"holds.acquire"_s, placesOf(event, {3})).kind(), u"seat_taken"_s);
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(event, {4})).ok());
}

void HoldLifeTest::unsubscribe_endsTheChanges()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const auto holder = house.visitor();
    const auto leaver = house.visitor(Role::Anonymous);
    const auto stayer = house.visitor(Role::Anonymous);
    SeatMirror left(*leaver, event);
    SeatMirror stayed(*stayer, event);
    QVERIFY(left.subscribe() && stayed.subscribe());
    QVERIFY(leaver->call(u"seatmap.unsubscribe"_s, {{u"event"_s, event.toString()}}).ok());
    QVERIFY(holder->call(u"holds.acquire"_s, placesOf(event, {3})).ok());
    QVERIFY(stayed.awaitState(3, SeatState::Held));
    QVERIFY(leaver->call(u"session.ping"_s).ok());
    QCOMPARE(left.changes(), 0);
}

// One step of a client that does not wait for the answer of the one before it.
void HoldLifeTest::act(Actor &actor, const EventId &event, QRandomGenerator &random)
{
    const auto first = static_cast<qint32>(random.bounded(60));
    const QList<qint32> places {first, first + 1};
    const quint32 choice = random.bounded(10U);
    if (choice < 5) {
        actor.client->send(u"holds.acquire"_s, placesOf(event, places));
    } else if (choice < 7) {
        actor.client->send(u"holds.release"_s, placesOf(event, places));
    } else if (choice < 9) {
        const WireReply sold = actor.client->call(u"bookings.checkout"_s, checkoutOf(event, places, newKey()));
        if (sold.ok())
            actor.bookings.append(sold.at(u"booking.id"_s).toString());
    } else if (!actor.bookings.isEmpty()) {
        actor.client->send(u"bookings.cancel"_s, {{u"booking"_s, actor.bookings.takeFirst()}, {u"key"_s, newKey()}});
    }
}

void HoldLifeTest::everyMap_equalsAFreshOneAfterRandomTraffic()
{
    QFETCH(Engine, engine);
    constexpr int kRounds = 120;
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().hasty; // holds run out in the middle of it
    QRandomGenerator random(2026);
    std::vector<Actor> actors(8);
    for (Actor &actor : actors) {
        actor.client = house.visitor();
        actor.map = std::make_unique<SeatMirror>(*actor.client, event);
    }
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < actors.size(); ++i) {
            // They come one after another, in the middle of the others' traffic.
            if (round == static_cast<int>(i) * 10)
                QVERIFY(actors[i].map->subscribe());
            act(actors[i], event, random);
        }
        QVERIFY(actors[static_cast<std::size_t>(round) % actors.size()].client->call(u"session.ping"_s).ok());
    }
    int sold = 0;
    for (Actor &actor : actors) {
        // Every request is answered and nothing is held any more: the house is at rest.
        QTRY_VERIFY(actor.client->call(u"cart.get"_s).at(u"lines"_s).toArray().isEmpty());
    }
    const auto fresh = house.visitor(Role::Anonymous);
    for (Actor &actor : actors) {
        SeatMirror truth(*fresh, event);
        QVERIFY(truth.subscribe());
        QVERIFY(actor.client->waitUntil([&] { return actor.map->revision() >= truth.revision(); }));
        QCOMPARE(actor.map->revision(), truth.revision());
        QVERIFY(actor.map->states() == truth.states());
        QCOMPARE(actor.map->gaps(), 0);
        QVERIFY(actor.map->changes() > 0);
        sold = static_cast<int>(std::count(truth.states().begin(), truth.states().end(), SeatState::Sold));
    }
    // And what the map calls sold is what the database has live tickets for.
    const auto clerk = house.visitor(Role::Clerk);
    int tickets = 0;
    for (const QJsonValue &booking : clerk->call(u"bookings.list"_s, {{u"limit"_s, 200}}).at(u"bookings"_s).toArray())
        tickets += booking[u"state"_s].toString() == u"confirmed" ? booking[u"ticketCount"_s].toInt() : 0;
    QVERIFY(sold > 0);
    QCOMPARE(sold, tickets);
}

QTEST_GUILESS_MAIN(HoldLifeTest)
#include "tst_holdlife.moc"
