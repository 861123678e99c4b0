// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seatmapmodel.h"

#include <QStringList>

namespace parterre {

enum class SeatMark : quint8;

// One seat in words, for tool tips: "Stalls F 12", then category and price, state, attributes. Of a seat at a table that is
// sold whole, the table: what all of it costs.
struct SeatDescription {
    QString title;
    QStringList lines;

    // For QToolTip, which would read markup into a plan's names: every line is escaped.
    [[nodiscard]] QString toolTip() const;
};

[[nodiscard]] SeatDescription describeSeat(const SeatMapModel &model, qint32 seat);
// "Standing", then category and price, how many are free, how many are mine.
[[nodiscard]] SeatDescription describeArea(const SeatMapModel &model, qint32 area);
[[nodiscard]] QString lookName(SeatLook look);
// Of a sold seat where arrivals are told.
[[nodiscard]] QString awaitedName();
[[nodiscard]] QString markName(SeatMark mark); // "wheelchair place"
// "free", "yours until 12:40".
[[nodiscard]] QString seatStateText(const SeatMapModel &model, qint32 seat);
// "wheelchair place", "companion of Stalls F 12", ..., and what the house says in words of its own.
[[nodiscard]] QStringList seatAttributeTexts(const SeatMapModel &model, qint32 seat);

} // namespace parterre
