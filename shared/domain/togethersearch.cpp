// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/togethersearch.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace parterre {

namespace {

class TogetherSearch
{
public:
    TogetherSearch(const SeatSupply &supply, qint32 size) : m_supply(supply), m_runs(supply.runs()), m_size(size) {}

    std::optional<SeatGroup> run()
    {
        if (m_supply.isByDistance())
            scanByDistance();
        else
            scanByCost();
        if (m_begin == SeatRuns::kNone)
            return std::nullopt;
        SeatGroup group {.score = m_best, .spots = std::vector<qint32>(static_cast<std::size_t>(m_size))};
        std::iota(group.spots.begin(), group.spots.end(), m_begin);
        return group;
    }

private:
    // Whether seats of at least this cost are of no use any more.
    [[nodiscard]] bool isEnough(qint64 lowestCost) const
    {
        return m_begin != SeatRuns::kNone && m_best.stranded == 0 && lowestCost * m_size >= m_best.cost;
    }

    void scanByCost()
    {
        for (const qint32 run : m_supply.view().runsByCost()) {
            if (isEnough(m_supply.lowestCost(run)))
                return;
            scan(run);
        }
    }

    void scanByDistance()
    {
        std::vector<std::pair<qint64, qint32>> nearest; // a heap: sorting all of it would be wasted
        nearest.reserve(static_cast<std::size_t>(m_runs.runCount()));
        for (qint32 run = 0; run < m_runs.runCount(); ++run)
            nearest.emplace_back(m_supply.lowestCost(run), run);
        std::make_heap(nearest.begin(), nearest.end(), std::greater<> {});
        while (!nearest.empty() && !isEnough(nearest.front().first)) {
            std::pop_heap(nearest.begin(), nearest.end(), std::greater<> {});
            scan(nearest.back().second);
            nearest.pop_back();
        }
    }

    void scan(qint32 run)
    {
        const qint32 runEnd = m_runs.end(run);
        if (runEnd - m_runs.begin(run) < m_size || !m_supply.allowsRun(run))
            return;
        for (qint32 low = m_runs.begin(run), high = low; low < runEnd; low = high + 1) {
            for (high = low; high < runEnd && m_supply.isFree(high); ++high) { }
            if (high - low >= m_size)
                scanFree(low, high);
        }
    }

    // The gaps within the free stretch [low, high).
    void scanFree(qint32 low, qint32 high)
    {
        for (qint32 begin = low, end = low; begin < high; begin = end + 1) {
            for (end = begin; end < high && m_supply.isAvailable(end); ++end) { }
            if (end - begin >= m_size)
                slide(low, high, begin, end);
        }
    }

    void slide(qint32 low, qint32 high, qint32 begin, qint32 end)
    {
        qint64 cost = 0;
        for (qint32 spot = begin; spot < begin + m_size; ++spot)
            cost += m_supply.cost(spot);
        for (qint32 first = begin;; ++first) {
            const qint32 leftOver = first - low;
            const qint32 rightOver = high - first - m_size;
            const GroupScore score {.shape = GroupShape::Together,
                                    .parts = 1,
                                    .stranded = (leftOver == 1) + (rightOver == 1),
                                    .cost = cost + kLeftover * ((leftOver > 0) + (rightOver > 0))};
            if (m_begin == SeatRuns::kNone || score < m_best) {
                m_best = score;
                m_begin = first;
            }
            if (first + m_size == end)
                return;
            cost += m_supply.cost(first + m_size) - m_supply.cost(first);
        }
    }

    const SeatSupply &m_supply;
    const SeatRuns &m_runs;
    const qint32 m_size;
    GroupScore m_best;
    qint32 m_begin = SeatRuns::kNone;
};

} // namespace

std::optional<SeatGroup> findTogether(const SeatSupply &supply, qint32 size)
{
    return TogetherSearch(supply, size).run();
}

} // namespace parterre
