// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <cmath>
#include <numbers>

namespace parterre {

// Turns points about (0, 0), clockwise. By quarters it is exact: what stood on a grid stays on it.
class Turn
{
public:
    explicit Turn(double degrees)
    {
        const double quarters = degrees / 90;
        if (quarters == std::round(quarters)) {
            const int quarter = static_cast<int>(std::remainder(quarters, 4)); // -2 to 2
            m_cos = quarter == 0 ? 1 : quarter % 2 == 0 ? -1 : 0;
            m_sin = quarter % 2;
        } else {
            m_cos = std::cos(degrees * std::numbers::pi / 180);
            m_sin = std::sin(degrees * std::numbers::pi / 180);
        }
    }

    [[nodiscard]] PlanPoint operator()(PlanPoint point) const { return {point.x * m_cos - point.y * m_sin, point.x * m_sin + point.y * m_cos}; }
    [[nodiscard]] PlanPoint back(PlanPoint point) const { return {point.x * m_cos + point.y * m_sin, point.y * m_cos - point.x * m_sin}; }

private:
    double m_cos = 1;
    double m_sin = 0;
};

} // namespace parterre
