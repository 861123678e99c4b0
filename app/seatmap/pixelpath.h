// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

class QColor;
class QPainter;

namespace parterre {

class DevicePixels;

// An outline that has the very same pixels wherever a window is scrolled to and however little of it is painted: it is
// scaled and stroked once for a scale, and then only moved. A stroke made anew at another place is rounded anew.
class PixelPath
{
public:
    PixelPath() = default;
    explicit PixelPath(QPainterPath outline) : m_outline(std::move(outline)) {}

    // Of closed polygons alone, with what they enclose at the right hand of who walks along them. Their edge lies within
    // them, which is painted in a third of the time: twice filled, the second time a pixel smaller.
    [[nodiscard]] static PixelPath withInnerEdge(QPainterPath polygons);

    [[nodiscard]] const QPainterPath &outline() const { return m_outline; } // in item units

    // With an edge of so many pixels. Invalid colours are not drawn. On devices without pixels as plain commands.
    void draw(QPainter &painter, const DevicePixels &device, const QColor &fill, const QColor &edge, double edgeWidth = 1);
    // Once, with nothing kept: for a picture at a scale that is not the window's.
    void drawOnce(QPainter &painter, const DevicePixels &device, const QColor &fill, const QColor &edge, double edgeWidth = 1) const;

private:
    void prepare(double scale, QPointF phase, double width, bool filled, bool edged);

    QPainterPath m_outline;
    bool m_innerEdge = false;
    double m_scale = 0; // of the two below, in device pixels
    QPointF m_phase;    // where in its pixel the outline's origin lies
    double m_width = 0;
    QPainterPath m_fill; // with an inner edge: what the edge leaves
    QPainterPath m_edge; // with an inner edge: all of it
};

// The path in device pixels as polygons whose points lie on 64ths of a pixel, which is what painting reckons in: a point
// between two of them could come out as either, depending on where the window is scrolled to.
[[nodiscard]] QPainterPath onGrid(const QPainterPath &path);
// The pixel's corner before a point of the device; a point that lost a hair on its way counts as whole.
[[nodiscard]] QPointF pixelCorner(QPointF devicePoint);

// A rectangle of plan units with room for the pixels that edges spread beyond it at any scale one can look from.
[[nodiscard]] QRectF withPixelMargin(const QRectF &rect);

} // namespace parterre
