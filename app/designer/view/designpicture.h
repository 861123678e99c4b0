// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"
#include "app/seatmap/seatmaptheme.h"

#include <QPixmap>

namespace parterre {

// A small picture of a whole design, of so many logical pixels.
[[nodiscard]] QPixmap designPicture(const Design &design, const SeatMapTheme &theme, const QSize &size, qreal devicePixelRatio);

} // namespace parterre
