// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/design.h"

#include <QRectF>

namespace parterre {

// What an element is on the map: seats, tops of tables, outlines, all in plan units of its level. Seats have no index
// and no label yet, as both depend on other elements; their category is a position among the house's, -1 for none.
struct DesignPiece {
    QList<Row> rows = {};
    QList<Table> tables = {};
    QList<Area> areas = {};
    QList<Shape> shapes = {};
    QList<SeatPlace> places = {};    // of the seats of rows and tables, in their order
    QRectF bounds = {};              // of everything, seats with their radius

    [[nodiscard]] qint32 seatCount() const { return static_cast<qint32>(places.size()); }
};

inline constexpr qsizetype kPiecesAtATime = 4; // that one thread makes before it looks for more

// Pure: may run on any thread.
[[nodiscard]] DesignPiece pieceOf(const Element &element, const DesignHouse &house);

// Calls visit(seat, place) for the seats of a piece.
template<class Visit>
void forEachPieceSeat(const DesignPiece &piece, Visit visit)
{
    qsizetype i = 0;
    for (const Row &row : piece.rows) {
        for (const Seat &seat : row.seats)
            visit(seat, piece.places[i++]);
    }
    for (const Table &table : piece.tables) {
        for (const Seat &seat : table.seats)
            visit(seat, piece.places[i++]);
    }
}

// What seats of a row or table are called before their number, and a seat with it: section, row, number, without what is
// not there. A seat that has a label of its own keeps it.
[[nodiscard]] QString labelPrefix(const DesignHouse &house, SectionId section, const QString &group);
[[nodiscard]] QString labelOf(const Seat &seat, const QString &prefix);

// Where a point of an element is on its level, and back.
[[nodiscard]] PlanPoint placed(const Element &element, PlanPoint local);
[[nodiscard]] PlanPoint unplaced(const Element &element, PlanPoint point);

} // namespace parterre
