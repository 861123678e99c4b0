// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

namespace parterre {

// Measures from where the button is pressed to where it is let go. Shift: in steps of 15 degrees.
class MeasureTool final : public DesignTool
{
public:
    using DesignTool::DesignTool;

    void press(const ToolPoint &point) override;
    void move(const ToolPoint &point, bool pressed) override;
    void release(const ToolPoint &point) override;
    void cancel() override;
    [[nodiscard]] ToolOverlay overlay() const override;

private:
    std::optional<QLineF> m_line;
};

} // namespace parterre
