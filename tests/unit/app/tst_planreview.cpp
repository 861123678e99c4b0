// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/planreview.h"

#include "shared/domain/demohouse.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace parterre;

// What is marked on the map, and which marks an entry of the list is about.
class TestPlanReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samePlan_hasNoMark()
    {
        const PlanReview review(cabaretPlan(), cabaretPlan());
        QVERIFY(review.marks().isEmpty() && review.groups().isEmpty());
        QCOMPARE(review.differentSeats(), 0);
        QCOMPARE(review.differentAreas(), 0);
    }

    // Each place has one mark, however many entries it is in, and each entry finds its own.
    void marks_areWhereTheirPlacesAre()
    {
        Plan before = cabaretPlan();
        for (Section &section : before.sections) {
            for (Table &table : section.tables) {
                for (Seat &seat : table.seats)
                    seat.companionOf.reset(); // an index, which changes when a seat goes
            }
        }
        Plan after = before;
        QList<Seat> &row = std::find_if(after.sections.begin(), after.sections.end(), [](const Section &section) { return !section.tables.isEmpty(); })->tables[0].seats;
        Seat &moved = row[0];
        const PlanPoint stood = moved.position;
        moved.position.x += 400;
        moved.radius = 14;
        row[1].label = u"Otherwise"_s;
        const Seat gone = row.takeAt(2);
        Area &area = std::find_if(after.sections.begin(), after.sections.end(), [](const Section &section) { return !section.areas.isEmpty(); })->areas[0];
        const QList<PlanPoint> outline = area.outline;
        for (PlanPoint &corner : area.outline)
            corner.y += 90;
        const PlanReview review(before, after);
        QCOMPARE(review.marks().size(), 4);
        QCOMPARE(review.differentSeats(), 3);
        QCOMPARE(review.differentAreas(), 1);
        QHash<Difference, QList<qint32>> marks;
        for (const DifferenceGroup &group : review.groups())
            marks[group.difference] += review.marksOf(group);
        const auto mark = [&](Difference difference) { return review.marks().at(marks.value(difference).value(0, -1)); };
        QCOMPARE(mark(Difference::Gone).kind, PlaceMarkKind::Gone);
        QCOMPARE(mark(Difference::Gone).position, gone.position);
        QCOMPARE(mark(Difference::Moved).kind, PlaceMarkKind::Moved);
        QCOMPARE(mark(Difference::Moved).position, moved.position);
        QCOMPARE(mark(Difference::Moved).positionBefore, stood);
        QCOMPARE(mark(Difference::Moved).radius, 14.0);
        QCOMPARE(marks.value(Difference::Resized), QList<qint32> {marks.value(Difference::Moved).constFirst()}); // the same seat
        QCOMPARE(mark(Difference::Relabelled).kind, PlaceMarkKind::Changed);
        QCOMPARE(mark(Difference::Relabelled).position, row[1].position);
        QCOMPARE(marks.value(Difference::Moved).size(), 2); // and the area
        const PlaceMark &areaMark = review.marks().at(marks.value(Difference::Moved).constLast());
        QCOMPARE(areaMark.outline, area.outline);
        QCOMPARE(areaMark.outlineBefore, outline);
    }

    void marks_areOfThePlacesInEitherPlan()
    {
        const Plan all = cabaretPlan();
        const PlanReview opened({}, all);
        QCOMPARE(opened.differentSeats(), seatCount(all));
        for (const PlaceMark &mark : opened.marks())
            QCOMPARE(mark.kind, PlaceMarkKind::Added);
        const PlanReview closed(all, {});
        QCOMPARE(closed.marks().size(), opened.marks().size());
        for (const PlaceMark &mark : closed.marks())
            QCOMPARE(mark.kind, PlaceMarkKind::Gone);
        qsizetype named = 0;
        for (const DifferenceGroup &group : closed.groups())
            named += closed.marksOf(group).size();
        QCOMPARE(named, closed.marks().size());
    }
};

QTEST_GUILESS_MAIN(TestPlanReview)
#include "tst_planreview.moc"
