// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/scatteredsearch.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace parterre {

namespace {

constexpr qint32 kAnchors = 4;        // places to start from
constexpr qint32 kAnchorsOfParts = 32; // fewer of them for groups of many pieces
constexpr int kMostTries = 2'000;      // whole groups compared when gaps are few: more are a matter of taste

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

// Around some anchor: starts with a gap, then takes the nearest gap of those that still allow the least number of pieces. All but the last
// gap are taken whole. When there are few gaps, every way is tried beside.
class ScatteredSearch
{
public:
    ScatteredSearch(const SeatSupply &supply, std::span<const SeatGap> gaps, qint32 size) : m_supply(supply), m_size(size), m_gaps(gaps) {}

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

        for (const qint32 anchor : anchors())
            consider(from(anchor));
        if (m_gaps.size() <= kFewGaps) {
            std::vector<qint32> spots;
            tryAll(0, m_parts, spots);
        }
        return m_best;
    }

private:
    [[nodiscard]] qint32 gapSize(qint32 gap) const { return m_gaps[at(gap)].size(); }

    void consider(const std::vector<qint32> &spots)
    {
        const GroupScore score = scoreOf(m_supply, spots);
        if (!m_best || score < m_best->score)
            m_best = SeatGroup {.score = score, .spots = spots};
    }

    // Every way to seat the rest of the group in so many pieces in the gaps from `first` on. With the least number of
    // pieces no two are in one gap: they could be moved together.
    void tryAll(qint32 first, qint32 parts, std::vector<qint32> &spots)
    {
        const qint32 missing = m_size - static_cast<qint32>(spots.size());
        if (missing == 0) {
            consider(spots);
            ++m_tries;
            return;
        }
        for (qint32 g = first; g < static_cast<qint32>(m_gaps.size()) && parts > 0; ++g) {
            const qint32 least = std::max(1, missing - mostIn(g + 1, parts - 1));
            for (qint32 size = std::min(gapSize(g), missing); size >= least; --size) {
                for (qint32 begin = m_gaps[at(g)].begin; begin + size <= m_gaps[at(g)].end && m_tries < kMostTries; ++begin) {
                    for (qint32 spot = begin; spot < begin + size; ++spot)
                        spots.push_back(spot);
                    tryAll(g + 1, parts - 1, spots);
                    spots.resize(spots.size() - at(size));
                }
            }
        }
    }

    // How many find a seat in so many of the gaps from `first` on.
    [[nodiscard]] qint32 mostIn(qint32 first, qint32 parts) const
    {
        qint32 seats = 0;
        for (auto g = m_bySize.begin(); parts > 0 && g != m_bySize.end(); ++g) {
            if (*g < first)
                continue;
            seats += gapSize(*g);
            --parts;
        }
        return seats;
    }

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
            const double dx = there.x - start.x;
            const double dy = there.y - start.y;
            const double distance = dx * dx + dy * dy; // squared, which ranks alike
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
    const std::span<const SeatGap> m_gaps;
    std::vector<qint32> m_bySize; // gaps, largest first
    qint32 m_parts = 0;
    int m_tries = 0;
    std::optional<SeatGroup> m_best;
};

} // namespace

std::optional<SeatGroup> findScattered(const SeatSupply &supply, std::span<const SeatGap> gaps, qint32 size)
{
    return ScatteredSearch(supply, gaps, size).run();
}

} // namespace parterre
