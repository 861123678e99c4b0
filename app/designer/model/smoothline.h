// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

namespace parterre {

// A line of short pieces that passes smoothly through all points (centripetal Catmull-Rom: it has neither loops nor cusps
// between them). Points on one spot count once; two points are joined straight.
[[nodiscard]] QList<PlanPoint> smoothLine(const QList<PlanPoint> &points);
[[nodiscard]] double lengthOf(const QList<PlanPoint> &line);
// So many points, the first and last at the ends; a single one in the middle.
[[nodiscard]] QList<PlanPoint> evenlyAlong(const QList<PlanPoint> &line, qsizetype count);
// The outline of a strip about the line.
[[nodiscard]] QList<PlanPoint> stripAlong(const QList<PlanPoint> &line, double width);

} // namespace parterre
