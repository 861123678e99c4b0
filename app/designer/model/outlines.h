// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <QPolygonF>

namespace parterre {

// The outlines of what is drawn, in plan units.
[[nodiscard]] QPolygonF outlineOf(const Shape &shape); // of a text: about its letters
[[nodiscard]] QPolygonF outlineOf(const Area &area);
[[nodiscard]] QPolygonF outlineOf(const Table &table); // of its top
// Roughly what a line of text of this size covers, about (0, 0).
[[nodiscard]] QRectF textRect(const QString &text, double size);

} // namespace parterre
