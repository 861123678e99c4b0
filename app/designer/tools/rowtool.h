// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

namespace parterre {

// Draws a row by dragging from its first seat to its last; an arc is then bent by moving, and done with a click. As many
// seats as there is room for. Shift: in steps of 15 degrees.
class RowTool final : public DesignTool
{
public:
    enum class Form { Straight, Arc };

    RowTool(ToolSurface &surface, Form form) : DesignTool(surface), m_form(form) {}

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
    void cancel() override;
    [[nodiscard]] bool isBusy() const override { return m_from.has_value(); }
    [[nodiscard]] ToolOverlay overlay() const override { return m_overlay; }

private:
    [[nodiscard]] QPointF snapped(const ToolPoint &point);
    void showStraight(QPointF to);
    void showArc(QPointF through);
    void show(Element element, QPointF noteAt);
    void finish();

    Form m_form;
    std::optional<QPointF> m_from;
    std::optional<QPointF> m_to; // of an arc that is being bent
    std::optional<Snapper> m_snapper;
    ToolOverlay m_overlay;
    ElementId m_drawn = ElementId::None;
};

} // namespace parterre
