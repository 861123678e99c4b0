// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/domain/planvalidation.h"
#include "shared/domain/seattable.h"
#include "shared/planio/planjson.h"

#include <QTest>

#include <cmath>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

QList<Seat> seatsOf(const Plan &plan)
{
    QList<Seat> seats;
    forEachSeat(plan, [&seats](const Seat &seat) { seats += seat; });
    return seats;
}

qsizetype countOf(const Plan &plan, SeatAttribute attribute)
{
    const QList<Seat> seats = seatsOf(plan);
    return std::count_if(seats.cbegin(), seats.cend(), [attribute](const Seat &seat) { return seat.attributes.testFlag(attribute); });
}

void allPlans()
{
    QTest::addColumn<Plan>("plan");
    QTest::newRow("main house") << mainHousePlan();
    QTest::newRow("studio cinema") << studioCinemaPlan();
    QTest::newRow("cabaret") << cabaretPlan();
}

} // namespace

class TestDemoHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planIsValidAndItsDocumentComesBack_data() { allPlans(); }
    void planIsValidAndItsDocumentComesBack();
    void noSeatTouchesAnother_data() { allPlans(); }
    void noSeatTouchesAnother();
    void everythingStandsOnTheCanvas_data() { allPlans(); }
    void everythingStandsOnTheCanvas();
    void leftMirrorsRight_data() { allPlans(); }
    void leftMirrorsRight();
    void companionsSitBesideTheirWheelchairPlace_data() { allPlans(); }
    void companionsSitBesideTheirWheelchairPlace();
    void mainHouse_hasWhatATheatreHas();
    void mainHouse_rowsAreCutAtTheAislesOnly();
    void cinema_hasItsSeats();
    void cabaret_hasTablesAndAnArea();
};

void TestDemoHouse::planIsValidAndItsDocumentComesBack()
{
    QFETCH(const Plan, plan);
    const QList<PlanProblem> problems = validatePlan(plan);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.value(0).where + problems.value(0).message));
    const Result<Plan> again = planio::readPlan(planio::writePlan(plan));
    QVERIFY(again.ok());
    QCOMPARE(*again, plan);
}

void TestDemoHouse::noSeatTouchesAnother()
{
    QFETCH(const Plan, plan);
    const QList<Seat> seats = seatsOf(plan);
    for (qsizetype i = 0; i < seats.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j) {
            const double distance = std::hypot(seats[i].position.x - seats[j].position.x, seats[i].position.y - seats[j].position.y);
            QVERIFY2(distance > seats[i].radius + seats[j].radius + 1, qPrintable(seats[i].label + u" and "_s + seats[j].label));
        }
    }
}

void TestDemoHouse::everythingStandsOnTheCanvas()
{
    QFETCH(const Plan, plan);
    const SeatTable table(plan);
    QVERIFY(table.topLeft().x > 0 && table.topLeft().y > 0);
    QVERIFY(table.bottomRight().x < plan.size.x && table.bottomRight().y < plan.size.y);
    for (const Shape &shape : plan.shapes) {
        for (const PlanPoint &p : shape.points)
            QVERIFY(p.x > 0 && p.y > 0 && p.x < plan.size.x && p.y < plan.size.y);
    }
    QVERIFY(plan.focus.has_value());
    QVERIFY(plan.focus->y < table.topLeft().y);
}

void TestDemoHouse::leftMirrorsRight()
{
    QFETCH(const Plan, plan);
    const SeatTable table(plan);
    const QList<Seat> seats = seatsOf(plan);
    for (const Seat &seat : seats) {
        const PlanPoint mirrored {plan.size.x - seat.position.x, seat.position.y};
        const qint32 other = table.seatAt(mirrored);
        QVERIFY2(other != SeatTable::kNone, qPrintable(seat.label));
        QVERIFY2(std::hypot(table.position(other).x - mirrored.x, table.position(other).y - mirrored.y) < 0.05, qPrintable(seat.label));
        QCOMPARE(seats[other].category, seat.category);
        QCOMPARE(seats[other].attributes, seat.attributes);
        QCOMPARE(seats[other].radius, seat.radius);
    }
}

void TestDemoHouse::companionsSitBesideTheirWheelchairPlace()
{
    QFETCH(const Plan, plan);
    const SeatTable table(plan);
    qsizetype companions = 0;
    for (const Seat &seat : seatsOf(plan)) {
        if (!seat.companionOf)
            continue;
        ++companions;
        QVERIFY(seat.attributes.testFlag(SeatAttribute::Companion));
        QVERIFY(table.left(seat.index) == *seat.companionOf || table.right(seat.index) == *seat.companionOf);
    }
    QCOMPARE(companions, countOf(plan, SeatAttribute::Wheelchair));
}

void TestDemoHouse::mainHouse_hasWhatATheatreHas()
{
    const Plan plan = mainHousePlan();
    QVERIFY(qAbs(seatCount(plan) - 800) <= 25);
    QCOMPARE(plan.categories.size(), 5);
    QCOMPARE(plan.sections.size(), 4);
    QStringList stalls;
    for (const Row &row : plan.sections[0].rows)
        stalls.append(row.label);
    QCOMPARE(stalls.join(QString()), u"ABCDEFGHJKLMNPQRST"_s);
    for (qsizetype boxes = 2; boxes < 4; ++boxes) {
        QCOMPARE(plan.sections[boxes].rows.size(), 5);
        for (const Row &row : plan.sections[boxes].rows)
            QCOMPARE(row.seats.size(), 4);
    }
    QCOMPARE(countOf(plan, SeatAttribute::Wheelchair), 8);
    QVERIFY(countOf(plan, SeatAttribute::RestrictedView) >= 12);
    QVERIFY(countOf(plan, SeatAttribute::HouseSeat) > 0);
    for (qint32 category = 0; category < 5; ++category) {
        const QList<Seat> seats = seatsOf(plan);
        QVERIFY(std::any_of(seats.cbegin(), seats.cend(), [category](const Seat &seat) { return seat.category == category; }));
    }
    QVERIFY(std::any_of(plan.shapes.cbegin(), plan.shapes.cend(), [](const Shape &shape) { return shape.kind == ShapeKind::Stage; }));
}

void TestDemoHouse::mainHouse_rowsAreCutAtTheAislesOnly()
{
    const Plan plan = mainHousePlan();
    const SeatTable table(plan);
    for (const Section &section : plan.sections.first(2)) {
        for (const Row &row : section.rows) {
            int blocks = 0;
            for (const Seat &seat : row.seats) {
                blocks += table.left(seat.index) == SeatTable::kNone;
                QCOMPARE(seat.attributes.testFlag(SeatAttribute::Aisle),
                         (table.left(seat.index) == SeatTable::kNone && seat.index != row.seats.first().index)
                             || (table.right(seat.index) == SeatTable::kNone && seat.index != row.seats.last().index));
            }
            QCOMPARE(blocks, 3);
        }
    }
}

void TestDemoHouse::cinema_hasItsSeats()
{
    const Plan plan = studioCinemaPlan();
    QCOMPARE(seatCount(plan), 120);
    QCOMPARE(plan.categories.size(), 2);
    QCOMPARE(countOf(plan, SeatAttribute::Wheelchair), 2);
}

void TestDemoHouse::cabaret_hasTablesAndAnArea()
{
    const Plan plan = cabaretPlan();
    QCOMPARE(seatCount(plan), 74);
    QCOMPARE(placeCount(plan), 224);
    QCOMPARE(plan.sections[0].tables.size(), 5);
    QCOMPARE(plan.sections[1].tables.size(), 8);
    for (const Table &table : plan.sections[0].tables)
        QVERIFY(table.soldWhole && table.seats.size() == 4);
    QCOMPARE(plan.sections[2].areas.size(), 1);
    QCOMPARE(countOf(plan, SeatAttribute::Wheelchair), 2);
}

QTEST_APPLESS_MAIN(TestDemoHouse)
#include "tst_demohouse.moc"
