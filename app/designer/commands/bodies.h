// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre {

enum class MirrorAxis { Vertical, Horizontal }; // the line that things are mirrored at

// Mirrors an element about its own point. Seats take their numbers and details along, only the chairs that a table has
// by itself stay numbered clockwise. What can be read afterwards could be read before.
void mirrorElement(Element &element, MirrorAxis axis);
// How a seat of this body is counted after mirroring.
[[nodiscard]] SeatPlace mirroredPlace(const ElementBody &body, SeatPlace place);
// Lengths along the element's own axes, seats as much as both on average.
void scaleBody(ElementBody &body, double across, double down);

// Seats of one row of a block.
[[nodiscard]] qint32 seatsOfRow(const BlockBody &body, qint32 row);
[[nodiscard]] bool hasPlace(const ElementBody &body, SeatPlace place);
// All seats of an element, as if none was missing, in their order.
[[nodiscard]] QList<SeatPlace> placesOf(const ElementBody &body);

} // namespace parterre
