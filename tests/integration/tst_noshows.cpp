// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"
#include "tests/support/testhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using storage::Engine;

// Seats of people who have not come, over the wire.
class NoShowsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<SharedManualClock> m_clock;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_clerk;
    EventId m_event;

    [[nodiscard]] QJsonObject named(const QJsonArray &tickets) const { return {{u"event"_s, m_event.toString()}, {u"tickets"_s, tickets}}; }
    [[nodiscard]] QJsonArray sold(const QList<qint32> &places) const
    {
        if (!m_clerk->call(u"holds.acquire"_s, placesOf(m_event, places)).ok())
            qFatal("the seats could not be held");
        QJsonArray numbers;
        for (const QJsonValue &ticket : m_clerk->call(u"bookings.checkout"_s, checkoutOf(m_event, places, newKey())).at(u"booking.tickets"_s).toArray())
            numbers.append(ticket[u"number"_s]);
        return numbers;
    }
    [[nodiscard]] QString admit(const QJsonValue &ticket) const
    {
        return m_clerk->call(u"checkins.admit"_s, {{u"event"_s, m_event.toString()}, {u"code"_s, ticket}, {u"key"_s, newKey()}}).at(u"verdict.outcome"_s).toString();
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_clock = std::make_unique<SharedManualClock>(SystemClock().utcNow());
        m_house = std::make_unique<TestHouse>(m_databases.create(engine), HouseWishes {.clock = m_clock.get()});
        m_clerk = m_house->visitor(Role::Clerk);
        m_event = m_house->events().evening;
    }
    void cleanup()
    {
        m_clerk.reset();
        storage::Database database(m_house->database());
        QVERIFY(database.open());
        QCOMPARE(*storage::BookingRepository(database).imbalances(), 0);
        m_house.reset();
    }

    void seats_areOnSaleAgainAtOnce_andTheirTicketsAdmitNobody()
    {
        const QJsonArray tickets = sold({40, 41});
        QCOMPARE(m_clerk->call(u"checkins.releaseNoShows"_s, named(tickets)).kind(), u"too_early"_s);
        m_clock->advanceTo(m_clock->utcNow() + std::chrono::hours(47));
        m_clerk = m_house->visitor(Role::Clerk); // nobody stays signed in for so long
        QCOMPARE(admit(tickets[0]), u"admitted"_s);
        const QJsonArray missing = m_clerk->call(u"checkins.noShows"_s, {{u"event"_s, m_event.toString()}}).at(u"tickets"_s).toArray();
        QCOMPARE(missing.size(), 1);
        QCOMPARE(missing[0][u"ticket"_s], tickets[1]);
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"seatmap.subscribe"_s, {{u"event"_s, m_event.toString()}}).ok());
        const WireReply released = m_clerk->call(u"checkins.releaseNoShows"_s, named(tickets));
        QCOMPARE(released.at(u"released"_s).toArray(), QJsonArray {tickets[1]});
        m_clock->advanceTo(m_clock->utcNow() + std::chrono::seconds(1)); // maps are told of changes so many times a second
        QVERIFY(!guest->awaitNotification(u"seatmap.changed"_s).isEmpty());
        QCOMPARE(admit(tickets[1]), u"released"_s);
        const QJsonArray again = sold({41});
        QCOMPARE(admit(again[0]), u"admitted"_s);
        QCOMPARE(m_clerk->call(u"checkins.releaseNoShows"_s, named({tickets[1]})).at(u"released"_s).toArray(), QJsonArray {tickets[1]}); // asked once more
        QCOMPARE(guest->call(u"holds.acquire"_s, placesOf(m_event, {41})).kind(), u"seat_taken"_s);
        QVERIFY(m_clerk->call(u"checkins.noShows"_s, {{u"event"_s, m_event.toString()}}).at(u"tickets"_s).toArray().isEmpty());
    }

    void doors_mayLookAndNotRelease()
    {
        const auto door = m_house->visitor(Role::Door);
        QVERIFY(door->call(u"checkins.noShows"_s, {{u"event"_s, m_event.toString()}}).ok());
        QCOMPARE(door->call(u"checkins.releaseNoShows"_s, named({u"ZZZZ-ZZZZ-1"_s})).kind(), u"not_permitted"_s);
    }
};

QTEST_GUILESS_MAIN(NoShowsTest)
#include "tst_noshows.moc"
