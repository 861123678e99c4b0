// SPDX-License-Identifier: GPL-3.0-or-later
#include "cartworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// Places of areas and whole tables in the cart.
class TestAreaCart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<CartWorld>();
        QVERIFY(m_world->enterAs(userNamed(u"anna"_s, 1)));
    }
    void cleanup() { m_world.reset(); }

    void requestAreas_showsWhatWasGrantedAtOnce()
    {
        grantPlacesFrom(100);
        QSignalSpy held(&cart(), &CartModel::seatsHeld);
        QSignalSpy pending(&cart(), &CartModel::pendingChanged);
        cart().requestAreas(m_event, {{.area = 3, .seats = 2}}, [this](qint32 place) { return m_world->line(m_event, place); });
        QCOMPARE(cart().pendingAreas(m_event), QSet<qint32> {3});
        QCOMPARE(cart().pendingAreas(eventNumber(2)), QSet<qint32>());
        QTRY_COMPARE(held.size(), 1);
        QCOMPARE(cart().pendingAreas(m_event), QSet<qint32>());
        QCOMPARE(pending.size(), 2);
        QCOMPARE(m_world->labels(), (QStringList {u"A 101"_s, u"A 102"_s}));
        QCOMPARE(cart().total(), euros(40));
        const auto asked = m_world->server.received<HoldsAcquire>();
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked[0].places.isEmpty());
        QCOMPARE(asked[0].areas, (QList<AreaSeats> {{.area = 3, .seats = 2}}));
    }
    void requestAreas_readsTheCartForWhatNobodyCanDescribe()
    {
        grantPlacesFrom(7);
        cart().requestAreas(m_event, {{.area = 0, .seats = 1}}, [](qint32) { return CartLine {}; });
        QTRY_COMPARE(m_world->labels(), QStringList {u"A 8"_s});
    }
    void fullArea_isToldWithHowManyThereAre()
    {
        m_world->server.when<HoldsAcquire>(Error {.code = ErrorCode::AreaFull, .limit = 1, .area = 3});
        QSignalSpy failed(&cart(), &CartModel::holdFailed);
        cart().requestAreas(m_event, {{.area = 3, .seats = 2}}, [](qint32) { return CartLine {}; });
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed[0][2].value<Error>();
        QCOMPARE(error.code, ErrorCode::AreaFull);
        QCOMPARE(error.area, 3);
        QCOMPARE(error.limit, 1);
        QCOMPARE(cart().pendingAreas(m_event), QSet<qint32>());
        QCOMPARE(cart().rowCount(), 0);
    }
    void requestRelease_ofASeatOfAWholeTableGivesBackTheTable()
    {
        QVERIFY(m_world->hold(m_event, {4, 5, 6, 7, 9}));
        m_world->server.when<HoldsRelease>([this](const HoldsParams &params) -> Result<Nothing> {
            if (params.places.size() < 4)
                return Error {.code = ErrorCode::TableSoldWhole, .places = {4, 5, 6, 7}, .event = params.event};
            m_world->cart.removeIf([&](const CartLine &at) { return params.places.contains(at.hold.place); });
            return Nothing {};
        });
        QSignalSpy failed(&cart(), &CartModel::releaseFailed);
        cart().requestRelease(m_event, {6});
        QTRY_COMPARE(cart().rowCount(), 1);
        QCOMPARE(cart().line(0).hold.place, 9);
        QCOMPARE(m_world->server.count<HoldsRelease>(), 2);
        QCOMPARE(failed.size(), 0);
    }
    void refusedTable_isNotAskedForAgainAndAgain()
    {
        QVERIFY(m_world->hold(m_event, {4, 5}));
        m_world->server.when<HoldsRelease>(Error {.code = ErrorCode::TableSoldWhole, .places = {4, 5}, .event = m_event});
        QSignalSpy failed(&cart(), &CartModel::releaseFailed);
        cart().requestRelease(m_event, {4, 5});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_world->server.count<HoldsRelease>(), 1);
    }

private:
    CartModel &cart() { return m_world->model; }
    void grantPlacesFrom(qint32 first)
    {
        m_world->server.when<HoldsAcquire>([this, first](const HoldsAcquireParams &params) {
            HoldsResult result;
            for (qint32 i = 0; params.areas && i < params.areas->constFirst().seats; ++i) {
                m_world->cart.append(m_world->line(params.event, first + i));
                result.holds.append(m_world->cart.last().hold);
            }
            return Result(result);
        });
    }

    const EventId m_event = eventNumber(1);
    std::unique_ptr<CartWorld> m_world;
};

QTEST_GUILESS_MAIN(TestAreaCart)
#include "tst_areacart.moc"
