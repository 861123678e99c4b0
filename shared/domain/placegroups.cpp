// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/placegroups.h"

#include <algorithm>
#include <map>
#include <set>

namespace parterre {

namespace {

// The one of these ranges, which are in order, that holds the place.
template<class Ranges>
qint32 rangeOf(const Ranges &ranges, qint32 place)
{
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), place, [](qint32 p, const auto &range) { return p < range.first; });
    return after != ranges.begin() && place < std::prev(after)->end ? static_cast<qint32>(after - ranges.begin()) - 1 : PlaceGroups::kNone;
}

} // namespace

PlaceGroups::PlaceGroups(const Plan &plan)
{
    qint32 next = 0;
    qint32 section = 0;
    for (const Section &s : plan.sections) {
        for (const Row &row : s.rows)
            next += static_cast<qint32>(row.seats.size());
        for (const Table &table : s.tables) {
            const qint32 first = next;
            next += static_cast<qint32>(table.seats.size());
            m_tables.push_back({.first = first, .end = next, .section = section, .soldWhole = table.soldWhole});
        }
        for (const Area &area : s.areas)
            m_areas.push_back({.first = area.firstPlace, .end = area.endPlace(), .section = section, .category = area.category});
        ++section;
    }
}

qint32 PlaceGroups::tableOf(qint32 place) const
{
    return rangeOf(m_tables, place);
}

qint32 PlaceGroups::areaOf(qint32 place) const
{
    return rangeOf(m_areas, place);
}

qint32 PlaceGroups::wholeTableOf(qint32 place) const
{
    const qint32 of = tableOf(place);
    return of != kNone && table(of).soldWhole ? of : kNone;
}

QList<qint32> PlaceGroups::cutTables(std::span<const qint32> places) const
{
    std::map<qint32, std::set<qint32>> named;
    for (const qint32 place : places) {
        if (const qint32 of = wholeTableOf(place); of != kNone)
            named[of].insert(place);
    }
    QList<qint32> cut;
    for (const auto &[of, seats] : named) {
        if (static_cast<qint32>(seats.size()) == table(of).size())
            continue;
        for (qint32 seat = table(of).first; seat < table(of).end; ++seat)
            cut.append(seat);
    }
    return cut;
}

} // namespace parterre
