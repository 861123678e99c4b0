// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/pixelpath.h"

#include <QGraphicsItem>

namespace parterre {

class DevicePixels;
class SeatMapModel;
class SeatPainter;

// An area: its ground in the category's colour, paler the fewer places are free and hatched when none is, with its name
// and how many are free of how many. Its places are not drawn, so a sale repaints the area and costs no more in a large one.
class AreaItem final : public QGraphicsItem
{
public:
    AreaItem(const SeatMapModel &model, SeatPainter &painter, qint32 area);

    // Without a margin.
    [[nodiscard]] QRectF bounds() const { return m_ground.outline().boundingRect(); }
    [[nodiscard]] bool holds(QPointF point) const { return m_ground.outline().contains(point); }
    [[nodiscard]] QRectF boundingRect() const override { return withPixelMargin(bounds()); } // the sign above the words lies within
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    // The mouse is over it; the keyboard acts on it.
    void setEmphasis(bool hovered, bool focused);

private:
    [[nodiscard]] QColor fill() const;
    [[nodiscard]] PixelPath hatch() const;
    void paintTexts(QPainter &painter, const DevicePixels &device);

    const SeatMapModel &m_model;
    SeatPainter &m_painter;
    const qint32 m_area;
    PixelPath m_ground;
    PixelPath m_ring, m_halo; // the same outline, stroked in other widths
    PixelPath m_hatch;        // made when it is first full
    QPointF m_middle;         // of what is written on it: far from all edges
    QSizeF m_room;            // there
    bool m_hovered = false;
    bool m_focused = false;
};

} // namespace parterre
