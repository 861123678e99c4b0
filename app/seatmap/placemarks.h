// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/planreview.h"

#include <QColor>
#include <QPixmap>
#include <QPointF>

class QPainter;

namespace parterre {

struct SeatMapTheme;

// How places that differ between two plans are marked: by a sign whose form and symbol tell the kinds apart without colour.
[[nodiscard]] QColor placeMarkColor(PlaceMarkKind kind, const SeatMapTheme &theme);
// The sign, so many pixels across.
void drawPlaceSign(QPainter &painter, QPointF centre, double size, PlaceMarkKind kind, const SeatMapTheme &theme);
// Its form alone, for where many stand close together.
void drawPlaceForm(QPainter &painter, QPointF centre, double size, PlaceMarkKind kind, const QColor &color);
// On its own, e.g. for a legend; `size` in logical pixels.
[[nodiscard]] QPixmap placeSign(PlaceMarkKind kind, double size, double dpr, const SeatMapTheme &theme);

} // namespace parterre
