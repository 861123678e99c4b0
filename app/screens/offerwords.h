// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"
#include "shared/protocol/seats.h"

#include <QString>

namespace parterre::ui {

// What is said of a group of seats that is offered.

// "Stalls, row F, 12 – 15"; several rows one after another.
[[nodiscard]] QString groupName(const SeatMapModel &map, const QList<qint32> &seats);
// "side by side", "in rows behind each other", "apart from each other"; nothing for one seat.
[[nodiscard]] QString shapeText(const protocol::SuggestedSeats &offer);
// Why this one: "Best view", "Nearest to your seats".
[[nodiscard]] QString reasonText(OfferReason reason);

} // namespace parterre::ui
