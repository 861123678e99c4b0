// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawrpcclient.h"
#include "tests/support/testdatabases.h"

#include "shared/core/utctime.h"

#include <QRandomGenerator>
#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Many clients want the same seats at the same moment: exactly one gets each, and everybody is told the truth.
class HoldRacesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void oneSeat_hasExactlyOneWinnerEachRound();
    void groups_areHeldWhollyOrNotAtAll();
    void areas_areNeverOversold();
    void aWaitingRival_getsTheSeatOnlyAfterItsPromisedEnd();
};

void HoldRacesTest::oneSeat_hasExactlyOneWinnerEachRound()
{
    constexpr int kClients = 64;
    constexpr int kRounds = 1'000;
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const RawCrowd clients = rawGuests(house, kClients);
    std::vector<qint64> requests(kClients);
    QSet<int> winners;
    for (int round = 0; round < kRounds; ++round) {
        const qint32 seat = round % TestHouse::kSeats;
        const QJsonObject place = placesOf(event, {seat});
        for (int i = 0; i < kClients; ++i) {
            const auto client = static_cast<std::size_t>((i + round) % kClients);
            requests[client] = clients[client]->send(u"holds.acquire"_s, place);
        }
        int winner = -1;
        for (int i = 0; i < kClients; ++i) {
            const auto client = static_cast<std::size_t>(i);
            const WireReply reply = clients[client]->await(requests[client]);
            if (reply.ok()) {
                QVERIFY2(winner < 0, "two clients hold one seat");
                QCOMPARE(reply.at(u"holds.0.place"_s).toInt(-1), seat);
                winner = i;
            } else {
                QCOMPARE(reply.kind(), u"seat_taken"_s);
                QCOMPARE(reply.places(), QList<qint32> {seat});
            }
        }
        QVERIFY2(winner >= 0, "nobody got the seat");
        winners.insert(winner);
        QVERIFY(clients[static_cast<std::size_t>(winner)]->call(u"holds.release"_s, place).ok());
    }
    QVERIFY2(winners.size() > kClients / 2, "the same few won every time: no race");
}

void HoldRacesTest::groups_areHeldWhollyOrNotAtAll()
{
    constexpr int kClients = 16;
    constexpr int kRounds = 200;
    constexpr int kGroup = 4;
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().evening;
    const RawCrowd clients = rawGuests(house, kClients);
    QRandomGenerator random(20);
    for (int round = 0; round < kRounds; ++round) {
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

void HoldRacesTest::areas_areNeverOversold()
{
    constexpr int kClients = 64;
    constexpr int kRounds = 200;
    constexpr int kGroup = 3;
    constexpr int kWinners = TestHouse::Cabaret::kStanding / kGroup;
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().cabaret;
    const RawCrowd clients = rawGuests(house, kClients);
    QJsonObject wish = placesOf(event, {});
    wish.insert(u"areas"_s, QJsonArray {QJsonObject {{u"area"_s, 0}, {u"seats"_s, kGroup}}});
    QSet<int> everWon;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<qint64> requests(kClients);
        for (int i = 0; i < kClients; ++i) {
            const auto client = static_cast<std::size_t>((i + round) % kClients);
            requests[client] = clients[client]->send(u"holds.acquire"_s, wish);
        }
        QSet<qint32> given;
        QList<std::pair<int, QList<qint32>>> winners;
        for (int i = 0; i < kClients; ++i) {
            const WireReply reply = clients[static_cast<std::size_t>(i)]->await(requests[static_cast<std::size_t>(i)]);
            if (!reply.ok()) {
                QCOMPARE(reply.kind(), u"area_full"_s);
                QVERIFY(reply.data()[u"limit"_s].toInt(-1) < kGroup);
                continue;
            }
            QList<qint32> places;
            for (const QJsonValue &hold : reply.at(u"holds"_s).toArray()) {
                const qint32 place = hold[u"place"_s].toInt();
                QVERIFY(place >= TestHouse::Cabaret::kFirstStanding && place < TestHouse::Cabaret::kFirstStanding + TestHouse::Cabaret::kStanding);
                QVERIFY2(!given.contains(place), "two clients have one place");
                given.insert(place);
                places.append(place);
            }
            QCOMPARE(places.size(), kGroup);
            winners.append({i, places});
            everWon.insert(i);
        }
        QCOMPARE(winners.size(), kWinners);
        for (const auto &[client, places] : winners)
            QVERIFY(clients[static_cast<std::size_t>(client)]->call(u"holds.release"_s, placesOf(event, places)).ok());
    }
    QVERIFY2(everWon.size() > kClients / 2, "the same few won every time: no race");
}

void HoldRacesTest::aWaitingRival_getsTheSeatOnlyAfterItsPromisedEnd()
{
    const TestHouse house(m_databases.create(Engine::Sqlite));
    const EventId event = house.events().hasty;
    const auto holder = RawRpcClient::guest(house);
    const auto rival = RawRpcClient::guest(house);
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

QTEST_GUILESS_MAIN(HoldRacesTest)
#include "tst_holdraces.moc"
