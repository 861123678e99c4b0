// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

#include <functional>

namespace parterre {

// Draws along points that are clicked one by one. Done with a double click or Enter, an outline also at its first point;
// Backspace takes the last point back. Shift: in steps of 15 degrees.
class PathTool final : public DesignTool
{
public:
    enum class Form { Open, Closed };
    using Make = std::function<Element(const QPolygonF &points)>;

    PathTool(ToolSurface &surface, QString text, Form form, Make make) : DesignTool(surface), m_text(std::move(text)), m_form(form), m_make(std::move(make)) {}

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &) override {}
    void doubleClick(const ToolPoint &point) override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    [[nodiscard]] bool isBusy() const override { return !m_points.isEmpty(); }
    [[nodiscard]] ToolOverlay overlay() const override;

private:
    [[nodiscard]] QPointF snapped(const ToolPoint &point);
    [[nodiscard]] qsizetype least() const { return m_form == Form::Closed ? 3 : 2; }
    void finish();

    QString m_text;
    Form m_form;
    Make m_make;
    QPolygonF m_points;
    QPointF m_next;
    QList<QLineF> m_guides;
    std::optional<Snapper> m_snapper;
};

} // namespace parterre
