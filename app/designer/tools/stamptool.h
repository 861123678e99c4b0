// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

#include <functional>

namespace parterre {

// Places one thing with each click; it can be moved until the button is let go.
class StampTool final : public DesignTool
{
public:
    using Make = std::function<Element(QPointF at)>;

    StampTool(ToolSurface &surface, QString text, Make make) : DesignTool(surface), m_text(std::move(text)), m_make(std::move(make)) {}

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
    void cancel() override;
    [[nodiscard]] ToolOverlay overlay() const override { return {.outlines = {}, .guides = m_guides, .points = {}, .notes = {}}; }

private:
    void show(const ToolPoint &point);

    QString m_text;
    Make m_make;
    std::optional<Snapper> m_snapper;
    QList<QLineF> m_guides;
    ElementId m_drawn = ElementId::None;
};

// Places what the audience looks at.
class FocalPointTool final : public DesignTool
{
public:
    using DesignTool::DesignTool;

    void press(const ToolPoint &point) override { move(point, true); }
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
};

} // namespace parterre
