// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/coveredscroll.h"

#include <QWidget>

#include <cmath>

namespace parterre {

namespace {

constexpr int kGrid = 4; // pixels, so that a quarter of the screen's is none

int down(int at)
{
    return static_cast<int>(std::floor(static_cast<double>(at) / kGrid)) * kGrid;
}

// Corners between pixels of the screen cannot be copied from or to.
QRect onScreenPixels(const QWidget &widget, const QRect &rect)
{
    const double ratio = widget.devicePixelRatio();
    if (ratio == std::floor(ratio))
        return rect;
    const QPoint offset = widget.mapTo(widget.window(), QPoint());
    const QRect inWindow = rect.translated(offset);
    const QPoint topLeft(down(inWindow.left()), down(inWindow.top()));
    const QPoint end(down(inWindow.right() + kGrid), down(inWindow.bottom() + kGrid));
    return QRect(topLeft, QSize(end.x() - topLeft.x(), end.y() - topLeft.y())).translated(-offset);
}

} // namespace

QRegion coveredPart(const QWidget &widget)
{
    QRegion covered;
    for (const QWidget *part = &widget; part->parentWidget() && !part->isWindow(); part = part->parentWidget()) {
        bool inFront = false;
        for (const QObject *child : part->parentWidget()->children()) {
            const auto *sibling = qobject_cast<const QWidget *>(child);
            if (sibling == part) {
                inFront = true;
            } else if (sibling && inFront && sibling->isVisible() && !sibling->isWindow()) {
                const QRect over = sibling->geometry().translated(-widget.mapTo(part->parentWidget(), QPoint()));
                covered |= onScreenPixels(widget, over) & widget.rect();
            }
        }
    }
    return covered;
}

void scrollBeside(QWidget &widget, const QRegion &covered, int dx, int dy)
{
    for (const QRect &free : QRegion(widget.rect()) - covered)
        widget.scroll(dx, dy, free);
    widget.update(covered);
}

} // namespace parterre
