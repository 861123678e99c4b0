// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/seatsiofigures.h"

#include "shared/domain/planvalidation.h"

#include <cmath>
#include <numbers>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kFar = PlanLimits::kCoordinate;
constexpr int kCorners = 32; // of an ellipse

PlanPoint turned(PlanPoint p, double degrees)
{
    if (degrees == 0)
        return p;
    const double angle = degrees * std::numbers::pi / 180;
    return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
}

PlanPoint plus(PlanPoint a, PlanPoint b)
{
    return {a.x + b.x, a.y + b.y};
}

PlanPoint middleOf(const QList<PlanPoint> &points)
{
    PlanPoint sum;
    for (const PlanPoint &p : points)
        sum = plus(sum, p);
    const auto count = static_cast<double>(std::max<qsizetype>(1, points.size()));
    return {sum.x / count, sum.y / count};
}

} // namespace

QList<PlanPoint> SeatsIoFigure::outline() const
{
    if (kind == Kind::Polygon)
        return points;
    QList<PlanPoint> list;
    if (kind == Kind::Rectangle) {
        for (const PlanPoint corner : {PlanPoint {-0.5, -0.5}, PlanPoint {0.5, -0.5}, PlanPoint {0.5, 0.5}, PlanPoint {-0.5, 0.5}})
            list.append(plus(centre, turned({corner.x * size.x, corner.y * size.y}, rotation)));
        return list;
    }
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        list.append(plus(centre, turned({size.x * std::cos(angle), size.y * std::sin(angle)}, rotation)));
    }
    return list;
}

QList<PlanPoint> seatsIoPoints(TolerantObject &object, QLatin1StringView key, PlanPoint origin)
{
    const QJsonArray list = object.array(key);
    QList<PlanPoint> points;
    for (const QJsonValue &point : list) {
        if (point["x"_L1].isDouble() && point["y"_L1].isDouble())
            points.append(plus(origin, {point["x"_L1].toDouble(), point["y"_L1].toDouble()}));
    }
    return points;
}

SeatsIoFigure seatsIoFigure(TolerantObject &object, PlanPoint origin)
{
    SeatsIoFigure figure;
    const QString type = object.text("type"_L1, 40);
    figure.points = seatsIoPoints(object, "points"_L1, origin);
    figure.rotation = object.number("rotationAngle"_L1, -1e6, 1e6, 0);
    const PlanPoint size {object.number("width"_L1, 0, kFar, 0), object.number("height"_L1, 0, kFar, 0)};
    const double radius = object.number("radius"_L1, 0, kFar, 0);
    const PlanPoint radii {object.number("radius1"_L1, 0, kFar, radius), object.number("radius2"_L1, 0, kFar, radius)};
    if (!figure.points.isEmpty()) {
        object.ignore("center"_L1);
        figure.centre = middleOf(figure.points);
        return figure;
    }
    figure.centre = plus(origin, object.point("center"_L1));
    figure.kind = type == "circle"_L1 ? SeatsIoFigure::Kind::Ellipse : SeatsIoFigure::Kind::Rectangle;
    figure.size = type == "circle"_L1 ? radii : size;
    return figure;
}

Shape shapeOf(const SeatsIoFigure &figure)
{
    Shape shape {.position = figure.centre, .rotation = figure.rotation, .size = figure.size};
    switch (figure.kind) {
    case SeatsIoFigure::Kind::Ellipse: shape.kind = ShapeKind::Ellipse; break;
    case SeatsIoFigure::Kind::Rectangle:
        shape.kind = ShapeKind::Rectangle;
        shape.position = plus(figure.centre, turned({-figure.size.x / 2, -figure.size.y / 2}, figure.rotation));
        shape.textPosition = {figure.size.x / 2, figure.size.y / 2};
        break;
    case SeatsIoFigure::Kind::Polygon:
        shape.kind = ShapeKind::Polygon;
        shape.rotation = 0;
        shape.position = figure.points.value(0);
        for (const PlanPoint &p : figure.points)
            shape.points.append({p.x - shape.position.x, p.y - shape.position.y});
        shape.textPosition = middleOf(shape.points);
        break;
    }
    return shape;
}

} // namespace parterre::planio
