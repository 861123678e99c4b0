// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include "shared/core/utctime.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Many clients want the same thing at the same moment: exactly one gets it, and everybody is told the truth.
class RacesTest : public QObject
{
    Q_OBJECT

private:
    using Clients = std::vector<std::unique_ptr<WireClient>>;

    static Clients guests(const TestHouse &house, int count);
    static qsizetype bookingsOf(WireClient &client);

    TestDatabases m_databases;

private Q_SLOTS:
    void oneSeat_hasExactlyOneWinnerEachRound();
    void groups_areHeldWhollyOrNotAtAll();
    void twoCheckoutsOfOneHold_sellItOnce_data() { TestDatabases::addEngines(); }
    void twoCheckoutsOfOneHold_sellItOnce();
    void oneKeyTwiceAtOnce_booksOnce_data() { TestDatabases::addEngines(); }
    void oneKeyTwiceAtOnce_booksOnce();
    void twoServersOnOneDatabase_sellASeatOnce_data() { TestDatabases::addEngines(); }
    void twoServersOnOneDatabase_sellASeatOnce();
    void aWaitingRival_getsTheSeatOnlyAfterItsPromisedEnd();
    void aCheckoutAtTheDeadline_sellsOrLosesTheSeatButNotBoth();
};

RacesTest::Clients RacesTest::guests(const TestHouse &house, int count)
{
    Clients clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(house.visitor(Role::Guest));
    return clients;
}

qsizetype RacesTest::bookingsOf(WireClient &client)
{
    const WireReply reply = client.call(u"bookings.list"_s);
    return reply.ok() ? reply.at(u"bookings"_s).toArray().size() : -1;
}

void RacesTest::oneSeat_hasExactlyOneWinnerEachRound()
{
    constexpr int kClients = 64;
    constexpr int kRounds = 200;
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const Clients clients = guests(house, kClients);
    QList<qint64> requests(kClients);
    for (int round = 0; round < kRounds; ++round) {
        const qint32 seat = round % TestHouse::kSeats;
        for (int i = 0; i < kClients; ++i) {
            const auto client = static_cast<std::size_t>((i + round) % kClients);
            requests[static_cast<qsizetype>(client)] = clients[client]->send(u"holds.acquire"_s, placesOf(event, {seat}));
        }
        WireClient *winner = nullptr;
        for (int i = 0; i < kClients; ++i) {
            WireClient &client = *clients[static_cast<std::size_t>(i)];
            const WireReply reply = client.await(requests[i]);
            if (reply.ok()) {
                QVERIFY2(!winner, "two clients hold one seat");
                QCOMPARE(reply.at(u"holds.0.place"_s).toInt(-1), seat);
                winner = &client;
            } else {
                QCOMPARE(reply.kind(), u"seat_taken"_s);
                QCOMPARE(reply.places(), QList<qint32> {seat});
            }
        }
        QVERIFY2(winner, "nobody got the seat");
        QVERIFY(winner->call(u"holds.release"_s, placesOf(event, {seat})).ok());
    }
}

void RacesTest::groups_areHeldWhollyOrNotAtAll()
{
    constexpr int kClients = 16;
    constexpr int kGroup = 4;
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const Clients clients = guests(house, kClients);
    QRandomGenerator random(20);
    for (int round = 0; round < 40; ++round) {
        std::vector<QList<qint32>> wanted;
        std::vector<qint64> requests;
        for (const auto &client : clients) {
            const auto first = static_cast<qint32>(random.bounded(12));
            wanted.push_back({first, first + 2, first + 5, first + 3});
            requests.push_back(client->send(u"holds.acquire"_s, placesOf(event, wanted.back())));
        }
        QSet<qint32> given;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            const WireReply reply = clients[i]->await(requests[i]);
            const QJsonArray lines = clients[i]->call(u"cart.get"_s).at(u"lines"_s).toArray();
            if (!reply.ok()) {
                QCOMPARE(reply.kind(), u"seat_taken"_s);
                QVERIFY(!reply.places().isEmpty());
                for (const qint32 place : reply.places())
                    QVERIFY(wanted[i].contains(place));
                QCOMPARE(lines.size(), 0);
                continue;
            }
            QCOMPARE(lines.size(), kGroup);
            for (const qint32 place : wanted[i]) {
                QVERIFY2(!given.contains(place), "a seat was given to two clients");
                given.insert(place);
            }
        }
        QVERIFY(!given.isEmpty());
        for (std::size_t i = 0; i < clients.size(); ++i)
            static_cast<void>(clients[i]->call(u"holds.release"_s, placesOf(event, wanted[i])));
    }
}

void RacesTest::twoCheckoutsOfOneHold_sellItOnce()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const auto client = house.visitor();
    for (qint32 seat = 0; seat < 20; ++seat) {
        QVERIFY(client->call(u"holds.acquire"_s, placesOf(event, {seat})).ok());
        const qint64 first = client->send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey()));
        const qint64 second = client->send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey()));
        const QStringList kinds {client->await(first).kind(), client->await(second).kind()};
        QCOMPARE(kinds.count(QString()), 1);
        // The later one finds the seats frozen, or sold and so not held any more.
        QVERIFY2(kinds[1] == u"checkout_running" || kinds[1] == u"not_held", qPrintable(kinds.join(u' ')));
        QCOMPARE(bookingsOf(*client), seat + 1);
    }
}

void RacesTest::oneKeyTwiceAtOnce_booksOnce()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const EventId event = house.events().evening;
    const auto client = house.visitor(Role::Customer);
    const auto sameAccount = house.visitor(Role::Customer);
    for (qint32 seat = 0; seat < 20; ++seat) {
        QVERIFY(client->call(u"holds.acquire"_s, placesOf(event, {seat})).ok());
        const QJsonObject sale = checkoutOf(event, {seat}, newKey());
        const qint64 first = client->send(u"bookings.checkout"_s, sale);
        const qint64 again = client->send(u"bookings.checkout"_s, sale);
        const qint64 elsewhere = sameAccount->send(u"bookings.checkout"_s, sale);
        const WireReply booked = client->await(first);
        QCOMPARE(booked.kind(), QString());
        // While the first is under way the others may be told so; they are never told of another booking.
        for (const WireReply &reply : {client->await(again), sameAccount->await(elsewhere)}) {
            if (reply.ok())
                QCOMPARE(reply.at(u"booking"_s), booked.at(u"booking"_s));
            else
                QVERIFY2(reply.kind() == u"checkout_running" || reply.kind() == u"not_held", qPrintable(reply.kind()));
        }
        // And whoever asks once more is told of the one there is.
        QCOMPARE(client->call(u"bookings.checkout"_s, sale).at(u"booking"_s), booked.at(u"booking"_s));
        QCOMPARE(sameAccount->call(u"bookings.checkout"_s, sale).at(u"booking"_s), booked.at(u"booking"_s));
        QCOMPARE(bookingsOf(*client), seat + 1);
    }
}

void RacesTest::twoServersOnOneDatabase_sellASeatOnce()
{
    QFETCH(Engine, engine);
    const TestHouse house(m_databases.create(engine));
    const auto rival = house.rival();
    const EventId event = house.events().evening;
    const auto here = house.visitor();
    WireClient there(TestHouse::urlOf(*rival));
    QVERIFY(there.hello().ok());
    QVERIFY(there.call(u"auth.guest"_s, {{u"name"_s, u"Rita Rival"_s}}).ok());
    for (qint32 seat = 0; seat < 20; ++seat) {
        QVERIFY(here->call(u"holds.acquire"_s, placesOf(event, {seat})).ok());
        QVERIFY(there.call(u"holds.acquire"_s, placesOf(event, {seat})).ok());
        const qint64 first = here->send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey()));
        const qint64 second = there.send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey()));
        const WireReply a = here->await(first);
        const WireReply b = there.await(second);
        QCOMPARE(QStringList({a.kind(), b.kind()}).count(QString()), 1);
        const WireReply &refused = a.ok() ? b : a;
        QCOMPARE(refused.kind(), u"seat_taken"_s);
        QCOMPARE(refused.places(), QList<qint32> {seat});
        // The one that was refused asks the database and believes it.
        WireClient &loser = a.ok() ? there : *here;
        bool believes = false;
        QTRY_VERIFY((believes = believes || loser.call(u"holds.acquire"_s, placesOf(event, {seat})).kind() == u"seat_taken"));
    }
    QCOMPARE(bookingsOf(*here) + bookingsOf(there), 20);
}

void RacesTest::aWaitingRival_getsTheSeatOnlyAfterItsPromisedEnd()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().hasty;
    const auto holder = house.visitor();
    const auto rival = house.visitor();
    const WireReply held = holder->call(u"holds.acquire"_s, placesOf(event, {7}));
    QVERIFY(held.ok());
    WireReply got;
    while (!(got = rival->call(u"holds.acquire"_s, placesOf(event, {7}))).ok()) {
        QCOMPARE(got.kind(), u"seat_taken"_s);
        QCOMPARE(got.places(), QList<qint32> {7});
    }
    QVERIFY(got.at(u"holds.0.version"_s).toInteger() > held.at(u"holds.0.version"_s).toInteger());
    // The rival's hold lasts a second too, so it began a second before its end; both are told by the server's clock.
    const auto promised = fromIsoUtc(held.at(u"holds.0.expires"_s).toString());
    const auto ends = fromIsoUtc(got.at(u"holds.0.expires"_s).toString());
    QVERIFY(promised && ends);
    constexpr std::chrono::milliseconds kClockSlew {50};
    QVERIFY2(*ends - std::chrono::seconds(1) + kClockSlew >= *promised, "the seat was given away before its promised end");
    QCOMPARE(holder->call(u"bookings.checkout"_s, checkoutOf(event, {7}, newKey())).kind(), u"hold_expired"_s);
}

void RacesTest::aCheckoutAtTheDeadline_sellsOrLosesTheSeatButNotBoth()
{
    constexpr int kPairs = 12;
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().hasty;
    const Clients holders = guests(house, kPairs);
    const Clients rivals = guests(house, kPairs);
    std::vector<qint64> sales(kPairs, 0);
    std::vector<qint64> grabs(kPairs, 0);
    for (int i = 0; i < kPairs; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const QJsonObject place = placesOf(event, {i});
        const QJsonObject sale = checkoutOf(event, {i}, newKey());
        QVERIFY(holders[at]->call(u"holds.acquire"_s, place).ok());
        // From 10 ms before the end to 12 ms after it.
        QTimer::singleShot(std::chrono::milliseconds(990 + 2 * i), Qt::PreciseTimer, this, [&, at, place, sale] {
            sales[at] = holders[at]->send(u"bookings.checkout"_s, sale);
            grabs[at] = rivals[at]->send(u"holds.acquire"_s, place);
        });
    }
    for (std::size_t i = 0; i < kPairs; ++i) {
        QTRY_VERIFY(grabs[i] != 0);
        const WireReply sale = holders[i]->await(sales[i]);
        const WireReply grab = rivals[i]->await(grabs[i]);
        QVERIFY2(sale.ok() || sale.kind() == u"hold_expired", qPrintable(sale.kind()));
        QVERIFY2(grab.ok() || grab.kind() == u"seat_taken", qPrintable(grab.kind()));
        QVERIFY2(!(sale.ok() && grab.ok()), "one seat was sold and held");
        if (sale.ok())
            QCOMPARE(rivals[i]->call(u"holds.acquire"_s, placesOf(event, {static_cast<qint32>(i)})).kind(), u"seat_taken"_s);
    }
}

QTEST_GUILESS_MAIN(RacesTest)
#include "tst_races.moc"
