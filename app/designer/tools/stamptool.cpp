// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/stamptool.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/housesteps.h"

namespace parterre {

void StampTool::press(const ToolPoint &point)
{
    m_snapper.emplace(document(), options().level, QSet<ElementId> {}, snapRules(point.modifiers));
    show(point);
}

void StampTool::move(const ToolPoint &point, bool pressed)
{
    if (pressed && m_snapper)
        show(point);
}

void StampTool::show(const ToolPoint &point)
{
    const Snapped snap = m_snapper->snap(point.at);
    m_guides = snap.guides;
    const Element element = m_make(point.at + snap.by);
    m_drawn = element.id;
    document().preview(steps::add(document().base(), m_text, {element}));
    surface().overlayChanged();
}

void StampTool::release(const ToolPoint &)
{
    document().commitPreview();
    const ElementId drawn = m_drawn;
    cancel();
    if (drawn != ElementId::None)
        surface().drawn({drawn});
}

void StampTool::cancel()
{
    document().cancelPreview();
    m_snapper.reset();
    m_guides.clear();
    m_drawn = ElementId::None;
    surface().overlayChanged();
}

void FocalPointTool::move(const ToolPoint &point, bool pressed)
{
    if (pressed)
        document().preview(steps::setFocus(document().base(), PlanPoint {point.at.x(), point.at.y()}));
}

void FocalPointTool::release(const ToolPoint &)
{
    document().commitPreview();
    surface().drawn({});
}

} // namespace parterre
