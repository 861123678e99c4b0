// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/planio/tolerantobject.h"

namespace parterre::planio {

inline constexpr double kChairRadius = 7; // seats of a chart stand 20 apart, some tables' closer

// The figure of a shape, booth or area of a seats.io chart, on the plan.
struct SeatsIoFigure {
    enum class Kind { Polygon, Rectangle, Ellipse };
    Kind kind = Kind::Polygon;
    PlanPoint centre = {};
    PlanPoint size = {};          // rectangle: width and height; ellipse: radii
    double rotation = 0;          // about the centre
    QList<PlanPoint> points = {}; // polygon

    [[nodiscard]] QList<PlanPoint> outline() const;
};

// `origin` is where the chart begins that it is in.
[[nodiscard]] SeatsIoFigure seatsIoFigure(TolerantObject &object, PlanPoint origin);
[[nodiscard]] QList<PlanPoint> seatsIoPoints(TolerantObject &object, QLatin1StringView key, PlanPoint origin);
// Text in its middle.
[[nodiscard]] Shape shapeOf(const SeatsIoFigure &figure);

} // namespace parterre::planio
