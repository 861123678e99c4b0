// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgshapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre::planio {

namespace {

PlanPoint times(PlanPoint p, double factor)
{
    return {p.x * factor, p.y * factor};
}

PlanPoint between(PlanPoint from, PlanPoint to)
{
    return {to.x - from.x, to.y - from.y};
}

ShapeKind kindOf(const std::optional<SvgFigure> &figure)
{
    if (!figure)
        return ShapeKind::Text;
    switch (figure->kind) {
    case SvgFigureKind::Rectangle: return ShapeKind::Rectangle;
    case SvgFigureKind::Ellipse: return ShapeKind::Ellipse;
    case SvgFigureKind::Polygon: return ShapeKind::Polygon;
    }
    Q_UNREACHABLE();
}

std::pair<PlanPoint, PlanPoint> boundsOf(const QList<PlanPoint> &points)
{
    PlanPoint low = points.value(0), high = low;
    for (const PlanPoint &p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low, high};
}

} // namespace

Shape shapeOf(const SvgDrawn &drawn)
{
    Shape shape {.kind = kindOf(drawn.figure), .fill = drawn.fill, .border = drawn.border, .text = drawn.text, .textColor = drawn.text.isEmpty() ? QString() : drawn.textColor};
    const double scale = drawn.transform.scale();
    if (!drawn.text.isEmpty())
        shape.textSize = drawn.textSize * scale;
    PlanPoint origin;
    if (drawn.figure && drawn.transform.isTurnOnly()) {
        origin = drawn.figure->origin;
        shape.rotation = drawn.transform.angle();
        shape.size = times(drawn.figure->size, scale);
        for (const PlanPoint &p : drawn.figure->points)
            shape.points.append(times(p, scale));
    } else if (drawn.figure) {
        shape.kind = ShapeKind::Polygon;
        for (const PlanPoint &p : drawn.figure->outline())
            shape.points.append(drawn.transform.map(p));
        shape.textPosition = drawn.text.isEmpty() ? PlanPoint {} : drawn.transform.map(drawn.textPosition);
        return shape;
    } else {
        origin = drawn.isGroup ? PlanPoint {} : drawn.textPosition;
        shape.rotation = drawn.transform.isTurnOnly() ? drawn.transform.angle() : 0;
    }
    shape.position = drawn.transform.map(origin);
    if (!drawn.text.isEmpty())
        shape.textPosition = times(between(origin, drawn.textPosition), scale);
    return shape;
}

Shape stageOf(const SvgDrawn &drawn)
{
    Shape shape = shapeOf(drawn);
    if (shape.kind == ShapeKind::Text)
        return shape;
    if (shape.kind != ShapeKind::Rectangle) {
        QList<PlanPoint> points;
        for (const PlanPoint &p : drawn.figure->outline())
            points.append(drawn.transform.map(p));
        const auto [low, high] = boundsOf(points);
        const PlanPoint textAt = drawn.transform.map(drawn.textPosition);
        shape.position = low;
        shape.rotation = 0;
        shape.size = between(low, high);
        shape.points.clear();
        shape.textPosition = drawn.text.isEmpty() ? PlanPoint {} : between(low, textAt);
    }
    shape.kind = ShapeKind::Stage;
    return shape;
}

PlanPoint middleOf(const Shape &shape)
{
    PlanPoint middle;
    if (shape.kind == ShapeKind::Rectangle || shape.kind == ShapeKind::Stage) {
        middle = times(shape.size, 0.5);
    } else if (shape.kind == ShapeKind::Polygon) {
        const auto [low, high] = boundsOf(shape.points);
        middle = {(low.x + high.x) / 2, (low.y + high.y) / 2};
    } else if (shape.kind == ShapeKind::Text) {
        middle = shape.textPosition;
    }
    const double angle = shape.rotation * std::numbers::pi / 180;
    return {shape.position.x + middle.x * std::cos(angle) - middle.y * std::sin(angle), shape.position.y + middle.x * std::sin(angle) + middle.y * std::cos(angle)};
}

} // namespace parterre::planio
