// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/demohouse.h"
#include "shared/domain/plandifferences.h"

#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

// What a comparison found, in groups.
class TestPlanDifferences : public QObject
{
    Q_OBJECT

    // Stalls and circle, a row of four each: "Stalls A 1" is seat 0, "Circle A 4" is seat 7.
    static Plan house()
    {
        Plan plan {.name = u"House"_s, .categories = {{.key = u"front"_s, .name = u"Front"_s}, {.key = u"rear"_s, .name = u"Rear"_s}}};
        qint32 index = 0;
        for (const QString &name : {u"Stalls"_s, u"Circle"_s}) {
            Row row {.label = u"A"_s};
            for (qint32 n = 1; n <= 4; ++n, ++index)
                row.seats.append({.index = index, .number = QString::number(n), .label = u"%1 A %2"_s.arg(name).arg(n), .position = {25.0 * n, name == u"Stalls" ? 0.0 : 90.0}});
            plan.sections.append({.name = name, .rows = {row}});
        }
        return plan;
    }
    static Seat &seatAt(Plan &plan, qint32 seat) { return plan.sections[seat / 4].rows[0].seats[seat % 4]; }
    static QList<DifferenceGroup> grouped(const Plan &before, const Plan &after)
    {
        return groupDifferences(PlanPlaces(before), PlanPlaces(after), comparePlans(before, after));
    }

private Q_SLOTS:
    void samePlan_hasNoGroup()
    {
        for (const Plan &plan : {mainHousePlan(), cabaretPlan(), Plan()})
            QVERIFY(grouped(plan, plan).isEmpty());
    }

    void seats_areGroupedByKindAndSection()
    {
        Plan after = house();
        for (const qint32 seat : {1, 2, 5})
            seatAt(after, seat).position.x += 7;
        seatAt(after, 5).label = u"Circle A 2a"_s;
        const QList<DifferenceGroup> groups = grouped(house(), after);
        // "Circle A 2a" stands elsewhere and has another name: nobody can know that it is the same.
        QCOMPARE(groups, (QList<DifferenceGroup> {{.difference = Difference::Gone, .section = u"Circle"_s, .places = {{.before = 5}}},
                                                  {.difference = Difference::Added, .section = u"Circle"_s, .places = {{.after = 5}}},
                                                  {.difference = Difference::Moved, .section = u"Stalls"_s, .places = {{.before = 1, .after = 1}, {.before = 2, .after = 2}}}}));
    }

    void seat_thatDiffersInSeveralWaysIsInSeveralGroups()
    {
        Plan after = house();
        Seat &seat = seatAt(after, 3);
        seat.position.x += 7;
        seat.radius = 12;
        seat.category = 1;
        const DifferentPlace place {.before = 3, .after = 3};
        QCOMPARE(grouped(house(), after),
                 (QList<DifferenceGroup> {{.difference = Difference::Moved, .section = u"Stalls"_s, .places = {place}},
                                          {.difference = Difference::Recategorised, .section = u"Stalls"_s, .categoryBefore = u"Front"_s, .categoryAfter = u"Rear"_s, .places = {place}},
                                          {.difference = Difference::Resized, .section = u"Stalls"_s, .places = {place}}}));
    }

    void categoriesAndAttributes_areToldApart()
    {
        Plan before = house();
        seatAt(before, 0).category = 1;
        seatAt(before, 2).attributes = SeatAttribute::StepFree;
        Plan after = house();
        seatAt(after, 1).category = 1;
        seatAt(after, 2).attributes = SeatAttribute::Aisle;
        seatAt(after, 3).attributes = SeatAttribute::Aisle;
        seatAt(after, 0).attributes = SeatAttribute::RestrictedView;
        const QList<DifferenceGroup> groups = grouped(before, after);
        QCOMPARE(groups.size(), 5);
        QCOMPARE(groups.at(0).categoryBefore, u"Rear"_s);
        QCOMPARE(groups.at(0).categoryAfter, u"Front"_s);
        QCOMPARE(groups.at(1).categoryAfter, u"Rear"_s);
        QCOMPARE(groups.at(2).gained, SeatAttributes(SeatAttribute::RestrictedView));
        QCOMPARE(groups.at(3).gained, SeatAttributes(SeatAttribute::Aisle));
        QCOMPARE(groups.at(3).lost, SeatAttributes(SeatAttribute::StepFree));
        QCOMPARE(groups.at(4).gained, SeatAttributes(SeatAttribute::Aisle));
        QCOMPARE(groups.at(4).lost, SeatAttributes());
    }

    void tables_sayHowTheyAreSoldNow()
    {
        const Plan before = cabaretPlan();
        Plan after = before;
        for (Section &section : after.sections) {
            for (Table &table : section.tables)
                table.soldWhole = !table.soldWhole;
        }
        qsizetype whole = 0;
        qsizetype single = 0;
        for (const DifferenceGroup &group : grouped(before, after)) {
            QCOMPARE(group.difference, Difference::SoldOtherwise);
            (group.soldWhole ? whole : single) += group.places.size();
        }
        QCOMPARE(single, 20);
        QVERIFY(whole > 0);
    }

    void areas_haveAGroupEach()
    {
        Plan before = house();
        before.sections[1].areas = {{.name = u"Standing"_s, .outline = {{0, 200}, {100, 200}, {100, 300}}, .firstPlace = 8, .capacity = 50},
                                    {.name = u"Gallery"_s, .outline = {{0, 400}, {100, 400}, {100, 500}}, .firstPlace = 58, .capacity = 10}};
        Plan after = before;
        after.sections[1].areas[0].capacity = 40;
        after.sections[1].areas[1].category = 1;
        const QList<DifferenceGroup> groups = grouped(before, after);
        QCOMPARE(groups, (QList<DifferenceGroup> {{.difference = Difference::Recategorised, .isArea = true, .section = u"Circle"_s, .categoryBefore = u"Front"_s,
                                                   .categoryAfter = u"Rear"_s, .places = {{.before = 1, .after = 1}}},
                                                  {.difference = Difference::Resized, .isArea = true, .section = u"Circle"_s, .places = {{.before = 0, .after = 0}}}}));
        after.sections.removeLast();
        const QList<DifferenceGroup> gone = grouped(before, after);
        QCOMPARE(gone.size(), 3); // four seats, and the areas
        QCOMPARE(gone.at(0).places.size(), 4);
        QVERIFY(!gone.at(0).isArea && gone.at(1).isArea && gone.at(2).isArea);
        QCOMPARE(gone.at(2).section, u"Circle"_s);
    }

    // A house of thousands of seats is a handful of lines.
    void largeHouses_areShort()
    {
        const Plan before = mainHousePlan();
        Plan after = before;
        for (Section &section : after.sections) {
            for (Row &row : section.rows) {
                for (Seat &seat : row.seats)
                    seat.position.y += 10;
            }
        }
        const QList<DifferenceGroup> groups = grouped(before, after);
        QCOMPARE(groups.size(), before.sections.size());
        qsizetype seats = 0;
        for (const DifferenceGroup &group : groups)
            seats += group.places.size();
        QCOMPARE(seats, seatCount(before));
    }

    void label_isShortWhereTheSectionIsKnown()
    {
        Plan plan = house();
        seatAt(plan, 1).label = u"Box"_s;
        seatAt(plan, 2).label = u"Stalls"_s;
        seatAt(plan, 3).label = u"StallsA 4"_s;
        const PlanPlaces places(plan);
        QCOMPARE(places.shortLabel(0), u"A 1"_s);
        QCOMPARE(places.shortLabel(1), u"Box"_s);
        QCOMPARE(places.shortLabel(2), u"Stalls"_s);
        QCOMPARE(places.shortLabel(3), u"StallsA 4"_s);
        QCOMPARE(places.shortLabel(7), u"A 4"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlanDifferences)
#include "tst_plandifferences.moc"
