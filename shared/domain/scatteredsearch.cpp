// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/scatteredsearch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace parterre {

namespace {

constexpr qint32 kAnchors = 4;        // places to start from
constexpr qint32 kAnchorsOfParts = 32; // fewer of them for groups of many pieces

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

// Starts with a gap, then takes the nearest gap of those that still allow the least number of pieces. All but the last
// gap are taken whole.
class ScatteredSearch
{
public:
    ScatteredSearch(const SeatSupply &supply, qint32 size) : m_supply(supply), m_size(size), m_gaps(supply.gaps()) {}

    std::optional<SeatGroup> run()
    {
        m_bySize.resize(m_gaps.size());
        std::iota(m_bySize.begin(), m_bySize.end(), 0);
        std::stable_sort(m_bySize.begin(), m_bySize.end(), [this](qint32 l, qint32 r) { return gapSize(l) > gapSize(r); });
        qint32 seats = 0;
        for (const qint32 g : m_bySize) {
            if (seats >= m_size)
                break;
            seats += gapSize(g);
            ++m_parts;
        }
        if (seats < m_size)
            return std::nullopt;

        std::optional<SeatGroup> best;
        for (const qint32 anchor : anchors()) {
            SeatGroup group {.spots = from(anchor)};
            group.score = scoreOf(m_supply, group.spots);
            if (!best || group.score < best->score)
                best = std::move(group);
        }
        return best;
    }

private:
    [[nodiscard]] qint32 gapSize(qint32 gap) const { return m_gaps[at(gap)].size(); }

    // How large a gap has to be when `missing` seats are to be found in it and `others` more gaps. It may be one of the
    // largest itself: as the number of pieces is possible at all, those are always large enough.
    [[nodiscard]] qint32 leastUseful(qint32 missing, qint32 others, const std::vector<qint32> &chosen) const
    {
        for (std::size_t i = 0; others > 0 && i < m_bySize.size(); ++i) {
            if (std::find(chosen.begin(), chosen.end(), m_bySize[i]) != chosen.end())
                continue;
            missing -= gapSize(m_bySize[i]);
            --others;
        }
        return missing;
    }

    [[nodiscard]] std::vector<qint32> anchors() const
    {
        const qint32 least = leastUseful(m_size, m_parts - 1, {});
        std::vector<qint32> anchors;
        for (qint32 g = 0; g < static_cast<qint32>(m_gaps.size()); ++g) {
            if (gapSize(g) >= least)
                anchors.push_back(g);
        }
        const auto count = std::min<std::ptrdiff_t>(std::clamp(kAnchorsOfParts / m_parts, 1, kAnchors), static_cast<std::ptrdiff_t>(anchors.size()));
        std::partial_sort(anchors.begin(), anchors.begin() + count, anchors.end(),
                          [this](qint32 l, qint32 r) { return m_gaps[at(l)].lowestCost < m_gaps[at(r)].lowestCost; });
        anchors.resize(static_cast<std::size_t>(count));
        return anchors;
    }

    [[nodiscard]] PlanPoint middle(qint32 gap) const
    {
        return m_supply.runs().position((m_gaps[at(gap)].begin + m_gaps[at(gap)].end - 1) / 2);
    }

    [[nodiscard]] std::vector<qint32> from(qint32 anchor) const
    {
        const PlanPoint start = middle(anchor);
        std::vector<qint32> chosen;
        std::vector<qint32> spots;
        for (qint32 next = anchor; next != SeatRuns::kNone; next = nearest(start, m_size - static_cast<qint32>(spots.size()), chosen)) {
            chosen.push_back(next);
            take(next, spots);
        }
        return spots;
    }

    // kNone when nobody is missing.
    [[nodiscard]] qint32 nearest(PlanPoint start, qint32 missing, const std::vector<qint32> &chosen) const
    {
        if (missing == 0)
            return SeatRuns::kNone;
        const qint32 least = leastUseful(missing, m_parts - static_cast<qint32>(chosen.size()) - 1, chosen);
        qint32 best = SeatRuns::kNone;
        double bestDistance = std::numeric_limits<double>::max();
        for (qint32 g = 0; g < static_cast<qint32>(m_gaps.size()); ++g) {
            if (gapSize(g) < least)
                continue;
            const PlanPoint there = middle(g);
            const double distance = std::hypot(there.x - start.x, there.y - start.y);
            if (distance < bestDistance && std::find(chosen.begin(), chosen.end(), g) == chosen.end()) {
                best = g;
                bestDistance = distance;
            }
        }
        return best;
    }

    // All of the gap, or the best window of those who are missing.
    void take(qint32 gap, std::vector<qint32> &spots) const
    {
        const qint32 size = std::min(gapSize(gap), m_size - static_cast<qint32>(spots.size()));
        qint32 best = m_gaps[at(gap)].begin;
        std::pair bestMerit {std::numeric_limits<qint32>::max(), std::numeric_limits<qint64>::max()};
        for (qint32 begin = best; begin + size <= m_gaps[at(gap)].end; ++begin) {
            const Leftover left = leftoverOf(m_supply, begin, begin + size);
            qint64 cost = kLeftover * left.beside;
            for (qint32 spot = begin; spot < begin + size; ++spot)
                cost += m_supply.cost(spot);
            if (const std::pair merit {left.stranded, cost}; merit < bestMerit) {
                best = begin;
                bestMerit = merit;
            }
        }
        for (qint32 spot = best; spot < best + size; ++spot)
            spots.push_back(spot);
    }

    const SeatSupply &m_supply;
    const qint32 m_size;
    const std::vector<SeatGap> m_gaps;
    std::vector<qint32> m_bySize; // gaps, largest first
    qint32 m_parts = 0;
};

} // namespace

std::optional<SeatGroup> findScattered(const SeatSupply &supply, qint32 size)
{
    return ScatteredSearch(supply, size).run();
}

} // namespace parterre
