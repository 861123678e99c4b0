// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/accessiblesearch.h"

#include "shared/domain/scatteredsearch.h"
#include "shared/domain/stackedsearch.h"
#include "shared/domain/togethersearch.h"

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

constexpr std::ptrdiff_t kAnchors = 4; // units a divided group is tried around
constexpr std::size_t kMostCompanions = 12; // away from their wheelchair place, of one group: all ways to use them are tried

std::size_t at(qint32 i)
{
    return static_cast<std::size_t>(i);
}

bool contains(std::span<const qint32> spots, qint32 spot)
{
    return std::find(spots.begin(), spots.end(), spot) != spots.end();
}

class AccessibleSearch
{
public:
    AccessibleSearch(const SeatSupply &supply, qint32 size, qint32 wheelchairs)
        : m_supply(supply), m_runs(supply.runs()), m_size(size), m_wheelchairs(wheelchairs)
    {
        for (const qint32 place : m_runs.wheelchairs()) {
            if (supply.isOpen(place))
                m_places.push_back(place);
        }
    }

    std::optional<SeatGroup> run()
    {
        if (static_cast<qint32>(m_places.size()) < m_wheelchairs)
            return std::nullopt;
        findTogetherHere();
        if (!m_best)
            divide();
        return m_best;
    }

private:
    void findTogetherHere()
    {
        std::sort(m_places.begin(), m_places.end(), [this](qint32 l, qint32 r) { return lowestCost(l) < lowestCost(r); });
        for (const qint32 place : m_places) {
            if (m_best && m_best->score.stranded == 0 && lowestCost(place) * m_size >= m_best->score.cost)
                break;
            tryAround(place);
        }
    }

    // No seat of a group together around the place costs less.
    [[nodiscard]] qint64 lowestCost(qint32 place) const
    {
        return m_runs.hasCompanionsElsewhere() ? 0 : m_supply.lowestCost(m_runs.run(place));
    }

    // Every window in which `place` is the first wheelchair place, with companions who stand elsewhere.
    void tryAround(qint32 place)
    {
        const qint32 run = m_runs.run(place);
        qint32 low = place;
        while (low > m_runs.begin(run) && place - low + 1 < m_size && m_supply.isOpen(low - 1) && m_runs.kind(low - 1) != SeatKind::Wheelchair)
            --low;
        for (qint32 begin = low; begin <= place; ++begin) {
            qint32 wheelchairs = 0;
            std::vector<qint32> spots;
            for (qint32 spot = begin; spot < m_runs.end(run) && m_supply.isOpen(spot) && spot - begin < m_size; ++spot) {
                spots.push_back(spot);
                wheelchairs += m_runs.kind(spot) == SeatKind::Wheelchair;
                if (wheelchairs > m_wheelchairs)
                    break;
                if (spot >= place && wheelchairs == m_wheelchairs)
                    addCompanionsElsewhere(spots);
            }
        }
    }

    void addCompanionsElsewhere(const std::vector<qint32> &window)
    {
        const std::size_t missing = at(m_size) - window.size();
        std::vector<qint32> elsewhere;
        for (const qint32 spot : window) {
            for (const qint32 companion : m_runs.companions(spot)) {
                if (missing > 0 && m_supply.isOpen(companion) && !contains(window, companion) && elsewhere.size() < kMostCompanions)
                    elsewhere.push_back(companion);
            }
        }
        if (elsewhere.size() < missing)
            return;
        // Each bit of `choice` is one of them.
        for (quint32 choice = 0; choice < 1U << elsewhere.size(); ++choice) {
            if (static_cast<std::size_t>(qPopulationCount(choice)) != missing)
                continue;
            std::vector<qint32> spots = window;
            for (std::size_t i = 0; i < elsewhere.size(); ++i) {
                if ((choice >> i & 1U) != 0)
                    spots.push_back(elsewhere[i]);
            }
            consider(std::move(spots));
        }
    }

    void consider(std::vector<qint32> spots)
    {
        if (!keepsUnits(spots))
            return;
        const GroupScore score = scoreOf(m_supply, spots);
        if (!m_best || score < m_best->score)
            m_best = SeatGroup {.score = score, .spots = std::move(spots)};
    }

    [[nodiscard]] bool keepsUnits(std::span<const qint32> spots) const
    {
        qint32 withCompanion = 0;  // wheelchair places that have one in the group
        qint32 couldHaveOne = 0;
        for (const qint32 spot : spots) {
            if (m_runs.kind(spot) == SeatKind::Companion && !contains(spots, m_runs.wheelchairOf(spot)))
                return false;
            const std::span<const qint32> companions = m_runs.companions(spot);
            withCompanion += std::any_of(companions.begin(), companions.end(), [&](qint32 c) { return contains(spots, c); });
            couldHaveOne += std::any_of(companions.begin(), companions.end(), [&](qint32 c) { return m_supply.isOpen(c); });
        }
        return withCompanion == std::min(couldHaveOne, m_size - m_wheelchairs);
    }

    [[nodiscard]] double distance(qint32 a, qint32 b) const
    {
        const PlanPoint p = m_runs.position(a);
        const PlanPoint q = m_runs.position(b);
        return std::hypot(p.x - q.x, p.y - q.y);
    }

    // The best places first, as far as `count` goes.
    template<class Less>
    static std::vector<qint32> firstOf(std::vector<qint32> places, std::ptrdiff_t count, Less less)
    {
        const auto end = places.begin() + std::min(count, static_cast<std::ptrdiff_t>(places.size()));
        std::partial_sort(places.begin(), end, places.end(), less);
        places.erase(end, places.end());
        return places;
    }

    // Some of the group around one or more places, the others elsewhere; or places near each other, each with its own.
    void divide()
    {
        for (qint32 size = m_size - 1; size >= m_wheelchairs; --size) {
            AccessibleSearch core(m_supply, size, m_wheelchairs);
            core.findTogetherHere();
            if (core.m_best)
                addOthersTo(core.m_best->spots);
        }
        const auto byCost = [this](qint32 l, qint32 r) { return m_supply.cost(l) < m_supply.cost(r); };
        for (const qint32 anchor : firstOf(m_places, kAnchors, byCost)) {
            const auto byDistance = [&](qint32 l, qint32 r) { return distance(anchor, l) < distance(anchor, r); };
            addOthersTo(withCompanions(firstOf(m_places, m_wheelchairs, byDistance)));
        }
        if (!m_best) // not people enough found a seat around any of them
            addOthersTo(withCompanions(firstOf(m_places, m_wheelchairs, [this](qint32 l, qint32 r) { return openCompanions(l) > openCompanions(r); })));
    }

    [[nodiscard]] std::ptrdiff_t openCompanions(qint32 place) const
    {
        const std::span<const qint32> companions = m_runs.companions(place);
        return std::count_if(companions.begin(), companions.end(), [this](qint32 c) { return m_supply.isOpen(c); });
    }

    // One for each wheelchair place, then the others, while there are people.
    [[nodiscard]] std::vector<qint32> withCompanions(const std::vector<qint32> &places) const
    {
        std::vector<qint32> spots = places;
        for (std::size_t round = 0; spots.size() < at(m_size); ++round) {
            bool any = false;
            for (const qint32 place : places) {
                std::size_t open = 0;
                for (const qint32 companion : m_runs.companions(place)) {
                    if (!m_supply.isOpen(companion) || open++ != round)
                        continue;
                    any = true;
                    if (spots.size() < at(m_size))
                        spots.push_back(companion);
                }
            }
            if (!any)
                break;
        }
        return spots;
    }

    // The rest of the group on ordinary seats near to those it has.
    void addOthersTo(std::vector<qint32> spots)
    {
        const qint32 others = m_size - static_cast<qint32>(spots.size());
        if (others > 0) {
            PlanPoint middle;
            for (const qint32 spot : spots) {
                middle.x += m_runs.position(spot).x / static_cast<double>(spots.size());
                middle.y += m_runs.position(spot).y / static_cast<double>(spots.size());
            }
            SeatSupply near = m_supply;
            near.preferNear(middle);
            near.exclude(spots);
            std::optional<SeatGroup> group = findTogether(near, others);
            if (!group) {
                const std::vector<SeatGap> gaps = near.gaps();
                group = findStacked(near, gaps, others);
                if (!group)
                    group = findScattered(near, gaps, others);
            }
            if (!group)
                return;
            spots.insert(spots.end(), group->spots.begin(), group->spots.end());
        }
        consider(std::move(spots));
    }

    const SeatSupply &m_supply;
    const SeatRuns &m_runs;
    const qint32 m_size;
    const qint32 m_wheelchairs;
    std::vector<qint32> m_places; // wheelchair places that may be offered
    std::optional<SeatGroup> m_best;
};

} // namespace

std::optional<SeatGroup> findAccessible(const SeatSupply &supply, qint32 size, qint32 wheelchairs)
{
    return AccessibleSearch(supply, size, wheelchairs).run();
}

} // namespace parterre
