// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/tools/designtool.h"

#include <memory>

namespace parterre {

enum class ToolKind {
    Select, Seats,                                     // elements, or seats of them
    Row, ArcRow, CurveRow, Block, Seat,
    RoundTable, RectangleTable, Area, Floor,
    Stage, Rectangle, Ellipse, Polygon, Aisle, Text, Icon,
    FocalPoint, Paint, Measure,
};

[[nodiscard]] std::unique_ptr<DesignTool> makeTool(ToolKind kind, ToolSurface &surface);

// What the next row or table of a section is called: one more than the last of those with a label of the scheme.
[[nodiscard]] qint32 nextRowLabel(const Design &design, SectionId section);
[[nodiscard]] QString nextTableLabel(const Design &design, SectionId section);
[[nodiscard]] QString nextAreaName(const Design &design);

// Bodies with the options' measures and names that are still free.
[[nodiscard]] BlockBody blockBody(const Design &design, const DrawingOptions &options, qint32 rows, qint32 seats);
[[nodiscard]] TableBody tableBody(const Design &design, const DrawingOptions &options, TableShape shape, PlanPoint size);

} // namespace parterre
