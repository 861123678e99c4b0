// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/snapping.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parterre {

namespace {

constexpr qsizetype kMostSpots = 20'000;

QPointF pointOf(PlanPoint point)
{
    return {point.x, point.y};
}

} // namespace

Snapper::Snapper(const DesignDocument &document, LevelId level, const QSet<ElementId> &moving, const SnapRules &rules) : m_rules(rules)
{
    for (const Element &element : document.design().elements()) {
        if (element.level != level || moving.contains(element.id))
            continue;
        const DesignPiece &piece = document.piece(element.id);
        const QRectF bounds = piece.bounds;
        if (rules.toNeighbours) {
            for (const double x : {bounds.left(), bounds.center().x(), bounds.right()})
                m_across.append({x, bounds.top(), bounds.bottom()});
            for (const double y : {bounds.top(), bounds.center().y(), bounds.bottom()})
                m_down.append({y, bounds.left(), bounds.right()});
        }
        if (rules.toRows && m_spots.size() < kMostSpots)
            addSpots(piece);
    }
    if (rules.toNeighbours && document.design().house().focus) {
        const QPointF focus = pointOf(*document.design().house().focus);
        m_across.append({focus.x(), focus.y(), focus.y()});
    }
}

// One seat beyond either end, and a row before and behind as far away as seats are from each other.
void Snapper::addSpots(const DesignPiece &piece)
{
    for (const Row &row : piece.rows) {
        if (row.seats.size() < 2)
            continue;
        const QPointF first = pointOf(row.seats.constFirst().position), second = pointOf(row.seats[1].position);
        const QPointF last = pointOf(row.seats.constLast().position), before = pointOf(row.seats[row.seats.size() - 2].position);
        m_spots.append(first + (first - second));
        m_spots.append(last + (last - before));
        const QPointF along = second - first;
        const QPointF behind(-along.y(), along.x());
        for (const double side : {-1.2, 1.2}) {
            m_spots.append(first + behind * side);
            m_spots.append(last + behind * side);
        }
    }
}

Snapper::Match Snapper::nearest(const QList<Line> &lines, std::initializer_list<double> values) const
{
    Match best;
    double distance = m_rules.reach;
    for (const Line &line : lines) {
        for (const double value : values) {
            if (std::abs(line.at - value) < distance) {
                distance = std::abs(line.at - value);
                best = {line.at - value, line};
            }
        }
    }
    if (best.line || !m_rules.toGrid)
        return best;
    // Without a neighbour the first of the values goes to the grid.
    const double value = *values.begin();
    return {std::round(value / m_rules.grid) * m_rules.grid - value, std::nullopt};
}

Snapped Snapper::snapTo(std::initializer_list<double> across, std::initializer_list<double> down, const QRectF &bounds) const
{
    const Match x = nearest(m_across, across);
    const Match y = nearest(m_down, down);
    Snapped snapped {.by = {x.by, y.by}, .guides = {}};
    const QRectF there = bounds.translated(snapped.by);
    if (x.line)
        snapped.guides.append({x.line->at, std::min(x.line->from, there.top()), x.line->at, std::max(x.line->to, there.bottom())});
    if (y.line)
        snapped.guides.append({std::min(y.line->from, there.left()), y.line->at, std::max(y.line->to, there.right()), y.line->at});
    return snapped;
}

Snapped Snapper::snap(const QRectF &bounds) const
{
    return snapTo({bounds.left(), bounds.center().x(), bounds.right()}, {bounds.top(), bounds.center().y(), bounds.bottom()}, bounds);
}

Snapped Snapper::snap(QPointF point) const
{
    double nearest = m_rules.reach;
    std::optional<QPointF> spot;
    for (const QPointF &candidate : m_spots) {
        const double distance = QLineF(candidate, point).length();
        if (distance < nearest) {
            nearest = distance;
            spot = candidate;
        }
    }
    if (spot)
        return {.by = *spot - point, .guides = {}};
    return snapTo({point.x()}, {point.y()}, QRectF(point, point));
}

QPointF alongAngle(QPointF from, QPointF to, double step)
{
    const QPointF way = to - from;
    const double radians = step * std::numbers::pi / 180;
    const double angle = std::round(std::atan2(way.y(), way.x()) / radians) * radians;
    const double length = std::hypot(way.x(), way.y());
    return from + QPointF(std::cos(angle), std::sin(angle)) * length;
}

} // namespace parterre
