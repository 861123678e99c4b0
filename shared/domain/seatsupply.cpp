// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatsupply.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parterre {

SeatSupply::SeatSupply(const SeatRuns &runs, const HouseView &view, std::span<const SeatState> states)
    : m_runs(runs), m_view(view), m_states(states), m_onSale(at(runs.categoryCount()), 1), m_allowed(m_onSale)
{
    Q_ASSERT(states.size() >= at(runs.size())); // those of areas' places come after the seats'
}

void SeatSupply::exclude(std::span<const qint32> spots)
{
    m_excluded.resize(at(m_runs.size()));
    for (const qint32 spot : spots)
        m_excluded[at(spot)] = 1;
}

bool SeatSupply::isTableAvailable(qint32 run) const
{
    for (qint32 spot = m_runs.begin(run); spot < m_runs.end(run); ++spot) {
        if (!isOnOffer(spot) || !isAsked(spot))
            return false;
    }
    return true;
}

qint64 SeatSupply::costNear(PlanPoint point) const
{
    const double dx = point.x - m_near->x;
    const double dy = point.y - m_near->y;
    return std::llround(std::sqrt(dx * dx + dy * dy) / m_view.seatWidth() * SeatCost::kSeatWidth); // hypot() is slow
}

qint64 SeatSupply::lowestCost(qint32 run) const
{
    return m_near ? static_cast<qint64>(m_view.nearestPossible(run, *m_near) * SeatCost::kSeatWidth) : m_view.lowestCost(run);
}

void SeatSupply::addGaps(qint32 begin, qint32 end, std::vector<SeatGap> &gaps) const
{
    for (qint32 spot = begin; spot < end; ++spot) {
        if (!isAvailable(spot))
            continue;
        SeatGap gap {spot, spot, std::numeric_limits<qint64>::max()};
        for (; gap.end < end && isAvailable(gap.end); ++gap.end)
            gap.lowestCost = std::min(gap.lowestCost, cost(gap.end));
        gaps.push_back(gap);
        spot = gap.end;
    }
}

std::vector<SeatGap> SeatSupply::gaps() const
{
    std::vector<SeatGap> gaps;
    for (qint32 run = 0; run < m_runs.runCount(); ++run) {
        if (allowsRun(run))
            addGaps(m_runs.begin(run), m_runs.end(run), gaps);
    }
    return gaps;
}

std::vector<SeatGap> SeatSupply::gaps(std::span<const SeatGap> before) const
{
    std::vector<SeatGap> gaps;
    gaps.reserve(before.size());
    for (const SeatGap &gap : before)
        addGaps(gap.begin, gap.end, gaps);
    return gaps;
}

} // namespace parterre
