// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/pixelpath.h"

#include <QColor>
#include <QGraphicsItem>

#include <array>
#include <vector>

namespace parterre {

class SeatMapModel;
class SeatPainter;
class SeatTable;

// The floor each section stands on: an outline grown around its seats, so that a plan without drawn floors still shows
// where one section ends and the next begins. From far away it is all that is seen of a section, filled by how much of it
// is free.
class FloorItem final : public QGraphicsItem
{
public:
    FloorItem(const SeatMapModel &model, const SeatPainter &painter);

    // All floors, without a margin.
    [[nodiscard]] QRectF content() const { return m_bounds; }
    [[nodiscard]] QRectF boundingRect() const override { return withPixelMargin(m_bounds); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    // Empty for a section without seats.
    [[nodiscard]] QRectF sectionBounds(qint32 section) const { return m_floors[static_cast<std::size_t>(section)].bounds; }
    // What a section is filled with when it is all that is seen of its seats.
    [[nodiscard]] QColor sectionColor(qint32 section) const;

private:
    struct Floor {
        std::array<PixelPath, 3> outlines; // the first as exact as any, the others for ever smaller scales
        QRectF bounds;
        qint32 category = 0; // of most seats
    };

    [[nodiscard]] static Floor floorOf(const SeatTable &table, qint32 section);

    const SeatMapModel &m_model;
    const SeatPainter &m_painter;
    std::vector<Floor> m_floors; // by section
    QRectF m_bounds;
};

// The outline of the ground within `margin` of the points, with gaps narrower than twice `bridge` filled and corners
// rounded; several loops where the points lie in groups or around a hole. Polygons with the ground at their right hand.
[[nodiscard]] QPainterPath outlineAround(const std::vector<QPointF> &points, double margin, double bridge);
// Polygons without the points that lie within `tolerance` of the line between their neighbours.
[[nodiscard]] QPainterPath simplified(const QPainterPath &polygons, double tolerance);

} // namespace parterre
