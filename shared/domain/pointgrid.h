// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <algorithm>
#include <span>
#include <vector>

namespace parterre {

// A uniform grid over points: which of them lie near a place, without looking at the others. Memory stays
// proportional to the number of points however far they are apart.
class PointGrid
{
public:
    PointGrid() = default;
    // `cellSize` is a wish: cells grow when points are sparse.
    PointGrid(std::span<const float> x, std::span<const float> y, double cellSize);

    [[nodiscard]] double cellSize() const { return m_cellSize; }

    // Calls visit(point) for every point of the cells that touch the rectangle, in cell order: more points than lie
    // within it. A visit that answers false ends the walk.
    template<class Visit>
    void visitNear(PlanPoint topLeft, PlanPoint bottomRight, Visit visit) const
    {
        if (m_columns == 0)
            return;
        const qint32 lastColumn = column(bottomRight.x);
        const qint32 lastLine = line(bottomRight.y);
        for (qint32 l = line(topLeft.y); l <= lastLine; ++l) {
            for (qint32 c = column(topLeft.x); c <= lastColumn; ++c) {
                const auto cell = static_cast<std::size_t>(l) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(c);
                for (qint32 i = m_cellStart[cell]; i < m_cellStart[cell + 1]; ++i) {
                    if (!visit(m_points[static_cast<std::size_t>(i)]))
                        return;
                }
            }
        }
    }

    // True when no point lies outside the rectangle.
    [[nodiscard]] bool covers(PlanPoint topLeft, PlanPoint bottomRight) const
    {
        return topLeft.x <= m_origin.x && topLeft.y <= m_origin.y && bottomRight.x >= m_origin.x + m_columns * m_cellSize
            && bottomRight.y >= m_origin.y + m_lines * m_cellSize;
    }

private:
    [[nodiscard]] qint32 column(double x) const { return cellAlong(x - m_origin.x, m_columns); }
    [[nodiscard]] qint32 line(double y) const { return cellAlong(y - m_origin.y, m_lines); }
    [[nodiscard]] qint32 cellAlong(double offset, qint32 cells) const
    {
        const double cell = offset / m_cellSize;
        return cell > 0 ? static_cast<qint32>(std::min(cell, static_cast<double>(cells - 1))) : 0;
    }

    PlanPoint m_origin = {};
    double m_cellSize = 1;
    qint32 m_columns = 0, m_lines = 0;
    std::vector<qint32> m_cellStart, m_points; // cell -> points, as offsets into one array
};

} // namespace parterre
