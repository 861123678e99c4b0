// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

namespace parterre {

// Left and right changed places, about the element's own point. Seats take their numbers and details along.
void mirrorBody(Element &element);
// Lengths along the element's own axes, seats as much as both on average.
void scaleBody(ElementBody &body, double across, double down);

// Seats of one row of a block.
[[nodiscard]] qint32 seatsOfRow(const BlockBody &body, qint32 row);
// All seats of an element, as if none was missing, in their order.
[[nodiscard]] QList<SeatPlace> placesOf(const ElementBody &body);

} // namespace parterre
