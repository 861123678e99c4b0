// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatsupply.h"

#include <algorithm>
#include <cmath>

namespace parterre {

SeatSupply::SeatSupply(const SeatRuns &runs, const HouseView &view, std::span<const SeatState> states)
    : m_runs(runs), m_view(view), m_states(states), m_allowed(at(runs.categoryCount()), 1)
{
    Q_ASSERT(states.size() == at(runs.size()));
}

void SeatSupply::exclude(std::span<const qint32> spots)
{
    m_excluded.resize(at(m_runs.size()));
    for (const qint32 spot : spots)
        m_excluded[at(spot)] = 1;
}

qint64 SeatSupply::costNear(PlanPoint point) const
{
    return std::llround(std::hypot(point.x - m_near->x, point.y - m_near->y) / m_view.seatWidth() * SeatCost::kSeatWidth);
}

qint64 SeatSupply::lowestCost(qint32 run) const
{
    return m_near ? static_cast<qint64>(m_view.nearestPossible(run, *m_near) * SeatCost::kSeatWidth) : m_view.lowestCost(run);
}

std::vector<SeatGap> SeatSupply::gaps() const
{
    std::vector<SeatGap> gaps;
    for (qint32 run = 0; run < m_runs.runCount(); ++run) {
        if (!allowsRun(run))
            continue;
        for (qint32 begin = m_runs.begin(run), end = begin; begin < m_runs.end(run); begin = end + 1) {
            SeatGap gap {.begin = begin, .lowestCost = std::numeric_limits<qint64>::max()};
            for (end = begin; end < m_runs.end(run) && isAvailable(end); ++end)
                gap.lowestCost = std::min(gap.lowestCost, cost(end));
            gap.end = end;
            if (end > begin)
                gaps.push_back(gap);
        }
    }
    return gaps;
}

} // namespace parterre
