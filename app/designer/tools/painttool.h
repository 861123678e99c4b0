// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

namespace parterre {

// Paints seats and areas in the chosen category. Ctrl: whole rows. Shift: whole objects. One drag is one step.
class PaintTool final : public DesignTool
{
public:
    using DesignTool::DesignTool;

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
    void cancel() override;

private:
    void paint(const ToolPoint &point);

    std::optional<QPointF> m_last;
    QSet<ElementId> m_elements;
    QSet<SeatRef> m_seats;
};

} // namespace parterre
