// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"

namespace parterre {

// What a screen reader says. Each name stands alone: who comes to a seat by search or touch hears no section before it.

// "1,204 seats free. Arrow keys walk ..."
[[nodiscard]] QString accessibleMapHelp(const SeatMapModel &model);
// "Stalls, 120 of 240 free"
[[nodiscard]] QString accessibleSectionName(const SeatMapModel &model, qint32 section);
// "Row F, 12 of 24 free", "Table 3, 4 of 4 free, sold whole"
[[nodiscard]] QString accessibleRowName(const SeatMapModel &model, qint32 firstSeat, qint32 seatCount);
// "Stalls row F seat 12, 45 euro, free, step-free", "Floor table 3 seat 2, ..."
[[nodiscard]] QString accessibleSeatName(const SeatMapModel &model, qint32 seat);
// "Standing, 250 of 400 free, 3 yours, 25 euro"
[[nodiscard]] QString accessibleAreaName(const SeatMapModel &model, qint32 area);

} // namespace parterre
