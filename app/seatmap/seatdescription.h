// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"

#include <QStringList>

namespace parterre {

// One seat in words, for tool tips and screen readers: "Stalls F 12", then category and price, state, attributes.
struct SeatDescription {
    QString title;
    QStringList lines;

    // Lines as they are, for readers that take plain text.
    [[nodiscard]] QString plainText() const;
    // The same for QToolTip, which would read markup into a plan's names: every one is escaped.
    [[nodiscard]] QString toolTip() const;
};

[[nodiscard]] SeatDescription describeSeat(const SeatMapModel &model, qint32 seat);
[[nodiscard]] QString lookName(SeatLook look);

} // namespace parterre
