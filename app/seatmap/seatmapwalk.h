// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"

namespace parterre {

// What the keyboard may stand on: a seat or an area.
struct MapStop {
    qint32 seat = SeatTable::kNone;
    qint32 area = PlaceGroups::kNone;

    [[nodiscard]] bool isNone() const { return seat == SeatTable::kNone && area == PlaceGroups::kNone; }

    friend bool operator==(const MapStop &, const MapStop &) = default;
};

// Where an arrow key goes from there: to a seat as SeatTable::toward() says, or to an area that lies nearer; from an area
// to whatever is nearest in that direction. Where there is nothing, it stays.
[[nodiscard]] MapStop nextStop(const SeatMapModel &model, MapStop from, SeatTable::Direction direction);
// The seat, or area, nearest to a point: where the walk starts. Nothing in an empty plan.
[[nodiscard]] MapStop stopNear(const SeatMapModel &model, PlanPoint point);

} // namespace parterre
