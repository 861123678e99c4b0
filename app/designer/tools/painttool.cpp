// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/painttool.h"

#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/picking.h"

#include <algorithm>
#include <cmath>

namespace parterre {

void PaintTool::press(const ToolPoint &point)
{
    m_last = point.at;
    paint(point);
}

// A quick hand passes over seats between two moves.
void PaintTool::move(const ToolPoint &point, bool pressed)
{
    if (!pressed || !m_last)
        return;
    const QPointF from = *m_last;
    const double length = QLineF(from, point.at).length();
    const int stops = std::clamp(static_cast<int>(length / std::max(options().radius, 1.0)), 1, 500);
    for (int i = 1; i <= stops; ++i)
        paint({.at = from + (point.at - from) * i / stops, .modifiers = point.modifiers});
    m_last = point.at;
}

void PaintTool::paint(const ToolPoint &point)
{
    const qsizetype before = m_seats.size() + m_elements.size();
    const LevelId level = options().level;
    const std::optional<SeatRef> seat = seatAt(document(), level, point.at, 0);
    if (seat && point.modifiers.testFlag(Qt::ShiftModifier))
        m_elements.insert(seat->element);
    else if (seat && point.modifiers.testFlag(Qt::ControlModifier))
        m_seats.unite(rowsOf(document(), {*seat}));
    else if (seat)
        m_seats.insert(*seat);
    else if (const ElementId id = elementAt(document(), level, point.at, 0); id != ElementId::None && std::holds_alternative<AreaBody>(document().design().find(id)->body))
        m_elements.insert(id);
    if (m_seats.size() + m_elements.size() == before)
        return;
    m_seats.removeIf([this](const SeatRef &ref) { return m_elements.contains(ref.element); });
    document().preview(steps::setCategory(document().base(), {.elements = m_elements, .seats = m_seats}, options().category));
}

void PaintTool::release(const ToolPoint &)
{
    document().commitPreview();
    cancel();
}

void PaintTool::cancel()
{
    document().cancelPreview();
    m_last.reset();
    m_elements.clear();
    m_seats.clear();
}

} // namespace parterre
