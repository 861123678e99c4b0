// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/shapesitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace parterre {

namespace {

constexpr double kSmallestText = 6; // pixels
constexpr double kLargestSprite = 64;

QPainterPath outlineOf(const Shape &shape)
{
    QPainterPath path;
    switch (shape.kind) {
    case ShapeKind::Polygon: {
        QPolygonF polygon;
        for (const PlanPoint &point : shape.points)
            polygon.append(QPointF(point.x, point.y));
        path.addPolygon(polygon);
        path.closeSubpath();
        break;
    }
    case ShapeKind::Rectangle: path.addRect(0, 0, shape.size.x, shape.size.y); break;
    case ShapeKind::Ellipse: path.addEllipse(QPointF(), shape.size.x, shape.size.y); break;
    case ShapeKind::Stage: {
        const double corner = std::min(shape.size.x, shape.size.y) * 0.14;
        path.addRoundedRect(0, 0, shape.size.x, shape.size.y, corner, corner);
        break;
    }
    case ShapeKind::Text: break;
    }
    return QTransform().translate(shape.position.x, shape.position.y).rotate(shape.rotation).map(path);
}

QPointF textCentreOf(const Shape &shape)
{
    QPointF centre(shape.textPosition.x, shape.textPosition.y);
    if (shape.kind == ShapeKind::Stage && shape.textPosition == PlanPoint {})
        centre = QPointF(shape.size.x / 2, shape.size.y / 2);
    return QTransform().translate(shape.position.x, shape.position.y).rotate(shape.rotation).map(centre);
}

} // namespace

ShapesItem::ShapesItem(const QList<Shape> &shapes, SeatPainter &painter) : m_painter(painter)
{
    setZValue(static_cast<double>(MapLayer::Shapes));
    setFlag(ItemUsesExtendedStyleOption);
    for (const Shape &shape : shapes) {
        Drawn drawn {.shape = shape, .outline = PixelPath(outlineOf(shape)), .text = shape.text, .textCentre = textCentreOf(shape), .bounds = {}};
        if (shape.kind == ShapeKind::Stage && drawn.text.isEmpty())
            drawn.text = tr("Stage");
        drawn.bounds = drawn.outline.outline().boundingRect().adjusted(-2, -2, 2, 2);
        if (!drawn.text.isEmpty()) {
            // Generous: letters are never wider than two thirds more than they are high, in any rotation.
            const double reach = shape.textSize * (1 + 0.85 * static_cast<double>(drawn.text.size()));
            drawn.bounds |= QRectF(drawn.textCentre.x() - reach, drawn.textCentre.y() - reach, 2 * reach, 2 * reach);
        }
        m_bounds |= drawn.bounds;
        m_shapes.push_back(std::move(drawn));
    }
}

void ShapesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const double pixel = 1 / painter->worldTransform().m11();
    const QRectF exposed = option->exposedRect.adjusted(-2 * pixel, -2 * pixel, 2 * pixel, 2 * pixel);
    for (Drawn &drawn : m_shapes) {
        if (!drawn.bounds.intersects(exposed))
            continue;
        paintShape(*painter, drawn);
        if (!drawn.text.isEmpty() && m_painter.use() != MapUse::Overview)
            paintText(*painter, drawn);
    }
}

void ShapesItem::paintShape(QPainter &painter, Drawn &drawn) const
{
    const SeatMapTheme &theme = m_painter.theme();
    QColor fill = theme.shapeColor(drawn.shape.fill);
    if (drawn.shape.kind == ShapeKind::Stage && !fill.isValid())
        fill = theme.stage;
    const DevicePixels device(painter);
    const QColor border = theme.shapeColor(drawn.shape.border);
    if (m_painter.use() == MapUse::Overview)
        drawn.outline.drawOnce(painter, device, fill, border);
    else
        drawn.outline.draw(painter, device, fill, border);
}

void ShapesItem::paintText(QPainter &painter, const Drawn &drawn) const
{
    const SeatMapTheme &theme = m_painter.theme();
    const DevicePixels device(painter);
    const double pixelSize = drawn.shape.textSize * device.scale();
    if (pixelSize < kSmallestText * device.unit())
        return;
    const QColor fill = theme.shapeColor(drawn.shape.fill);
    const bool plainStage = drawn.shape.kind == ShapeKind::Stage && !fill.isValid();
    QColor color = theme.shapeColor(drawn.shape.textColor);
    if (theme.highContrast)
        color = plainStage ? theme.stageText : fill.isValid() ? theme.textOn(fill) : theme.ink;
    else if (!color.isValid())
        color = plainStage ? theme.stageText : fill.isValid() ? mixed(fill, theme.textOn(fill), 0.8) : theme.muted;
    const int size = static_cast<int>(std::lround(pixelSize));
    const QFont::Weight weight = drawn.shape.kind == ShapeKind::Stage ? QFont::DemiBold : QFont::Normal;
    const QPointF centre = device.map(drawn.textCentre);
    if (device.isRaster() && drawn.shape.rotation == 0 && size <= kLargestSprite * device.unit())
        return m_painter.drawText(painter, centre, drawn.text, size, color, weight);

    QFont font(theme.font);
    font.setPixelSize(size);
    font.setWeight(weight);
    const QFontMetricsF metrics(font, painter.device());
    const QPointF begin = QPointF(-metrics.horizontalAdvance(drawn.text), metrics.capHeight()) / 2;
    if (device.isRaster()) {
        // Not drawText: where that puts letters depends on where the window is scrolled to.
        QPainterPath path;
        path.addText(begin, font, drawn.text);
        path = onGrid(QTransform().rotate(drawn.shape.rotation).map(path));
        painter.setRenderHint(QPainter::Antialiasing);
        return painter.fillPath(path.translated(pixelCorner(centre + QPointF(0.5, 0.5))), color);
    }
    painter.save();
    painter.translate(centre);
    painter.rotate(drawn.shape.rotation);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(begin, drawn.text);
    painter.restore();
}

} // namespace parterre
