// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/selectionframe.h"

#include <QLineF>

namespace parterre {

namespace {

constexpr double kRoom = 6;       // pixels
constexpr double kKnob = 24;
constexpr double kReach = 8;
constexpr double kLeastSide = 30; // a smaller frame has no sides to hold

} // namespace

SelectionFrame::SelectionFrame(const QRectF &bounds, double unitsPerPixel)
    : m_rect(bounds.adjusted(-kRoom * unitsPerPixel, -kRoom * unitsPerPixel, kRoom * unitsPerPixel, kRoom * unitsPerPixel)), m_unit(unitsPerPixel)
{
}

QPointF SelectionFrame::centreOf(Handle handle) const
{
    const QPointF middle = m_rect.center();
    switch (handle) {
    case Handle::None: break;
    case Handle::TopLeft: return m_rect.topLeft();
    case Handle::Top: return {middle.x(), m_rect.top()};
    case Handle::TopRight: return m_rect.topRight();
    case Handle::Right: return {m_rect.right(), middle.y()};
    case Handle::BottomRight: return m_rect.bottomRight();
    case Handle::Bottom: return {middle.x(), m_rect.bottom()};
    case Handle::BottomLeft: return m_rect.bottomLeft();
    case Handle::Left: return {m_rect.left(), middle.y()};
    case Handle::Rotate: return {middle.x(), m_rect.top() - kKnob * m_unit};
    }
    return middle;
}

SelectionFrame::Handle SelectionFrame::handleAt(QPointF point) const
{
    for (const Handle handle : kHandles) {
        const bool across = handle == Handle::Top || handle == Handle::Bottom;
        const bool down = handle == Handle::Left || handle == Handle::Right;
        if ((across && m_rect.width() < kLeastSide * m_unit) || (down && m_rect.height() < kLeastSide * m_unit))
            continue;
        if (QLineF(centreOf(handle), point).length() <= kReach * m_unit)
            return handle;
    }
    return Handle::None;
}

} // namespace parterre
