// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/domain/plancomparison.h"

#include <QElapsedTimer>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class TestPlanComparison : public QObject
{
    Q_OBJECT

    // Three rows of four: "A 1" is seat 0, "C 4" is seat 11.
    static Plan hall(int rows = 3, int seats = 4)
    {
        Plan plan {.name = u"Hall"_s, .categories = {{.key = u"front"_s, .name = u"Front"_s}, {.key = u"rear"_s, .name = u"Rear"_s}}};
        Section section {.name = u"House"_s};
        for (qint32 row = 0; row < rows; ++row) {
            Row line {.label = rows > 26 ? QString::number(row) : QString(QChar(u'A' + row))};
            for (qint32 n = 0; n < seats; ++n)
                line.seats.append({.index = row * seats + n, .number = QString::number(n + 1), .label = u"%1 %2"_s.arg(line.label).arg(n + 1), .position = {25.0 * n, 30.0 * row}});
            section.rows.append(line);
        }
        plan.sections = {section};
        return plan;
    }
    static Seat &seatAt(Plan &plan, int row, int number) { return plan.sections[0].rows[row].seats[number]; }
    static void renumber(Plan &plan)
    {
        qint32 index = 0;
        for (Section &section : plan.sections) {
            for (Row &row : section.rows) {
                for (Seat &seat : row.seats)
                    seat.index = index++;
            }
            for (Table &table : section.tables) {
                for (Seat &seat : table.seats)
                    seat.index = index++;
            }
        }
    }
    static PlacesComparison onlyChange(qint32 before, qint32 after, PlanChanges changes, qint32 same = 11)
    {
        return {.changed = {{.before = before, .after = after, .changes = changes}}, .same = same};
    }

private Q_SLOTS:
    void samePlan_hasNoDifference()
    {
        for (const Plan &plan : {mainHousePlan(), studioCinemaPlan(), cabaretPlan(), Plan()}) {
            const PlanComparison comparison = comparePlans(plan, plan);
            QVERIFY(comparison.isEmpty());
            QCOMPARE(comparison.seats.same, seatCount(plan));
        }
        Plan other = hall();
        other.name = u"Other"_s;
        other.shapes = {{.text = u"Bar"_s}};
        other.sections[0].rows[0].seats[0].externalIds = {u"x"_s};
        QVERIFY(comparePlans(hall(), other).isEmpty()); // nothing that is sold
    }

    void seat_thatCameOrWent()
    {
        Plan after = hall();
        after.sections[0].rows[1].seats.removeAt(2); // "B 3"
        renumber(after);
        QCOMPARE(comparePlans(hall(), after).seats, (PlacesComparison {.gone = {6}, .same = 11}));
        QCOMPARE(comparePlans(after, hall()).seats, (PlacesComparison {.added = {6}, .same = 11}));
    }

    void order_isNoDifference()
    {
        Plan after = hall();
        std::reverse(after.sections[0].rows.begin(), after.sections[0].rows.end());
        renumber(after);
        QVERIFY(comparePlans(hall(), after).isEmpty());
    }

    void seat_thatChanged()
    {
        const auto changed = [](const std::function<void(Seat &)> &change) {
            Plan after = hall();
            change(seatAt(after, 1, 1)); // "B 2", seat 5
            return comparePlans(hall(), after).seats;
        };
        QCOMPARE(changed([](Seat &seat) { seat.position.x += 5; }), onlyChange(5, 5, PlanChange::Moved));
        QCOMPARE(changed([](Seat &seat) { seat.category = 1; }), onlyChange(5, 5, PlanChange::Recategorised));
        QCOMPARE(changed([](Seat &seat) { seat.attributes = SeatAttribute::Aisle; }), onlyChange(5, 5, PlanChange::Attributes));
        QCOMPARE(changed([](Seat &seat) { seat.customAttributes = {u"heated"_s}; }), onlyChange(5, 5, PlanChange::Attributes));
        QCOMPARE(changed([](Seat &seat) { seat.radius = 8; }), onlyChange(5, 5, PlanChange::Resized));
        QCOMPARE(changed([](Seat &seat) { seat.label = u"B 2a"_s; }), onlyChange(5, 5, PlanChange::Relabelled));
        QCOMPARE(changed([](Seat &seat) {
            seat.label = u"Lounge"_s;
            seat.position.x += kSamePlace / 2;
            seat.category = 1;
        }), onlyChange(5, 5, PlanChange::Relabelled | PlanChange::Recategorised));
        QCOMPARE(changed([](Seat &seat) { seat.position.y += kSamePlace * 0.9; }), (PlacesComparison {.same = 12}));
        QCOMPARE(changed([](Seat &seat) { // another seat altogether
            seat.label = u"Lounge"_s;
            seat.position.x += 3;
        }), (PlacesComparison {.gone = {5}, .added = {5}, .same = 11}));
    }

    // What people call it counts more than where it stands.
    void label_goesBeforePosition()
    {
        Plan after = hall();
        std::swap(seatAt(after, 0, 0).label, seatAt(after, 0, 1).label);
        const PlacesComparison seats = comparePlans(hall(), after).seats;
        QCOMPARE(seats.changed, (QList<ChangedPlace> {{.before = 1, .after = 0, .changes = PlanChange::Moved}, {.before = 0, .after = 1, .changes = PlanChange::Moved}}));
        // One that is called as another was, and that other where it stood: by label first.
        after = hall();
        seatAt(after, 0, 3).label = u"A 5"_s;
        seatAt(after, 0, 2).label = u"A 4"_s;
        const PlacesComparison shifted = comparePlans(hall(), after).seats;
        QCOMPARE(shifted.gone, QList<qint32> {2});
        QCOMPARE(shifted.added, QList<qint32> {3});
        QCOMPARE(shifted.changed, (QList<ChangedPlace> {{.before = 3, .after = 2, .changes = PlanChange::Moved}}));
    }

    void category_isItsKey()
    {
        Plan after = hall();
        std::swap(after.categories[0], after.categories[1]);
        for (Row &row : after.sections[0].rows) {
            for (Seat &seat : row.seats)
                seat.category = 1;
        }
        after.categories[1].name = u"Parquet"_s;
        QVERIFY(comparePlans(hall(), after).isEmpty());
    }

    void companion_followsItsWheelchairPlace()
    {
        Plan before = hall();
        seatAt(before, 0, 0).attributes = SeatAttribute::Wheelchair;
        seatAt(before, 0, 1).attributes = SeatAttribute::Companion;
        seatAt(before, 0, 1).companionOf = 0;
        Plan after = before;
        seatAt(after, 0, 0).label = u"W 1"_s;
        QCOMPARE(comparePlans(before, after).seats, onlyChange(0, 0, PlanChange::Relabelled));
        seatAt(after, 2, 3).attributes = SeatAttribute::Wheelchair;
        seatAt(after, 0, 1).companionOf = 11;
        QCOMPARE(comparePlans(before, after).seats.changed.at(1), (ChangedPlace {.before = 1, .after = 1, .changes = PlanChange::Attributes}));
    }

    void table_soldOtherwise()
    {
        const Plan before = cabaretPlan();
        Plan after = before;
        for (Section &section : after.sections) {
            for (Table &table : section.tables)
                table.soldWhole = false;
        }
        const PlacesComparison seats = comparePlans(before, after).seats;
        QCOMPARE(seats.changed.size(), 20); // five tables for four
        for (const ChangedPlace &place : seats.changed)
            QCOMPARE(place.changes, PlanChanges(PlanChange::SoldOtherwise));
    }

    void areas_areComparedToo()
    {
        const Plan before = cabaretPlan();
        const auto changed = [&before](const std::function<void(Section &, Area &)> &change) {
            Plan after = before;
            for (Section &section : after.sections) {
                if (!section.areas.isEmpty()) {
                    change(section, section.areas.first());
                    break;
                }
            }
            return comparePlans(before, after).areas;
        };
        QCOMPARE(changed([](Section &, Area &area) { area.capacity += 10; }), onlyChange(0, 0, PlanChange::Resized, 0));
        QCOMPARE(changed([](Section &, Area &area) { area.name = u"Floor"_s; }), onlyChange(0, 0, PlanChange::Relabelled, 0));
        QCOMPARE(changed([](Section &section, Area &) { section.areas.clear(); }), (PlacesComparison {.gone = {0}}));
        QCOMPARE(changed([](Section &, Area &area) {
            for (PlanPoint &corner : area.outline)
                corner.x += 40;
        }), onlyChange(0, 0, PlanChange::Moved, 0));
    }

    // Twice the seats take about twice the time, also where every label is new and most seats have moved.
    void largeHouses_takeLinearTime()
    {
        const auto timeFor = [](int rows) {
            const Plan before = hall(rows, 100);
            Plan after = before;
            for (Row &row : after.sections[0].rows) {
                for (Seat &seat : row.seats)
                    seat.label += u'x';
            }
            QElapsedTimer timer;
            timer.start();
            const PlanComparison comparison = comparePlans(before, after);
            const qint64 taken = timer.nsecsElapsed();
            return comparison.seats.changed.size() == rows * 100 ? taken : -1;
        };
        QVERIFY(timeFor(50) > 0); // warm
        const qint64 small = timeFor(100);
        const qint64 large = timeFor(1'000);
        QVERIFY(small > 0 && large > 0);
        QVERIFY2(large < 60 * small, qPrintable(u"10,000 seats: %1 us, 100,000: %2 us"_s.arg(small / 1000).arg(large / 1000)));
    }
};

QTEST_GUILESS_MAIN(TestPlanComparison)
#include "tst_plancomparison.moc"
