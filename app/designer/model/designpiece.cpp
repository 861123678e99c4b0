// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designpiece.h"

#include "app/designer/model/icons.h"
#include "app/designer/model/outlines.h"
#include "app/designer/model/smoothline.h"
#include "app/designer/model/turning.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace parterre {

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr double kFar = std::numeric_limits<double>::infinity();

// Turns and moves points of an element to where they are.
class Placing
{
public:
    explicit Placing(const Element &element) : m_at(element.at), m_turn(element.rotation) {}

    [[nodiscard]] PlanPoint operator()(PlanPoint local) const
    {
        const PlanPoint from = m_turn(local);
        return {m_at.x + from.x, m_at.y + from.y};
    }

    [[nodiscard]] PlanPoint back(PlanPoint point) const
    {
        return m_turn.back({point.x - m_at.x, point.y - m_at.y});
    }

private:
    PlanPoint m_at;
    Turn m_turn;
};

qint32 categoryOf(const QString &key, const DesignHouse &house)
{
    const auto found = std::find_if(house.categories.cbegin(), house.categories.cend(), [&](const Category &category) { return category.key == key; });
    return found != house.categories.cend() ? static_cast<qint32>(found - house.categories.cbegin()) : -1;
}

// Makes the piece of one element.
class Maker
{
public:
    Maker(const Element &element, const DesignHouse &house) : m_element(element), m_house(house), m_place(element)
    {
        if (const SeatStyle *style = styleOf(element.body)) {
            m_style = style;
            m_category = categoryOf(style->category, house);
            m_detail = style->details.cbegin();
        }
    }

    DesignPiece make()
    {
        std::visit([this](const auto &body) { add(body); }, m_element.body);
        if (m_left <= m_right)
            m_piece.bounds = QRectF(QPointF(m_left, m_top), QPointF(m_right, m_bottom));
        return std::move(m_piece);
    }

private:
    // Seats come row by row, from left to right: the order of the details.
    void addSeat(QList<Seat> &seats, SeatPlace place, PlanPoint local, const QString &number)
    {
        while (m_detail != m_style->details.cend() && m_detail.key() < place)
            ++m_detail;
        const SeatDetail *detail = m_detail != m_style->details.cend() && m_detail.key() == place ? &*m_detail : nullptr;
        if (detail && detail->missing)
            return;
        Seat &seat = seats.emplace_back();
        seat.number = detail && detail->number ? *detail->number : number;
        seat.radius = m_style->radius;
        seat.category = m_category;
        if (detail) {
            if (detail->category)
                seat.category = categoryOf(*detail->category, m_house);
            if (detail->label)
                seat.label = *detail->label;
            if (detail->radius)
                seat.radius = *detail->radius;
            local = detail->position.value_or(local);
            seat.attributes = detail->attributes;
            seat.externalIds = detail->externalIds;
            seat.customAttributes = detail->customAttributes;
        }
        seat.position = m_place(local);
        reach(seat.position, seat.radius);
        m_piece.places.append(place);
    }

    void reach(PlanPoint point, double radius)
    {
        m_left = std::min(m_left, point.x - radius);
        m_top = std::min(m_top, point.y - radius);
        m_right = std::max(m_right, point.x + radius);
        m_bottom = std::max(m_bottom, point.y + radius);
    }

    // What a turned or bent rectangle reaches.
    void reachCorners(const QRectF &local)
    {
        for (const QPointF &corner : {local.topLeft(), local.topRight(), local.bottomLeft(), local.bottomRight()})
            reach(m_place({corner.x(), corner.y()}), 0);
    }

    [[nodiscard]] QList<PlanPoint> placedOutline(const QList<PlanPoint> &outline)
    {
        QList<PlanPoint> all;
        all.reserve(outline.size());
        for (const PlanPoint &point : outline) {
            all.append(m_place(point));
            reach(all.constLast(), 0);
        }
        return all;
    }

    void add(const BlockBody &body);
    void add(const CurveBody &body);
    void add(const LooseBody &body);
    void add(const TableBody &body);
    void add(const AreaBody &body);
    void add(const FloorBody &body);
    void add(const ShapeBody &body);
    void add(const IconBody &body);
    void add(const AisleBody &body);
    void addShape(const Shape &shape, const QRectF &local);
    void addPolygon(const QList<PlanPoint> &points, const Shape &look);

    const Element &m_element;
    const DesignHouse &m_house;
    const Placing m_place;
    const SeatStyle *m_style = nullptr;
    qint32 m_category = -1;
    QMap<SeatPlace, SeatDetail>::const_iterator m_detail = {};
    DesignPiece m_piece;
    double m_left = kFar, m_top = kFar, m_right = -kFar, m_bottom = -kFar; // what was reached so far
};

// An angle by its sine and cosine. To add two is much faster than to ask for their sine, and loses nothing that is seen in
// a row of seats.
struct Angle {
    double sine = 0;
    double cosine = 1;

    static Angle of(double radians) { return {std::sin(radians), std::cos(radians)}; }
    friend Angle operator+(Angle a, Angle b) { return {a.sine * b.cosine + a.cosine * b.sine, a.cosine * b.cosine - a.sine * b.sine}; }
};

// How far along its row each seat stands, as if there were no rows before or behind.
QList<double> alongRow(const BlockBody &body, qint32 seats, qint32 grownLeft)
{
    QList<double> along;
    along.reserve(seats);
    double at = 0;
    auto aisle = body.aisles.cbegin();
    for (qint32 i = 0; i < seats; ++i) {
        if (i > 0)
            at += body.spacing;
        for (; aisle != body.aisles.cend() && aisle->before + grownLeft <= i; ++aisle)
            at += i > 0 ? aisle->width : 0;
        along.append(at);
    }
    return along;
}

// The middle of the aisles of a row, which is what rows of different lengths are lined up by; without any, its own middle.
double axisOf(const BlockBody &body, const QList<double> &along, qint32 grownLeft)
{
    double sum = 0;
    int count = 0;
    for (const AisleGap &aisle : body.aisles) {
        const qsizetype seat = aisle.before + grownLeft;
        if (seat > 0 && seat < along.size()) {
            sum += (along[seat - 1] + along[seat]) / 2;
            ++count;
        }
    }
    return count > 0 ? sum / count : along.constLast() / 2;
}

void Maker::add(const BlockBody &body)
{
    const QStringList labels = rowLabels(body.rowLabels, body.rows);
    double radius = 0;    // of the first row's arc; 0: straight
    double axisOff = 0;   // where the first row's axis is, from its middle
    QStringList numbers;
    QList<double> along;
    double axis = 0;
    m_piece.rows.reserve(body.rows);
    for (qint32 r = 0; r < body.rows; ++r) {
        const qint32 count = std::clamp(static_cast<qint32>(std::lround(body.seats + body.taper * r)), 1, kMaxRowSeats);
        if (count != along.size()) {
            const qint32 grown = count - body.seats;
            const qint32 grownLeft = body.oddLeft ? grown - grown / 2 : grown / 2;
            along = alongRow(body, count, grownLeft);
            axis = axisOf(body, along, grownLeft);
            QList<qint32> aisles;
            for (const AisleGap &aisle : body.aisles)
                aisles.append(aisle.before + grownLeft);
            numbers = seatNumbers(body.numbering, count, aisles);
        }
        if (r == 0) {
            axisOff = axis - along.constLast() / 2;
            if (body.bend != 0 && along.constLast() > 0)
                radius = along.constLast() / (body.bend * kRadians);
        }
        const double back = r * body.rowSpacing;
        // Rows that open away from the stage have their centre behind them, and end before they reach it.
        const double arc = radius < 0 ? std::min(radius + back, -body.spacing) : radius + back;
        const double shift = radius != 0 ? axisOff * arc / radius : axisOff;
        Row row {.label = body.rowNames.value(r, labels.value(r)), .labelPosition = body.labelPosition};
        row.seats.reserve(count);
        const Angle step = radius != 0 ? Angle::of(body.spacing / arc) : Angle {};
        Angle angle;
        for (qint32 i = 0; i < count; ++i) {
            const double x = along.at(i) - axis + shift;
            PlanPoint at {x, back};
            if (radius != 0) {
                const bool beside = i > 0 && std::abs(along.at(i) - along.at(i - 1) - body.spacing) < 1e-9;
                angle = beside ? angle + step : Angle::of(x / arc);
                at = {arc * angle.sine, back - arc * (1 - angle.cosine)};
            }
            addSeat(row.seats, {r, i}, at, numbers.at(i));
        }
        m_piece.rows.append(std::move(row));
    }
}

void Maker::add(const CurveBody &body)
{
    const QList<PlanPoint> at = evenlyAlong(smoothLine(body.points), body.seats);
    const QStringList numbers = seatNumbers(body.numbering, at.size());
    Row row {.label = body.label, .labelPosition = body.labelPosition};
    row.seats.reserve(at.size());
    for (qsizetype i = 0; i < at.size(); ++i)
        addSeat(row.seats, {0, static_cast<qint32>(i)}, at[i], numbers.value(i));
    m_piece.rows.append(std::move(row));
}

void Maker::add(const LooseBody &body)
{
    Row row {.label = body.label, .labelPosition = body.labelPosition};
    row.seats.reserve(body.seats.size());
    for (qsizetype i = 0; i < body.seats.size(); ++i)
        addSeat(row.seats, {0, static_cast<qint32>(i)}, body.seats[i], body.numbers.value(i));
    m_piece.rows.append(std::move(row));
}

QList<PlanPoint> chairsOf(const TableBody &body)
{
    if (!body.seats.isEmpty())
        return body.seats;
    QList<PlanPoint> chairs;
    const double out = body.chairGap + body.style.radius;
    if (body.shape == TableShape::Round) {
        for (qint32 i = 0; i < body.chairs; ++i) {
            const double angle = 2 * std::numbers::pi * i / body.chairs;
            chairs.append({(body.size.x / 2 + out) * std::sin(angle), -(body.size.y / 2 + out) * std::cos(angle)});
        }
        return chairs;
    }
    const auto side = [&](qint32 count, PlanPoint from, PlanPoint to) {
        for (qint32 i = 0; i < count; ++i) {
            const double share = (i + 0.5) / count;
            chairs.append({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        }
    };
    const double right = body.size.x / 2, down = body.size.y / 2;
    side(body.sides[0], {-right, -down - out}, {right, -down - out});
    side(body.sides[1], {right + out, -down}, {right + out, down});
    side(body.sides[2], {right, down + out}, {-right, down + out});
    side(body.sides[3], {-right - out, down}, {-right - out, -down});
    return chairs;
}

void Maker::add(const TableBody &body)
{
    const QList<PlanPoint> chairs = chairsOf(body);
    const QStringList numbers = seatNumbers(body.numbering, chairs.size());
    Table table {.label = body.label, .shape = body.shape, .position = m_element.at, .size = body.size, .rotation = m_element.rotation, .soldWhole = body.soldWhole};
    for (qsizetype i = 0; i < chairs.size(); ++i)
        addSeat(table.seats, {0, static_cast<qint32>(i)}, chairs[i], numbers.value(i));
    reachCorners({-body.size.x / 2, -body.size.y / 2, body.size.x, body.size.y});
    m_piece.tables.append(std::move(table));
}

void Maker::add(const AreaBody &body)
{
    m_piece.areas.append({.name = body.name, .outline = placedOutline(body.outline), .category = categoryOf(body.category, m_house), .capacity = body.capacity});
}

void Maker::addShape(const Shape &shape, const QRectF &local)
{
    Shape placed = shape;
    placed.position = m_element.at;
    placed.rotation = m_element.rotation;
    reachCorners(local);
    m_piece.shapes.append(std::move(placed));
}

void Maker::addPolygon(const QList<PlanPoint> &points, const Shape &look)
{
    QRectF around;
    if (!points.isEmpty()) {
        const auto [left, right] = std::minmax_element(points.cbegin(), points.cend(), [](PlanPoint a, PlanPoint b) { return a.x < b.x; });
        const auto [top, bottom] = std::minmax_element(points.cbegin(), points.cend(), [](PlanPoint a, PlanPoint b) { return a.y < b.y; });
        around = QRectF(QPointF(left->x, top->y), QPointF(right->x, bottom->y));
    }
    Shape shape = look;
    shape.kind = ShapeKind::Polygon;
    shape.points = points;
    addShape(shape, around);
}

void Maker::add(const FloorBody &body)
{
    Shape look {.fill = body.fill, .border = body.border};
    if (body.named && !body.outline.isEmpty()) {
        const auto section = std::find_if(m_house.sections.cbegin(), m_house.sections.cend(), [this](const DesignSection &s) { return s.id == m_element.section; });
        if (section != m_house.sections.cend())
            look.text = section->name;
        const auto [left, right] = std::minmax_element(body.outline.cbegin(), body.outline.cend(), [](PlanPoint a, PlanPoint b) { return a.x < b.x; });
        const auto [top, bottom] = std::minmax_element(body.outline.cbegin(), body.outline.cend(), [](PlanPoint a, PlanPoint b) { return a.y < b.y; });
        look.textPosition = {(left->x + right->x) / 2, bottom->y - look.textSize};
    }
    addPolygon(body.outline, look);
}

void Maker::add(const ShapeBody &body)
{
    const Shape &shape = body.shape;
    switch (shape.kind) {
    case ShapeKind::Polygon: return addPolygon(shape.points, shape);
    case ShapeKind::Ellipse: return addShape(shape, {-shape.size.x, -shape.size.y, 2 * shape.size.x, 2 * shape.size.y});
    case ShapeKind::Rectangle:
    case ShapeKind::Stage: return addShape(shape, {0, 0, shape.size.x, shape.size.y});
    case ShapeKind::Text: break;
    }
    addShape(shape, textRect(shape.text, shape.textSize).translated(shape.textPosition.x, shape.textPosition.y));
}

void Maker::add(const IconBody &body)
{
    for (const Shape &part : iconShapes(body.kind, body.size)) {
        Shape placed = part;
        const PlanPoint at = m_place(part.position);
        placed.position = at;
        placed.rotation = m_element.rotation;
        m_piece.shapes.append(std::move(placed));
    }
    reachCorners({-body.size / 2, -body.size / 2, body.size, body.size});
}

void Maker::add(const AisleBody &body)
{
    addPolygon(stripAlong(smoothLine(body.points), body.width), {.fill = QStringLiteral("#e9e6e0")});
}

} // namespace

DesignPiece pieceOf(const Element &element, const DesignHouse &house)
{
    return Maker(element, house).make();
}

QString labelPrefix(const DesignHouse &house, SectionId section, const QString &group)
{
    const auto known = std::find_if(house.sections.cbegin(), house.sections.cend(), [section](const DesignSection &one) { return one.id == section; });
    const QString name = known != house.sections.cend() ? known->name : QString();
    return name.isEmpty() || group.isEmpty() ? name + group : name + u' ' + group;
}

QString labelOf(const Seat &seat, const QString &prefix)
{
    if (!seat.label.isEmpty())
        return seat.label;
    QString label;
    label.reserve(prefix.size() + 1 + seat.number.size());
    label += prefix;
    if (!prefix.isEmpty() && !seat.number.isEmpty())
        label += u' ';
    label += seat.number;
    return label;
}

PlanPoint placed(const Element &element, PlanPoint local)
{
    return Placing(element)(local);
}

PlanPoint unplaced(const Element &element, PlanPoint point)
{
    return Placing(element).back(point);
}

} // namespace parterre
