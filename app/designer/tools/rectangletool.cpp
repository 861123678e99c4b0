// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/rectangletool.h"

#include "app/designer/commands/elementsteps.h"

#include <algorithm>

namespace parterre {

QPointF RectangleTool::snapped(const ToolPoint &point)
{
    const Snapped snap = m_snapper->snap(point.at);
    m_overlay.guides = snap.guides;
    return point.at + snap.by;
}

void RectangleTool::press(const ToolPoint &point)
{
    m_snapper.emplace(document(), options().level, QSet<ElementId> {}, snapRules(point.modifiers));
    m_from = snapped(point);
}

void RectangleTool::move(const ToolPoint &point, bool pressed)
{
    if (!pressed || !m_from)
        return;
    QPointF to = snapped(point);
    if (point.modifiers.testFlag(Qt::ShiftModifier)) {
        const QPointF way = to - *m_from;
        const double side = std::max(std::abs(way.x()), std::abs(way.y()));
        to = *m_from + QPointF(way.x() < 0 ? -side : side, way.y() < 0 ? -side : side);
    }
    const QRectF rect = QRectF(*m_from, to).normalized();
    m_overlay.outlines = {QPolygonF(rect)};
    m_overlay.notes.clear();
    if (const std::optional<Drawing> drawing = m_make(rect)) {
        document().preview(steps::add(document().base(), m_text, {drawing->element}));
        m_drawn = drawing->element.id;
        m_overlay.notes = {{to, drawing->note}};
    } else {
        document().cancelPreview();
        m_drawn = ElementId::None;
    }
    surface().overlayChanged();
}

void RectangleTool::release(const ToolPoint &)
{
    document().commitPreview();
    const ElementId drawn = m_drawn;
    cancel();
    if (drawn != ElementId::None)
        surface().drawn({drawn});
}

void RectangleTool::cancel()
{
    document().cancelPreview();
    m_from.reset();
    m_snapper.reset();
    m_drawn = ElementId::None;
    m_overlay = {};
    surface().overlayChanged();
}

} // namespace parterre
