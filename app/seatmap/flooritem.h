// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>
#include <QPainterPath>

#include <vector>

namespace parterre {

class SeatMapModel;
class SeatPainter;

// The floor each section stands on: an outline grown around its seats, so that a plan without drawn floors still shows
// where one section ends and the next begins.
class FloorItem final : public QGraphicsItem
{
public:
    FloorItem(const SeatMapModel &model, const SeatPainter &painter);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const SeatPainter &m_painter;
    std::vector<QPainterPath> m_floors;
    std::vector<QRectF> m_floorBounds;
    QRectF m_bounds;
};

// The outline of the ground within `margin` of the points, with gaps narrower than twice `bridge` filled and corners
// rounded; several loops where the points lie in groups or around a hole.
[[nodiscard]] QPainterPath outlineAround(const std::vector<QPointF> &points, double margin, double bridge);

} // namespace parterre
