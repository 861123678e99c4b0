// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <span>
#include <vector>

namespace parterre {

// Which places of a plan are sold as part of something: the seats of tables and the places of areas. Tables and areas
// are counted over the whole plan, in its order; that number is what the wire calls an area. Immutable once built; the
// plan has to be valid and is not kept.
class PlaceGroups
{
public:
    static constexpr qint32 kNone = -1;

    // Seats of one table: [first, end).
    struct TableSeats {
        qint32 first = 0, end = 0;
        qint32 section = 0;
        bool soldWhole = false;

        [[nodiscard]] qint32 size() const { return end - first; }
    };

    // Places of one area: [first, end).
    struct AreaPlaces {
        qint32 first = 0, end = 0;
        qint32 section = 0, category = 0;

        [[nodiscard]] qint32 size() const { return end - first; }
    };

    PlaceGroups() = default;
    explicit PlaceGroups(const Plan &plan);

    [[nodiscard]] std::span<const TableSeats> tables() const { return m_tables; }
    [[nodiscard]] const TableSeats &table(qint32 table) const { return m_tables[static_cast<std::size_t>(table)]; }
    [[nodiscard]] std::span<const AreaPlaces> areas() const { return m_areas; }
    [[nodiscard]] const AreaPlaces &area(qint32 area) const { return m_areas[static_cast<std::size_t>(area)]; }
    [[nodiscard]] qint32 areaCount() const { return static_cast<qint32>(m_areas.size()); }

    // kNone for a place that is of no table, or of no area. O(log groups).
    [[nodiscard]] qint32 tableOf(qint32 place) const;
    [[nodiscard]] qint32 areaOf(qint32 place) const;
    // kNone for seats of a table that is sold by the seat, too.
    [[nodiscard]] qint32 wholeTableOf(qint32 place) const;

    // The rule of tables that are sold whole: every seat of those of which some, but not all seats are among `places`.
    // In index order; empty when no table is cut.
    [[nodiscard]] QList<qint32> cutTables(std::span<const qint32> places) const;

private:
    std::vector<TableSeats> m_tables;
    std::vector<AreaPlaces> m_areas;
};

} // namespace parterre
