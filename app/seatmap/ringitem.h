// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/pixelpath.h"

#include <QGraphicsItem>

namespace parterre {

enum class MapLayer;
class SeatPainter;

// A ring about one seat: the keyboard's focus or the seat under the mouse. Stays large enough to be seen at any zoom.
class RingItem final : public QGraphicsItem
{
public:
    RingItem(MapLayer layer, const SeatPainter &painter);

    // In scene units; `scale` is pixels per unit.
    void encircle(QPointF centre, double radius, double scale);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const SeatPainter &m_painter;
    bool m_strong;
    double m_radius = 0; // of the ring, scene units
    double m_pixel = 1;  // scene units of a pixel
    PixelPath m_ring;
    PixelPath m_halo;
};

} // namespace parterre
