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

void mirror(QList<PlanPoint> &points, MirrorAxis axis = MirrorAxis::Vertical)
{
    for (PlanPoint &point : points)
        (axis == MirrorAxis::Vertical ? point.x : point.y) *= -1;
}

qint32 chairsOf(const TableBody &body)
{
    if (!body.seats.isEmpty())
        return static_cast<qint32>(body.seats.size());
    return body.shape == TableShape::Round ? body.chairs : body.sides[0] + body.sides[1] + body.sides[2] + body.sides[3];
}

void mirrorDetails(SeatStyle &style, const ElementBody &before)
{
    const QMap<SeatPlace, SeatDetail> details = std::exchange(style.details, {});
    for (auto detail = details.cbegin(); detail != details.cend(); ++detail) {
        SeatDetail &there = style.details[mirroredPlace(before, detail.key())] = *detail;
        if (there.position)
            there.position->x *= -1;
    }
}

void mirror(BlockBody &body)
{
    for (AisleGap &aisle : body.aisles)
        aisle.before = body.seats - aisle.before;
    std::reverse(body.aisles.begin(), body.aisles.end());
    body.oddLeft = !body.oddLeft;
    body.numbering.order = otherWay(body.numbering.order);
    if (body.labelPosition == RowLabelPosition::Start || body.labelPosition == RowLabelPosition::End)
        body.labelPosition = body.labelPosition == RowLabelPosition::Start ? RowLabelPosition::End : RowLabelPosition::Start;
}

// Names stay with the chairs' places, so that those that are given go with those that are counted.
void mirror(TableBody &body, const TableBody &before)
{
    mirror(body.seats);
    std::swap(body.sides[1], body.sides[3]);
    if (!body.seats.isEmpty())
        return;
    for (SeatDetail &detail : body.style.details) {
        detail.number.reset();
        detail.label.reset();
    }
    for (auto detail = before.style.details.cbegin(); detail != before.style.details.cend(); ++detail) {
        if (!detail->number && !detail->label)
            continue;
        SeatDetail &there = body.style.details[detail.key()];
        there.number = detail->number;
        there.label = detail->label;
    }
    body.style.details.removeIf([](const auto &detail) { return detail.value() == SeatDetail {}; });
}

void mirror(Element &element, Shape &shape, MirrorAxis axis)
{
    const bool vertical = axis == MirrorAxis::Vertical;
    mirror(shape.points, axis);
    double &text = vertical ? shape.textPosition.x : shape.textPosition.y;
    if (shape.kind != ShapeKind::Rectangle && shape.kind != ShapeKind::Stage) {
        text *= -1;
        return;
    }
    // They hang below and to the right of their point. A stage that says nothing of its text has it in the middle.
    if (shape.kind == ShapeKind::Rectangle || shape.textPosition != PlanPoint {})
        text = (vertical ? shape.size.x : shape.size.y) - text;
    element.at = placed(element, vertical ? PlanPoint {-shape.size.x, 0} : PlanPoint {0, -shape.size.y});
}

void scale(QList<PlanPoint> &points, double across, double down)
{
    for (PlanPoint &point : points)
        point = {point.x * across, point.y * down};
}

} // namespace

void mirrorElement(Element &element, MirrorAxis axis)
{
    // Bodies with seats have no up and down that could be changed: they are turned half round, and left for right.
    if (styleOf(element.body)) {
        element.rotation = axis == MirrorAxis::Vertical ? -element.rotation : 180 - element.rotation;
        const ElementBody before = element.body;
        mirrorDetails(*styleOf(element.body), before);
        if (auto *block = std::get_if<BlockBody>(&element.body))
            mirror(*block);
        else if (auto *curve = std::get_if<CurveBody>(&element.body))
            mirror(curve->points);
        else if (auto *loose = std::get_if<LooseBody>(&element.body))
            mirror(loose->seats);
        else if (auto *table = std::get_if<TableBody>(&element.body))
            mirror(*table, std::get<TableBody>(before));
        return;
    }
    element.rotation = -element.rotation;
    if (auto *area = std::get_if<AreaBody>(&element.body))
        mirror(area->outline, axis);
    else if (auto *floor = std::get_if<FloorBody>(&element.body))
        mirror(floor->outline, axis);
    else if (auto *aisle = std::get_if<AisleBody>(&element.body))
        mirror(aisle->points, axis);
    else if (auto *shape = std::get_if<ShapeBody>(&element.body))
        mirror(element, shape->shape, axis);
}

SeatPlace mirroredPlace(const ElementBody &body, SeatPlace place)
{
    if (!hasPlace(body, place))
        return place;
    if (const auto *block = std::get_if<BlockBody>(&body))
        return {place.row, seatsOfRow(*block, place.row) - 1 - place.seat};
    const auto *table = std::get_if<TableBody>(&body);
    if (!table || !table->seats.isEmpty())
        return place;
    const qint32 chairs = chairsOf(*table);
    return {0, ((table->shape == TableShape::Round ? 0 : table->sides[0] - 1) - place.seat + chairs) % chairs};
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

bool hasPlace(const ElementBody &body, SeatPlace place)
{
    if (place.row < 0 || place.seat < 0)
        return false;
    if (const auto *block = std::get_if<BlockBody>(&body))
        return place.row < block->rows && place.seat < seatsOfRow(*block, place.row);
    qsizetype seats = 0;
    if (const auto *curve = std::get_if<CurveBody>(&body))
        seats = curve->seats;
    else if (const auto *loose = std::get_if<LooseBody>(&body))
        seats = loose->seats.size();
    else if (const auto *table = std::get_if<TableBody>(&body))
        seats = chairsOf(*table);
    return place.row == 0 && place.seat < seats;
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
        one(0, chairsOf(*table));
    }
    return places;
}

} // namespace parterre
