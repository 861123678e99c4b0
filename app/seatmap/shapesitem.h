// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/seatmap/pixelpath.h"

#include "shared/domain/plan.h"

#include <QCoreApplication>
#include <QGraphicsItem>
#include <QTransform>

#include <vector>

namespace parterre {

class SeatPainter;

// What a plan draws and nobody sells: floors, walls, the stage, captions. Painted in list order.
class ShapesItem final : public QGraphicsItem
{
    Q_DECLARE_TR_FUNCTIONS(parterre::ShapesItem)

public:
    ShapesItem(const QList<Shape> &shapes, SeatPainter &painter);

    // All shapes, without a margin.
    [[nodiscard]] QRectF content() const { return m_bounds; }
    [[nodiscard]] QRectF boundingRect() const override { return withPixelMargin(m_bounds); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct Drawn {
        Shape shape;
        PixelPath outline;
        QString text;
        QPointF textCentre;
        QRectF bounds; // with its text
    };

    void paintShape(QPainter &painter, Drawn &drawn) const;
    void paintText(QPainter &painter, const Drawn &drawn) const;

    SeatPainter &m_painter;
    std::vector<Drawn> m_shapes;
    QRectF m_bounds;
};

} // namespace parterre
