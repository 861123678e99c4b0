// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/holdkeeper.h"

#include "cartworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const EventId kLear = eventNumber(1);

} // namespace

// Seats at the counter stay; those of customers run out.
class TestHoldKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A server in trouble is asked again while there is time, though nothing else happens in the cart.
    void refusal_isFollowedByAnotherTry()
    {
        CartWorld world;
        world.server.when<HoldsAcquire>([&](const HoldsAcquireParams &params) {
            HoldsResult result;
            for (const qint32 place : params.places)
                result.holds.append({.event = params.event, .place = place, .version = 7, .expires = world.clock.utcNow() + 2s, .extensionsLeft = 1});
            return Result(result);
        });
        world.server.when<HoldsExtend>(Error {.code = ErrorCode::StorageUnavailable});
        HoldKeeper keeper(world.session, world.model, world.clock);
        QSignalSpy failed(&world.model, &CartModel::extendFailed);
        QVERIFY(world.enterAs(userNamed(u"carl"_s, 1, Role::Clerk)));
        QVERIFY(world.hold(kLear, {3}));
        QTRY_VERIFY(failed.size() >= 2);
        QVERIFY(keeper.isWaiting());
    }

    void counter_isGivenMoreTimeBeforeItRunsOut()
    {
        CartWorld world;
        // A hold of one second, of which the world's clock has used none.
        const auto soon = [&world](HoldsResult result) {
            for (Hold &hold : result.holds) {
                hold.expires = world.clock.utcNow() + 1s;
                hold.extensionsLeft = 1;
            }
            return Result(result);
        };
        const auto granted = [&](const auto &params) {
            HoldsResult result;
            for (const qint32 place : params.places)
                result.holds.append(world.line(params.event, place).hold);
            return soon(result);
        };
        world.server.when<HoldsAcquire>([&](const HoldsAcquireParams &params) { return granted(params); });
        world.server.when<HoldsExtend>([&](const HoldsParams &params) { return granted(params); });
        HoldKeeper keeper(world.session, world.model, world.clock);
        QVERIFY(world.enterAs(userNamed(u"carl"_s, 1, Role::Clerk)));
        QVERIFY(world.hold(kLear, {3}));
        TRY_ASKED(world.server, HoldsExtend, 2); // and again, as long as it is there
        QCOMPARE(world.model.rowCount(), 1);
    }

    void customers_areNotHelped()
    {
        CartWorld world;
        HoldKeeper keeper(world.session, world.model, world.clock);
        QVERIFY(world.enterAs(userNamed(u"anna"_s, 1, Role::Customer)));
        QVERIFY(world.hold(kLear, {3}));
        QVERIFY(!keeper.isWaiting());
    }

    void emptyCart_asksNothing()
    {
        CartWorld world;
        HoldKeeper keeper(world.session, world.model, world.clock);
        QVERIFY(world.enterAs(userNamed(u"carl"_s, 1, Role::Clerk)));
        QVERIFY(world.hold(kLear, {3}));
        QVERIFY(keeper.isWaiting());
        world.model.releaseAll();
        QTRY_VERIFY(!keeper.isWaiting());
    }
};

QTEST_GUILESS_MAIN(TestHoldKeeper)
#include "tst_holdkeeper.moc"
