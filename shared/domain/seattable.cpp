// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seattable.h"

#include "shared/domain/seatneighbours.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parterre {

namespace {

constexpr double kCellInDiameters = 2.5; // about two seats each way

// How far `to` lies from `from` along a direction and across it.
struct Offset {
    double along, across;
};

Offset offset(PlanPoint from, PlanPoint to, SeatTable::Direction direction)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    switch (direction) {
    case SeatTable::Direction::Left: return {-dx, std::abs(dy)};
    case SeatTable::Direction::Right: return {dx, std::abs(dy)};
    case SeatTable::Direction::Up: return {-dy, std::abs(dx)};
    case SeatTable::Direction::Down: return {dy, std::abs(dx)};
    }
    Q_UNREACHABLE();
}

struct Bounds {
    PlanPoint low, high;
    bool isEmpty = true;

    void add(PlanPoint point, double reach)
    {
        const PlanPoint from {point.x - reach, point.y - reach};
        const PlanPoint to {point.x + reach, point.y + reach};
        low = isEmpty ? from : PlanPoint {std::min(low.x, from.x), std::min(low.y, from.y)};
        high = isEmpty ? to : PlanPoint {std::max(high.x, to.x), std::max(high.y, to.y)};
        isEmpty = false;
    }
};

bool within45Degrees(Offset o)
{
    return o.along > 0 && o.across <= o.along;
}

} // namespace

SeatTable::SeatTable(const Plan &plan) : m_groups(plan)
{
    fill(plan);
    measure(plan);
    findNeighbours();
}

void SeatTable::findNeighbours()
{
    // Each table is a section to itself here, so that nobody's neighbour sits at another one.
    std::vector<qint32> apart;
    qint32 next = sectionCount();
    for (const PlaceGroups::TableSeats &table : m_groups.tables()) {
        if (apart.empty())
            apart = m_section;
        std::fill(apart.begin() + table.first, apart.begin() + table.end, next++);
    }
    SeatNeighbours neighbours = deriveNeighbours({m_x, m_y, m_radius, apart.empty() ? m_section : apart, m_row, m_rowLabel, m_grid});
    m_left = std::move(neighbours.left);
    m_right = std::move(neighbours.right);
    for (const PlaceGroups::TableSeats &table : m_groups.tables()) {
        for (qint32 seat = table.first; seat < table.end; ++seat) {
            m_left[at(seat)] = seat > table.first ? seat - 1 : kNone;
            m_right[at(seat)] = seat + 1 < table.end ? seat + 1 : kNone;
        }
    }
}

void SeatTable::append(const Seat &seat, qint32 section, qint32 row, qint32 rowLabel)
{
    m_x.push_back(static_cast<float>(seat.position.x));
    m_y.push_back(static_cast<float>(seat.position.y));
    m_radius.push_back(static_cast<float>(seat.radius));
    m_category.push_back(seat.category);
    m_section.push_back(section);
    m_row.push_back(row);
    m_rowLabel.push_back(rowLabel);
    m_attributes.push_back(seat.attributes);
}

void SeatTable::fill(const Plan &plan)
{
    const std::size_t count = at(seatCount(plan));
    for (auto *column : {&m_x, &m_y, &m_radius})
        column->reserve(count);
    for (auto *column : {&m_category, &m_section, &m_row, &m_rowLabel})
        column->reserve(count);
    m_attributes.reserve(count);

    qint32 row = 0;
    qint32 section = 0;
    qint32 labels = 0;
    for (const Section &s : plan.sections) {
        QHash<QString, qint32> labelNumbers;
        for (const Row &r : s.rows) {
            const auto label = labelNumbers.constFind(r.label);
            const qint32 labelNumber = label != labelNumbers.cend() ? *label : *labelNumbers.insert(r.label, labels++);
            for (const Seat &seat : r.seats)
                append(seat, section, row, labelNumber);
            ++row;
        }
        for (const Table &t : s.tables) {
            for (const Seat &seat : t.seats)
                append(seat, section, row, labels);
            ++row;
            ++labels;
        }
        ++section;
        m_sectionStart.push_back(size());
    }
    m_sectionSeats.resize(count);
    std::iota(m_sectionSeats.begin(), m_sectionSeats.end(), 0);
}

void SeatTable::measure(const Plan &plan)
{
    Bounds bounds;
    for (std::size_t i = 0; i < m_x.size(); ++i) {
        const double r = m_radius[i];
        bounds.add({m_x[i], m_y[i]}, r);
        m_maxRadius = std::max(m_maxRadius, r);
    }
    for (const Section &section : plan.sections) {
        for (const Table &table : section.tables)
            bounds.add(table.position, std::hypot(table.size.x, table.size.y) / 2);
        for (const Area &area : section.areas) {
            for (const PlanPoint &corner : area.outline)
                bounds.add(corner, 0);
        }
    }
    m_topLeft = bounds.low;
    m_bottomRight = bounds.high;
    if (m_x.empty())
        return;
    std::vector<float> radii = m_radius;
    const auto middle = radii.begin() + static_cast<std::ptrdiff_t>(radii.size() / 2);
    std::nth_element(radii.begin(), middle, radii.end());
    m_grid = PointGrid(m_x, m_y, kCellInDiameters * 2 * *middle);
}

std::span<const qint32> SeatTable::sectionSeats(qint32 section) const
{
    const auto begin = m_sectionStart[at(section)];
    return std::span(m_sectionSeats).subspan(at(begin), at(m_sectionStart[at(section) + 1] - begin));
}

qint32 SeatTable::seatAt(PlanPoint point, double slack) const
{
    const double reach = m_maxRadius + slack;
    qint32 best = kNone;
    double bestDistance = 0;
    m_grid.visitNear({point.x - reach, point.y - reach}, {point.x + reach, point.y + reach}, [&](qint32 seat) {
        const double distance = std::hypot(m_x[at(seat)] - point.x, m_y[at(seat)] - point.y);
        if (distance <= m_radius[at(seat)] + slack
            && (best == kNone || distance < bestDistance || (distance == bestDistance && seat > best))) {
            best = seat;
            bestDistance = distance;
        }
        return true;
    });
    return best;
}

std::vector<qint32> SeatTable::seatsWithin(PlanPoint topLeft, PlanPoint bottomRight) const
{
    std::vector<qint32> seats;
    m_grid.visitNear(topLeft, bottomRight, [&](qint32 seat) {
        const PlanPoint p = position(seat);
        if (p.x >= topLeft.x && p.x <= bottomRight.x && p.y >= topLeft.y && p.y <= bottomRight.y)
            seats.push_back(seat);
        return true;
    });
    return seats;
}

// The next seat, in index order or against it, on exactly the same spot.
qint32 SeatTable::onSameSpot(qint32 seat, bool forward) const
{
    const PlanPoint spot = position(seat);
    qint32 best = kNone;
    m_grid.visitNear(spot, spot, [&](qint32 other) {
        if (position(other) == spot && (forward ? other > seat : other < seat)
            && (best == kNone || (forward ? other < best : other > best)))
            best = other;
        return true;
    });
    return best;
}

qint32 SeatTable::toward(qint32 seat, Direction direction) const
{
    const bool forward = direction == Direction::Right || direction == Direction::Down;
    if (const qint32 same = onSameSpot(seat, forward); same != kNone)
        return same;

    const PlanPoint from = position(seat);
    for (const qint32 elbow : {left(seat), right(seat)}) {
        if (elbow != kNone && within45Degrees(offset(from, position(elbow), direction)))
            return elbow;
    }
    // Grow the box until nothing outside of it can be nearer than the best inside.
    qint32 best = kNone;
    double bestCost = 0;
    for (double reach = m_grid.cellSize();; reach *= 2) {
        const PlanPoint low {from.x - reach, from.y - reach};
        const PlanPoint high {from.x + reach, from.y + reach};
        m_grid.visitNear(low, high, [&](qint32 other) {
            const Offset o = offset(from, position(other), direction);
            if (!within45Degrees(o))
                return true;
            // Sideways counts double: straight ahead is what the key means.
            const double cost = o.along + 2 * o.across;
            const bool firstOfSpot = forward ? other < best : other > best;
            if (best == kNone || cost < bestCost || (cost == bestCost && firstOfSpot)) {
                best = other;
                bestCost = cost;
            }
            return true;
        });
        if ((best != kNone && bestCost <= reach) || m_grid.covers(low, high))
            return best;
    }
}

} // namespace parterre
