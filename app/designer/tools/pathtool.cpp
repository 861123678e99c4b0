// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/pathtool.h"

#include "app/designer/commands/elementsteps.h"

namespace parterre {

namespace {

constexpr double kCloseReach = 8; // pixels from the first point

} // namespace

QPointF PathTool::snapped(const ToolPoint &point)
{
    m_guides.clear();
    if (point.modifiers.testFlag(Qt::ShiftModifier) && !m_points.isEmpty())
        return alongAngle(m_points.constLast(), point.at);
    if (!m_snapper)
        m_snapper.emplace(document(), options().level, QSet<ElementId> {}, snapRules(point.modifiers));
    const Snapped snap = m_snapper->snap(point.at);
    m_guides = snap.guides;
    return point.at + snap.by;
}

void PathTool::press(const ToolPoint &point)
{
    const bool atFirst = !m_points.isEmpty() && QLineF(point.at, m_points.constFirst()).length() <= kCloseReach * surface().unitsPerPixel();
    if (m_form == Form::Closed && m_points.size() >= 3 && atFirst)
        return finish();
    m_points.append(snapped(point));
    m_next = m_points.constLast();
    surface().overlayChanged();
}

void PathTool::move(const ToolPoint &point, bool)
{
    if (m_points.isEmpty())
        return;
    m_next = snapped(point);
    surface().overlayChanged();
}

// The first of the two clicks has set a point already.
void PathTool::doubleClick(const ToolPoint &)
{
    finish();
}

bool PathTool::key(int key, Qt::KeyboardModifiers)
{
    if (m_points.isEmpty())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        finish();
    else if (key == Qt::Key_Backspace)
        m_points.removeLast();
    else
        return false;
    surface().overlayChanged();
    return true;
}

void PathTool::finish()
{
    if (m_points.size() < least())
        return;
    const Element element = m_make(m_points);
    document().push(steps::add(document().design(), m_text, {element}));
    cancel();
    surface().drawn({element.id});
}

void PathTool::cancel()
{
    m_points.clear();
    m_guides.clear();
    m_snapper.reset();
    surface().overlayChanged();
}

ToolOverlay PathTool::overlay() const
{
    if (m_points.isEmpty())
        return {};
    QPolygonF line = m_points;
    line.append(m_next);
    if (m_form == Form::Closed && m_points.size() >= 2)
        line.append(m_points.constFirst());
    return {.outlines = {line}, .guides = m_guides, .points = m_points, .notes = {}};
}

} // namespace parterre
