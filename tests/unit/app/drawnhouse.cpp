// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/app/drawnhouse.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

const SeatRef kWheelchair {kBlock, {3, 4}};

BlockBody block()
{
    BlockBody block {.rows = 20, .seats = 20, .bend = 30, .taper = 0.5, .aisles = {{.before = 10}}, .style = {.category = u"front"_s}};
    block.style.details = {{{0, 0}, {.missing = true}},
                           {{3, 4}, {.attributes = SeatAttribute::Wheelchair}},
                           {{3, 5}, {.attributes = SeatAttribute::Companion, .companionOf = kWheelchair}},
                           {{5, 4}, {.customAttributes = {u"pillar"_s}}},
                           {{5, 5}, {.category = u"back"_s, .label = u"King's box"_s, .radius = 12, .customAttributes = {u"pillar"_s, u"royal"_s}}}};
    return block;
}

TableBody table()
{
    TableBody table {.label = u"T1"_s, .soldWhole = true, .style = {.category = u"back"_s}};
    table.style.details = {{{0, 2}, {.attributes = SeatAttribute::Companion, .companionOf = kWheelchair}}};
    return table;
}

LooseBody row(const QString &label)
{
    return {.label = label, .labelPosition = RowLabelPosition::Start, .seats = {{0, 0}, {30, 5}, {60, 0}}, .numbers = {u"1"_s, u"2"_s, u"3"_s}, .style = {.category = u"back"_s}};
}

LooseBody lockedRow()
{
    LooseBody locked = row(u"Y"_s);
    locked.style.details = {{{0, 0}, {.attributes = SeatAttribute::Companion, .companionOf = kWheelchair}}};
    return locked;
}

AreaBody area(const QString &name, const QString &category, qint32 capacity)
{
    return {.name = name, .outline = {{0, 0}, {100, 0}, {100, 50}}, .category = category, .capacity = capacity};
}

} // namespace

Design drawnHouse()
{
    const DesignHouse house {.name = u"House"_s, .size = {900, 700}, .focus = PlanPoint {450, 0},
                             .categories = {{.key = u"front"_s, .name = u"Front"_s, .color = u"#0072b2"_s}, {.key = u"back"_s, .name = u"Back"_s, .color = u"#e69f00"_s}},
                             .sections = {{.id = kStalls, .name = u"Stalls"_s}, {.id = kEmpty, .name = u"Empty"_s}, {.id = kBalcony, .name = u"Balcony"_s}},
                             .levels = {DesignLevel {}, {.id = kUpstairs, .name = u"Upstairs"_s, .offset = {1000, 50}}}};
    const CurveBody curve {.points = {{0, 0}, {100, 30}, {200, 0}}, .seats = 9, .label = u"C"_s, .style = {.category = u"back"_s}};
    const TableBody bench {.label = u"T2"_s, .shape = TableShape::Rectangle, .size = {120, 60}, .sides = {3, 1, 2, 0}, .style = {.category = u"front"_s}};
    const Shape stage {.kind = ShapeKind::Stage, .size = {300, 40}, .fill = u"#cccccc"_s, .text = u"Stage"_s};
    const Shape caption {.kind = ShapeKind::Text, .text = u"Way out"_s, .textPosition = {5, 6}};
    const Shape disc {.kind = ShapeKind::Ellipse, .size = {30, 20}, .text = u"Disc"_s, .textPosition = {3, 4}};
    const Shape wedge {.kind = ShapeKind::Polygon, .points = {{0, 0}, {50, 0}, {50, 20}}};
    return Design(house, {{.id = kFloor, .section = kStalls, .body = FloorBody {.outline = {{0, 0}, {400, 0}, {400, 300}}}},
                          {.id = kCurve, .section = kBalcony, .level = kUpstairs, .at = {10, 10}, .body = curve},
                          {.id = kBar, .section = kStalls, .at = {50, 400}, .body = area(u"Bar"_s, u"back"_s, 30)},
                          {.id = kTable, .section = kStalls, .at = {600, 600}, .rotation = 30, .body = table()},
                          {.id = kPit, .section = kBalcony, .level = kUpstairs, .at = {0, 300}, .body = area(u"Pit"_s, u"front"_s, 40)},
                          {.id = kIcon, .at = {850, 650}, .body = IconBody {}},
                          {.id = kBlock, .section = kStalls, .at = {450, 80}, .rotation = 20, .body = block()},
                          {.id = kNobodys, .at = {100, 690}, .body = row(u"Z"_s)},
                          {.id = kRowZ, .section = kStalls, .at = {100, 650}, .body = row(u"Z"_s)},
                          {.id = kBench, .section = kStalls, .at = {720, 600}, .body = bench},
                          {.id = kStage, .at = {300, 5}, .body = ShapeBody {.shape = stage}},
                          {.id = kCaption, .at = {800, 20}, .rotation = 90, .body = ShapeBody {.shape = caption}},
                          {.id = kDisc, .at = {800, 120}, .rotation = -20, .body = ShapeBody {.shape = disc}},
                          {.id = kWedge, .at = {800, 220}, .rotation = 15, .body = ShapeBody {.shape = wedge}},
                          {.id = kWay, .at = {20, 350}, .body = AisleBody {.points = {{0, 0}, {200, 20}, {400, 0}}}},
                          {.id = kLockedRow, .section = kStalls, .at = {100, 600}, .locked = true, .body = lockedRow()}});
}

} // namespace parterre::testing
