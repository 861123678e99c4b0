// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/paperlayout.h"

#include "shared/planio/svgdrawing.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <vector>

namespace parterre::planio {

namespace {

constexpr double kLetterWidth = 0.62;      // of a letter's height, on the average
constexpr double kNameHeight = 1.7;        // radii: a section's name beside its seats
constexpr double kNameAway = 1.6;          // radii, from the rim of the nearest seat to the middle of the name
constexpr double kShareOfWidth = 0.85;     // of a section is its name over it at most
constexpr double kShareOfHeight = 0.45;

QRectF around(PlanPoint at, double halfWidth, double halfHeight)
{
    return {at.x - halfWidth, at.y - halfHeight, 2 * halfWidth, 2 * halfHeight};
}

QRectF textPlace(PlanPoint at, double size, const QString &text)
{
    double width = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        width = std::max(width, roughWidth(line, size));
    return around(at, width / 2, size * 0.6 * static_cast<double>(lines.size()));
}

// Around what a rectangle covers when it is turned about `about` and moved there.
QRectF turned(const QRectF &rectangle, PlanPoint about, double degrees)
{
    const double cosine = std::cos(qDegreesToRadians(degrees)), sine = std::sin(qDegreesToRadians(degrees));
    QList<PlanPoint> corners;
    for (const QPointF &corner : {rectangle.topLeft(), rectangle.topRight(), rectangle.bottomLeft(), rectangle.bottomRight()})
        corners.append({about.x + corner.x() * cosine - corner.y() * sine, about.y + corner.x() * sine + corner.y() * cosine});
    return boundsOf(corners);
}

QRectF outlineOf(const Shape &shape)
{
    switch (shape.kind) {
    case ShapeKind::Text: return {};
    case ShapeKind::Polygon: return boundsOf(shape.points);
    case ShapeKind::Ellipse: return around({}, shape.size.x, shape.size.y);
    case ShapeKind::Rectangle:
    case ShapeKind::Stage: return {0, 0, shape.size.x, shape.size.y};
    }
    Q_UNREACHABLE();
}

} // namespace

double roughWidth(const QString &text, double size)
{
    return kLetterWidth * size * static_cast<double>(text.size());
}

PlanPoint middleOf(const QList<PlanPoint> &outline)
{
    double twice = 0, x = 0, y = 0;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const PlanPoint a = outline[i], b = outline[(i + 1) % outline.size()];
        const double cross = a.x * b.y - b.x * a.y;
        twice += cross;
        x += (a.x + b.x) * cross;
        y += (a.y + b.y) * cross;
    }
    const QRectF bounds = boundsOf(outline);
    const QPointF middle = twice == 0 ? bounds.center() : QPointF(x, y) / (3 * twice);
    return bounds.contains(middle) ? PlanPoint {middle.x(), middle.y()} : PlanPoint {bounds.center().x(), bounds.center().y()};
}

QRectF boundsOf(const QList<PlanPoint> &points)
{
    if (points.isEmpty())
        return {};
    const auto [left, right] = std::ranges::minmax_element(points, {}, &PlanPoint::x);
    const auto [top, bottom] = std::ranges::minmax_element(points, {}, &PlanPoint::y);
    return {QPointF(left->x, top->y), QPointF(right->x, bottom->y)};
}

PaperLayout::PaperLayout(const Plan &plan)
{
    addShapes(plan);
    m_seats = seatCount(plan);
    for (const Section &section : plan.sections)
        addSection(section);
    for (const QRectF &taken : m_taken)
        m_bounds |= taken;
    placeNames(plan);
    if (m_bounds.isEmpty())
        m_bounds = QRectF(0, 0, std::max(1.0, plan.size.x), std::max(1.0, plan.size.y));
}

void PaperLayout::addShapes(const Plan &plan)
{
    for (const Shape &shape : plan.shapes) {
        const QRectF outline = turned(outlineOf(shape), shape.position, shape.rotation);
        m_bounds |= outline;
        if (shape.kind == ShapeKind::Stage)
            m_taken.append(outline);
        if (!shape.text.isEmpty())
            m_taken.append(turned(textPlace(shape.textPosition, shape.textSize, shape.text), shape.position, shape.rotation));
    }
}

void PaperLayout::addSection(const Section &section)
{
    const auto addSeats = [this](const QList<Seat> &seats) {
        for (const Seat &seat : seats) {
            m_taken.append(around(seat.position, seat.radius, seat.radius));
            m_largestRadius = std::max(m_largestRadius, seat.radius);
        }
    };
    for (const Area &area : section.areas)
        m_taken.append(boundsOf(area.outline));
    for (const Row &row : section.rows) {
        addSeats(row.seats);
        if (row.label.isEmpty() || row.seats.isEmpty() || row.labelPosition == RowLabelPosition::None)
            continue;
        const RowLabelPlaces places = rowLabelPlaces(row);
        if (row.labelPosition != RowLabelPosition::End)
            m_taken.append(textPlace(places.start, places.size, row.label));
        if (row.labelPosition != RowLabelPosition::Start)
            m_taken.append(textPlace(places.end, places.size, row.label));
    }
    for (const Table &table : section.tables) {
        m_taken.append(turned(around({}, table.size.x / 2, table.size.y / 2), table.position, table.rotation));
        addSeats(table.seats);
    }
}

// A house of one section needs no name for it, nor does one that is named in a drawn text.
void PaperLayout::placeNames(const Plan &plan)
{
    m_beside.resize(plan.sections.size());
    m_over.resize(plan.sections.size());
    for (qsizetype i = 0; i < plan.sections.size() && plan.sections.size() > 1; ++i) {
        const Section &section = plan.sections[i];
        if (std::ranges::any_of(plan.shapes, [&section](const Shape &shape) { return shape.text.compare(section.name, Qt::CaseInsensitive) == 0; }))
            continue;
        QRectF bounds;
        QPointF sum;
        qint32 seats = 0;
        double radius = 0;
        const auto add = [&](const QList<Seat> &some) {
            for (const Seat &seat : some) {
                bounds |= around(seat.position, seat.radius, seat.radius);
                sum += QPointF(seat.position.x, seat.position.y);
                radius = std::max(radius, seat.radius);
                ++seats;
            }
        };
        for (const Row &row : section.rows)
            add(row.seats);
        for (const Table &table : section.tables)
            add(table.seats);
        if (seats == 0)
            continue;
        const double height = std::min(kShareOfHeight * bounds.height(), kShareOfWidth * bounds.width() / roughWidth(section.name, 1));
        m_over[i] = {.at = {sum.x() / seats, sum.y() / seats}, .size = height};
        const double size = kNameHeight * radius, away = kNameAway * radius;
        for (const double y : {bounds.top() - away, bounds.bottom() + away}) {
            const QRectF place = textPlace({bounds.center().x(), y}, size, section.name);
            if (m_seats > kMostLegibleSeats || !isFree(place))
                continue;
            m_beside[i] = {.at = {bounds.center().x(), y}, .size = size};
            m_taken.append(place);
            m_bounds |= place;
            break;
        }
    }
    // Names of about one length are written alike.
    std::vector<double> sizes;
    for (const Caption &over : m_over) {
        if (over.size > 0)
            sizes.push_back(over.size);
    }
    std::ranges::sort(sizes);
    for (Caption &over : m_over)
        over.size = sizes.empty() ? 0 : std::min(over.size, sizes[sizes.size() / 4]);
}

bool PaperLayout::isFree(const QRectF &place) const
{
    return std::ranges::none_of(m_taken, [&place](const QRectF &taken) { return taken.intersects(place); });
}

} // namespace parterre::planio
