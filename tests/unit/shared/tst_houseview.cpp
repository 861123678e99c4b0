// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/houseview.h"
#include "tests/unit/shared/smallhouse.h"

#include <QTest>

#include <cmath>

using namespace parterre;
using namespace parterre::test;

namespace {

struct House {
    explicit House(const Plan &plan) : table(plan), runs(plan, table), view(plan, table, runs) {}

    [[nodiscard]] qint64 cost(qint32 seat) const { return view.cost(runs.spot(seat)); }
    [[nodiscard]] qint32 front(qint32 seat) const
    {
        const qint32 spot = view.front(runs.spot(seat));
        return spot == SeatRuns::kNone ? spot : runs.seat(spot);
    }
    [[nodiscard]] qint32 rowsBefore(qint32 seat) const { return view.rowsBefore(runs.spot(seat)); }

    SeatTable table;
    SeatRuns runs;
    HouseView view;
};

constexpr qint32 kNone = SeatRuns::kNone;

} // namespace

class TestHouseView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPlan_hasNothingToSay();
    void focus_isThePlansThenTheStagesThenTheUpperEdge();
    void cost_isWrittenInSeatWidths();
    void cost_neverFallsWhenAPartOfItRises();
    void axis_countsOnlyAsFarAsSeatsLookOneWay();
    void restrictedView_costsTenSeatWidths();
    void front_isTheSeatRightBefore();
    void front_followsTheCurve();
    void front_isNotAcrossACrossAisleNorInAnotherSection();
    void front_isOppositeAtATable();
    void rowsBefore_countsToTheCrossAisle();
    void unusualScales_keepCostsInRange();
    void crowdedSeats_areViewedQuickly();
};

void TestHouseView::emptyPlan_hasNothingToSay()
{
    const House house {Plan {}};
    QCOMPARE(house.runs.size(), 0);
    QCOMPARE(house.view.oneSidedness(), 0.0);
    QVERIFY(house.view.runsByCost().empty());
}

void TestHouseView::focus_isThePlansThenTheStagesThenTheUpperEdge()
{
    Plan plan = HouseBuilder().line(0, 100, 5).plan();
    QCOMPARE(House(plan).view.focus(), (PlanPoint {50, 90}));
    plan.shapes.append(Shape {.kind = ShapeKind::Rectangle, .position = {7, 7}, .size = {2, 2}});
    plan.shapes.append(Shape {.kind = ShapeKind::Stage, .position = {100, 0}, .rotation = 90, .size = {80, 20}});
    const PlanPoint stage = House(plan).view.focus();
    QVERIFY(std::hypot(stage.x - 90, stage.y - 40) < 1e-9);
    plan.focus = PlanPoint {1, 2};
    QCOMPARE(House(plan).view.focus(), (PlanPoint {1, 2}));
}

void TestHouseView::cost_isWrittenInSeatWidths()
{
    // Three seats straight below the focal point, two rows apart by a cross-aisle.
    const House house(HouseBuilder().focus({25, 0}).line(0, 100, 3).line(0, 200, 3).plan());
    QCOMPARE(house.view.seatWidth(), 25.0);
    QCOMPARE(house.cost(1), 4 * SeatCost::kSeatWidth);
    QCOMPARE(house.cost(4), 8 * SeatCost::kSeatWidth);
    // Off the axis by an angle t: the distance and, as far as the house looks one way, 2 sin(t/2) of it again.
    const double away = std::hypot(1, 4);
    const double chord = 2 * std::sin(std::atan2(1, 4) / 2) * away;
    QCOMPARE(house.cost(0), std::llround(100 * (away + house.view.oneSidedness() * chord)));
    QCOMPARE(house.cost(0), house.cost(2));
}

void TestHouseView::cost_neverFallsWhenAPartOfItRises()
{
    QRandomGenerator random(7);
    int compared = 0;
    for (int i = 0; i < 200; ++i) {
        const House house(randomSmallHouse(random));
        for (qint32 a = 0; a < house.runs.size(); ++a) {
            for (qint32 b = 0; b < house.runs.size(); ++b) {
                const PlanPoint p = house.runs.position(a);
                const PlanPoint q = house.runs.position(b);
                const bool restricted = house.table.attributes(house.runs.seat(a)).testFlag(SeatAttribute::RestrictedView);
                const bool noWorse = house.view.fromFocus(p) <= house.view.fromFocus(q) && house.view.offAxis(p) <= house.view.offAxis(q)
                    && house.view.rowsBefore(a) <= house.view.rowsBefore(b) && !restricted;
                compared += noWorse;
                QVERIFY(!noWorse || house.view.cost(a) <= house.view.cost(b));
            }
        }
    }
    QVERIFY(compared > 10'000);
}

void TestHouseView::axis_countsOnlyAsFarAsSeatsLookOneWay()
{
    HouseBuilder round;
    round.focus({0, 0});
    for (const double side : {0.0, 90.0, 180.0, 270.0})
        round.arc({0, 0}, 200, side, 8);
    const House arena(round.plan());
    QVERIFY(arena.view.oneSidedness() < 1e-6);
    for (qint32 s = 0; s < arena.runs.size(); ++s)
        QVERIFY(std::abs(arena.cost(s) - 8 * SeatCost::kSeatWidth) <= 1);

    const House theatre(HouseBuilder().focus({0, 0}).arc({0, 0}, 200, 90, 9).plan());
    QVERIFY(theatre.view.oneSidedness() > 0.9);
    for (qint32 s = 0; s < 4; ++s) {
        QVERIFY(theatre.cost(s) > theatre.cost(s + 1));
        QCOMPARE(theatre.cost(s), theatre.cost(8 - s));
    }
}

void TestHouseView::restrictedView_costsTenSeatWidths()
{
    const House house(HouseBuilder().focus({0, 0}).row({{-12.5, 100}, {12.5, 100}}).mark(SeatAttribute::RestrictedView).plan());
    QCOMPARE(house.cost(1) - house.cost(0), 10 * SeatCost::kSeatWidth);
}

void TestHouseView::front_isTheSeatRightBefore()
{
    // The second row stands between the seats of the first, and one seat farther to the right.
    const House house(HouseBuilder().focus({50, -500}).line(0, 0, 4).line(13, 30, 5).plan());
    QCOMPARE(house.front(0), kNone);
    QCOMPARE(house.front(4), 1);
    QCOMPARE(house.front(6), 3);
    QCOMPARE(house.front(7), 3);
    QCOMPARE(house.front(8), kNone);
    // At the far side of a wide house the row counts, not the slanted line to the focal point.
    const House side(HouseBuilder().focus({-2000, -50}).line(0, 0, 4).line(0, 30, 4).plan());
    QCOMPARE(side.front(4), 0);
    QCOMPARE(side.front(7), 3);
    // The other way round: row order in the file says nothing.
    const House upside(HouseBuilder().focus({50, 500}).line(0, 0, 4).line(0, 30, 4).plan());
    QCOMPARE(upside.front(0), 4);
    QCOMPARE(upside.front(4), kNone);
}

void TestHouseView::front_followsTheCurve()
{
    const House house(HouseBuilder().focus({0, 0}).arc({0, 0}, 150, 0, 9).arc({0, 0}, 180, 0, 11).plan());
    for (qint32 s = 9; s < 20; ++s) {
        const qint32 front = house.front(s);
        QVERIFY(front != kNone && front < 9);
        const PlanPoint p = house.table.position(s);
        for (qint32 other = 0; other < 9; ++other) {
            const auto distance = [&](qint32 t) { return std::hypot(house.table.position(t).x - p.x, house.table.position(t).y - p.y); };
            QVERIFY(distance(front) <= distance(other));
        }
    }
}

void TestHouseView::front_isNotAcrossACrossAisleNorInAnotherSection()
{
    QCOMPARE(House(HouseBuilder().focus({25, -90}).line(0, 0, 3).line(0, 49, 3).plan()).front(4), 1);
    QCOMPARE(House(HouseBuilder().focus({25, -90}).line(0, 0, 3).line(0, 51, 3).plan()).front(4), kNone);
    QCOMPARE(House(HouseBuilder().focus({25, -90}).line(0, 0, 3).section().line(0, 30, 3).plan()).front(4), kNone);
}

void TestHouseView::front_isOppositeAtATable()
{
    // Benches of four along a table, numbered across it; the back of another guest is nearer than the opposite side.
    QList<PlanPoint> table;
    QList<PlanPoint> next;
    for (int i = 0; i < 4; ++i) {
        table << PlanPoint {0, i * 25.0} << PlanPoint {60, i * 25.0};
        next << PlanPoint {115, i * 25.0} << PlanPoint {175, i * 25.0};
    }
    const House house(HouseBuilder().focus({-500, 40}).row(table).row(next).plan());
    QCOMPARE(house.front(0), kNone);
    QCOMPARE(house.front(1), 0);
    QCOMPARE(house.front(7), 6);
    QCOMPARE(house.front(8), kNone);
    QCOMPARE(house.front(9), 8);
}

void TestHouseView::rowsBefore_countsToTheCrossAisle()
{
    const House house(HouseBuilder().focus({25, -90}).line(0, 0, 3).line(0, 30, 3).line(0, 60, 3).line(0, 130, 3).line(0, 160, 3).plan());
    QCOMPARE(house.rowsBefore(1), 0);
    QCOMPARE(house.rowsBefore(4), 1);
    QCOMPARE(house.rowsBefore(7), 2);
    QCOMPARE(house.rowsBefore(10), 0);
    QCOMPARE(house.rowsBefore(13), 1);
    QCOMPARE(house.cost(7) - house.cost(4), std::llround(100 * (30 / 25.0 + 0.5)));
}

void TestHouseView::unusualScales_keepCostsInRange()
{
    HouseBuilder tiny = HouseBuilder().focus({-1e6, -1e6}).line(0, 0, 3, 0, 0.01);
    for (qint32 s = 0; s < 3; ++s)
        tiny.seat(s).radius = 0.004;
    const House wide(tiny.plan());
    for (qint32 s = 0; s < 3; ++s)
        QCOMPARE(wide.cost(s), 1'000'000'000);
    const House onSpot(HouseBuilder().focus({0, 0}).row({{0, 0}, {0, 0}}).plan());
    QCOMPARE(onSpot.cost(0), 0);
}

// No time is asserted, but work that grows with the square of the seats would run into the test's own limit.
void TestHouseView::crowdedSeats_areViewedQuickly()
{
    HouseBuilder crowded;
    for (int r = 0; r < 200; ++r)
        crowded.line(0, r * 0.1, 250, 0, 0.1);
    crowded.row(QList<PlanPoint>(50'000, PlanPoint {3, 3}));
    const House house(crowded.plan());
    QCOMPARE(house.runs.size(), 100'000);
}

QTEST_APPLESS_MAIN(TestHouseView)
#include "tst_houseview.moc"
