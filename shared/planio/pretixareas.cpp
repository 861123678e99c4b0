// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/pretixareas.h"

#include "shared/domain/planvalidation.h"
#include "shared/planio/seatwords.h"
#include "shared/planio/tolerantobject.h"

#include <cmath>
#include <numbers>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFar = PlanLimits::kCoordinate;

PlanPoint inside(PlanPoint p)
{
    return {std::clamp(p.x, -kFar, kFar), std::clamp(p.y, -kFar, kFar)};
}

void readText(TolerantObject &area, Shape &shape, ImportReport &report)
{
    const JsonPlace place = area.place().member("text"_L1);
    TolerantObject text(area.object("text"_L1), place, report);
    shape.text = text.text("text"_L1, PlanLimits::kShapeTextLength);
    shape.textSize = text.number("size"_L1, 1, PlanLimits::kRadius, shape.textSize);
    shape.textColor = text.color("color"_L1);
    if (shape.text.isEmpty()) { // its place and looks say nothing then
        text.ignore("position"_L1);
        shape.textColor.clear();
        shape.textSize = Shape().textSize;
    } else {
        shape.textPosition = text.point("position"_L1);
    }
    text.finish();
}

void readPoints(TolerantObject &area, Shape &shape, ImportReport &report)
{
    const JsonPlace place = area.place().member("polygon"_L1);
    TolerantObject polygon(area.object("polygon"_L1), place, report);
    const QJsonArray points = polygon.array("points"_L1);
    polygon.finish();
    const qsizetype step = points.size() / PlanLimits::kShapePoints + 1;
    if (step > 1)
        report.add(RepairKind::NotKept, place.text(), u"of %1 points every %2th was kept"_s.arg(points.size()).arg(step));
    for (qsizetype i = 0; i < points.size(); i += step) {
        const JsonPlace at = place.item("points"_L1, i);
        if (!points[i].isObject()) {
            report.add(RepairKind::WrongType, at.text(), u"should be {x, y}; it was left out"_s);
            continue;
        }
        TolerantObject point(points[i].toObject(), at, report);
        shape.points.append({point.number("x"_L1, -kFar, kFar, 0), point.number("y"_L1, -kFar, kFar, 0)});
        point.finish();
    }
}

// One number of the object `outline` of an area.
double length(TolerantObject &outline, QLatin1StringView key)
{
    return outline.number(key, 0, kFar, 0);
}

bool readOutline(TolerantObject &area, const QString &kind, Shape &shape, ImportReport &report)
{
    if (kind == "polygon"_L1) {
        shape.kind = ShapeKind::Polygon;
        readPoints(area, shape, report);
    } else if (kind == "rectangle"_L1) {
        shape.kind = ShapeKind::Rectangle;
        const JsonPlace place = area.place().member("rectangle"_L1);
        TolerantObject rectangle(area.object("rectangle"_L1), place, report);
        shape.size = {length(rectangle, "width"_L1), length(rectangle, "height"_L1)};
        rectangle.finish();
    } else if (kind == "circle"_L1) {
        shape.kind = ShapeKind::Ellipse;
        const JsonPlace place = area.place().member("circle"_L1);
        TolerantObject circle(area.object("circle"_L1), place, report);
        const double radius = length(circle, "radius"_L1);
        shape.size = {radius, radius};
        circle.finish();
    } else if (kind == "ellipse"_L1) {
        shape.kind = ShapeKind::Ellipse;
        const JsonPlace place = area.place().member("ellipse"_L1);
        TolerantObject ellipse(area.object("ellipse"_L1), place, report);
        const JsonPlace radiusPlace = place.member("radius"_L1);
        TolerantObject radius(ellipse.object("radius"_L1), radiusPlace, report);
        shape.size = {length(radius, "x"_L1), length(radius, "y"_L1)};
        radius.finish();
        ellipse.finish();
    } else if (kind == "text"_L1) {
        shape.kind = ShapeKind::Text;
    } else {
        return false;
    }
    return true;
}

// Of the unturned shape, relative to its position.
PlanPoint middle(const Shape &shape)
{
    if (shape.kind == ShapeKind::Rectangle || shape.kind == ShapeKind::Stage)
        return {shape.size.x / 2, shape.size.y / 2};
    if (shape.kind == ShapeKind::Ellipse || shape.points.isEmpty())
        return shape.kind == ShapeKind::Text ? shape.textPosition : PlanPoint {};
    PlanPoint sum;
    for (const PlanPoint &p : shape.points)
        sum = {sum.x + p.x, sum.y + p.y};
    return {sum.x / static_cast<double>(shape.points.size()), sum.y / static_cast<double>(shape.points.size())};
}

} // namespace

std::optional<Shape> readPretixArea(const QJsonObject &json, const JsonPlace &place, PlanPoint origin, ImportReport &report)
{
    TolerantObject area(json, place, report);
    Shape shape;
    const QString kind = area.text("shape"_L1, 40);
    const PlanPoint position = area.point("position"_L1);
    shape.position = inside({origin.x + position.x, origin.y + position.y});
    shape.rotation = std::fmod(area.number("rotation"_L1, -1e6, 1e6, 0), 360);
    area.ignore("uuid"_L1);
    const bool known = readOutline(area, kind, shape, report);
    readText(area, shape, report);
    if (kind == "text"_L1) {
        area.ignore("color"_L1); // drawn by nobody
        area.ignore("border_color"_L1);
    } else {
        shape.fill = area.color("color"_L1);
        shape.border = area.color("border_color"_L1);
    }
    if (!known) {
        report.add(RepairKind::NotKept, place.text(), u"an area of the unknown shape \"%1\" was left out"_s.arg(kind));
        return std::nullopt;
    }
    area.finish();
    if (shape.kind == ShapeKind::Text && shape.text.isEmpty()) {
        report.add(RepairKind::NotKept, place.text(), u"a text area without text was left out"_s);
        return std::nullopt;
    }
    return shape;
}

std::optional<PlanPoint> guessFocus(const QList<Shape> &shapes)
{
    const Shape *best = nullptr;
    for (const Shape &shape : shapes) {
        // An area that is drawn says more than a mere caption.
        if (isStageWord(shape.text) && (!best || (best->kind == ShapeKind::Text && shape.kind != ShapeKind::Text)))
            best = &shape;
    }
    if (!best)
        return std::nullopt;
    const PlanPoint m = middle(*best);
    const double angle = best->rotation * std::numbers::pi / 180;
    return inside({best->position.x + m.x * std::cos(angle) - m.y * std::sin(angle), best->position.y + m.x * std::sin(angle) + m.y * std::cos(angle)});
}

} // namespace parterre::planio
