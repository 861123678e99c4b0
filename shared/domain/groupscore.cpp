// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/groupscore.h"

#include "shared/domain/orphanrule.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parterre {

namespace {

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

using Part = std::vector<qint32>; // spots in rising order

class Scoring
{
public:
    Scoring(const SeatSupply &supply, std::span<const qint32> spots)
        : m_supply(supply), m_runs(supply.runs()), m_spots(spots.begin(), spots.end())
    {
        std::sort(m_spots.begin(), m_spots.end());
        split();
    }

    GroupScore score()
    {
        GroupScore result {.parts = static_cast<qint32>(m_parts.size())};
        result.shape = m_parts.size() == 1 ? GroupShape::Together : isStacked() ? GroupShape::Stacked : GroupShape::Scattered;
        if (m_spots.size() > 1)
            result.alone = static_cast<qint32>(std::count_if(m_parts.begin(), m_parts.end(), [](const Part &p) { return p.size() == 1; }));
        result.stranded = stranded();
        for (const qint32 spot : m_spots)
            result.cost += m_supply.cost(spot);
        result.cost += kLeftover * leftovers();
        if (result.shape == GroupShape::Scattered)
            result.cost += spread();
        return result;
    }

    // Part by part; of a stack the front one first.
    std::vector<qint32> inSeatingOrder()
    {
        std::vector<qint32> order(m_parts.size());
        std::iota(order.begin(), order.end(), 0);
        if (!isStacked() || !isChain(order, 0))
            std::sort(order.begin(), order.end(), [this](qint32 l, qint32 r) { return bestCost(m_parts[at(l)]) < bestCost(m_parts[at(r)]); });
        std::vector<qint32> spots;
        for (const qint32 part : order)
            spots.insert(spots.end(), m_parts[at(part)].begin(), m_parts[at(part)].end());
        return spots;
    }

private:
    [[nodiscard]] qint64 bestCost(const Part &part) const
    {
        const auto best = std::min_element(part.begin(), part.end(), [this](qint32 l, qint32 r) { return m_supply.cost(l) < m_supply.cost(r); });
        return m_supply.cost(*best);
    }

    [[nodiscard]] bool has(qint32 spot) const { return std::binary_search(m_spots.begin(), m_spots.end(), spot); }

    // Into pieces of elbow neighbours; one of companion seats alone belongs to the piece of their wheelchair places.
    void split()
    {
        for (std::size_t i = 0; i < m_spots.size(); ++i) {
            if (i == 0 || m_runs.left(m_spots[i]) != m_spots[i - 1])
                m_parts.emplace_back();
            m_parts.back().push_back(m_spots[i]);
        }
        for (std::size_t p = 0; p < m_parts.size();) {
            const std::size_t host = hostOf(p);
            if (host == p) {
                ++p;
                continue;
            }
            m_parts[host].insert(m_parts[host].end(), m_parts[p].begin(), m_parts[p].end());
            std::sort(m_parts[host].begin(), m_parts[host].end());
            m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(p));
        }
    }

    // Itself, unless it has only companion seats and one other piece has all their wheelchair places.
    [[nodiscard]] std::size_t hostOf(std::size_t part) const
    {
        std::size_t host = part;
        for (const qint32 spot : m_parts[part]) {
            if (m_runs.kind(spot) != SeatKind::Companion)
                return part;
            const auto with = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &p) { return std::binary_search(p.begin(), p.end(), m_runs.wheelchairOf(spot)); });
            const auto other = with == m_parts.end() ? part : static_cast<std::size_t>(with - m_parts.begin());
            if (host != part && host != other)
                return part;
            host = other;
        }
        return host;
    }

    [[nodiscard]] qint32 stranded() const
    {
        std::vector<qint32> seats;
        qint32 abandoned = 0;
        for (const qint32 spot : m_spots) {
            seats.push_back(m_runs.seat(spot));
            for (const qint32 companion : m_runs.companions(spot))
                abandoned += m_supply.isFreeOfAnyKind(companion) && !has(companion);
        }
        return abandoned + static_cast<qint32>(strandedBy(m_runs, m_supply.states(), seats).size());
    }

    [[nodiscard]] qint32 leftovers() const
    {
        qint32 count = 0;
        for (const qint32 spot : m_spots) {
            if (!m_runs.isOrdinary(spot))
                continue;
            for (const qint32 beside : {m_runs.left(spot), m_runs.right(spot)})
                count += beside != SeatRuns::kNone && m_supply.isFree(beside) && !has(beside);
        }
        return count;
    }

    [[nodiscard]] qint64 spread() const
    {
        PlanPoint middle;
        for (const qint32 spot : m_spots) {
            middle.x += m_runs.position(spot).x / static_cast<double>(m_spots.size());
            middle.y += m_runs.position(spot).y / static_cast<double>(m_spots.size());
        }
        double sum = 0;
        for (const qint32 spot : m_spots)
            sum += std::hypot(m_runs.position(spot).x - middle.x, m_runs.position(spot).y - middle.y);
        return std::llround(sum / m_supply.view().seatWidth() * SeatCost::kSeatWidth);
    }

    [[nodiscard]] bool isStacked() const
    {
        if (m_parts.size() > static_cast<std::size_t>(kMostRows))
            return false;
        std::size_t largest = 0;
        for (const Part &part : m_parts)
            largest = std::max(largest, part.size());
        for (const Part &part : m_parts) {
            if (isOrdinary(part) && part.size() + at(kUnevenness) < largest && !fillsItsGap(part))
                return false;
        }
        if (sharesRun())
            return false;
        std::vector<qint32> order(m_parts.size());
        std::iota(order.begin(), order.end(), 0);
        return isChain(order, 0);
    }

    [[nodiscard]] bool isOrdinary(const Part &part) const
    {
        return std::all_of(part.begin(), part.end(), [this](qint32 spot) { return m_runs.isOrdinary(spot); });
    }

    // Whether two parts have seats in one run.
    [[nodiscard]] bool sharesRun() const
    {
        std::vector<qint32> runs;
        for (const Part &part : m_parts) {
            const std::size_t others = runs.size();
            for (const qint32 spot : part) {
                const auto end = runs.begin() + static_cast<std::ptrdiff_t>(others);
                if (std::find(runs.begin(), end, m_runs.run(spot)) != end)
                    return true;
                runs.push_back(m_runs.run(spot));
            }
        }
        return false;
    }

    [[nodiscard]] bool fillsItsGap(const Part &part) const
    {
        for (const qint32 beside : {m_runs.left(part.front()), m_runs.right(part.back())}) {
            if (beside != SeatRuns::kNone && m_supply.isAvailable(beside))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool isRightBehind(const Part &rear, const Part &front) const
    {
        return std::any_of(rear.begin(), rear.end(), [&](qint32 spot) {
            const qint32 before = m_supply.view().front(spot);
            return std::binary_search(front.begin(), front.end(), before);
        });
    }

    // Whether some order of the parts from `done` on lets each stand right behind the one before.
    [[nodiscard]] bool isChain(std::vector<qint32> &order, std::size_t done) const
    {
        if (done == order.size())
            return true;
        for (std::size_t next = done; next < order.size(); ++next) {
            if (done > 0 && !isRightBehind(m_parts[at(order[next])], m_parts[at(order[done - 1])]))
                continue;
            std::swap(order[done], order[next]);
            if (isChain(order, done + 1))
                return true;
            std::swap(order[done], order[next]);
        }
        return false;
    }

    const SeatSupply &m_supply;
    const SeatRuns &m_runs;
    std::vector<qint32> m_spots;
    std::vector<Part> m_parts;
};

} // namespace

GroupScore scoreOf(const SeatSupply &supply, std::span<const qint32> spots)
{
    return Scoring(supply, spots).score();
}

std::vector<qint32> inSeatingOrder(const SeatSupply &supply, std::span<const qint32> spots)
{
    return Scoring(supply, spots).inSeatingOrder();
}

} // namespace parterre
