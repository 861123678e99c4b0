// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/placegroups.h"
#include "shared/domain/pointgrid.h"

#include <span>
#include <vector>

namespace parterre {

// A plan's seats as flat arrays in seat-index order, with who stands beside, before and behind whom: what drawing,
// hit tests, keyboard walking and seat picking run on. Immutable once built, so any thread may read it; building is
// O(seats). The plan has to be valid: seats are numbered as they come, which then is their index.
// The places of areas, which follow the seats in the plan, are not in it one by one: they have no spot of their own, so
// nobody stands beside them. Only category(), section() and groups() know them.
class SeatTable
{
public:
    static constexpr qint32 kNone = -1;

    SeatTable() = default;
    explicit SeatTable(const Plan &plan);

    [[nodiscard]] qint32 size() const { return static_cast<qint32>(m_x.size()); }
    // Seats and places of areas.
    [[nodiscard]] qint32 placeCount() const { return m_groups.areaCount() == 0 ? size() : m_groups.areas().back().end; }
    [[nodiscard]] PlanPoint position(qint32 seat) const { return {m_x[at(seat)], m_y[at(seat)]}; }
    [[nodiscard]] float radius(qint32 seat) const { return m_radius[at(seat)]; }
    [[nodiscard]] qint32 category(qint32 place) const { return place < size() ? m_category[at(place)] : m_groups.area(m_groups.areaOf(place)).category; }
    [[nodiscard]] qint32 section(qint32 place) const { return place < size() ? m_section[at(place)] : m_groups.area(m_groups.areaOf(place)).section; }
    // Position of the seat's Row or Table object counted over the whole plan, the tables of a section after its rows.
    [[nodiscard]] qint32 row(qint32 seat) const { return m_row[at(seat)]; }
    [[nodiscard]] SeatAttributes attributes(qint32 seat) const { return m_attributes[at(seat)]; }
    // Seats of a section in index order.
    [[nodiscard]] std::span<const qint32> sectionSeats(qint32 section) const;
    [[nodiscard]] qint32 sectionCount() const { return static_cast<qint32>(m_sectionStart.size()) - 1; }
    // The tables and areas.
    [[nodiscard]] const PlaceGroups &groups() const { return m_groups; }

    // The seat one would touch with the elbow: next in the same physical row without an aisle between, by geometry,
    // also where a file cut the row in pieces; round a table, by its order. kNone at an aisle or wall. "Left" is the smaller place in the row as
    // people pass it, wherever that is on the screen. right(left(s)) == s always holds, and walks end.
    [[nodiscard]] qint32 left(qint32 seat) const { return m_left[at(seat)]; }
    [[nodiscard]] qint32 right(qint32 seat) const { return m_right[at(seat)]; }

    enum class Direction { Left, Right, Up, Down };
    // Where an arrow key goes on the screen: the elbow neighbour if it lies within 45 degrees of that direction, else
    // the nearest seat that does; kNone at the edge. Seats on one spot are passed one after the other.
    [[nodiscard]] qint32 toward(qint32 seat, Direction direction) const;

    // The seat whose disc, grown by `slack` plan units, holds the point; the nearest when several do; else kNone. O(1).
    // Of seats on one spot the one drawn last.
    [[nodiscard]] qint32 seatAt(PlanPoint point, double slack = 0) const;
    // Seats whose centre lies within the rectangle, in no order.
    [[nodiscard]] std::vector<qint32> seatsWithin(PlanPoint topLeft, PlanPoint bottomRight) const;

    // Bounds of all seat discs, tables and areas; both points equal when there is none.
    [[nodiscard]] PlanPoint topLeft() const { return m_topLeft; }
    [[nodiscard]] PlanPoint bottomRight() const { return m_bottomRight; }

private:
    [[nodiscard]] static std::size_t at(qint32 seat) { return static_cast<std::size_t>(seat); }
    void fill(const Plan &plan);
    void append(const Seat &seat, qint32 section, qint32 row, qint32 rowLabel);
    void measure(const Plan &plan);
    void findNeighbours();
    [[nodiscard]] qint32 onSameSpot(qint32 seat, bool forward) const;

    std::vector<float> m_x, m_y, m_radius;
    std::vector<qint32> m_category, m_section, m_row, m_rowLabel, m_left, m_right;
    std::vector<SeatAttributes> m_attributes;
    std::vector<qint32> m_sectionStart = {0}, m_sectionSeats;
    PlaceGroups m_groups;
    PlanPoint m_topLeft, m_bottomRight;
    double m_maxRadius = 0;
    PointGrid m_grid;
};

} // namespace parterre
