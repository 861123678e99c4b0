// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>

class QWidget;

namespace parterre {

// The part of a widget that siblings in front of it, or of its ancestors, lie over: in its own coordinates, whole
// rectangles, a little larger where a pixel of the window is not a whole number of the screen's.
[[nodiscard]] QRegion coveredPart(const QWidget &widget);

// QWidget::scroll for a widget without children that others lie over. Qt would then paint all of it anew: here what is
// seen beside them is moved, and only the rest painted.
void scrollBeside(QWidget &widget, const QRegion &covered, int dx, int dy);

} // namespace parterre
