// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/tools/measuretool.h"

#include <QLocale>

namespace parterre {

void MeasureTool::press(const ToolPoint &point)
{
    m_line = QLineF(point.at, point.at);
}

void MeasureTool::move(const ToolPoint &point, bool pressed)
{
    if (!pressed || !m_line)
        return;
    m_line->setP2(point.modifiers.testFlag(Qt::ShiftModifier) ? alongAngle(m_line->p1(), point.at) : point.at);
    surface().overlayChanged();
}

// The line stays in sight until the next one.
void MeasureTool::release(const ToolPoint &)
{
    if (m_line && m_line->length() > 0)
        surface().measured(*m_line);
}

void MeasureTool::cancel()
{
    m_line.reset();
    surface().overlayChanged();
}

ToolOverlay MeasureTool::overlay() const
{
    if (!m_line || m_line->length() == 0)
        return {};
    return {.outlines = {QPolygonF({m_line->p1(), m_line->p2()})}, .guides = {}, .points = {m_line->p1(), m_line->p2()}, .notes = {{m_line->center(), QLocale().toString(m_line->length(), 'f', 1)}}};
}

} // namespace parterre
