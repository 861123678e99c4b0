// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/commands/bodies.h"

#include "app/designer/model/designpiece.h"

#include <algorithm>
#include <cmath>

namespace parterre {

namespace {

SeatOrder otherWay(SeatOrder order)
{
    switch (order) {
    case SeatOrder::LeftToRight: return SeatOrder::RightToLeft;
    case SeatOrder::RightToLeft: return SeatOrder::LeftToRight;
    case SeatOrder::OddLeftOfCentre: return SeatOrder::OddRightOfCentre;
    case SeatOrder::OddRightOfCentre: return SeatOrder::OddLeftOfCentre;
    }
    return order;
}

void mirror(QList<PlanPoint> &points)
{
    for (PlanPoint &point : points)
        point.x = -point.x;
}

template<class Move>
void movePlaces(SeatStyle &style, Move move)
{
    QMap<SeatPlace, SeatDetail> moved;
    for (auto detail = style.details.cbegin(); detail != style.details.cend(); ++detail) {
        SeatDetail there = *detail;
        if (there.position)
            there.position->x = -there.position->x;
        moved.insert(move(detail.key()), there);
    }
    style.details = moved;
}

void mirror(BlockBody &body)
{
    for (AisleGap &aisle : body.aisles)
        aisle.before = body.seats - aisle.before;
    std::reverse(body.aisles.begin(), body.aisles.end());
    body.numbering.order = otherWay(body.numbering.order);
    if (body.labelPosition == RowLabelPosition::Start || body.labelPosition == RowLabelPosition::End)
        body.labelPosition = body.labelPosition == RowLabelPosition::Start ? RowLabelPosition::End : RowLabelPosition::Start;
    movePlaces(body.style, [&](SeatPlace place) { return SeatPlace {place.row, seatsOfRow(body, place.row) - 1 - place.seat}; });
}

// Chairs keep their names where they stand; the nearest of the mirrored ones takes over.
void mirror(TableBody &body)
{
    mirror(body.seats);
    std::swap(body.sides[1], body.sides[3]);
    const qint32 chairs = static_cast<qint32>(placesOf(body).size());
    const qint32 above = body.sides[0];
    movePlaces(body.style, [&](SeatPlace place) -> SeatPlace {
        if (!body.seats.isEmpty() || chairs == 0)
            return place;
        if (body.shape == TableShape::Round)
            return {0, (chairs - place.seat) % chairs};
        return {0, (above - 1 - place.seat + chairs) % chairs};
    });
}

void scale(QList<PlanPoint> &points, double across, double down)
{
    for (PlanPoint &point : points)
        point = {point.x * across, point.y * down};
}

} // namespace

void mirrorBody(Element &element)
{
    if (auto *block = std::get_if<BlockBody>(&element.body)) {
        mirror(*block);
    } else if (auto *curve = std::get_if<CurveBody>(&element.body)) {
        mirror(curve->points);
        movePlaces(curve->style, [](SeatPlace place) { return place; });
    } else if (auto *loose = std::get_if<LooseBody>(&element.body)) {
        mirror(loose->seats);
        movePlaces(loose->style, [](SeatPlace place) { return place; });
    } else if (auto *table = std::get_if<TableBody>(&element.body)) {
        mirror(*table);
    } else if (auto *area = std::get_if<AreaBody>(&element.body)) {
        mirror(area->outline);
    } else if (auto *floor = std::get_if<FloorBody>(&element.body)) {
        mirror(floor->outline);
    } else if (auto *aisle = std::get_if<AisleBody>(&element.body)) {
        mirror(aisle->points);
    } else if (auto *shape = std::get_if<ShapeBody>(&element.body)) {
        mirror(shape->shape.points);
        // Rectangles hang below and to the right of their point.
        if (shape->shape.kind == ShapeKind::Rectangle || shape->shape.kind == ShapeKind::Stage) {
            element.at = placed(element, {-shape->shape.size.x, 0});
            if (shape->shape.textPosition != PlanPoint {})
                shape->shape.textPosition.x = shape->shape.size.x - shape->shape.textPosition.x;
        } else {
            shape->shape.textPosition.x = -shape->shape.textPosition.x;
        }
    }
}

void scaleBody(ElementBody &body, double across, double down)
{
    const double both = std::sqrt(across * down);
    if (SeatStyle *style = styleOf(body)) {
        style->radius *= both;
        for (SeatDetail &detail : style->details) {
            if (detail.radius)
                *detail.radius *= both;
            if (detail.position)
                detail.position = PlanPoint {detail.position->x * across, detail.position->y * down};
        }
    }
    if (auto *block = std::get_if<BlockBody>(&body)) {
        block->spacing *= across;
        block->rowSpacing *= down;
        for (AisleGap &aisle : block->aisles)
            aisle.width *= across;
    } else if (auto *curve = std::get_if<CurveBody>(&body)) {
        scale(curve->points, across, down);
    } else if (auto *loose = std::get_if<LooseBody>(&body)) {
        scale(loose->seats, across, down);
    } else if (auto *table = std::get_if<TableBody>(&body)) {
        scale(table->seats, across, down);
        table->size = {table->size.x * across, table->size.y * down};
        table->chairGap *= both;
    } else if (auto *area = std::get_if<AreaBody>(&body)) {
        scale(area->outline, across, down);
    } else if (auto *floor = std::get_if<FloorBody>(&body)) {
        scale(floor->outline, across, down);
    } else if (auto *aisle = std::get_if<AisleBody>(&body)) {
        scale(aisle->points, across, down);
        aisle->width *= both;
    } else if (auto *icon = std::get_if<IconBody>(&body)) {
        icon->size *= both;
    } else if (auto *shape = std::get_if<ShapeBody>(&body)) {
        scale(shape->shape.points, across, down);
        shape->shape.size = {shape->shape.size.x * across, shape->shape.size.y * down};
        shape->shape.textPosition = {shape->shape.textPosition.x * across, shape->shape.textPosition.y * down};
        shape->shape.textSize *= both;
    }
}

qint32 seatsOfRow(const BlockBody &body, qint32 row)
{
    return std::clamp(static_cast<qint32>(std::lround(body.seats + body.taper * row)), 1, kMaxRowSeats);
}

QList<SeatPlace> placesOf(const ElementBody &body)
{
    QList<SeatPlace> places;
    const auto one = [&](qint32 row, qsizetype seats) {
        for (qint32 i = 0; i < seats; ++i)
            places.append({row, i});
    };
    if (const auto *block = std::get_if<BlockBody>(&body)) {
        for (qint32 row = 0; row < block->rows; ++row)
            one(row, seatsOfRow(*block, row));
    } else if (const auto *curve = std::get_if<CurveBody>(&body)) {
        one(0, curve->seats);
    } else if (const auto *loose = std::get_if<LooseBody>(&body)) {
        one(0, loose->seats.size());
    } else if (const auto *table = std::get_if<TableBody>(&body)) {
        one(0, !table->seats.isEmpty()                  ? table->seats.size()
               : table->shape == TableShape::Round ? table->chairs
                                                   : table->sides[0] + table->sides[1] + table->sides[2] + table->sides[3]);
    }
    return places;
}

} // namespace parterre
