// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/companionseats.h"
#include "tests/unit/shared/smallhouse.h"

#include <QTest>

using namespace parterre;
using namespace parterre::test;

namespace {

using Seats = QList<qint32>;

CompanionSeats seatsOf(const Plan &plan)
{
    const SeatTable table(plan);
    return CompanionSeats(SeatRuns(plan, table));
}

// A row: 1 is a wheelchair place, 2 and 0 its companions' seats; 5 is another with the companion's seat 9 of the next row.
Plan twoUnits()
{
    HouseBuilder house;
    house.line(0, 0, 8).line(0, 30, 8);
    return house.companion(2, 1).companion(0, 1).companion(9, 5).plan();
}

// A row whose last seat is a companion's, nobody knows of whom; with these wheelchair places.
Plan unnamed(const Seats &wheelchairs)
{
    HouseBuilder house;
    house.line(0, 0, 8).mark(SeatAttribute::Companion);
    for (const qint32 seat : wheelchairs)
        house.seat(seat).attributes |= SeatAttribute::Wheelchair;
    return house.plan();
}

} // namespace

class TestCompanionSeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void companionsSeat_comesWithItsOwnWheelchairPlace();
    void severalCompanions_mayComeWithOneWheelchairPlace();
    void wheelchairPlacesAndOthers_mayComeAlone();
    void unnamedWheelchairPlace_isAnyOfThem();
    void planWithoutWheelchairPlaces_forbidsNothing();
    void whatWasAloneBefore_staysSo();
    void wheelchairPlaceGivenAway_leavesItsCompanionAlone();
    void tableSoldWhole_isNobodysUnit();
    void placesOfAreas_areNobodys();
    void housesWithoutFacts_haveNone();
};

void TestCompanionSeats::companionsSeat_comesWithItsOwnWheelchairPlace()
{
    const CompanionSeats seats = seatsOf(twoUnits());
    QCOMPARE(seats.alone({2}), Seats({2}));
    QCOMPARE(seats.alone({3, 2, 4}), Seats({2}));
    QCOMPARE(seats.alone({2, 1}), Seats());
    QCOMPARE(seats.alone({2, 5}), Seats({2})); // somebody else's
    QCOMPARE(seats.alone({9, 1}), Seats({9}));
    QCOMPARE(seats.alone({9, 2, 5}), Seats({2}));
    QCOMPARE(seats.wheelchairOf(2), 1);
    QCOMPARE(seats.wheelchairOf(9), 5);
}

void TestCompanionSeats::severalCompanions_mayComeWithOneWheelchairPlace()
{
    const CompanionSeats seats = seatsOf(twoUnits());
    QCOMPARE(seats.alone({0, 1, 2}), Seats());
    QCOMPARE(seats.alone({2, 0}), Seats({2, 0}));
}

void TestCompanionSeats::wheelchairPlacesAndOthers_mayComeAlone()
{
    const CompanionSeats seats = seatsOf(twoUnits());
    QCOMPARE(seats.alone({1}), Seats());
    QCOMPARE(seats.alone({5, 3, 15}), Seats());
    QCOMPARE(seats.alone({}), Seats());
    QCOMPARE(seats.wheelchairOf(1), CompanionSeats::kNone);
    QCOMPARE(seats.wheelchairOf(3), CompanionSeats::kNone);
}

void TestCompanionSeats::unnamedWheelchairPlace_isAnyOfThem()
{
    const CompanionSeats seats = seatsOf(unnamed({6, 2}));
    QCOMPARE(seats.alone({7}), Seats({7}));
    QCOMPARE(seats.alone({7, 3}), Seats({7}));
    QCOMPARE(seats.alone({7, 6}), Seats());
    QCOMPARE(seats.alone({2, 7}), Seats());
    QCOMPARE(seats.wheelchairOf(7), CompanionSeats::kNone);
}

void TestCompanionSeats::planWithoutWheelchairPlaces_forbidsNothing()
{
    QCOMPARE(seatsOf(unnamed({})).alone({7}), Seats());
}

void TestCompanionSeats::whatWasAloneBefore_staysSo()
{
    const CompanionSeats seats = seatsOf(twoUnits());
    QCOMPARE(seats.alone({2, 3}, {2, 4}), Seats());
    QCOMPARE(seats.alone({2, 9}, {2, 4}), Seats({9})); // a further one is refused
    QCOMPARE(seats.alone({0}, {2}), Seats({0}));       // and another in its place
}

void TestCompanionSeats::wheelchairPlaceGivenAway_leavesItsCompanionAlone()
{
    const CompanionSeats seats = seatsOf(twoUnits());
    QCOMPARE(seats.alone({2}, {1, 2}), Seats({2}));
    QCOMPARE(seats.alone({1}, {1, 2}), Seats());
    QCOMPARE(seats.alone({5, 2}, {1, 2}), Seats({2}));
}

void TestCompanionSeats::tableSoldWhole_isNobodysUnit()
{
    Plan plan {.categories = {{.key = QStringLiteral("all")}}};
    Table table {.label = QStringLiteral("1"), .position = {50, 50}, .soldWhole = true};
    for (qint32 i = 0; i < 4; ++i)
        table.seats.append({.index = i, .label = QString::number(i), .position = {50.0 + (i % 2 ? 30 : -30), 50.0 + (i / 2 ? 30 : -30)}});
    table.seats[0].attributes = SeatAttribute::Wheelchair;
    table.seats[1].attributes = SeatAttribute::Companion;
    table.seats[1].companionOf = 0;
    plan.sections = {{.tables = {table}}};
    QCOMPARE(seatsOf(plan).alone({1}), Seats()); // the table's rule has it
    plan.sections[0].tables[0].soldWhole = false;
    QCOMPARE(seatsOf(plan).alone({1}), Seats({1}));
}

void TestCompanionSeats::placesOfAreas_areNobodys()
{
    Plan plan = twoUnits();
    plan.sections[0].areas = {{.name = QStringLiteral("Standing"), .outline = {{0, 100}, {100, 100}, {100, 200}}, .firstPlace = 16, .capacity = 10}};
    const CompanionSeats seats = seatsOf(plan);
    QCOMPARE(seats.alone({16, 25}), Seats());
    QCOMPARE(seats.alone({16, 2}), Seats({2}));
}

void TestCompanionSeats::housesWithoutFacts_haveNone()
{
    QCOMPARE(CompanionSeats().alone({0, 1, 2}), Seats());
    QCOMPARE(CompanionSeats().wheelchairOf(2), CompanionSeats::kNone);
}

QTEST_APPLESS_MAIN(TestCompanionSeats)
#include "tst_companionseats.moc"
