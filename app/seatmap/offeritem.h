// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsItem>
#include <QPainterPath>

namespace parterre {

class SeatMapModel;
class SeatPainter;

// Seats that are offered: a line round each, and round all that touch. A handful at a time.
class OfferItem final : public QGraphicsItem
{
public:
    OfferItem(const SeatMapModel &model, const SeatPainter &painter);

    // `scale` is pixels per unit.
    void show(const QList<qint32> &seats, double scale);
    void setViewScale(double scale);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const SeatMapModel &m_model;
    const SeatPainter &m_painter;
    QList<qint32> m_seats;
    QPainterPath m_outline;
    double m_pixel = 1; // scene units of a pixel
};

} // namespace parterre
