// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QPolygonF>

#include <functional>

namespace parterre {

// What of a design is at a place. Only elements of one level that are not locked are looked at. O(elements), and the seats
// of those whose bounds are touched.

// The topmost element within `slack` plan units of the point: at a seat or between two of a row, within a table or an
// outline. None: nothing there.
[[nodiscard]] ElementId elementAt(const DesignDocument &document, LevelId level, QPointF point, double slack);
[[nodiscard]] std::optional<SeatRef> seatAt(const DesignDocument &document, LevelId level, QPointF point, double slack);

// Elements that lie in the polygon with their whole bounds.
[[nodiscard]] QSet<ElementId> elementsWithin(const DesignDocument &document, LevelId level, const QPolygonF &polygon);
// Seats whose centre does.
[[nodiscard]] QSet<SeatRef> seatsWithin(const DesignDocument &document, LevelId level, const QPolygonF &polygon);
// All seats of the rows that these stand in.
[[nodiscard]] QSet<SeatRef> rowsOf(const DesignDocument &document, const QSet<SeatRef> &seats);

// Seats that can be picked, and those of them that fulfil a condition; Seat::category is -1 without one.
void forEachSeatOn(const DesignDocument &document, LevelId level, const std::function<void(const Seat &, SeatRef)> &take);
[[nodiscard]] QSet<SeatRef> seatsOfCategory(const DesignDocument &document, LevelId level, const QString &key);
[[nodiscard]] QSet<SeatRef> seatsWhere(const DesignDocument &document, LevelId level, const std::function<bool(const Seat &)> &condition);

// The selected seats as they stand, without those that are missing.
[[nodiscard]] QList<std::pair<Seat, SeatRef>> selectedSeats(const DesignDocument &document);

} // namespace parterre
