// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/pointgrid.h"

#include <cmath>

namespace parterre {

PointGrid::PointGrid(std::span<const float> x, std::span<const float> y, double cellSize)
{
    if (x.empty())
        return;
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [top, bottom] = std::minmax_element(y.begin(), y.end());
    const double width = static_cast<double>(*right) - *left;
    const double height = static_cast<double>(*bottom) - *top;
    const double maxCells = 4.0 * static_cast<double>(x.size()) + 64;

    m_origin = {*left, *top};
    m_cellSize = std::max(cellSize, 1e-3);
    while ((std::floor(width / m_cellSize) + 1) * (std::floor(height / m_cellSize) + 1) > maxCells)
        m_cellSize *= 1.25;
    m_columns = static_cast<qint32>(width / m_cellSize) + 1;
    m_lines = static_cast<qint32>(height / m_cellSize) + 1;

    std::vector<std::size_t> cellOf(x.size());
    m_cellStart.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_lines) + 1, 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        cellOf[i] = static_cast<std::size_t>(line(y[i])) * static_cast<std::size_t>(m_columns)
            + static_cast<std::size_t>(column(x[i]));
        ++m_cellStart[cellOf[i] + 1];
    }
    for (std::size_t cell = 1; cell < m_cellStart.size(); ++cell)
        m_cellStart[cell] += m_cellStart[cell - 1];
    std::vector<qint32> next(m_cellStart.begin(), m_cellStart.end() - 1);
    m_points.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        m_points[static_cast<std::size_t>(next[cellOf[i]]++)] = static_cast<qint32>(i);
}

} // namespace parterre
