// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/elementsteps.h"
#include "app/designer/model/designedplan.h"
#include "tests/unit/app/drawnhouse.h"

#include <QTest>

#include <cmath>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNear = 1e-6;

bool near(PlanPoint a, PlanPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y) < kNear;
}

bool near(const QList<PlanPoint> &a, const QList<PlanPoint> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](PlanPoint p, PlanPoint q) { return near(p, q); });
}

bool nearAngle(double a, double b)
{
    return std::abs(std::remainder(a - b, 360)) < kNear;
}

bool sameSeats(const QList<Seat> &a, const QList<Seat> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const Seat &x, Seat y) {
        const bool stands = near(x.position, y.position) && std::abs(x.radius - y.radius) < kNear;
        y.position = x.position;
        y.radius = x.radius;
        return stands && x == y;
    });
}

bool sameShape(const Shape &a, Shape b)
{
    const bool stands = near(a.position, b.position) && near(a.points, b.points) && near(a.textPosition, b.textPosition) && near(a.size, b.size) && nearAngle(a.rotation, b.rotation);
    b.position = a.position;
    b.points = a.points;
    b.textPosition = a.textPosition;
    b.size = a.size;
    b.rotation = a.rotation;
    return stands && a == b;
}

// Equal but for rounding.
bool samePlan(const Plan &a, const Plan &b)
{
    const auto sameRow = [](const Row &x, const Row &y) { return x.label == y.label && x.labelPosition == y.labelPosition && sameSeats(x.seats, y.seats); };
    const auto sameTable = [](const Table &x, const Table &y) { return near(x.position, y.position) && near(x.size, y.size) && nearAngle(x.rotation, y.rotation) && sameSeats(x.seats, y.seats); };
    const auto sameArea = [](const Area &x, const Area &y) { return x.name == y.name && near(x.outline, y.outline); };
    for (qsizetype s = 0; s < std::min(a.sections.size(), b.sections.size()); ++s) {
        const Section &x = a.sections[s], &y = b.sections[s];
        if (!std::equal(x.rows.cbegin(), x.rows.cend(), y.rows.cbegin(), y.rows.cend(), sameRow) || !std::equal(x.tables.cbegin(), x.tables.cend(), y.tables.cbegin(), y.tables.cend(), sameTable)
            || !std::equal(x.areas.cbegin(), x.areas.cend(), y.areas.cbegin(), y.areas.cend(), sameArea))
            return false;
    }
    return a.sections.size() == b.sections.size() && std::equal(a.shapes.cbegin(), a.shapes.cend(), b.shapes.cbegin(), b.shapes.cend(), sameShape);
}

QSet<ElementId> everything(const Design &design)
{
    QSet<ElementId> ids;
    for (const Element &element : design.elements())
        ids.insert(element.id);
    return ids;
}

Design unlocked()
{
    Design design = drawnHouse();
    design.apply(steps::setLocked(design, {kLockedRow}, false).edit);
    return design;
}

PlanPoint imageOf(PlanPoint point, PlanPoint centre, MirrorAxis axis)
{
    return axis == MirrorAxis::Vertical ? PlanPoint {2 * centre.x - point.x, point.y} : PlanPoint {point.x, 2 * centre.y - point.y};
}

QList<Seat> seatsOf(const DesignPiece &piece)
{
    QList<Seat> seats;
    forEachPieceSeat(piece, [&](const Seat &seat, SeatPlace) { seats.append(seat); });
    return seats;
}

Design designOf(const ElementBody &body, double rotation)
{
    return Design({.categories = {{.key = u"a"_s}, {.key = u"b"_s}}}, {Element {.id = ElementId(1), .at = {70, 50}, .rotation = rotation, .body = body}});
}

} // namespace

// What turning, mirroring and scaling do to what is drawn.
class TestDesignGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourQuarterTurns_areNone();
    void turn_keepsDistances();
    void mirroredTwice_isAsBefore_data();
    void mirroredTwice_isAsBefore();
    void mirroredSeats_keepTheirNumbers_data();
    void mirroredSeats_keepTheirNumbers();
    void mirroredDrawings_standInTheMirror_data();
    void mirroredDrawings_standInTheMirror();
    void mirroredTable_countsClockwise();
    void mirroredCompanions_followTheirWheelchairPlace();
    void mirroredTexts_canBeRead();
    void scaledThere_isScaledBack();
    void turnedElements_areScaledEvenly();
    void copiesAlongALine_turnWithIt();
};

void TestDesignGeometry::fourQuarterTurns_areNone()
{
    const Design before = unlocked();
    Design design = before;
    for (int quarter = 1; quarter <= 4; ++quarter) {
        design.apply(steps::rotate(design, everything(design), {321, -123}, 90).edit);
        QCOMPARE(samePlan(planOf(design).plan, planOf(before).plan), quarter == 4);
    }
}

void TestDesignGeometry::turn_keepsDistances()
{
    const Design before = unlocked();
    Design design = before;
    const PlanPoint centre {100, 200};
    design.apply(steps::rotate(design, everything(design), centre, 37).edit);
    for (const Element &element : before.elements()) {
        const QList<Seat> was = seatsOf(pieceOf(element, before.house())), is = seatsOf(pieceOf(*design.find(element.id), before.house()));
        for (qsizetype i = 0; i < was.size(); ++i) {
            QVERIFY(std::abs(std::hypot(was[i].position.x - centre.x, was[i].position.y - centre.y) - std::hypot(is[i].position.x - centre.x, is[i].position.y - centre.y)) < kNear);
            const double angle = std::atan2(is[i].position.y - centre.y, is[i].position.x - centre.x) - std::atan2(was[i].position.y - centre.y, was[i].position.x - centre.x);
            QVERIFY(nearAngle(angle * 180 / M_PI, 37));
        }
    }
}

void TestDesignGeometry::mirroredTwice_isAsBefore_data()
{
    QTest::addColumn<MirrorAxis>("axis");
    QTest::newRow("left to right") << MirrorAxis::Vertical;
    QTest::newRow("upside down") << MirrorAxis::Horizontal;
}

void TestDesignGeometry::mirroredTwice_isAsBefore()
{
    QFETCH(const MirrorAxis, axis);
    const Design before = unlocked();
    Design design = before;
    design.apply(steps::mirror(design, everything(design), {321, 123}, axis).edit);
    QVERIFY(!samePlan(planOf(design).plan, planOf(before).plan));
    QCOMPARE(planOf(design).plan.sections.size(), planOf(before).plan.sections.size());
    design.apply(steps::mirror(design, everything(design), {321, 123}, axis).edit);
    QVERIFY(samePlan(planOf(design).plan, planOf(before).plan));
    for (const Element &element : before.elements()) {
        if (const SeatStyle *style = styleOf(element.body))
            QCOMPARE(styleOf(design.find(element.id)->body)->details.keys(), style->details.keys());
    }
}

void TestDesignGeometry::mirroredSeats_keepTheirNumbers_data()
{
    QTest::addColumn<ElementBody>("body");
    const auto block = [](const QByteArray &name, const BlockBody &body) {
        BlockBody with = body;
        with.style.details = {{{0, 0}, {.missing = true}}, {{1, 1}, {.category = u"b"_s, .number = u"X"_s, .radius = 6}}, {{1, 2}, {.position = PlanPoint {3, 99}, .attributes = SeatAttribute::Aisle}}, {{0, 50}, {.radius = 3}}};
        QTest::newRow(name.constData()) << ElementBody(with);
    };
    int order = 0;
    for (const SeatOrder from : {SeatOrder::LeftToRight, SeatOrder::RightToLeft, SeatOrder::OddLeftOfCentre, SeatOrder::OddRightOfCentre}) {
        const QByteArray name = ", order " + QByteArray::number(order++);
        block("straight" + name, {.rows = 4, .seats = 11, .numbering = {.order = from}});
        block("bent" + name, {.rows = 4, .seats = 12, .bend = 40, .numbering = {.order = from, .first = 5, .step = 2, .skipped = {13}}});
        block("opening" + name, {.rows = 4, .seats = 12, .bend = -40, .numbering = {.order = from, .step = -1}});
        block("tapered" + name, {.rows = 6, .seats = 11, .taper = 1.5, .numbering = {.order = from}});
        block("aisles" + name, {.rows = 4, .seats = 14, .bend = 20, .aisles = {{.before = 3}, {.before = 8, .width = 60}}, .numbering = {.order = from, .startsAnewAtAisles = true}});
        block("tapered with aisles" + name, {.rows = 8, .seats = 14, .bend = 20, .taper = 1, .aisles = {{.before = 3}, {.before = 8, .width = 60}}, .numbering = {.order = from, .startsAnewAtAisles = true}});
        block("narrowing with aisles" + name, {.rows = 8, .seats = 14, .taper = -0.7, .aisles = {{.before = 6}}, .numbering = {.order = from}});
    }
    QTest::newRow("curve") << ElementBody(CurveBody {.points = {{0, 0}, {50, 30}, {200, -10}}, .seats = 8});
    QTest::newRow("loose row") << ElementBody(LooseBody {.seats = {{0, 0}, {25, 3}, {70, 9}}, .numbers = {u"1"_s, u"2"_s, u"3"_s}});
    QTest::newRow("table with chairs of its own") << ElementBody(TableBody {.seats = {{0, -50}, {50, 3}, {-40, 9}}});
}

void TestDesignGeometry::mirroredSeats_keepTheirNumbers()
{
    QFETCH(const ElementBody, body);
    for (const MirrorAxis axis : {MirrorAxis::Vertical, MirrorAxis::Horizontal}) {
        for (const double rotation : {0.0, 25.0}) {
            const Design before = designOf(body, rotation);
            Design after = before;
            const PlanPoint centre {300, 10};
            after.apply(steps::mirror(after, {ElementId(1)}, centre, axis).edit);
            const QList<Seat> was = seatsOf(piecesOf(before)[0]);
            QList<Seat> is = seatsOf(piecesOf(after)[0]);
            QCOMPARE(is.size(), was.size());
            for (Seat seat : was) {
                seat.position = imageOf(seat.position, centre, axis);
                const auto found = std::find_if(is.begin(), is.end(), [&](const Seat &other) { return near(other.position, seat.position); });
                QVERIFY2(found != is.end(), qPrintable(u"no seat in the mirror of %1"_s.arg(seat.number)));
                found->position = seat.position;
                QVERIFY2(*found == seat, qPrintable(u"%1 became %2"_s.arg(seat.number, found->number)));
                is.erase(found);
            }
            const QList<Row> rows = piecesOf(before)[0].rows, mirrored = piecesOf(after)[0].rows;
            for (qsizetype r = 0; r < rows.size(); ++r)
                QCOMPARE(mirrored[r].label, rows[r].label);
        }
    }
}

void TestDesignGeometry::mirroredDrawings_standInTheMirror_data()
{
    QTest::addColumn<ElementBody>("body");
    const QList<PlanPoint> corners {{0, 0}, {100, 10}, {70, 60}};
    QTest::newRow("area") << ElementBody(AreaBody {.outline = corners});
    QTest::newRow("floor") << ElementBody(FloorBody {.outline = corners});
    QTest::newRow("polygon") << ElementBody(ShapeBody {.shape = {.kind = ShapeKind::Polygon, .points = corners}});
    QTest::newRow("rectangle") << ElementBody(ShapeBody {.shape = {.kind = ShapeKind::Rectangle, .size = {80, 30}, .text = u"Bar"_s}});
    QTest::newRow("stage") << ElementBody(ShapeBody {.shape = {.kind = ShapeKind::Stage, .size = {80, 30}, .text = u"Stage"_s}});
    QTest::newRow("ellipse") << ElementBody(ShapeBody {.shape = {.kind = ShapeKind::Ellipse, .size = {80, 30}, .text = u"Disc"_s, .textPosition = {7, 8}}});
    QTest::newRow("text") << ElementBody(ShapeBody {.shape = {.kind = ShapeKind::Text, .text = u"Way out"_s, .textPosition = {30, 8}}});
    QTest::newRow("icon") << ElementBody(IconBody {});
    QTest::newRow("aisle") << ElementBody(AisleBody {.points = corners});
    QTest::newRow("round table") << ElementBody(TableBody {.chairs = 5});
    QTest::newRow("rectangular table") << ElementBody(TableBody {.shape = TableShape::Rectangle, .size = {120, 50}, .sides = {3, 2, 1, 0}});
}

void TestDesignGeometry::mirroredDrawings_standInTheMirror()
{
    QFETCH(const ElementBody, body);
    for (const MirrorAxis axis : {MirrorAxis::Vertical, MirrorAxis::Horizontal}) {
        for (const double rotation : {0.0, 90.0, 25.0}) {
            const Design before = designOf(body, rotation);
            Design after = before;
            const PlanPoint centre {300, 10};
            after.apply(steps::mirror(after, {ElementId(1)}, centre, axis).edit);
            const DesignPiece was = piecesOf(before)[0], is = piecesOf(after)[0];
            const PlanPoint corner = imageOf({was.bounds.left(), was.bounds.top()}, centre, axis), opposite = imageOf({was.bounds.right(), was.bounds.bottom()}, centre, axis);
            const QRectF image = QRectF(QPointF(corner.x, corner.y), QPointF(opposite.x, opposite.y)).normalized();
            QVERIFY2(near({is.bounds.left(), is.bounds.top()}, {image.left(), image.top()}) && near({is.bounds.right(), is.bounds.bottom()}, {image.right(), image.bottom()}), qPrintable(QString::number(rotation)));
            QList<Seat> seats = seatsOf(is);
            for (const Seat &seat : seatsOf(was))
                QCOMPARE(seats.removeIf([&](const Seat &other) { return near(other.position, imageOf(seat.position, centre, axis)); }), 1);
            for (qsizetype i = 0; i < was.shapes.size() && !std::holds_alternative<IconBody>(body); ++i) {
                const auto textOf = [](const Shape &shape) {
                    const Element element {.at = shape.position, .rotation = shape.rotation};
                    const bool inTheMiddle = shape.kind == ShapeKind::Stage && shape.textPosition == PlanPoint {};
                    return placed(element, inTheMiddle ? PlanPoint {shape.size.x / 2, shape.size.y / 2} : shape.textPosition);
                };
                // A floor's name is written at its lower end, wherever that is.
                if (!std::holds_alternative<FloorBody>(body))
                    QVERIFY(near(textOf(is.shapes[i]), imageOf(textOf(was.shapes[i]), centre, axis)));
            }
        }
    }
}

void TestDesignGeometry::mirroredTable_countsClockwise()
{
    TableBody table {.chairs = 4};
    table.style.details = {{{0, 1}, {.number = u"3"_s}}, {{0, 2}, {.number = u"2"_s, .attributes = SeatAttribute::StepFree}}, {{0, 3}, {.category = u"b"_s}}};
    Design design = designOf(table, 0);
    design.apply(steps::mirror(design, {ElementId(1)}, {}, MirrorAxis::Vertical).edit);
    QStringList numbers;
    const QList<Seat> seats = seatsOf(piecesOf(design)[0]);
    for (const Seat &seat : seats)
        numbers.append(seat.number);
    QCOMPARE(numbers, (QStringList {u"1"_s, u"3"_s, u"2"_s, u"4"_s})); // none twice
    QCOMPARE(seats[1].category, 1);
    QCOMPARE(seats[2].attributes, SeatAttributes(SeatAttribute::StepFree));
    QCOMPARE(styleOf(design.elements()[0].body)->details.size(), 2);
}

void TestDesignGeometry::mirroredCompanions_followTheirWheelchairPlace()
{
    const auto companionsOf = [](const Design &design) {
        QList<std::pair<QString, QString>> companions;
        const Plan plan = planOf(design).plan;
        QStringList labels;
        forEachSeat(plan, [&](const Seat &seat) { labels.append(seat.label); });
        forEachSeat(plan, [&](const Seat &seat) {
            if (seat.companionOf)
                companions.append({seat.label, labels[*seat.companionOf]});
        });
        std::sort(companions.begin(), companions.end());
        return companions;
    };
    const Design before = drawnHouse();
    QCOMPARE(companionsOf(before).size(), 3);
    for (const QSet<ElementId> &ids : {QSet {kBlock}, QSet {kBlock, kTable}, QSet {kTable}}) {
        Design after = before;
        after.apply(steps::mirror(after, ids, {}, MirrorAxis::Vertical).edit);
        const auto companions = companionsOf(after);
        QCOMPARE(companions.size(), 3);
        QCOMPARE(companions[0], std::pair(u"Stalls D 6"_s, u"Stalls D 5"_s));
        for (const auto &companion : companions)
            QCOMPARE(companion.second, u"Stalls D 5"_s);
    }
}

void TestDesignGeometry::mirroredTexts_canBeRead()
{
    for (const MirrorAxis axis : {MirrorAxis::Vertical, MirrorAxis::Horizontal}) {
        Design design = unlocked();
        design.apply(steps::mirror(design, everything(design), {400, 400}, axis).edit);
        const QList<DesignPiece> pieces = piecesOf(design);
        for (const DesignPiece &piece : pieces) {
            for (const Shape &shape : piece.shapes)
                QVERIFY2(std::abs(std::remainder(shape.rotation, 360)) <= 90, qPrintable(shape.text));
        }
    }
}

void TestDesignGeometry::scaledThere_isScaledBack()
{
    const Design before = unlocked();
    Design design = before;
    design.apply(steps::scale(design, everything(design), {100, 100}, 1.5, 0.75).edit);
    QVERIFY(!samePlan(planOf(design).plan, planOf(before).plan));
    design.apply(steps::scale(design, everything(design), {100, 100}, 1 / 1.5, 1 / 0.75).edit);
    Plan back = planOf(design).plan, wanted = planOf(before).plan;
    for (Plan *plan : {&back, &wanted}) { // sizes of texts are rounded, too
        for (Shape &shape : plan->shapes)
            shape.textSize = std::round(shape.textSize * 1e6) / 1e6;
    }
    QVERIFY(samePlan(back, wanted));
}

void TestDesignGeometry::turnedElements_areScaledEvenly()
{
    const BlockBody body {.rows = 3, .seats = 4, .spacing = 20, .rowSpacing = 30, .style = {.radius = 8}};
    const auto scaled = [&](double rotation) {
        Design design = designOf(body, rotation);
        design.apply(steps::scale(design, {ElementId(1)}, {70, 50}, 4, 1).edit);
        return std::get<BlockBody>(design.elements()[0].body);
    };
    QCOMPARE(scaled(0).spacing, 80.0);
    QCOMPARE(scaled(0).rowSpacing, 30.0);
    QCOMPARE(scaled(180).spacing, 80.0);
    QCOMPARE(scaled(-90).spacing, 20.0);
    QCOMPARE(scaled(-90).rowSpacing, 120.0);
    QCOMPARE(scaled(45).spacing, 40.0);
    QCOMPARE(scaled(45).rowSpacing, 60.0);
    QCOMPARE(scaled(0).style.radius, 16.0);
}

void TestDesignGeometry::copiesAlongALine_turnWithIt()
{
    // Round a corner: down after going right.
    const QList<PlanPoint> line {{0, 0}, {100, 0}, {100, 100}};
    Design design = designOf(BlockBody {.rows = 1, .seats = 2}, 0);
    design.apply(steps::duplicateAlong(design, {ElementId(1)}, line, 4, true).edit);
    QCOMPARE(design.elements().size(), 5);
    QVERIFY(near(design.elements()[1].at, {120, 50}));
    QVERIFY(near(design.elements()[2].at, {170 - 70 * (1 - std::cos(M_PI / 4)) - 50 * std::sin(M_PI / 4), 50 + 70 * std::sin(M_PI / 4) - 50 * (1 - std::cos(M_PI / 4))}));
    QCOMPARE(design.elements()[2].rotation, 45.0);
    QCOMPARE(design.elements()[4].rotation, 90.0);
    QVERIFY(near(design.elements()[4].at, {100 - 50, 100 + 70})); // turned about where the line ends
}

QTEST_GUILESS_MAIN(TestDesignGeometry)
#include "tst_designgeometry.moc"
