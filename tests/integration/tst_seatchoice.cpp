// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "shared/domain/role.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// The best seats, what to take instead of seats that are gone, and single seats that must not be left behind: over the wire.
class SeatChoiceTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    static QList<qint32> placesIn(const QJsonValue &offer, const QString &key = u"places"_s)
    {
        QList<qint32> places;
        for (const QJsonValue &place : offer[key].toArray())
            places.append(place.toInt());
        std::sort(places.begin(), places.end());
        return places;
    }
    static bool areNeighbours(const QList<qint32> &places)
    {
        return places.constLast() - places.constFirst() == places.size() - 1
            && places.constFirst() / TestHouse::kSeatsPerRow == places.constLast() / TestHouse::kSeatsPerRow;
    }
    [[nodiscard]] QJsonObject wish(qint32 size) const { return {{u"event"_s, m_house->events().evening.toString()}, {u"size"_s, size}}; }

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_house = std::make_unique<TestHouse>(m_databases.create(engine));
    }
    void cleanup() { m_house.reset(); }
    void initTestCase_data() { TestDatabases::addEngines(); }

    void suggestions_areFreeTogetherAndPriced();
    void suggestions_keepToWhatWasAskedFor();
    void suggestions_holdNothing();
    void tooLate_namesSeatsToTakeInstead();
    void tooLate_saysNothingMoreWhenNotAsked();
    void tooLate_countsWhatIsMineAlready();
    void aSingleSeat_isNotLeftBehind();
    void theCounter_mayLeaveOneAndSaysWhy();
    void otherEvents_doNotMind();
};

void SeatChoiceTest::suggestions_areFreeTogetherAndPriced()
{
    const EventId event = m_house->events().evening;
    const auto rival = m_house->visitor();
    const auto guest = m_house->visitor();
    const QList<qint32> before = placesIn(guest->call(u"seats.suggest"_s, wish(4)).at(u"offers.0"_s));
    QVERIFY(rival->call(u"holds.acquire"_s, placesOf(event, before)).ok());

    const WireReply reply = guest->call(u"seats.suggest"_s, wish(4));
    QCOMPARE(reply.at(u"offers"_s).toArray().size(), 3);
    QList<qint32> all = before;
    for (const QJsonValue &offer : reply.at(u"offers"_s).toArray()) {
        const QList<qint32> places = placesIn(offer);
        QCOMPARE(places.size(), 4);
        QVERIFY(areNeighbours(places));
        QCOMPARE(offer[u"shape"_s].toString(), u"together"_s);
        const qint64 each = places.constFirst() < TestHouse::kSeatsPerRow ? TestHouse::kFrontPrice : TestHouse::kRearPrice;
        QCOMPARE(offer[u"price"_s][u"amount"_s].toInteger(), 4 * each);
        for (const qint32 place : places) {
            QVERIFY(!all.contains(place));
            all.append(place);
        }
    }
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, placesIn(reply.at(u"offers.1"_s)))).ok());
}

void SeatChoiceTest::suggestions_keepToWhatWasAskedFor()
{
    const auto guest = m_house->visitor();
    QJsonObject params = wish(3);
    params.insert(u"categories"_s, QJsonArray {u"rear"_s});
    const WireReply rear = guest->call(u"seats.suggest"_s, params);
    QCOMPARE(rear.at(u"offers"_s).toArray().size(), 3);
    for (const QJsonValue &offer : rear.at(u"offers"_s).toArray())
        QVERIFY(placesIn(offer).constFirst() >= TestHouse::kSeatsPerRow);
    params.insert(u"categories"_s, QJsonArray {u"royal"_s});
    QCOMPARE(guest->call(u"seats.suggest"_s, params).kind(), u"not_found"_s);
    params = wish(2);
    params.insert(u"wheelchairs"_s, 1);
    QCOMPARE(guest->call(u"seats.suggest"_s, params).at(u"offers"_s).toArray().size(), 0); // the hall has no such place
    params = wish(2);
    params.insert(u"section"_s, 5);
    QCOMPARE(guest->call(u"seats.suggest"_s, params).at(u"offers"_s).toArray().size(), 0);
    QCOMPARE(guest->call(u"seats.suggest"_s, wish(0)).kind(), u"invalid_params"_s);
    QCOMPARE(guest->call(u"seats.suggest"_s, wish(101)).kind(), u"invalid_params"_s);
}

void SeatChoiceTest::suggestions_holdNothing()
{
    const auto guest = m_house->visitor();
    const QJsonObject event {{u"event"_s, m_house->events().evening.toString()}};
    const WireReply before = guest->call(u"seatmap.subscribe"_s, event);
    QVERIFY(guest->call(u"seats.suggest"_s, wish(5)).ok());
    const WireReply after = guest->call(u"seatmap.subscribe"_s, event);
    QCOMPARE(after.at(u"revision"_s), before.at(u"revision"_s));
    QCOMPARE(guest->call(u"cart.get"_s).at(u"lines"_s).toArray().size(), 0);
}

void SeatChoiceTest::tooLate_namesSeatsToTakeInstead()
{
    const EventId event = m_house->events().evening;
    const auto quick = m_house->visitor();
    const auto slow = m_house->visitor();
    const QList<qint32> wanted {88, 89, 90, 91};
    QVERIFY(quick->call(u"holds.acquire"_s, placesOf(event, wanted)).ok());
    QJsonObject params = placesOf(event, wanted);
    params.insert(u"instead"_s, true);
    const WireReply refused = slow->call(u"holds.acquire"_s, params);
    QCOMPARE(refused.kind(), u"seat_taken"_s);
    QCOMPARE(refused.places(), wanted);
    const QList<qint32> instead = placesIn(refused.data(), u"instead"_s);
    QCOMPARE(instead.size(), 4);
    QVERIFY(areNeighbours(instead));
    QVERIFY(instead.constFirst() >= TestHouse::kSeatsPerRow); // of the same price
    const qint32 rows = std::abs(instead.constFirst() / TestHouse::kSeatsPerRow - wanted.constFirst() / TestHouse::kSeatsPerRow);
    QVERIFY(rows <= 1);
    QCOMPARE(slow->call(u"cart.get"_s).at(u"lines"_s).toArray().size(), 0);
    QVERIFY(slow->call(u"holds.acquire"_s, placesOf(event, instead)).ok());
}

void SeatChoiceTest::tooLate_saysNothingMoreWhenNotAsked()
{
    const EventId event = m_house->events().evening;
    const auto quick = m_house->visitor();
    const auto slow = m_house->visitor();
    QVERIFY(quick->call(u"holds.acquire"_s, placesOf(event, {88})).ok());
    const WireReply refused = slow->call(u"holds.acquire"_s, placesOf(event, {88}));
    QCOMPARE(refused.kind(), u"seat_taken"_s);
    QVERIFY(!refused.data().contains(u"instead"_s));
}

void SeatChoiceTest::tooLate_countsWhatIsMineAlready()
{
    const EventId event = m_house->events().evening;
    const auto quick = m_house->visitor();
    const auto slow = m_house->visitor();
    // All of a row but three seats, of which two are mine: only with them there is a group left in it.
    QVERIFY(slow->call(u"holds.acquire"_s, placesOf(event, {80, 81})).ok());
    QVERIFY(quick->call(u"holds.acquire"_s, placesOf(event, {83, 84, 85, 86, 87, 88})).ok());
    QJsonObject params = placesOf(event, {80, 81, 83});
    params.insert(u"instead"_s, true);
    const WireReply refused = slow->call(u"holds.acquire"_s, params);
    QCOMPARE(refused.kind(), u"seat_taken"_s);
    QCOMPARE(placesIn(refused.data(), u"instead"_s), QList<qint32>({80, 81, 82}));
}

void SeatChoiceTest::aSingleSeat_isNotLeftBehind()
{
    const EventId event = m_house->events().tidy;
    const auto guest = m_house->visitor();
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, {21, 22})).ok());
    const WireReply refused = guest->call(u"bookings.checkout"_s, checkoutOf(event, {21, 22}, newKey()));
    QCOMPARE(refused.kind(), u"seat_stranded"_s);
    QCOMPARE(refused.places(), QList<qint32>({20}));
    QJsonObject excused = checkoutOf(event, {21, 22}, newKey());
    excused.insert(u"strandedReason"_s, u"because"_s);
    QCOMPARE(guest->call(u"bookings.checkout"_s, excused).kind(), u"seat_stranded"_s); // a customer's reason is none
    QCOMPARE(guest->call(u"cart.get"_s).at(u"lines"_s).toArray().size(), 2);
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, {20})).ok());
    QVERIFY(guest->call(u"bookings.checkout"_s, checkoutOf(event, {20, 21, 22}, newKey())).ok());
}

void SeatChoiceTest::theCounter_mayLeaveOneAndSaysWhy()
{
    const EventId event = m_house->events().tidy;
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event, {41})).ok());
    QCOMPARE(clerk->call(u"bookings.checkout"_s, checkoutOf(event, {41}, newKey())).kind(), u"seat_stranded"_s);
    QJsonObject excused = checkoutOf(event, {41}, newKey());
    excused.insert(u"strandedReason"_s, u"For the fireman"_s);
    const WireReply sold = clerk->call(u"bookings.checkout"_s, excused);
    QVERIFY(sold.ok());
    QCOMPARE(clerk->call(u"bookings.checkout"_s, excused).at(u"booking.id"_s), sold.at(u"booking.id"_s));

    storage::Database database(m_house->database());
    QVERIFY(database.open());
    const auto rows = storage::AuditRepository(database).list(0, 1'000);
    QVERIFY(rows);
    const auto row = std::find_if(rows->begin(), rows->end(), [&](const storage::AuditRow &r) { return r.event.objectId == sold.at(u"booking.id"_s).toString(); });
    QVERIFY(row != rows->end());
    QCOMPARE(row->event.after.value(u"strandedReason"_s).toString(), u"For the fireman"_s);
    QVERIFY(!storage::AuditRepository(database).verify()->firstBad);
}

void SeatChoiceTest::otherEvents_doNotMind()
{
    const EventId event = m_house->events().evening;
    const auto guest = m_house->visitor();
    QVERIFY(guest->call(u"holds.acquire"_s, placesOf(event, {61})).ok());
    QVERIFY(guest->call(u"bookings.checkout"_s, checkoutOf(event, {61}, newKey())).ok());
}

QTEST_GUILESS_MAIN(SeatChoiceTest)
#include "tst_seatchoice.moc"
