// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/ringitem.h"

#include "app/seatmap/maplayers.h"
#include "app/seatmap/seatpainter.h"

#include <QPainter>

namespace parterre {

namespace {

constexpr double kSmallestRadius = 7; // pixels
constexpr double kReach = 5;          // pixels beyond the ring's middle

} // namespace

RingItem::RingItem(MapLayer layer, const SeatPainter &painter) : m_painter(painter), m_strong(layer == MapLayer::Focus)
{
    setZValue(static_cast<double>(layer));
    setVisible(false);
}

void RingItem::encircle(QPointF centre, double radius, double scale)
{
    prepareGeometryChange();
    setPos(centre);
    m_pixel = 1 / scale;
    m_radius = std::max(radius * 1.22 + 2.5 * m_pixel, kSmallestRadius * m_pixel);
    QPainterPath circle;
    circle.addEllipse(QPointF(), m_radius, m_radius);
    m_ring = PixelPath(circle);
    m_halo = PixelPath(circle);
}

QRectF RingItem::boundingRect() const
{
    const double reach = m_radius + kReach * m_pixel;
    return {-reach, -reach, 2 * reach, 2 * reach};
}

void RingItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_painter.use() != MapUse::Screen)
        return;
    const SeatMapTheme &theme = m_painter.theme();
    const DevicePixels device(*painter);
    // A halo in the floor's colour sets the ring off from whatever lies beneath.
    if (m_strong)
        m_halo.draw(*painter, device, {}, theme.floor, 6);
    m_ring.draw(*painter, device, {}, m_strong ? theme.focus : theme.ink, m_strong ? 3 : 1.5);
}

} // namespace parterre
