// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <array>

namespace parterre {

// The frame about what is selected, with what it is held by: corners and sides to size it, a knob above to turn it. In plan
// units, the handles as large on the screen as anywhere.
class SelectionFrame
{
public:
    enum class Handle { None, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left, Rotate };
    static constexpr std::array kHandles {Handle::TopLeft, Handle::Top, Handle::TopRight, Handle::Right, Handle::BottomRight,
                                          Handle::Bottom, Handle::BottomLeft, Handle::Left, Handle::Rotate};

    SelectionFrame(const QRectF &bounds, double unitsPerPixel);

    [[nodiscard]] QRectF rect() const { return m_rect; }
    [[nodiscard]] QPointF centreOf(Handle handle) const;
    [[nodiscard]] Handle handleAt(QPointF point) const;

private:
    QRectF m_rect; // with a little room about what it frames
    double m_unit;
};

} // namespace parterre
