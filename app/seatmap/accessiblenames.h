// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"

namespace parterre {

// What a screen reader says. Each name stands alone: who comes to a seat by search or touch hears no section before it.

// "1,204 seats free. Arrow keys walk ..."
[[nodiscard]] QString accessibleMapHelp(const SeatMapModel &model);
// "Stalls, 120 of 240 free"
[[nodiscard]] QString accessibleSectionName(const SeatMapModel &model, qint32 section);
// "Row F, 12 of 24 free"
[[nodiscard]] QString accessibleRowName(const SeatMapModel &model, qint32 firstSeat, qint32 seatCount);
// "Stalls row F seat 12, 45 euro, free, step-free"
[[nodiscard]] QString accessibleSeatName(const SeatMapModel &model, qint32 seat);

} // namespace parterre
