// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/pointgrid.h"

#include <bit>
#include <numeric>

namespace parterre {

PointGrid::PointGrid(std::span<const float> x, std::span<const float> y, double cellSize)
{
    if (x.empty())
        return;
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [top, bottom] = std::minmax_element(y.begin(), y.end());
    m_topLeft = {*left, *top};
    m_bottomRight = {*right, *bottom};
    // Columns and lines have to fit an int.
    m_cellSize = std::max({cellSize, 0.01, (m_bottomRight.x - m_topLeft.x) / 1e9, (m_bottomRight.y - m_topLeft.y) / 1e9});

    const int bits = std::max(1, static_cast<int>(std::bit_width(x.size())));
    m_shift = 64 - bits;
    m_cells.resize(x.size());
    m_bucketStart.assign((std::size_t(1) << bits) + 1, 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
        m_cells[i] = cellOf(x[i], y[i]);
        ++m_bucketStart[bucket(m_cells[i]) + 1];
    }
    std::partial_sum(m_bucketStart.begin(), m_bucketStart.end(), m_bucketStart.begin());
    std::vector<qint32> next(m_bucketStart.begin(), m_bucketStart.end() - 1);
    m_points.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        m_points[static_cast<std::size_t>(next[bucket(m_cells[i])]++)] = static_cast<qint32>(i);
}

} // namespace parterre
