// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPen>

class QPainter;

namespace parterre {

// The signs within seats, in a circle of radius 1.

[[nodiscard]] QPen roundPen(const QColor &color, double width);
void addTick(QPainterPath &path, QPointF centre, double size);
// Head, back, legs and wheel of a person in a wheelchair.
void drawWheelchair(QPainter &painter, const QColor &color);

} // namespace parterre
