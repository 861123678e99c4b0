// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/picking.h"

#include "app/designer/model/outlines.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

bool isPickable(const Element &element, LevelId level)
{
    return element.level == level && !element.locked;
}

double distanceToLine(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0;
    return QLineF(point, a + along * share).length();
}

QPointF pointOf(PlanPoint point)
{
    return {point.x, point.y};
}

// What several rows enclose, which is taken hold of between them, too.
QPolygonF enclosedBy(const QList<Row> &rows)
{
    QPolygonF outline;
    for (const Seat &seat : rows.constFirst().seats)
        outline.append(pointOf(seat.position));
    for (const Row &row : rows) {
        if (!row.seats.isEmpty())
            outline.append(pointOf(row.seats.constLast().position));
    }
    for (auto seat = rows.constLast().seats.crbegin(); seat != rows.constLast().seats.crend(); ++seat)
        outline.append(pointOf(seat->position));
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
        if (!row->seats.isEmpty())
            outline.append(pointOf(row->seats.constFirst().position));
    }
    return outline;
}

bool touchesSeats(const DesignPiece &piece, QPointF point, double slack)
{
    if (piece.rows.size() > 1 && enclosedBy(piece.rows).containsPoint(point, Qt::OddEvenFill))
        return true;
    for (const Row &row : piece.rows) {
        for (qsizetype i = 0; i < row.seats.size(); ++i) {
            const Seat &seat = row.seats[i];
            const QPointF at = pointOf(seat.position);
            if (QLineF(at, point).length() <= seat.radius + slack)
                return true;
            if (i > 0 && distanceToLine(point, pointOf(row.seats[i - 1].position), at) <= seat.radius / 2 + slack)
                return true;
        }
    }
    for (const Table &table : piece.tables) {
        if (outlineOf(table).containsPoint(point, Qt::OddEvenFill))
            return true;
        for (const Seat &seat : table.seats) {
            if (QLineF(pointOf(seat.position), point).length() <= seat.radius + slack)
                return true;
        }
    }
    return false;
}

bool touchesFigures(const DesignPiece &piece, QPointF point, double slack)
{
    const auto touches = [&](const QPolygonF &outline) {
        if (outline.containsPoint(point, Qt::OddEvenFill))
            return true;
        for (qsizetype i = 0; i < outline.size(); ++i) {
            if (distanceToLine(point, outline[i], outline[(i + 1) % outline.size()]) <= slack)
                return true;
        }
        return false;
    };
    return std::any_of(piece.areas.cbegin(), piece.areas.cend(), [&](const Area &area) { return touches(outlineOf(area)); })
           || std::any_of(piece.shapes.cbegin(), piece.shapes.cend(), [&](const Shape &shape) { return touches(outlineOf(shape)); });
}

template<class Take>
void forEachSeatNear(const DesignDocument &document, LevelId level, const QRectF &around, Take take)
{
    for (const Element &element : document.design().elements()) {
        const DesignPiece &piece = document.piece(element.id);
        if (!isPickable(element, level) || !piece.bounds.intersects(around))
            continue;
        forEachPieceSeat(piece, [&](const Seat &seat, SeatPlace place) { take(seat, SeatRef {element.id, place}); });
    }
}

} // namespace

ElementId elementAt(const DesignDocument &document, LevelId level, QPointF point, double slack)
{
    const QList<Element> &elements = document.design().elements();
    // Seats are drawn above all figures.
    for (const bool seats : {true, false}) {
        for (qsizetype i = elements.size() - 1; i >= 0; --i) {
            const DesignPiece &piece = document.piece(elements[i].id);
            if (!isPickable(elements[i], level) || !piece.bounds.adjusted(-slack, -slack, slack, slack).contains(point))
                continue;
            if (seats ? touchesSeats(piece, point, slack) : touchesFigures(piece, point, slack))
                return elements[i].id;
        }
    }
    return ElementId::None;
}

std::optional<SeatRef> seatAt(const DesignDocument &document, LevelId level, QPointF point, double slack)
{
    std::optional<SeatRef> found;
    double nearest = INFINITY;
    forEachSeatNear(document, level, QRectF(point.x() - slack, point.y() - slack, 2 * slack + 1e-9, 2 * slack + 1e-9), [&](const Seat &seat, SeatRef ref) {
        const double distance = QLineF(pointOf(seat.position), point).length();
        if (distance <= seat.radius + slack && distance <= nearest) {
            nearest = distance;
            found = ref;
        }
    });
    return found;
}

QSet<ElementId> elementsWithin(const DesignDocument &document, LevelId level, const QPolygonF &polygon)
{
    QSet<ElementId> ids;
    const QRectF around = polygon.boundingRect();
    for (const Element &element : document.design().elements()) {
        const QRectF bounds = document.piece(element.id).bounds;
        if (!isPickable(element, level) || !around.contains(bounds))
            continue;
        const QPolygonF corners(bounds);
        if (std::all_of(corners.cbegin(), corners.cend(), [&](QPointF corner) { return polygon.containsPoint(corner, Qt::OddEvenFill); }))
            ids.insert(element.id);
    }
    return ids;
}

QSet<SeatRef> seatsWithin(const DesignDocument &document, LevelId level, const QPolygonF &polygon)
{
    QSet<SeatRef> seats;
    const QRectF around = polygon.boundingRect();
    forEachSeatNear(document, level, around, [&](const Seat &seat, SeatRef ref) {
        if (around.contains(pointOf(seat.position)) && polygon.containsPoint(pointOf(seat.position), Qt::OddEvenFill))
            seats.insert(ref);
    });
    return seats;
}

QSet<SeatRef> rowsOf(const DesignDocument &document, const QSet<SeatRef> &seats)
{
    QHash<ElementId, QSet<qint32>> rows;
    for (const SeatRef &seat : seats)
        rows[seat.element].insert(seat.place.row);
    QSet<SeatRef> all;
    for (auto element = rows.cbegin(); element != rows.cend(); ++element) {
        for (const SeatPlace place : document.piece(element.key()).places) {
            if (element->contains(place.row))
                all.insert({element.key(), place});
        }
    }
    return all;
}

void forEachSeatOn(const DesignDocument &document, LevelId level, const std::function<void(const Seat &, SeatRef)> &take)
{
    for (const Element &element : document.design().elements()) {
        if (isPickable(element, level))
            forEachPieceSeat(document.piece(element.id), [&](const Seat &seat, SeatPlace place) { take(seat, {element.id, place}); });
    }
}

QSet<SeatRef> seatsOfCategory(const DesignDocument &document, LevelId level, const QString &key)
{
    const QList<Category> &categories = document.design().house().categories;
    const auto position = std::find_if(categories.cbegin(), categories.cend(), [&](const Category &category) { return category.key == key; }) - categories.cbegin();
    return seatsWhere(document, level, [position](const Seat &seat) { return seat.category == position; });
}

QSet<SeatRef> seatsWhere(const DesignDocument &document, LevelId level, const std::function<bool(const Seat &)> &condition)
{
    QSet<SeatRef> seats;
    forEachSeatOn(document, level, [&](const Seat &seat, SeatRef ref) {
        if (condition(seat))
            seats.insert(ref);
    });
    return seats;
}

QList<std::pair<Seat, SeatRef>> selectedSeats(const DesignDocument &document)
{
    QSet<ElementId> elements;
    for (const SeatRef &seat : document.selectedSeats())
        elements.insert(seat.element);
    QList<std::pair<Seat, SeatRef>> seats;
    for (const ElementId element : elements) {
        forEachPieceSeat(document.piece(element), [&](const Seat &seat, SeatPlace place) {
            if (document.selectedSeats().contains({element, place}))
                seats.append({seat, {element, place}});
        });
    }
    return seats;
}

} // namespace parterre
