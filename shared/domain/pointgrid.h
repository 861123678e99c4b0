// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <algorithm>
#include <span>
#include <vector>

namespace parterre {

// A uniform grid over points, its cells hashed: which points lie near a place, without looking at the others, in
// memory proportional to their number however far they are apart.
class PointGrid
{
public:
    PointGrid() = default;
    PointGrid(std::span<const float> x, std::span<const float> y, double cellSize);

    [[nodiscard]] double cellSize() const { return m_cellSize; }

    // Calls visit(point) once for every point of the cells that touch the rectangle: more points than lie within it,
    // those of one cell in rising order. A visit that answers false ends the walk.
    template<class Visit>
    void visitNear(PlanPoint topLeft, PlanPoint bottomRight, Visit visit) const
    {
        if (m_points.empty())
            return;
        const Cell first = cellOf(topLeft.x, topLeft.y);
        const Cell last = cellOf(bottomRight.x, bottomRight.y);
        const double cells = (static_cast<double>(last.column) - first.column + 1) * (static_cast<double>(last.line) - first.line + 1);
        if (cells > static_cast<double>(m_points.size())) {
            for (qint32 point = 0; point < static_cast<qint32>(m_points.size()); ++point) {
                if (!visit(point))
                    return;
            }
            return;
        }
        for (Cell cell = first; cell.line <= last.line; ++cell.line) {
            for (cell.column = first.column; cell.column <= last.column; ++cell.column) {
                const std::size_t b = bucket(cell);
                for (qint32 i = m_bucketStart[b]; i < m_bucketStart[b + 1]; ++i) {
                    const qint32 point = m_points[static_cast<std::size_t>(i)];
                    if (m_cells[static_cast<std::size_t>(point)] == cell && !visit(point))
                        return;
                }
            }
        }
    }

    // True when no point lies outside the rectangle.
    [[nodiscard]] bool covers(PlanPoint topLeft, PlanPoint bottomRight) const
    {
        return topLeft.x <= m_topLeft.x && topLeft.y <= m_topLeft.y && bottomRight.x >= m_bottomRight.x && bottomRight.y >= m_bottomRight.y;
    }

private:
    struct Cell {
        qint32 column = 0, line = 0;

        friend bool operator==(const Cell &, const Cell &) = default;
    };

    [[nodiscard]] Cell cellOf(double x, double y) const
    {
        return {cellAlong(x, m_topLeft.x, m_bottomRight.x), cellAlong(y, m_topLeft.y, m_bottomRight.y)};
    }
    [[nodiscard]] qint32 cellAlong(double value, double low, double high) const
    {
        return static_cast<qint32>((std::clamp(value, low, high) - low) / m_cellSize);
    }
    [[nodiscard]] std::size_t bucket(Cell cell) const
    {
        const quint64 key = (static_cast<quint64>(static_cast<quint32>(cell.line)) << 32) | static_cast<quint32>(cell.column);
        return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15ULL) >> m_shift);
    }

    PlanPoint m_topLeft, m_bottomRight;
    double m_cellSize = 1;
    int m_shift = 63;
    std::vector<Cell> m_cells;                   // by point
    std::vector<qint32> m_bucketStart, m_points; // bucket -> points, as offsets into one array
};

} // namespace parterre
