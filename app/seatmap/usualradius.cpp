// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/usualradius.h"

#include <algorithm>
#include <vector>

namespace parterre {

double usualRadius(const SeatTable &table)
{
    std::vector<float> radii;
    radii.reserve(static_cast<std::size_t>(table.size()));
    for (qint32 seat = 0; seat < table.size(); ++seat)
        radii.push_back(table.radius(seat));
    if (radii.empty())
        return 10;
    const auto middle = radii.begin() + static_cast<std::ptrdiff_t>(radii.size() / 2);
    std::nth_element(radii.begin(), middle, radii.end());
    return std::max(static_cast<double>(*middle), 0.01);
}

} // namespace parterre
