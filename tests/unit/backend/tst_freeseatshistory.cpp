// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/freeseatshistory.h"

#include "serviceworld.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace parterre;
using namespace parterre::testing;
using namespace std::chrono_literals;
using services::FreeSeatsHistory;

// Pages of one search see the free seats of its first page.
class FreeSeatsHistoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<FreeSeatsHistory> m_history;
    services::Caller m_caller;

    void hold(qint32 place)
    {
        ServiceWorld::Answer<QList<Hold>> held;
        m_world->holds.acquire(m_caller, m_world->house.events().evening, {place}, held.take());
        QVERIFY(held.await());
    }
    int freeIn(const FreeSeatsHistory::Moment &moment)
    {
        return QJsonDocument::fromJson(moment.seats.toUtf8()).object().value(m_world->house.events().evening.toString()).toInt(-1);
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(m_databases.create(storage::Engine::Sqlite));
        m_history = std::make_unique<FreeSeatsHistory>(m_world->events, m_world->clock);
        m_caller = m_world->signedIn(Role::Customer);
    }
    void cleanup()
    {
        m_history.reset();
        m_world.reset();
    }

    void now_knowsWhatIsOpen()
    {
        QCOMPARE(m_history->now().seats, QStringLiteral("{}"));
        hold(1);
        m_world->clock.advance(1s);
        QCOMPARE(freeIn(m_history->now()), TestHouse::kSeats - 1);
    }
    void now_isLookedUpOnceASecond()
    {
        hold(1);
        const FreeSeatsHistory::Moment first = m_history->now();
        hold(2);
        m_world->clock.advance(999ms);
        QCOMPARE(freeIn(m_history->now()), TestHouse::kSeats - 1);
        m_world->clock.advance(1ms);
        const FreeSeatsHistory::Moment second = m_history->now();
        QCOMPARE(freeIn(second), TestHouse::kSeats - 2);
        QVERIFY(second.number > first.number);
        m_world->clock.advance(5s);
        QCOMPARE(m_history->now().number, second.number); // nothing was sold
    }
    void at_findsTheMomentOfTheFirstPage()
    {
        hold(1);
        const FreeSeatsHistory::Moment first = m_history->now();
        for (qint32 place = 2; place <= 4; ++place) {
            m_world->clock.advance(1s);
            hold(place);
            QVERIFY(m_history->now().number > first.number);
        }
        QCOMPARE(freeIn(m_history->at(first.number)), TestHouse::kSeats - 1);
        QCOMPARE(freeIn(m_history->now()), TestHouse::kSeats - 4);
    }
    void at_unknownMoment_seesNow()
    {
        hold(1);
        const FreeSeatsHistory::Moment first = m_history->now();
        for (const qint64 number : {first.number - 1, first.number + 1, qint64(0), std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
            QCOMPARE(m_history->at(number).number, first.number);
    }
    void moments_areForgotten()
    {
        hold(1);
        const FreeSeatsHistory::Moment first = m_history->now();
        m_world->clock.advance(5min);
        hold(2);
        const FreeSeatsHistory::Moment second = m_history->now();
        QCOMPARE(m_history->at(first.number).number, first.number);
        m_world->clock.advance(6min);
        hold(3); // the first seat's time is over meanwhile
        hold(4);
        const FreeSeatsHistory::Moment third = m_history->now();
        QCOMPARE(m_history->at(first.number).number, third.number);
        QCOMPARE(m_history->at(second.number).number, second.number);
    }
};

QTEST_GUILESS_MAIN(FreeSeatsHistoryTest)
#include "tst_freeseatshistory.moc"
