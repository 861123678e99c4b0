// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"

#include <span>
#include <vector>

namespace parterre {

// A plan's seats as flat arrays in seat-index order, with who stands beside, before and behind whom: what drawing,
// hit tests, keyboard walking and seat picking run on. Immutable once built; building is O(seats).
class SeatTable
{
public:
    static constexpr qint32 kNone = -1;

    SeatTable() = default;
    explicit SeatTable(const Plan &plan);

    [[nodiscard]] qint32 size() const { return static_cast<qint32>(m_x.size()); }
    [[nodiscard]] PlanPoint position(qint32 seat) const { return {m_x[at(seat)], m_y[at(seat)]}; }
    [[nodiscard]] float radius(qint32 seat) const { return m_radius[at(seat)]; }
    [[nodiscard]] qint32 category(qint32 seat) const { return m_category[at(seat)]; }
    [[nodiscard]] qint32 section(qint32 seat) const { return m_section[at(seat)]; }
    // Position of the seat's Row object counted over the whole plan.
    [[nodiscard]] qint32 row(qint32 seat) const { return m_row[at(seat)]; }
    [[nodiscard]] SeatAttributes attributes(qint32 seat) const { return m_attributes[at(seat)]; }
    // Seats of a section in index order.
    [[nodiscard]] std::span<const qint32> sectionSeats(qint32 section) const;
    [[nodiscard]] qint32 sectionCount() const { return static_cast<qint32>(m_sectionStart.size()) - 1; }

    // The seat one would touch with the elbow: the nearest of the same physical row without an aisle between, by
    // geometry, also where a file cut the row in pieces. kNone at an aisle or wall. "Left" has the smaller place in
    // its row as people pass it; next(left) == seat always holds.
    [[nodiscard]] qint32 left(qint32 seat) const { return m_left[at(seat)]; }
    [[nodiscard]] qint32 right(qint32 seat) const { return m_right[at(seat)]; }

    enum class Direction { Left, Right, Up, Down };
    // Where an arrow key goes on the screen: the nearest seat within 45 degrees of that direction; kNone at the edge.
    [[nodiscard]] qint32 toward(qint32 seat, Direction direction) const;

    // The seat whose disc, grown by `slack` plan units, holds the point; the nearest when several do; else kNone. O(1).
    [[nodiscard]] qint32 seatAt(PlanPoint point, double slack = 0) const;
    // Seats whose centre lies within the rectangle, in no order.
    [[nodiscard]] std::vector<qint32> seatsWithin(PlanPoint topLeft, PlanPoint bottomRight) const;

    // Bounds of all seat discs; both points equal when there is no seat.
    [[nodiscard]] PlanPoint topLeft() const { return m_topLeft; }
    [[nodiscard]] PlanPoint bottomRight() const { return m_bottomRight; }

private:
    [[nodiscard]] static std::size_t at(qint32 seat) { return static_cast<std::size_t>(seat); }

    std::vector<float> m_x, m_y, m_radius;
    std::vector<qint32> m_category, m_section, m_row, m_left, m_right;
    std::vector<SeatAttributes> m_attributes;
    std::vector<qint32> m_sectionStart = {0}, m_sectionSeats;
    PlanPoint m_topLeft, m_bottomRight;
    // Uniform grid over the bounds: cell -> seats, as offsets into one array.
    std::vector<qint32> m_cellStart, m_cellSeats;
    double m_cellSize = 1;
    qint32 m_columns = 0, m_lines = 0;
};

} // namespace parterre
