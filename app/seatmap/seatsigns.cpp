// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatsigns.h"

#include <QPainter>

namespace parterre {

QPen roundPen(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void addTick(QPainterPath &path, QPointF centre, double size)
{
    path.moveTo(centre + QPointF(-0.40, 0.03) * size);
    path.lineTo(centre + QPointF(-0.11, 0.31) * size);
    path.lineTo(centre + QPointF(0.42, -0.29) * size);
}

void drawWheelchair(QPainter &painter, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(-0.13, -0.56), 0.14, 0.14);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roundPen(color, 0.15));
    QPainterPath body(QPointF(-0.13, -0.30));
    body.lineTo(-0.10, 0.06);
    body.lineTo(0.26, 0.06);
    body.lineTo(0.44, 0.46);
    body.moveTo(-0.11, -0.14);
    body.lineTo(0.20, -0.14);
    painter.drawPath(body);
    painter.setPen(roundPen(color, 0.12));
    painter.drawArc(QRectF(-0.46, -0.14, 0.76, 0.76), 120 * 16, 215 * 16);
}

} // namespace parterre
