// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designpiece.h"

namespace parterre {

// The plan of a design, as it is published, and where its seats and areas come from. Levels are moved to where they
// stand on the map; places without a section are in one without a name. Whether labels are unique is not its business.
struct DesignedPlan {
    Plan plan = {};
    QList<SeatRef> seats = {};    // by seat index
    QList<ElementId> areas = {};  // by area
};

// On all cores; may be called on any thread. `pieces` are those of the elements, in their order.
[[nodiscard]] DesignedPlan planOf(const Design &design, const QList<DesignPiece> &pieces);
[[nodiscard]] DesignedPlan planOf(const Design &design);
[[nodiscard]] QList<DesignPiece> piecesOf(const Design &design);

} // namespace parterre
