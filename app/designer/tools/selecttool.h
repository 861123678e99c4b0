// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"
#include "app/designer/tools/selectionframe.h"

namespace parterre {

// Selects elements, or seats of them, and moves, sizes and turns what is selected.
// A click selects, with Shift adds or takes away; dragging on empty ground selects what a rectangle holds, with Alt what a
// line drawn freely holds. Dragging what is selected moves it, with Ctrl a copy. A double click on a seat selects its row.
class SelectTool final : public DesignTool
{
public:
    enum class Mode { Elements, Seats };

    SelectTool(ToolSurface &surface, Mode mode) : DesignTool(surface), m_mode(mode) {}

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
    void doubleClick(const ToolPoint &point) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    [[nodiscard]] bool isBusy() const override { return m_drag != Drag::None; }
    [[nodiscard]] ToolOverlay overlay() const override { return m_overlay; }
    [[nodiscard]] ToolCursor cursor(const ToolPoint &point) const override;

private:
    enum class Drag { None, Pending, Move, Band, Lasso, Resize, Rotate };

    [[nodiscard]] double slack() const { return 3 * surface().unitsPerPixel(); }
    [[nodiscard]] std::optional<SelectionFrame> frame() const;
    void clickElement(ElementId hit, bool add);
    void clickSeat(const std::optional<SeatRef> &hit, bool add);
    void dragMove(const ToolPoint &point);
    void dragBand(const ToolPoint &point);
    void dragResize(const ToolPoint &point);
    void dragRotate(const ToolPoint &point);
    [[nodiscard]] const Element *resizableBlock() const;
    void resizeBlock(const Element &element, const ToolPoint &point);
    void selectWithin(const QPolygonF &polygon, bool add);

    Mode m_mode;
    Drag m_drag = Drag::None;
    ToolPoint m_from;
    QRectF m_bounds;                     // of the selection when the drag began
    SelectionFrame::Handle m_handle = SelectionFrame::Handle::None;
    std::optional<Snapper> m_snapper;
    QPolygonF m_band;
    bool m_copies = false;
    ToolOverlay m_overlay;
};

} // namespace parterre
