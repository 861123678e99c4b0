// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/pixelpath.h"

#include "app/seatmap/seatpainter.h"

#include <QColor>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace parterre {

namespace {

constexpr double kHair = 1.0 / 2048; // of a pixel

// Each point moved to the right of the line that runs through it.
QPainterPath movedInward(const QPainterPath &polygons, double by)
{
    QPainterPath inner;
    for (const QPolygonF &loop : polygons.toSubpathPolygons()) {
        const qsizetype size = loop.isClosed() ? loop.size() - 1 : loop.size();
        QPolygonF moved;
        for (qsizetype i = 0; i < size; ++i) {
            const QPointF before = loop[i] - loop[(i + size - 1) % size];
            const QPointF after = loop[(i + 1) % size] - loop[i];
            const double lengthBefore = std::hypot(before.x(), before.y());
            const double lengthAfter = std::hypot(after.x(), after.y());
            if (lengthBefore == 0 || lengthAfter == 0)
                continue;
            const QPointF one = QPointF(-before.y(), before.x()) / lengthBefore;
            const QPointF other = QPointF(-after.y(), after.x()) / lengthAfter;
            // At sharp corners the point would shoot out.
            moved.append(loop[i] + (one + other) * (by / std::max(1 + QPointF::dotProduct(one, other), 0.5)));
        }
        inner.addPolygon(moved);
        inner.closeSubpath();
    }
    return inner;
}

} // namespace

PixelPath PixelPath::withInnerEdge(QPainterPath polygons)
{
    PixelPath path(std::move(polygons));
    path.m_innerEdge = true;
    return path;
}

void PixelPath::prepare(double scale, QPointF phase, double width, bool filled, bool edged)
{
    if (m_scale != scale || m_width != width || (phase - m_phase).manhattanLength() > kHair) {
        m_scale = scale;
        m_width = width;
        m_phase = phase;
        m_fill.clear();
        m_edge.clear();
    }
    const bool wantsFill = filled && m_fill.isEmpty();
    const bool wantsEdge = edged && m_edge.isEmpty();
    if (!wantsFill && !wantsEdge)
        return;
    const QPainterPath scaled = (QTransform::fromScale(scale, scale) * QTransform::fromTranslate(m_phase.x(), m_phase.y())).map(m_outline);
    if (wantsFill)
        m_fill = onGrid(m_innerEdge ? movedInward(scaled, width) : scaled);
    if (wantsEdge && m_innerEdge) {
        m_edge = onGrid(scaled);
    } else if (wantsEdge) {
        QPainterPathStroker stroker;
        stroker.setWidth(width);
        m_edge = onGrid(stroker.createStroke(scaled));
        m_edge.setFillRule(Qt::WindingFill);
    }
}

QPainterPath onGrid(const QPainterPath &path)
{
    constexpr double kFineness = 4; // of the polygons that curves become
    QPainterPath polygons;
    polygons.setFillRule(path.fillRule());
    for (QPolygonF &polygon : path.toSubpathPolygons(QTransform::fromScale(kFineness, kFineness))) {
        for (QPointF &point : polygon)
            point = {std::round(point.x() * (64 / kFineness)) / 64, std::round(point.y() * (64 / kFineness)) / 64};
        polygons.addPolygon(polygon);
        polygons.closeSubpath();
    }
    return polygons;
}

QPointF pixelCorner(QPointF devicePoint)
{
    return {std::floor(devicePoint.x() + kHair), std::floor(devicePoint.y() + kHair)};
}

QRectF withPixelMargin(const QRectF &rect)
{
    const double margin = std::max(rect.width(), rect.height()) * 0.05;
    return rect.adjusted(-margin, -margin, margin, margin);
}

void PixelPath::drawOnce(QPainter &painter, const DevicePixels &device, const QColor &fill, const QColor &edge, double edgeWidth) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, edgeWidth * device.unit()) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawPath(QTransform::fromScale(device.scale(), device.scale()).map(m_outline).translated(device.map(QPointF())));
}

void PixelPath::draw(QPainter &painter, const DevicePixels &device, const QColor &fill, const QColor &edge, double edgeWidth)
{
    if (m_outline.isEmpty())
        return;
    if (!device.isRaster()) {
        drawOnce(painter, device, fill, edge, edgeWidth);
        return;
    }
    const double width = edgeWidth * device.unit();
    const QPointF origin = device.map(QPointF());
    const QPointF corner = pixelCorner(origin);
    prepare(device.scale(), origin - corner, width, fill.isValid(), edge.isValid());
    painter.setRenderHint(QPainter::Antialiasing);
    if (edge.isValid() && m_innerEdge)
        painter.fillPath(m_edge.translated(corner), edge);
    if (fill.isValid())
        painter.fillPath(m_fill.translated(corner), fill);
    if (edge.isValid() && !m_innerEdge)
        painter.fillPath(m_edge.translated(corner), edge);
}

} // namespace parterre
