// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/bodies.h"
#include "app/designer/model/designedplan.h"
#include "app/designer/model/icons.h"
#include "app/designer/model/smoothline.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace parterre;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNear = 1e-6;

double distance(PlanPoint a, PlanPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

DesignHouse house()
{
    return {.categories = {{.key = u"front"_s, .name = u"Front"_s}, {.key = u"back"_s, .name = u"Back"_s}},
            .sections = {{.id = SectionId(1), .name = u"Stalls"_s}},
            .levels = {DesignLevel {}, {.id = LevelId(1), .name = u"Balcony"_s, .offset = {0, 500}}}};
}

DesignPiece pieceOf(const ElementBody &body, PlanPoint at = {}, double rotation = 0)
{
    return pieceOf(Element {.id = ElementId(1), .section = SectionId(1), .at = at, .rotation = rotation, .body = body}, house());
}

// The centre of a circle through three points.
PlanPoint centreOf(PlanPoint a, PlanPoint b, PlanPoint c)
{
    const double d = 2 * (a.x * (b.y - c.y) + b.x * (c.y - a.y) + c.x * (a.y - b.y));
    const double aa = a.x * a.x + a.y * a.y, bb = b.x * b.x + b.y * b.y, cc = c.x * c.x + c.y * c.y;
    return {(aa * (b.y - c.y) + bb * (c.y - a.y) + cc * (a.y - b.y)) / d, (aa * (c.x - b.x) + bb * (a.x - c.x) + cc * (b.x - a.x)) / d};
}

QStringList numbersOf(const QList<Seat> &seats)
{
    QStringList numbers;
    for (const Seat &seat : seats)
        numbers.append(seat.number);
    return numbers;
}

QRectF boundsOf(const QList<Seat> &seats)
{
    QRectF all;
    for (const Seat &seat : seats)
        all |= QRectF(seat.position.x - seat.radius, seat.position.y - seat.radius, 2 * seat.radius, 2 * seat.radius);
    return all;
}

} // namespace

// What elements are on the map.
class TestDesignPiece : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void straightBlock_standsOnAGrid();
    void block_isInProportion_data();
    void block_isInProportion();
    void firstRow_turnsAsFarAsItIsBent();
    void bentRows_areConcentric_data();
    void bentRows_areConcentric();
    void rowsThatOpenBackwards_endBeforeTheirCentre();
    void taperedRows_keepTheirAislesInLine();
    void taperedAislesOfABentBlock_runFromItsCentre();
    void oddSeats_comeOnOneSideOfTheAisle();
    void aisles_areAsWideAsTheySay();
    void missingSeats_leaveAGapAndKeepTheOthers();
    void details_changeOneSeat();
    void rowNames_replaceLabels();
    void curve_passesItsPointsEvenly();
    void looseRow_standsAsItIs();
    void roundTable_hasItsChairsAround();
    void rectangularTable_hasItsChairsAtItsSides();
    void chairs_standWhereTheyWerePut();
    void drawings_areTurnedAboutTheirPoint();
    void icon_isDrawnAboutItsPoint_data();
    void icon_isDrawnAboutItsPoint();
    void quarterTurns_areExact();
    void places_comeBack();
    void places_areThoseThatBodiesHave_data();
    void places_areThoseThatBodiesHave();
};

void TestDesignPiece::straightBlock_standsOnAGrid()
{
    const DesignPiece piece = pieceOf(BlockBody {.rows = 3, .seats = 5, .spacing = 25, .rowSpacing = 30}, {100, 200});
    QCOMPARE(piece.rows.size(), 3);
    QCOMPARE(piece.seatCount(), 15);
    for (int r = 0; r < 3; ++r) {
        QCOMPARE(piece.rows[r].label, QString(QChar(u'A' + r)));
        QCOMPARE(numbersOf(piece.rows[r].seats), (QStringList {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(piece.rows[r].seats[i].position, (PlanPoint {50.0 + 25 * i, 200.0 + 30 * r}));
            QCOMPARE(piece.places[5 * r + i], (SeatPlace {r, i}));
        }
    }
    QCOMPARE(piece.bounds, QRectF(40, 190, 120, 80));
}

void TestDesignPiece::block_isInProportion_data()
{
    QTest::addColumn<BlockBody>("body");
    QTest::addColumn<double>("rotation");
    QTest::newRow("straight") << BlockBody {.rows = 8, .seats = 17} << 0.0;
    QTest::newRow("turned") << BlockBody {.rows = 8, .seats = 17, .spacing = 22} << 33.0;
    QTest::newRow("bent forward") << BlockBody {.rows = 12, .seats = 30, .bend = 60} << 0.0;
    QTest::newRow("bent forward and turned") << BlockBody {.rows = 12, .seats = 30, .bend = 110} << -70.0;
    QTest::newRow("half a circle") << BlockBody {.rows = 12, .seats = 30, .bend = 180} << 0.0;
    QTest::newRow("bent backward") << BlockBody {.rows = 4, .seats = 40, .bend = -45} << 0.0;
    QTest::newRow("tapered") << BlockBody {.rows = 10, .seats = 10, .taper = 1.5} << 0.0;
    QTest::newRow("narrowing") << BlockBody {.rows = 10, .seats = 20, .taper = -1} << 0.0;
    QTest::newRow("tapered and bent") << BlockBody {.rows = 20, .seats = 11, .bend = 40, .taper = 1} << 12.0;
    QTest::newRow("one seat") << BlockBody {.rows = 3, .seats = 1, .bend = 40} << 0.0;
}

// Neighbours are `spacing` apart along their row, rows `rowSpacing` from each other, and nothing is nearer.
void TestDesignPiece::block_isInProportion()
{
    QFETCH(const BlockBody, body);
    QFETCH(const double, rotation);
    const DesignPiece piece = pieceOf(body, {-40, 70}, rotation);
    const double radius = body.bend != 0 && body.seats > 1 ? (body.seats - 1) * body.spacing / (body.bend * std::numbers::pi / 180) : 0;
    for (qsizetype r = 0; r < piece.rows.size(); ++r) {
        const QList<Seat> &seats = piece.rows[r].seats;
        QCOMPARE(seats.size(), std::max(1L, std::lround(body.seats + body.taper * static_cast<double>(r))));
        const double arc = std::abs(radius + static_cast<double>(r) * body.rowSpacing);
        for (qsizetype i = 1; i < seats.size(); ++i) {
            const double chord = distance(seats[i - 1].position, seats[i].position);
            const double along = radius == 0 ? chord : 2 * arc * std::asin(chord / 2 / arc);
            QVERIFY2(std::abs(along - body.spacing) < kNear, qPrintable(u"row %1, seat %2: %3"_s.arg(r).arg(i).arg(along)));
        }
    }
    QList<Seat> all;
    for (const Row &row : piece.rows)
        all += row.seats;
    QCOMPARE(piece.bounds, boundsOf(all));
}

void TestDesignPiece::firstRow_turnsAsFarAsItIsBent()
{
    for (const double bend : {90.0, -90.0}) {
        const QList<Seat> seats = pieceOf(BlockBody {.rows = 2, .seats = 21, .bend = bend}).rows[0].seats;
        QVERIFY(distance(seats[10].position, {0, 0}) < kNear); // the middle is the element's point
        const PlanPoint centre = centreOf(seats[0].position, seats[10].position, seats[20].position);
        const double first = std::atan2(seats[0].position.x - centre.x, centre.y - seats[0].position.y);
        const double last = std::atan2(seats[20].position.x - centre.x, centre.y - seats[20].position.y);
        const double turn = std::remainder((last - first) * 180 / std::numbers::pi, 360);
        QVERIFY(std::abs(std::abs(turn) - 90) < kNear);
        // Above 0 its ends come forward, which is up.
        QCOMPARE(seats[0].position.y < -10, bend > 0);
        QCOMPARE(seats[20].position.y > 10, bend < 0);
        QVERIFY(seats[0].position.x < seats[20].position.x);
    }
}

void TestDesignPiece::bentRows_areConcentric_data()
{
    QTest::addColumn<BlockBody>("body");
    QTest::newRow("forward") << BlockBody {.rows = 10, .seats = 21, .bend = 75};
    QTest::newRow("backward") << BlockBody {.rows = 5, .seats = 41, .bend = -60};
    QTest::newRow("tapered") << BlockBody {.rows = 10, .seats = 12, .bend = 50, .taper = 2};
    QTest::newRow("with aisles") << BlockBody {.rows = 10, .seats = 20, .bend = 50, .aisles = {{.before = 5}, {.before = 11, .width = 60}}};
    QTest::newRow("tapered with aisles") << BlockBody {.rows = 10, .seats = 20, .bend = 50, .taper = 1, .aisles = {{.before = 7}}};
}

void TestDesignPiece::bentRows_areConcentric()
{
    QFETCH(const BlockBody, body);
    const DesignPiece piece = pieceOf(body);
    const QList<Seat> &first = piece.rows[0].seats;
    const PlanPoint centre = centreOf(first.constFirst().position, first[first.size() / 2].position, first.constLast().position);
    QVERIFY(std::abs(centre.x) < 1e-3);
    const double radius = distance(centre, first[0].position);
    for (qsizetype r = 0; r < piece.rows.size(); ++r) {
        const double wanted = body.bend > 0 ? radius + static_cast<double>(r) * body.rowSpacing : radius - static_cast<double>(r) * body.rowSpacing;
        for (const Seat &seat : piece.rows[r].seats)
            QVERIFY2(std::abs(distance(centre, seat.position) - wanted) < 1e-3, qPrintable(u"row %1: %2, not %3"_s.arg(r).arg(distance(centre, seat.position)).arg(wanted)));
    }
}

void TestDesignPiece::rowsThatOpenBackwards_endBeforeTheirCentre()
{
    const DesignPiece piece = pieceOf(BlockBody {.rows = 40, .seats = 10, .bend = -120});
    QCOMPARE(piece.seatCount(), 400);
    for (const Row &row : piece.rows) {
        for (const Seat &seat : row.seats)
            QVERIFY(std::isfinite(seat.position.x) && std::isfinite(seat.position.y));
    }
}

void TestDesignPiece::taperedRows_keepTheirAislesInLine()
{
    for (const double taper : {2.0, 1.0, 0.5, -1.0}) {
        const DesignPiece piece = pieceOf(BlockBody {.rows = 9, .seats = 20, .taper = taper, .aisles = {{.before = 10, .width = 40}}});
        std::optional<double> line;
        for (const Row &row : piece.rows) {
            int aisles = 0;
            for (qsizetype i = 1; i < row.seats.size(); ++i) {
                const double gap = row.seats[i].position.x - row.seats[i - 1].position.x;
                if (gap < 26)
                    continue;
                ++aisles;
                QVERIFY(std::abs(gap - 65) < kNear);
                const double middle = (row.seats[i].position.x + row.seats[i - 1].position.x) / 2;
                QVERIFY(std::abs(middle - line.value_or(middle)) < kNear);
                line = middle;
            }
            QCOMPARE(aisles, 1);
        }
    }
}

void TestDesignPiece::taperedAislesOfABentBlock_runFromItsCentre()
{
    const DesignPiece piece = pieceOf(BlockBody {.rows = 9, .seats = 20, .bend = 60, .taper = 2, .aisles = {{.before = 6, .width = 40}}});
    const QList<Seat> &first = piece.rows[0].seats;
    const PlanPoint centre = centreOf(first[0].position, first[10].position, first[19].position);
    std::optional<double> direction;
    for (const Row &row : piece.rows) {
        qsizetype widest = 1;
        const auto gap = [&row](qsizetype i) { return distance(row.seats[i - 1].position, row.seats[i].position); };
        for (qsizetype i = 1; i < row.seats.size(); ++i)
            widest = gap(i) > gap(widest) ? i : widest;
        const PlanPoint left = row.seats[widest - 1].position, right = row.seats[widest].position;
        const double here = std::atan2((left.x + right.x) / 2 - centre.x, (left.y + right.y) / 2 - centre.y);
        QVERIFY(std::abs(here - direction.value_or(here)) < kNear);
        direction = here;
    }
}

void TestDesignPiece::oddSeats_comeOnOneSideOfTheAisle()
{
    for (const bool left : {false, true}) {
        const DesignPiece piece = pieceOf(BlockBody {.rows = 4, .seats = 4, .taper = 1, .oddLeft = left, .aisles = {{.before = 2}}});
        const auto leftOf = [&](int row) {
            return std::count_if(piece.rows[row].seats.cbegin(), piece.rows[row].seats.cend(), [](const Seat &seat) { return seat.position.x < 0; });
        };
        QCOMPARE(leftOf(0), 2);
        QCOMPARE(leftOf(1), left ? 3 : 2);
        QCOMPARE(leftOf(2), 3);
        QCOMPARE(leftOf(3), left ? 4 : 3);
    }
}

void TestDesignPiece::aisles_areAsWideAsTheySay()
{
    const QList<Seat> seats = pieceOf(BlockBody {.seats = 6, .aisles = {{.before = 0, .width = 99}, {.before = 2, .width = 30}, {.before = 4, .width = 50}, {.before = 6, .width = 99}},
                                                 .numbering = {.startsAnewAtAisles = true}}).rows[0].seats;
    QList<double> gaps;
    for (qsizetype i = 1; i < seats.size(); ++i)
        gaps.append(seats[i].position.x - seats[i - 1].position.x);
    QCOMPARE(gaps, (QList<double> {25, 55, 25, 75, 25}));
    QCOMPARE(seats[0].position.x, -seats[5].position.x);
    QCOMPARE(numbersOf(seats), (QStringList {u"1"_s, u"2"_s, u"1"_s, u"2"_s, u"1"_s, u"2"_s}));
}

void TestDesignPiece::missingSeats_leaveAGapAndKeepTheOthers()
{
    BlockBody body {.rows = 2, .seats = 5};
    const DesignPiece whole = pieceOf(body);
    body.style.details = {{{0, 1}, {.missing = true}}, {{1, 4}, {.missing = true}}};
    const DesignPiece piece = pieceOf(body);
    QCOMPARE(piece.seatCount(), 8);
    QCOMPARE(numbersOf(piece.rows[0].seats), (QStringList {u"1"_s, u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(piece.rows[0].seats[1].position, whole.rows[0].seats[2].position);
    QCOMPARE(piece.places[1], (SeatPlace {0, 2}));
    QCOMPARE(piece.places.constLast(), (SeatPlace {1, 3}));
}

void TestDesignPiece::details_changeOneSeat()
{
    BlockBody body {.rows = 2, .seats = 3, .style = {.category = u"front"_s, .radius = 8}};
    body.style.details = {{{0, 0}, {.category = u"nobody's"_s}},
                          {{0, 1}, {.category = u"back"_s, .number = u"1a"_s, .label = u"The box"_s, .position = PlanPoint {3, 4}, .radius = 12, .attributes = SeatAttribute::Wheelchair, .externalIds = {u"x"_s}, .customAttributes = {u"heated"_s}}},
                          {{1, 1}, {.attributes = SeatAttribute::Aisle}},
                          {{7, 7}, {.category = u"back"_s}}};
    const DesignPiece piece = pieceOf(body, {10, 20});
    QCOMPARE(piece.rows[0].seats[0].category, -1);
    QCOMPARE(piece.rows[0].seats[1], (Seat {.number = u"1a"_s, .label = u"The box"_s, .position = {13, 24}, .radius = 12, .category = 1, .attributes = SeatAttribute::Wheelchair, .externalIds = {u"x"_s}, .customAttributes = {u"heated"_s}}));
    QCOMPARE(piece.rows[0].seats[2], (Seat {.number = u"3"_s, .position = {35, 20}, .radius = 8}));
    QCOMPARE(piece.rows[1].seats[1].attributes, SeatAttributes(SeatAttribute::Aisle));
    QCOMPARE(piece.seatCount(), 6);
}

void TestDesignPiece::rowNames_replaceLabels()
{
    const DesignPiece piece = pieceOf(BlockBody {.rows = 3, .seats = 1, .rowLabels = {.first = 8, .without = u"I"_s}, .rowNames = {{1, u"Loge"_s}}, .labelPosition = RowLabelPosition::End});
    QCOMPARE(piece.rows[0].label, u"H"_s);
    QCOMPARE(piece.rows[1].label, u"Loge"_s);
    QCOMPARE(piece.rows[2].label, u"K"_s);
    QCOMPARE(piece.rows[2].labelPosition, RowLabelPosition::End);
}

void TestDesignPiece::curve_passesItsPointsEvenly()
{
    const QList<PlanPoint> points {{0, 0}, {100, 50}, {200, 0}, {200, 0}, {320, 90}};
    const DesignPiece piece = pieceOf(CurveBody {.points = points, .seats = 40, .label = u"R"_s});
    const QList<Seat> &seats = piece.rows[0].seats;
    QCOMPARE(seats.size(), 40);
    QCOMPARE(piece.rows[0].label, u"R"_s);
    QCOMPARE(seats[0].position, points.constFirst());
    QVERIFY(distance(seats[39].position, points.constLast()) < kNear);
    const QList<PlanPoint> line = smoothLine(points);
    for (const PlanPoint &point : points)
        QVERIFY(std::any_of(line.cbegin(), line.cend(), [&](PlanPoint on) { return distance(on, point) < kNear; }));
    const double step = lengthOf(line) / 39;
    for (qsizetype i = 1; i < seats.size(); ++i) {
        const double gap = distance(seats[i - 1].position, seats[i].position);
        QVERIFY2(gap <= step + kNear && gap > step * 0.95, qPrintable(u"%1: %2 of %3"_s.arg(i).arg(gap).arg(step)));
    }
    const DesignPiece straight = pieceOf(CurveBody {.points = {{0, 0}, {80, 0}}, .seats = 5});
    for (int i = 0; i < 5; ++i)
        QCOMPARE(straight.rows[0].seats[i].position, (PlanPoint {20.0 * i, 0}));
    QCOMPARE(pieceOf(CurveBody {.points = {{0, 0}, {80, 0}}, .seats = 1}).rows[0].seats[0].position, (PlanPoint {40, 0}));
    QCOMPARE(pieceOf(CurveBody {.points = {{5, 5}, {5, 5}}, .seats = 2}).seatCount(), 2);
}

void TestDesignPiece::looseRow_standsAsItIs()
{
    LooseBody body {.label = u"L"_s, .labelPosition = RowLabelPosition::Start, .seats = {{0, 0}, {30, 5}, {50, -9}}, .numbers = {u"a"_s, u"b"_s, u"c"_s}};
    body.style.details = {{{0, 1}, {.missing = true}}};
    const DesignPiece piece = pieceOf(body, {7, 8}, 90);
    QCOMPARE(numbersOf(piece.rows[0].seats), (QStringList {u"a"_s, u"c"_s}));
    QCOMPARE(piece.rows[0].seats[1].position, (PlanPoint {16, 58}));
    QCOMPARE(piece.rows[0].labelPosition, RowLabelPosition::Start);
}

void TestDesignPiece::roundTable_hasItsChairsAround()
{
    const DesignPiece piece = pieceOf(TableBody {.label = u"T"_s, .size = {60, 60}, .soldWhole = true, .chairs = 8, .chairGap = 5}, {100, 100}, 10);
    QCOMPARE(piece.tables.size(), 1);
    const Table &table = piece.tables[0];
    QVERIFY(table.soldWhole && table.position == (PlanPoint {100, 100}) && table.rotation == 10);
    QCOMPARE(numbersOf(table.seats), (QStringList {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s}));
    for (int i = 0; i < 8; ++i) {
        QVERIFY(std::abs(distance(table.seats[i].position, {100, 100}) - 45) < kNear);
        QVERIFY(std::abs(distance(table.seats[i].position, table.seats[(i + 1) % 8].position) - 2 * 45 * std::sin(std::numbers::pi / 8)) < kNear);
    }
    // The first stands above, the others follow clockwise.
    const QList<Seat> upright = pieceOf(TableBody {.chairs = 4}).tables[0].seats;
    QVERIFY(upright[0].position.y < -30 && std::abs(upright[0].position.x) < kNear);
    QVERIFY(upright[1].position.x > 30);
    QVERIFY(upright[2].position.y > 30);
}

void TestDesignPiece::rectangularTable_hasItsChairsAtItsSides()
{
    const QList<Seat> seats = pieceOf(TableBody {.shape = TableShape::Rectangle, .size = {120, 60}, .sides = {3, 1, 2, 1}, .chairGap = 6}).tables[0].seats;
    const QList<PlanPoint> wanted {{-40, -46}, {0, -46}, {40, -46}, {76, 0}, {30, 46}, {-30, 46}, {-76, 0}};
    QCOMPARE(seats.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i)
        QVERIFY2(distance(seats[i].position, wanted[i]) < kNear, qPrintable(QString::number(i)));
}

void TestDesignPiece::chairs_standWhereTheyWerePut()
{
    const DesignPiece piece = pieceOf(TableBody {.chairs = 8, .seats = {{50, 0}, {0, 50}}}, {10, 10});
    QCOMPARE(piece.tables[0].seats[0].position, (PlanPoint {60, 10}));
    QCOMPARE(piece.tables[0].seats[1].position, (PlanPoint {10, 60}));
    QCOMPARE(piece.seatCount(), 2);
    QCOMPARE(piece.bounds, QRectF(QPointF(-20, -20), QPointF(70, 70)));
}

void TestDesignPiece::drawings_areTurnedAboutTheirPoint()
{
    const QList<PlanPoint> corners {{0, 0}, {100, 0}, {100, 50}};
    const DesignPiece area = pieceOf(AreaBody {.name = u"Pit"_s, .outline = corners, .category = u"back"_s, .capacity = 50}, {10, 20}, 90);
    QCOMPARE(area.areas[0].outline, (QList<PlanPoint> {{10, 20}, {10, 120}, {-40, 120}}));
    QCOMPARE(area.areas[0].category, 1);
    QCOMPARE(area.areas[0].capacity, 50);
    QCOMPARE(area.bounds, QRectF(-40, 20, 50, 100));
    QCOMPARE(area.seatCount(), 0);

    const DesignPiece floor = pieceOf(FloorBody {.outline = corners, .fill = u"#eeeeee"_s}, {10, 20}, 45);
    QCOMPARE(floor.shapes[0].kind, ShapeKind::Polygon);
    QCOMPARE(floor.shapes[0].text, u"Stalls"_s);
    QCOMPARE(floor.shapes[0].points, corners);
    QCOMPARE(floor.shapes[0].rotation, 45.0);
    QVERIFY(pieceOf(FloorBody {.outline = corners, .named = false}).shapes[0].text.isEmpty());

    const DesignPiece stage = pieceOf(ShapeBody {.shape = {.kind = ShapeKind::Stage, .size = {200, 30}, .text = u"Stage"_s}}, {10, 20}, 90);
    QCOMPARE(stage.shapes[0].position, (PlanPoint {10, 20}));
    QCOMPARE(stage.bounds, QRectF(-20, 20, 30, 200));
    const DesignPiece disc = pieceOf(ShapeBody {.shape = {.kind = ShapeKind::Ellipse, .size = {20, 10}}}, {10, 20});
    QCOMPARE(disc.bounds, QRectF(-10, 10, 40, 20));

    const DesignPiece aisle = pieceOf(AisleBody {.points = {{0, 0}, {100, 0}}, .width = 30}, {0, 50});
    QCOMPARE(aisle.bounds, QRectF(0, 35, 100, 30));
    QCOMPARE(aisle.shapes[0].points.size(), 4);
}

void TestDesignPiece::icon_isDrawnAboutItsPoint_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= static_cast<int>(IconKind::FirstAid); ++kind)
        QTest::addRow("icon %d", kind) << kind;
}

void TestDesignPiece::icon_isDrawnAboutItsPoint()
{
    QFETCH(const int, kind);
    const DesignPiece upright = pieceOf(IconBody {.kind = static_cast<IconKind>(kind), .size = 48}, {100, 100});
    QCOMPARE(upright.bounds, QRectF(76, 76, 48, 48));
    QVERIFY(upright.shapes.size() >= 2);
    const DesignPiece turned = pieceOf(IconBody {.kind = static_cast<IconKind>(kind), .size = 48}, {100, 100}, 90);
    for (qsizetype i = 0; i < upright.shapes.size(); ++i) {
        const PlanPoint was {upright.shapes[i].position.x - 100, upright.shapes[i].position.y - 100};
        QVERIFY(distance(turned.shapes[i].position, {100 - was.y, 100 + was.x}) < kNear);
        QCOMPARE(turned.shapes[i].rotation, 90.0);
        QVERIFY(std::abs(was.x) <= 24 && std::abs(was.y) <= 24);
    }
}

void TestDesignPiece::quarterTurns_areExact()
{
    const BlockBody body {.rows = 2, .seats = 3};
    QCOMPARE(pieceOf(body, {100, 100}, 90).rows[1].seats[0].position, (PlanPoint {70, 75}));
    QCOMPARE(pieceOf(body, {100, 100}, 180).rows[1].seats[0].position, (PlanPoint {125, 70}));
    QCOMPARE(pieceOf(body, {100, 100}, -90).rows[1].seats[0].position, (PlanPoint {130, 125}));
    QCOMPARE(pieceOf(body, {100, 100}, 360).rows[1].seats[0].position, (PlanPoint {75, 130}));
}

void TestDesignPiece::places_comeBack()
{
    for (const double rotation : {0.0, 17.0, 90.0, -135.0}) {
        const Element element {.at = {12, -7}, .rotation = rotation};
        const PlanPoint there = placed(element, {30, 40});
        QVERIFY(std::abs(distance(there, element.at) - 50) < kNear);
        QVERIFY(distance(unplaced(element, there), {30, 40}) < kNear);
    }
}

void TestDesignPiece::places_areThoseThatBodiesHave_data()
{
    QTest::addColumn<ElementBody>("body");
    QTest::newRow("block") << ElementBody(BlockBody {.rows = 7, .seats = 9});
    QTest::newRow("tapered block") << ElementBody(BlockBody {.rows = 7, .seats = 9, .taper = 1.3});
    QTest::newRow("block that ends in a point") << ElementBody(BlockBody {.rows = 9, .seats = 5, .taper = -1});
    QTest::newRow("widest block") << ElementBody(BlockBody {.rows = 3, .seats = kMaxRowSeats, .taper = 4});
    QTest::newRow("curve") << ElementBody(CurveBody {.points = {{0, 0}, {9, 9}, {60, 0}}, .seats = 12});
    QTest::newRow("loose row") << ElementBody(LooseBody {.seats = {{0, 0}, {1, 1}}, .numbers = {u"1"_s, u"2"_s}});
    QTest::newRow("round table") << ElementBody(TableBody {.chairs = 7});
    QTest::newRow("rectangular table") << ElementBody(TableBody {.shape = TableShape::Rectangle, .sides = {2, 1, 0, 4}});
    QTest::newRow("table with chairs of its own") << ElementBody(TableBody {.seats = {{0, 0}, {1, 1}, {2, 2}}});
    QTest::newRow("area") << ElementBody(AreaBody {});
    QTest::newRow("icon") << ElementBody(IconBody {});
}

void TestDesignPiece::places_areThoseThatBodiesHave()
{
    QFETCH(const ElementBody, body);
    const QList<SeatPlace> places = placesOf(body);
    QCOMPARE(pieceOf(body).places, places);
    for (const SeatPlace place : places) {
        QVERIFY(hasPlace(body, place));
        QVERIFY(mirroredPlace(body, mirroredPlace(body, place)) == place);
    }
    const SeatPlace last = places.isEmpty() ? SeatPlace {} : places.constLast();
    const SeatPlace behind {last.row, places.isEmpty() ? 0 : last.seat + 1};
    QVERIFY(!hasPlace(body, behind) && !hasPlace(body, {last.row + 1, 0}) && !hasPlace(body, {0, -1}));
    QCOMPARE(mirroredPlace(body, behind), behind);
}

QTEST_GUILESS_MAIN(TestDesignPiece)
#include "tst_designpiece.moc"
