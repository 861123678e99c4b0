// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designedplan.h"
#include "app/designer/model/importeddesign.h"
#include "app/designer/model/templates.h"
#include "shared/planio/planfile.h"
#include "tests/unit/app/drawnhouse.h"
#include "tests/unit/shared/planfiletest.h"

#include <QDirIterator>
#include <QThreadPool>

#include <cmath>

using namespace parterre;
using namespace parterre::planfiletest;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

// The same but for rounding in the chairs of turned tables, which are set to where they were.
Plan withoutRounding(Plan plan, const Plan &like)
{
    for (qsizetype s = 0; s < plan.sections.size() && s < like.sections.size(); ++s) {
        QList<Table> &tables = plan.sections[s].tables;
        for (qsizetype t = 0; t < tables.size() && t < like.sections[s].tables.size(); ++t) {
            for (qsizetype i = 0; i < tables[t].seats.size() && i < like.sections[s].tables[t].seats.size(); ++i) {
                PlanPoint &is = tables[t].seats[i].position;
                const PlanPoint was = like.sections[s].tables[t].seats[i].position;
                if (std::hypot(is.x - was.x, is.y - was.y) < 1e-6)
                    is = was;
            }
        }
    }
    return plan;
}

// What differs first, for people.
QString differenceOf(const Plan &a, const Plan &b)
{
    if (a.sections.size() != b.sections.size() || a.shapes.size() != b.shapes.size())
        return u"%1 sections and %2 shapes, not %3 and %4"_s.arg(a.sections.size()).arg(a.shapes.size()).arg(b.sections.size()).arg(b.shapes.size());
    for (qsizetype i = 0; i < a.shapes.size(); ++i) {
        if (a.shapes[i] != b.shapes[i])
            return u"shape %1, \"%2\", turned %3 and %4"_s.arg(i).arg(a.shapes[i].text).arg(a.shapes[i].rotation).arg(b.shapes[i].rotation);
    }
    const QList<Seat> left = seatsOf(a), right = seatsOf(b);
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (left[i] != right[i])
            return u"seat %1, \"%2\" and \"%3\", at %4 and %5"_s.arg(i).arg(left[i].label, right[i].label).arg(left[i].position.x - right[i].position.x).arg(left[i].position.y - right[i].position.y);
    }
    return u"%1 seats and %2"_s.arg(left.size()).arg(right.size());
}

void verifySamePlan(const Plan &plan)
{
    const Plan made = planOf(designFromPlan(plan)).plan;
    const Plan same = withoutRounding(made, plan);
    QVERIFY2(same == plan, qPrintable(differenceOf(same, plan)));
    // Once more nothing moves any further.
    QVERIFY(withoutRounding(planOf(designFromPlan(made)).plan, made) == made);
}

} // namespace

// Plans of designs, and designs of plans.
class TestDesignedPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void demoPlan_comesBack_data() { addDemoPlans(); }
    void demoPlan_comesBack();
    void planFile_comesBack_data();
    void planFile_comesBack();
    void sections_haveTheirPlacesInOrder();
    void seatRefs_pointAtTheirSeats();
    void labels_areMadeOfSectionRowAndNumber();
    void companions_belongToWheelchairPlaces();
    void levels_standWhereTheyAreMovedTo();
    void rotations_areWithinHalfATurn();
    void plan_isValid();
    void plan_isTheSameOnOneThreadAndMany();
    void piecesThatWereKept_giveTheSamePlan();
    void emptyDesign_isAnEmptyPlan();
    void stockHouses_areDrawnOnPaper();
};

void TestDesignedPlan::demoPlan_comesBack()
{
    QFETCH(const Plan, plan);
    QVERIFY(validatePlan(plan).isEmpty());
    verifySamePlan(plan);
}

void TestDesignedPlan::planFile_comesBack_data()
{
    QTest::addColumn<QString>("path");
    const QDir own(QStringLiteral(PARTERRE_SOURCE_DIR "/tests/data/plans"));
    const QDir real(qEnvironmentVariable("PARTERRE_PLANS", QStringLiteral(PARTERRE_SOURCE_DIR "/../shared/plans")));
    for (const QDir &folder : {own, real}) {
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.endsWith(u".md"_s))
                QTest::newRow(qPrintable(folder.relativeFilePath(path))) << path;
        }
    }
}

void TestDesignedPlan::planFile_comesBack()
{
    QFETCH(const QString, path);
    const Result<planio::PlanFile> read = planio::readPlanFile(fileText(path), {.fileName = path});
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    verifySamePlan(read->plan);
}

void TestDesignedPlan::sections_haveTheirPlacesInOrder()
{
    const DesignedPlan made = planOf(drawnHouse());
    QStringList names;
    for (const Section &section : made.plan.sections)
        names.append(section.name);
    QCOMPARE(names, (QStringList {u"Stalls"_s, u"Empty"_s, u"Balcony"_s, QString()}));
    const Section &stalls = made.plan.sections[0];
    QCOMPARE(stalls.rows.size(), 22);
    QCOMPARE(stalls.rows[20].label, u"Z"_s);
    QCOMPARE(stalls.rows[21].label, u"Y"_s);
    QCOMPARE(stalls.tables.size(), 2);
    QCOMPARE(stalls.areas[0].name, u"Bar"_s);
    QCOMPARE(made.plan.sections[3].rows.size(), 1);
    QCOMPARE(made.areas, (QList<ElementId> {kBar, kPit}));
    QCOMPARE(stalls.areas[0].firstPlace, seatCount(made.plan));
    QCOMPARE(made.plan.sections[2].areas[0].firstPlace, seatCount(made.plan) + 30);
    QCOMPARE(made.plan.shapes[0].text, u"Stalls"_s);
    QCOMPARE(made.plan.focus, (PlanPoint {450, 0}));
}

void TestDesignedPlan::seatRefs_pointAtTheirSeats()
{
    const Design design = drawnHouse();
    const QList<DesignPiece> pieces = piecesOf(design);
    const DesignedPlan made = planOf(design, pieces);
    const QList<Seat> seats = seatsOf(made.plan);
    QCOMPARE(made.seats.size(), seats.size());
    QSet<SeatRef> all;
    for (const Seat &seat : seats) {
        const SeatRef ref = made.seats[seat.index];
        all.insert(ref);
        const Element &element = *design.find(ref.element);
        const PlanPoint offset = element.level == kUpstairs ? PlanPoint {1000, 50} : PlanPoint {};
        int found = 0;
        forEachPieceSeat(pieces[design.positionOf(ref.element)], [&](const Seat &own, SeatPlace place) {
            if (place != ref.place)
                return;
            ++found;
            QCOMPARE(seat.number, own.number);
            QCOMPARE(seat.position, (PlanPoint {own.position.x + offset.x, own.position.y + offset.y}));
        });
        QCOMPARE(found, 1);
    }
    QCOMPARE(all.size(), seats.size());
}

void TestDesignedPlan::labels_areMadeOfSectionRowAndNumber()
{
    const DesignedPlan made = planOf(drawnHouse());
    const QStringList labels = labelsOf(made.plan);
    for (const QString &label : {u"Stalls A 2"_s, u"Stalls T1 3"_s, u"Balcony C 9"_s, u"Z 1"_s, u"Stalls Z 1"_s, u"King's box"_s})
        QVERIFY2(labels.contains(label), qPrintable(label));
    QVERIFY(!labels.contains(u"Stalls A 1"_s)); // missing
    QVERIFY(!labels.contains(u"Stalls F 6"_s)); // called otherwise
}

void TestDesignedPlan::companions_belongToWheelchairPlaces()
{
    Design design = drawnHouse();
    const auto companionsOf = [](const DesignedPlan &made) {
        QMap<QString, QString> companions;
        const QStringList labels = labelsOf(made.plan);
        forEachSeat(made.plan, [&](const Seat &seat) {
            if (seat.companionOf)
                companions.insert(seat.label, labels[*seat.companionOf]);
        });
        return companions;
    };
    QCOMPARE(companionsOf(planOf(design)), (QMap<QString, QString> {{u"Stalls D 6"_s, u"Stalls D 5"_s}, {u"Stalls T1 3"_s, u"Stalls D 5"_s}, {u"Stalls Y 1"_s, u"Stalls D 5"_s}}));
    // A place that is none for wheelchairs, or is not there, has no companions.
    const Element block = *design.find(kBlock);
    for (const bool gone : {false, true}) {
        Element other = block;
        SeatDetail &detail = styleOf(other.body)->details[{3, 4}];
        gone ? detail.missing = true : detail.attributes = SeatAttribute::Aisle;
        design.apply({.elements = {{.before = block, .after = other}}});
        QVERIFY(companionsOf(planOf(design)).isEmpty());
        design.apply({.elements = {{.before = other, .after = block}}});
    }
    design.apply({.elements = {{.before = block, .from = 6}}});
    QVERIFY(companionsOf(planOf(design)).isEmpty());
}

void TestDesignedPlan::levels_standWhereTheyAreMovedTo()
{
    const DesignedPlan made = planOf(drawnHouse());
    QCOMPARE(made.plan.sections[2].areas[0].outline[0], (PlanPoint {1000, 350}));
    QCOMPARE(made.plan.sections[2].rows[0].seats[0].position, (PlanPoint {1010, 60}));
    // A level that the house has not is the ground.
    Design lost = drawnHouse();
    DesignHouse house = lost.house();
    house.levels.removeLast();
    lost.apply({.house = {{lost.house(), house}}});
    QCOMPARE(planOf(lost).plan.sections[2].areas[0].outline[0], (PlanPoint {0, 300}));
}

void TestDesignedPlan::rotations_areWithinHalfATurn()
{
    Design design;
    design.apply({.elements = {{.after = Element {.id = ElementId(1), .rotation = 270, .body = TableBody {}}, .to = 0}, {.after = Element {.id = ElementId(2), .rotation = 725, .body = ShapeBody {}}, .to = 1}}});
    const Plan plan = planOf(design).plan;
    QCOMPARE(std::abs(std::remainder(plan.sections[0].tables[0].rotation - 270, 360)), 0.0);
    QCOMPARE(plan.shapes[0].rotation, 5.0);
}

void TestDesignedPlan::plan_isValid()
{
    DesignedPlan made = planOf(drawnHouse());
    // Places of no section are left for people to see to.
    const QList<PlanProblem> problems = validatePlan(made.plan);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].where, u"sections[3].name"_s);
    made.plan.sections[3].name = u"Else"_s;
    QVERIFY(validatePlan(made.plan).isEmpty());
}

void TestDesignedPlan::plan_isTheSameOnOneThreadAndMany()
{
    QList<Element> elements;
    for (int i = 0; i < 200; ++i) {
        const auto at = PlanPoint {100.0 * (i % 20), 100.0 * (i / 20.0)};
        elements.append({.id = static_cast<ElementId>(i + 1), .section = static_cast<SectionId>(i % 7), .at = at, .rotation = i * 3.0, .body = BlockBody {.rows = 3 + i % 5, .seats = 4 + i % 9, .bend = i % 40 - 20.0}});
        if (i % 3 == 0)
            elements.last().body = TableBody {.label = QString::number(i), .chairs = 3 + i % 8};
        if (i % 10 == 0)
            elements.last().body = AreaBody {.name = QString::number(i), .outline = {{0, 0}, {9, 0}, {0, 9}}};
    }
    DesignHouse house {.levels = {DesignLevel {}}};
    for (int s = 1; s < 7; ++s)
        house.sections.append({.id = static_cast<SectionId>(s), .name = QString::number(s)});
    const Design design(house, elements);
    QThreadPool *pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    pool->setMaxThreadCount(1);
    const DesignedPlan alone = planOf(design);
    pool->setMaxThreadCount(8);
    for (int round = 0; round < 20; ++round) {
        const DesignedPlan together = planOf(design);
        QVERIFY(together.plan == alone.plan);
        QVERIFY(together.seats == alone.seats && together.areas == alone.areas);
    }
    pool->setMaxThreadCount(threads);
}

void TestDesignedPlan::piecesThatWereKept_giveTheSamePlan()
{
    const Design design = drawnHouse();
    QList<DesignPiece> pieces = piecesOf(design);
    const QList<DesignPiece> before = pieces;
    const DesignedPlan made = planOf(design, pieces);
    QVERIFY(planOf(design, before).plan == made.plan);
    // Making a plan leaves the pieces as they were.
    for (qsizetype i = 0; i < pieces.size(); ++i)
        QVERIFY(pieces[i].rows == before[i].rows && pieces[i].tables == before[i].tables);
    QVERIFY(seatsOf(made.plan).constFirst().label != pieces[6].rows[0].seats[0].label);
}

void TestDesignedPlan::emptyDesign_isAnEmptyPlan()
{
    const DesignedPlan made = planOf(Design());
    QVERIFY(made.plan.sections.isEmpty() && made.plan.shapes.isEmpty() && made.seats.isEmpty());
    QCOMPARE(made.plan.size, (PlanPoint {1000, 800}));
}

void TestDesignedPlan::stockHouses_areDrawnOnPaper()
{
    for (const TemplateKind kind : allTemplates()) {
        const Result<planio::ExportResult> page = planio::writePlanFile(planOf(stockTemplate(kind)).plan, planio::PlanFileFormat::Pdf);
        QVERIFY2(page.ok(), qPrintable(page ? QString() : page.error().detail));
        QVERIFY(page->file.startsWith("%PDF-"));
    }
}

QTEST_GUILESS_MAIN(TestDesignedPlan)
#include "tst_designedplan.moc"
