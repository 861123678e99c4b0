// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QCoreApplication>
#include <QGraphicsItem>
#include <QPainterPath>
#include <QTransform>

#include <vector>

namespace parterre {

class SeatPainter;

// What a plan draws and nobody sells: floors, walls, the stage, captions. Painted in list order.
class ShapesItem final : public QGraphicsItem
{
    Q_DECLARE_TR_FUNCTIONS(parterre::ShapesItem)

public:
    ShapesItem(const QList<Shape> &shapes, const SeatPainter &painter);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct Drawn {
        Shape shape;
        QPainterPath outline;
        QString text;
        QPointF textCentre;
        QRectF bounds; // with its text
    };

    void paintShape(QPainter &painter, const Drawn &drawn) const;
    void paintText(QPainter &painter, const Drawn &drawn) const;

    const SeatPainter &m_painter;
    std::vector<Drawn> m_shapes;
    QRectF m_bounds;
};

} // namespace parterre
