// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QString>

namespace parterre {

class SeatMapModel;

// What stands on the page beside the map.
struct SeatMapPage {
    QString title = {};    // the event
    QString subtitle = {}; // when and where
};

// The map as it stands now on one A4 page, upright or across as the house is, light whatever the screen is: drawn by the
// map's own painter as lines and letters, with its categories and signs explained below.
[[nodiscard]] Result<void> writeSeatMapPdf(const SeatMapModel &model, const SeatMapPage &page, const QString &path);

} // namespace parterre
