// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

#include <functional>

namespace parterre {

// Draws what fills a rectangle, by dragging from corner to corner. Shift: a square.
class RectangleTool final : public DesignTool
{
public:
    struct Drawing {
        Element element;
        QString note; // how large it has become
    };
    // Nothing: too small to be one.
    using Make = std::function<std::optional<Drawing>(const QRectF &rect)>;

    RectangleTool(ToolSurface &surface, QString text, Make make) : DesignTool(surface), m_text(std::move(text)), m_make(std::move(make)) {}

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
    void cancel() override;
    [[nodiscard]] ToolOverlay overlay() const override { return m_overlay; }

private:
    [[nodiscard]] QPointF snapped(const ToolPoint &point);

    QString m_text;
    Make m_make;
    std::optional<QPointF> m_from;
    std::optional<Snapper> m_snapper;
    ToolOverlay m_overlay;
    ElementId m_drawn = ElementId::None;
};

} // namespace parterre
