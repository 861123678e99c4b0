// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/svgfigure.h"

namespace parterre::planio {

// Something drawn, in the coordinates of its element.
struct SvgDrawn {
    std::optional<SvgFigure> figure = {};
    SvgTransform transform = {};      // of the element to the plan
    bool isGroup = false;             // figure and text count from the group's origin
    QString text = {};
    PlanPoint textPosition = {};      // its middle
    double textSize = 16;
    QString textColor = {}, fill = {}, border = {}; // "#rrggbb" or empty
};

// A turned figure keeps its kind; a skewed one becomes a polygon.
[[nodiscard]] Shape shapeOf(const SvgDrawn &drawn);
// The upright rectangle round it, as a stage; a rectangle that is turned only stays turned.
[[nodiscard]] Shape stageOf(const SvgDrawn &drawn);
// Of the shape's bounds, on the plan.
[[nodiscard]] PlanPoint middleOf(const Shape &shape);

} // namespace parterre::planio
