// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/outlines.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre {

namespace {

constexpr int kCorners = 32; // of a circle

QPolygonF ellipse(double across, double down)
{
    QPolygonF polygon;
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        polygon.append({across * std::cos(angle), down * std::sin(angle)});
    }
    return polygon;
}

} // namespace

QPolygonF outlineOf(const Shape &shape)
{
    QPolygonF outline;
    switch (shape.kind) {
    case ShapeKind::Polygon:
        for (const PlanPoint &point : shape.points)
            outline.append({point.x, point.y});
        break;
    case ShapeKind::Rectangle:
    case ShapeKind::Stage: outline = QRectF(0, 0, shape.size.x, shape.size.y); break;
    case ShapeKind::Ellipse: outline = ellipse(shape.size.x, shape.size.y); break;
    case ShapeKind::Text: outline = textRect(shape.text, shape.textSize).translated(shape.textPosition.x, shape.textPosition.y); break;
    }
    return QTransform().translate(shape.position.x, shape.position.y).rotate(shape.rotation).map(outline);
}

QPolygonF outlineOf(const Area &area)
{
    QPolygonF outline;
    for (const PlanPoint &corner : area.outline)
        outline.append({corner.x, corner.y});
    return outline;
}

QPolygonF outlineOf(const Table &table)
{
    const QPolygonF top = table.shape == TableShape::Round ? ellipse(table.size.x / 2, table.size.y / 2)
                                                           : QPolygonF(QRectF(-table.size.x / 2, -table.size.y / 2, table.size.x, table.size.y));
    return QTransform().translate(table.position.x, table.position.y).rotate(table.rotation).map(top);
}

QRectF textRect(const QString &text, double size)
{
    const double width = size * 0.62 * static_cast<double>(std::max<qsizetype>(text.size(), 1));
    return {-width / 2, -size / 2, width, size};
}

} // namespace parterre
