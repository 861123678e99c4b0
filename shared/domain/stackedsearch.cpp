// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/stackedsearch.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

namespace parterre {

namespace {

constexpr qint64 kNoCost = std::numeric_limits<qint64>::max();
constexpr qint32 kMostKnown = 63; // people of a group whose sums are looked at beforehand

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

// What decides between stacked groups of as many rows.
struct Merit {
    qint32 alone = 0, stranded = 0;
    qint64 cost = 0;

    friend auto operator<=>(const Merit &, const Merit &) = default;
    Merit operator+(const Merit &o) const { return {alone + o.alone, stranded + o.stranded, cost + o.cost}; }
};

// Gaps are chained from the rear row to the front one. For every number of rows, the chains with room enough are tried
// in the order of the cheapest seat they can reach; of each chain the best windows are found by dynamic programming
// over (gap, window, people seated so far).
class StackedSearch
{
public:
    StackedSearch(const SeatSupply &supply, std::span<const SeatGap> gaps, qint32 size)
        : m_supply(supply), m_runs(supply.runs()), m_size(size), m_gaps(gaps)
    {
        findFronts();
    }

    std::optional<SeatGroup> run()
    {
        m_reach.emplace_back();
        for (const SeatGap &gap : m_gaps)
            m_reach.back().push_back({gap.size(), gap.lowestCost, cleanSizes(gap)});
        for (m_rows = 2; m_rows <= std::min(kMostRows, m_size) && m_effort > 0; ++m_rows) {
            if (!reachFurther())
                return std::nullopt;
            tryChains();
            if (m_found.empty())
                continue;
            return SeatGroup {.score = {.shape = GroupShape::Stacked,
                                        .parts = m_rows,
                                        .alone = m_merit.alone,
                                        .stranded = m_merit.stranded,
                                        .cost = m_merit.cost},
                              .spots = m_found};
        }
        return std::nullopt;
    }

private:
    // Numbers of people, one bit each; of numbers that do not fit nothing is known.
    using Numbers = quint64;
    // Of all chains of so many gaps from one gap forwards: people seated at most, the cheapest seat at least, and what
    // numbers of people might be seated with nobody alone and nothing stranded.
    struct Reach {
        qint32 seats = 0;
        qint64 lowestCost = kNoCost;
        Numbers clean = 0;
    };
    struct Window {
        qint32 begin, size;
        qint32 seated; // people in this row and those behind
        Merit merit;
        qint32 behind; // the window chosen in the gap behind, by position in its list
    };

    void findFronts()
    {
        std::vector<qint32> gapAt(at(m_runs.size()), SeatRuns::kNone);
        for (qint32 g = 0; g < static_cast<qint32>(m_gaps.size()); ++g)
            std::fill(gapAt.begin() + m_gaps[at(g)].begin, gapAt.begin() + m_gaps[at(g)].end, g);
        m_frontBegin.reserve(m_gaps.size() + 1);
        for (const SeatGap &gap : m_gaps) {
            m_frontBegin.push_back(m_fronts.size());
            for (qint32 spot = gap.begin; spot < gap.end; ++spot) {
                const qint32 front = m_supply.view().front(spot);
                const qint32 g = front == SeatRuns::kNone ? front : gapAt[at(front)];
                const auto known = m_fronts.begin() + static_cast<std::ptrdiff_t>(m_frontBegin.back());
                if (g != SeatRuns::kNone && std::find(known, m_fronts.end(), g) == m_fronts.end())
                    m_fronts.push_back(g);
            }
        }
        m_frontBegin.push_back(m_fronts.size());
    }

    [[nodiscard]] std::span<const qint32> fronts(qint32 gap) const
    {
        return std::span(m_fronts).subspan(m_frontBegin[at(gap)], m_frontBegin[at(gap) + 1] - m_frontBegin[at(gap)]);
    }

    [[nodiscard]] Numbers cleanSizes(const SeatGap &gap) const
    {
        const qint32 most = std::min(gap.size(), kMostKnown);
        const auto isFree = [&](qint32 spot, qint32 run) { return spot >= m_runs.begin(run) && spot < m_runs.end(run) && m_supply.isFree(spot); };
        if (const qint32 run = m_runs.run(gap.begin); !isFree(gap.begin - 1, run) && !isFree(gap.end, run)) {
            // All of it, or flush with one end and two left at the other.
            const Numbers toTwoLeft = gap.size() - 2 < kMostKnown ? (Numbers(1) << std::max(gap.size() - 1, 2)) - 1 : ~Numbers(0);
            return (toTwoLeft & ~Numbers(3)) | (gap.size() == most && most > 1 ? Numbers(1) << most : 0);
        }
        Numbers sizes = 0;
        for (qint32 size = 2; size <= most; ++size) {
            for (qint32 begin = gap.begin; begin + size <= gap.end && (sizes >> size & 1U) == 0; ++begin) {
                if (leftoverOf(m_supply, begin, begin + size).stranded == 0)
                    sizes |= Numbers(1) << size;
            }
        }
        return sizes;
    }

    [[nodiscard]] static Numbers sums(Numbers some, Numbers others)
    {
        Numbers result = 0;
        for (; some != 0; some &= some - 1)
            result |= others << qCountTrailingZeroBits(some);
        return result;
    }

    [[nodiscard]] bool mayBeClean(const Reach &reach) const { return m_size > kMostKnown || (reach.clean >> m_size & 1U) != 0; }

    // False when there is no chain of m_rows gaps.
    bool reachFurther()
    {
        std::vector<Reach> next(m_gaps.size());
        bool any = false;
        for (qint32 g = 0; g < static_cast<qint32>(m_gaps.size()); ++g) {
            for (const qint32 front : fronts(g)) {
                const Reach &further = m_reach.back()[at(front)];
                if (further.seats == 0)
                    continue;
                next[at(g)].seats = std::max(next[at(g)].seats, m_gaps[at(g)].size() + further.seats);
                next[at(g)].lowestCost = std::min({next[at(g)].lowestCost, m_gaps[at(g)].lowestCost, further.lowestCost});
                next[at(g)].clean |= sums(m_reach.front()[at(g)].clean, further.clean);
                any = true;
            }
        }
        m_reach.push_back(std::move(next));
        return any;
    }

    // Whether chains that strand so many seats at least, on seats of at least this cost, are of no use any more.
    [[nodiscard]] bool isHopeless(qint32 stranded, qint64 lowestCost) const
    {
        return !m_found.empty() && !(Merit {0, stranded, lowestCost * m_size} < m_merit);
    }

    void tryChains()
    {
        std::vector<std::tuple<qint32, qint64, qint32>> starts; // stranded at least, lowest cost, gap
        const std::vector<Reach> &whole = m_reach.back();
        for (qint32 g = 0; g < static_cast<qint32>(m_gaps.size()); ++g) {
            if (whole[at(g)].seats >= m_size)
                starts.emplace_back(mayBeClean(whole[at(g)]) ? 0 : 1, whole[at(g)].lowestCost, g);
        }
        std::make_heap(starts.begin(), starts.end(), std::greater<> {});
        while (!starts.empty() && m_effort > 0) {
            std::pop_heap(starts.begin(), starts.end(), std::greater<> {});
            const auto [stranded, lowestCost, gap] = starts.back();
            starts.pop_back();
            if (isHopeless(stranded, lowestCost))
                return;
            m_chain.assign(1, gap);
            extend(m_gaps[at(gap)].size(), m_gaps[at(gap)].lowestCost, stranded);
        }
    }

    void extend(qint32 seats, qint64 lowestCost, qint32 stranded)
    {
        const qint32 missing = m_rows - static_cast<qint32>(m_chain.size());
        if (missing == 0) {
            tryChain();
            return;
        }
        for (const qint32 front : fronts(m_chain.back())) {
            const Reach &further = m_reach[at(missing) - 1][at(front)];
            const SeatGap &gap = m_gaps[at(front)];
            if (further.seats == 0 || seats + further.seats < m_size || isHopeless(stranded, std::min(lowestCost, further.lowestCost)) || usesRunOf(gap))
                continue;
            if (--m_effort <= 0)
                return;
            m_chain.push_back(front);
            extend(seats + gap.size(), std::min(lowestCost, gap.lowestCost), stranded);
            m_chain.pop_back();
        }
    }

    [[nodiscard]] bool usesRunOf(const SeatGap &gap) const
    {
        return std::any_of(m_chain.begin(), m_chain.end(), [&](qint32 g) { return m_runs.run(m_gaps[at(g)].begin) == m_runs.run(gap.begin); });
    }

    [[nodiscard]] qint32 fewest(qint32 gap, qint32 largest) const { return std::clamp(m_gaps[at(gap)].size(), 1, std::max(1, largest - kUnevenness)); }
    [[nodiscard]] qint32 most(qint32 gap, qint32 largest) const { return std::min(m_gaps[at(gap)].size(), largest); }

    // With every size that the largest part may have.
    void tryChain()
    {
        for (qint32 largest = (m_size + m_rows - 1) / m_rows; largest < m_size && m_effort > 0; ++largest) {
            qint32 low = 0;
            qint32 high = 0;
            for (const qint32 g : m_chain) {
                low += fewest(g, largest);
                high += most(g, largest);
            }
            if (low > m_size)
                return;
            if (high >= m_size)
                seat(largest, low, high);
        }
    }

    void seat(qint32 largest, qint32 lowAhead, qint32 highAhead)
    {
        m_windows.resize(at(m_rows));
        for (std::size_t row = 0; row < m_chain.size(); ++row) {
            const qint32 gap = m_chain[row];
            const qint32 low = fewest(gap, largest);
            const qint32 high = most(gap, largest);
            lowAhead -= low;
            highAhead -= high;
            m_windows[row].clear();
            for (qint32 size = low; size <= high; ++size) {
                for (qint32 begin = m_gaps[at(gap)].begin; begin + size <= m_gaps[at(gap)].end; ++begin)
                    addWindows(row, begin, size, m_size - highAhead, m_size - lowAhead);
            }
        }
        const std::vector<Window> &front = m_windows.back();
        for (const Window &window : front) {
            if (window.seated == m_size && (m_found.empty() || window.merit < m_merit))
                take(window);
        }
    }

    // One window in every way that seats between `low` and `high` people up to here, each in the best way.
    void addWindows(std::size_t row, qint32 begin, qint32 size, qint32 low, qint32 high)
    {
        const Leftover left = leftoverOf(m_supply, begin, begin + size);
        Merit merit {.alone = size == 1, .stranded = left.stranded, .cost = kLeftover * left.beside};
        for (qint32 spot = begin; spot < begin + size; ++spot)
            merit.cost += m_supply.cost(spot);
        std::vector<Window> &windows = m_windows[row];
        if (row == 0) {
            if (size >= low && size <= high)
                windows.push_back({begin, size, size, merit, SeatRuns::kNone});
            return;
        }
        const std::size_t own = windows.size();
        for (std::size_t b = 0; b < m_windows[row - 1].size(); ++b) {
            const Window &behind = m_windows[row - 1][b];
            const qint32 seated = behind.seated + size;
            --m_effort;
            if (seated < low || seated > high || !isRightBehind(behind, begin, size))
                continue;
            const Merit sum = behind.merit + merit;
            const auto same = std::find_if(windows.begin() + static_cast<std::ptrdiff_t>(own), windows.end(), [seated](const Window &w) { return w.seated == seated; });
            if (same == windows.end())
                windows.push_back({begin, size, seated, sum, static_cast<qint32>(b)});
            else if (sum < same->merit)
                *same = {begin, size, seated, sum, static_cast<qint32>(b)};
        }
    }

    [[nodiscard]] bool isRightBehind(const Window &rear, qint32 begin, qint32 size) const
    {
        for (qint32 spot = rear.begin; spot < rear.begin + rear.size; ++spot) {
            const qint32 front = m_supply.view().front(spot);
            if (front >= begin && front < begin + size)
                return true;
        }
        return false;
    }

    void take(const Window &front)
    {
        m_merit = front.merit;
        m_found.clear();
        const Window *window = &front;
        for (std::size_t row = m_chain.size();; window = &m_windows[row - 1][at(window->behind)]) {
            for (qint32 spot = window->begin; spot < window->begin + window->size; ++spot)
                m_found.push_back(spot);
            if (--row == 0)
                return;
        }
    }

    const SeatSupply &m_supply;
    const SeatRuns &m_runs;
    const qint32 m_size;
    const std::span<const SeatGap> m_gaps;
    std::vector<std::size_t> m_frontBegin; // by gap
    std::vector<qint32> m_fronts;          // gaps right before a gap
    std::vector<std::vector<Reach>> m_reach; // by rows - 1, by gap
    qint32 m_rows = 0;
    std::vector<qint32> m_chain;           // gaps, rear one first
    std::vector<std::vector<Window>> m_windows; // by row of the chain
    qint64 m_effort = kStackingEffort;
    Merit m_merit;
    std::vector<qint32> m_found;           // spots
};

} // namespace

std::optional<SeatGroup> findStacked(const SeatSupply &supply, std::span<const SeatGap> gaps, qint32 size)
{
    return StackedSearch(supply, gaps, size).run();
}

} // namespace parterre
