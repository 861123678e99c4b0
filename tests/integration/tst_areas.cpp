// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/planpages.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Areas are sold by number and tables whole, over the wire.
class AreasTest : public QObject
{
    Q_OBJECT

private:
    using Cabaret = TestHouse::Cabaret;

    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    [[nodiscard]] EventId event() const { return m_house->events().cabaret; }
    [[nodiscard]] QJsonObject wish(const QList<std::pair<qint32, qint32>> &areas, const QList<qint32> &places = {}) const
    {
        QJsonArray list;
        for (const auto &[area, seats] : areas)
            list.append(QJsonObject {{u"area"_s, area}, {u"seats"_s, seats}});
        QJsonObject params = placesOf(event(), places);
        params.insert(u"areas"_s, list);
        return params;
    }
    static QList<qint32> held(const WireReply &reply)
    {
        QList<qint32> places;
        for (const QJsonValue &hold : reply.at(u"holds"_s).toArray())
            places.append(hold[u"place"_s].toInt());
        return places;
    }
    static QList<qint32> inCart(WireClient &client)
    {
        QList<qint32> places;
        for (const QJsonValue &line : client.call(u"cart.get"_s).at(u"lines"_s).toArray())
            places.append(line[u"hold"_s][u"place"_s].toInt());
        std::sort(places.begin(), places.end());
        return places;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
    }
    void cleanup() { m_house.reset(); }
    void initTestCase_data() { TestDatabases::addEngines(); }

    void plan_crossesTheWireWithTablesAndAreas();
    void area_givesItsLowestFreePlaces();
    void area_countsWhatTheSessionHas();
    void area_isNeverFullerThanItIs();
    void wishes_areAllGrantedOrNone();
    void wishes_haveToMakeSense();
    void soldPlaces_areGone_untilTheBookingIsCancelled();
    void table_isHeldWhole();
    void table_isGivenBackAndKeptWhole();
    void table_isBookedAndCancelledWhole();
    void table_isExchangedWhole();
};

void AreasTest::plan_crossesTheWireWithTablesAndAreas()
{
    const auto guest = m_house->visitor();
    const WireReply map = guest->call(u"seatmap.subscribe"_s, {{u"event"_s, event().toString()}});
    const QJsonObject page = guest->call(u"plans.get"_s, {{u"plan"_s, map.at(u"plan.id"_s)}, {u"version"_s, map.at(u"plan.version"_s)}}).at(u"page"_s).toObject();
    planio::PlanAssembler assembler;
    QVERIFY(assembler.add(page).ok());
    const Result<Plan> plan = assembler.finish(map.at(u"plan.hash"_s).toString());
    QVERIFY(plan.ok());
    QCOMPARE(placeCount(*plan), Cabaret::kPlaces);
    QCOMPARE(plan->sections[0].tables.size(), 3);
    QCOMPARE(guest->call(u"events.get"_s, {{u"event"_s, event().toString()}}).at(u"event.summary.capacity"_s).toInt(), Cabaret::kPlaces);
}

void AreasTest::area_givesItsLowestFreePlaces()
{
    const auto first = m_house->visitor();
    const auto second = m_house->visitor();
    QCOMPARE(held(first->call(u"holds.acquire"_s, wish({{0, 3}}))), (QList<qint32> {12, 13, 14}));
    QCOMPARE(held(second->call(u"holds.acquire"_s, wish({{0, 2}, {1, 1}}))), (QList<qint32> {15, 16, 32}));
    QVERIFY(first->call(u"holds.release"_s, placesOf(event(), {13})).ok());
    QCOMPARE(held(second->call(u"holds.acquire"_s, wish({{0, 4}}))), (QList<qint32> {13, 17, 15, 16}));
    QCOMPARE(inCart(*second), (QList<qint32> {13, 15, 16, 17, 32}));
    const QJsonValue line = second->call(u"cart.get"_s).at(u"lines.0"_s);
    QCOMPARE(line[u"label"_s].toString(), u"Standing 2"_s);
    QCOMPARE(line[u"prices"_s][1][u"ticketType"_s].toString(), u"child"_s);
}

void AreasTest::area_countsWhatTheSessionHas()
{
    const auto guest = m_house->visitor();
    const WireReply first = guest->call(u"holds.acquire"_s, wish({{0, 2}}));
    // A repeated request is harmless, and asking for fewer gives nothing back.
    for (const qint32 seats : {2, 1}) {
        const WireReply again = guest->call(u"holds.acquire"_s, wish({{0, seats}}));
        QCOMPARE(held(again), held(first));
        for (const QString &version : {u"holds.0.version"_s, u"holds.1.version"_s})
            QCOMPARE(again.at(version), first.at(version));
    }
    // What is named counts as well, wherever it is in the area.
    QCOMPARE(held(guest->call(u"holds.acquire"_s, wish({{0, 5}}, {14, 31}))), (QList<qint32> {14, 31, 15, 12, 13}));
    QCOMPARE(inCart(*guest), (QList<qint32> {12, 13, 14, 15, 31}));
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({{0, 7}})).kind(), u"too_many_seats"_s); // the event's limit, over all
}

void AreasTest::area_isNeverFullerThanItIs()
{
    const auto clerk = m_house->visitor(Role::Clerk);
    const auto guest = m_house->visitor();
    QVERIFY(clerk->call(u"holds.acquire"_s, wish({{0, Cabaret::kStanding - 2}})).ok());
    const WireReply refused = guest->call(u"holds.acquire"_s, wish({{0, 3}}));
    QCOMPARE(refused.kind(), u"area_full"_s);
    QCOMPARE(refused.data()[u"area"_s].toInt(-1), 0);
    QCOMPARE(refused.data()[u"limit"_s].toInt(), 2);
    QVERIFY(inCart(*guest).isEmpty());
    QCOMPARE(held(guest->call(u"holds.acquire"_s, wish({{0, 2}}))), (QList<qint32> {30, 31}));
    // The limit counts what one has.
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({{0, 3}})).data()[u"limit"_s].toInt(), 2);
    QCOMPARE(clerk->call(u"holds.acquire"_s, wish({{0, 20}})).data()[u"limit"_s].toInt(), Cabaret::kStanding - 2);
}

void AreasTest::wishes_areAllGrantedOrNone()
{
    const auto rival = m_house->visitor();
    const auto guest = m_house->visitor();
    QVERIFY(rival->call(u"holds.acquire"_s, placesOf(event(), {9})).ok());
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({{0, 2}}, {8, 9})).kind(), u"seat_taken"_s);
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({{0, 2}, {1, 4}}, {8})).kind(), u"area_full"_s);
    QVERIFY(inCart(*guest).isEmpty());
    QCOMPARE(held(guest->call(u"holds.acquire"_s, wish({{0, 2}, {1, 2}}, {8}))), (QList<qint32> {8, 12, 13, 32, 33}));
}

void AreasTest::wishes_haveToMakeSense()
{
    const auto guest = m_house->visitor();
    QCOMPARE(guest->call(u"holds.acquire"_s, placesOf(event(), {})).kind(), u"invalid_params"_s);
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({{0, 1}, {0, 2}})).kind(), u"invalid_params"_s);
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({})).kind(), u"invalid_params"_s);
    QCOMPARE(guest->call(u"holds.acquire"_s, wish({{0, 0}})).kind(), u"invalid_params"_s);
    const WireReply unknown = guest->call(u"holds.acquire"_s, wish({{0, 1}, {2, 1}}));
    QCOMPARE(unknown.kind(), u"unknown_place"_s);
    QCOMPARE(unknown.data()[u"area"_s].toInt(), 2);
    QVERIFY(inCart(*guest).isEmpty());
}

void AreasTest::soldPlaces_areGone_untilTheBookingIsCancelled()
{
    const auto guest = m_house->visitor();
    const auto other = m_house->visitor();
    QVERIFY(guest->call(u"holds.acquire"_s, wish({{1, 2}})).ok());
    const WireReply sold = guest->call(u"bookings.checkout"_s, checkoutOf(event(), {32, 33}, newKey()));
    QVERIFY(sold.ok());
    QCOMPARE(sold.at(u"booking.tickets.1.label"_s).toString(), u"Gallery 2"_s);
    QCOMPARE(sold.at(u"booking.total.amount"_s).toInteger(), 2 * TestHouse::kRearPrice);
    QCOMPARE(other->call(u"holds.acquire"_s, wish({{1, 2}})).data()[u"limit"_s].toInt(), 1);
    m_house->restart();
    const auto later = m_house->visitor(Role::Clerk);
    QCOMPARE(later->call(u"holds.acquire"_s, wish({{1, 2}})).data()[u"limit"_s].toInt(), 1);
    QVERIFY(later->call(u"bookings.cancel"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}}).ok());
    QCOMPARE(held(later->call(u"holds.acquire"_s, wish({{1, 3}}))), (QList<qint32> {32, 33, 34}));
}

void AreasTest::table_isHeldWhole()
{
    const auto guest = m_house->visitor();
    for (const QList<qint32> &some : {QList<qint32> {5}, QList<qint32> {4, 5, 6, 8}, QList<qint32> {7, 7, 7, 7}}) {
        const WireReply refused = guest->call(u"holds.acquire"_s, placesOf(event(), some));
        QCOMPARE(refused.kind(), u"table_sold_whole"_s);
        QCOMPARE(refused.places(), (QList<qint32> {4, 5, 6, 7}));
    }
    QVERIFY(inCart(*guest).isEmpty());
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event(), {7, 4, 6, 5, 9})).ok());
    QCOMPARE(inCart(*guest), (QList<qint32> {4, 5, 6, 7, 9}));
    QCOMPARE(m_house->visitor()->call(u"holds.acquire"_s, placesOf(event(), {4, 5, 6, 7})).kind(), u"seat_taken"_s);
}

void AreasTest::table_isGivenBackAndKeptWhole()
{
    const auto guest = m_house->visitor();
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event(), {0, 1, 2, 3, 8, 9})).ok());
    for (const QString &method : {u"holds.release"_s, u"holds.extend"_s}) {
        const WireReply refused = guest->call(method, placesOf(event(), {8, 1}));
        QCOMPARE(refused.kind(), u"table_sold_whole"_s);
        QCOMPARE(refused.places(), (QList<qint32> {0, 1, 2, 3}));
    }
    QVERIFY(guest->call(u"holds.extend"_s, placesOf(event(), {0, 1, 2, 3})).ok());
    QVERIFY(guest->call(u"holds.release"_s, placesOf(event(), {8, 0, 1, 2, 3})).ok());
    QCOMPARE(inCart(*guest), (QList<qint32> {9}));
    // Nobody is told more than that the seat is not theirs.
    QCOMPARE(guest->call(u"holds.release"_s, placesOf(event(), {1})).kind(), u"not_held"_s);
}

void AreasTest::table_isBookedAndCancelledWhole()
{
    const auto customer = m_house->visitor(Role::Customer);
    QVERIFY(customer->call(u"holds.acquire"_s, placesOf(event(), {0, 1, 2, 3, 8})).ok());
    const WireReply refused = customer->call(u"bookings.checkout"_s, checkoutOf(event(), {0, 1, 8}, newKey()));
    QCOMPARE(refused.kind(), u"table_sold_whole"_s);
    QCOMPARE(refused.places(), (QList<qint32> {0, 1, 2, 3}));
    const WireReply sold = customer->call(u"bookings.checkout"_s, checkoutOf(event(), {0, 1, 2, 3, 8}, newKey()));
    QVERIFY(sold.ok());
    const auto cancel = [&](const QList<int> &tickets) {
        QJsonArray numbers;
        for (const int ticket : tickets)
            numbers.append(sold.at(u"booking.tickets.%1.number"_s.arg(ticket)));
        return customer->call(u"bookings.cancel"_s, {{u"booking"_s, sold.at(u"booking.id"_s)}, {u"key"_s, newKey()}, {u"tickets"_s, numbers}});
    };
    QCOMPARE(cancel({1, 2}).kind(), u"table_sold_whole"_s);
    QCOMPARE(cancel({0, 4}).kind(), u"table_sold_whole"_s);
    QVERIFY(cancel({4}).ok());
    QVERIFY(cancel({3, 0, 1, 2}).ok());
    QVERIFY(m_house->visitor()->call(u"holds.acquire"_s, placesOf(event(), {0, 1, 2, 3, 8})).ok());
}

void AreasTest::table_isExchangedWhole()
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event(), {0, 1, 2, 3})).ok());
    const QJsonValue booking = clerk->call(u"bookings.checkout"_s, checkoutOf(event(), {0, 1, 2, 3}, newKey())).at(u"booking"_s);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event(), {8})).ok());
    QCOMPARE(clerk->call(u"bookings.exchange"_s, exchangeOf(booking, event(), {8}, newKey())).kind(), u"table_sold_whole"_s);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event(), {4, 5, 6, 7})).ok());
    QJsonObject params = exchangeOf(booking, event(), {4, 5, 6, 7}, newKey());
    QCOMPARE(clerk->call(u"bookings.exchange"_s, params).kind(), u"table_sold_whole"_s); // for one seat of the old table
    QJsonArray all;
    for (int ticket = 0; ticket < 4; ++ticket)
        all.append(booking[u"tickets"_s][ticket][u"number"_s]);
    params.insert(u"tickets"_s, all);
    QVERIFY(clerk->call(u"bookings.exchange"_s, params).ok());
}

QTEST_GUILESS_MAIN(AreasTest)
#include "tst_areas.moc"
