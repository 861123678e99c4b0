// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/pointgrid.h"

#include <span>
#include <vector>

namespace parterre {

// What neighbours are derived from: flat arrays in seat order, and the same label number for Row objects of one
// section that carry one label.
struct SeatGeometry {
    std::span<const float> x, y, radius;
    std::span<const qint32> section, row, rowLabel;
    const PointGrid &grid;
};

// Who sits at whose elbow, kNone (-1) at an aisle or wall. right[left[s]] == s always holds, and following either
// never comes back to where it started: a ring of seats is open between its last and its first one.
struct SeatNeighbours {
    std::vector<qint32> left, right;
};

// Files cut a physical row at an aisle or for no reason, repeat labels and stack seats, so only geometry counts:
// seats of one Row object that follow each other at the row's usual pitch are neighbours; so are ends, also of
// different Row objects of a section, whose line goes on to the other at that pitch. A gap over 1.6 pitches is an
// aisle. The pitch is the median distance to the nearest seat of the same Row object.
[[nodiscard]] SeatNeighbours deriveNeighbours(const SeatGeometry &geometry);

} // namespace parterre
