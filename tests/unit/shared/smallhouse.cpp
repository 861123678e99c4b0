// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/shared/smallhouse.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace parterre::test {

HouseBuilder &HouseBuilder::section()
{
    m_plan.sections.append(Section {.name = QString::number(m_plan.sections.size())});
    return *this;
}

void HouseBuilder::makeCategory(qint32 category)
{
    while (m_plan.categories.size() <= category)
        m_plan.categories.append(Category {.key = QString::number(m_plan.categories.size())});
}

HouseBuilder &HouseBuilder::row(const QList<PlanPoint> &positions, qint32 category)
{
    if (m_plan.sections.isEmpty())
        section();
    makeCategory(category);
    QList<Row> &rows = m_plan.sections.last().rows;
    rows.append(Row {.label = QString::number(rows.size())});
    for (const PlanPoint &position : positions) {
        rows.last().seats.append(Seat {.index = m_next, .label = QString::number(m_next), .position = position, .category = category});
        ++m_next;
    }
    return *this;
}

HouseBuilder &HouseBuilder::line(double x, double y, int count, qint32 category, double pitch)
{
    QList<PlanPoint> points;
    for (int i = 0; i < count; ++i)
        points.append({x + i * pitch, y});
    return row(points, category);
}

HouseBuilder &HouseBuilder::arc(PlanPoint centre, double radius, double degrees, int count, qint32 category, double pitch)
{
    QList<PlanPoint> points;
    const double step = pitch / radius;
    for (int i = 0; i < count; ++i) {
        const double angle = degrees * std::numbers::pi / 180 + (i - (count - 1) / 2.0) * step;
        points.append({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return row(points, category);
}

Seat &HouseBuilder::seat(qint32 index)
{
    for (Section &section : m_plan.sections) {
        for (Row &row : section.rows) {
            if (!row.seats.isEmpty() && row.seats.first().index <= index && index <= row.seats.last().index)
                return row.seats[index - row.seats.first().index];
        }
    }
    qFatal("no seat %d", index);
}

HouseBuilder &HouseBuilder::mark(SeatAttributes attributes, qint32 back)
{
    seat(m_next - 1 - back).attributes |= attributes;
    return *this;
}

HouseBuilder &HouseBuilder::recategorise(qint32 seat, qint32 category)
{
    makeCategory(category);
    this->seat(seat).category = category;
    return *this;
}

HouseBuilder &HouseBuilder::companion(qint32 companion, qint32 wheelchair)
{
    seat(wheelchair).attributes |= SeatAttribute::Wheelchair;
    seat(companion).attributes |= SeatAttribute::Companion;
    seat(companion).companionOf = wheelchair;
    return *this;
}

namespace {

constexpr qint32 kMostSeats = 24;

void addUnit(HouseBuilder &house, qint32 first, qint32 last, QRandomGenerator &random)
{
    const qint32 at = first + random.bounded(last - first);
    switch (random.bounded(4)) {
    case 0: // beside
    case 1:
        house.companion(at + 1, at);
        return;
    case 2: // with a seat between, or in a row before
        house.companion(random.bounded(at + 1), last);
        return;
    default: // none
        house.seat(at).attributes |= SeatAttribute::Wheelchair;
    }
}

} // namespace

Plan randomSmallHouse(QRandomGenerator &random, int unitsPercent)
{
    HouseBuilder house;
    if (random.bounded(4) > 0)
        house.focus({random.bounded(200.0), random.bounded(160.0) - 60});
    const qint32 categories = 1 + random.bounded(3);
    const double rowGap = 25 + random.bounded(15.0);
    const bool curved = random.bounded(2) == 0;
    for (int row = 0; house.size() < kMostSeats - 8 && row < 5; ++row) {
        if (row > 0 && random.bounded(5) == 0)
            house.section();
        const qint32 first = house.size();
        const int count = 3 + random.bounded(5);
        const qint32 category = random.bounded(categories);
        const double y = row * rowGap;
        if (random.bounded(8) == 0)
            house.arc({100, y + 35}, 33, 90, 8, category, 33 * std::numbers::pi / 4);
        else if (random.bounded(8) == 0)
            house.row({{50, y}, {50, y + 60}, {75, y}, {75, y + 60}, {100, y}, {100, y + 60}}, category);
        else if (curved)
            house.arc({100, -150}, 150 + y, 90 + random.bounded(6.0), count, category);
        else if (random.bounded(3) == 0)
            house.line(0, y, 3, category).line(75 + 20 + random.bounded(20.0), y, count - 2, category);
        else
            house.line(random.bounded(3) * 12.5, y, count, category);
        const qint32 last = house.size() - 1;
        if (last > first && random.bounded(100) < unitsPercent)
            addUnit(house, first, last, random);
        if (random.bounded(4) == 0)
            house.mark(SeatAttribute::RestrictedView, random.bounded(last - first + 1));
        if (random.bounded(4) == 0) // a category that changes within the row
            house.recategorise(last, random.bounded(categories));
    }
    return house.plan();
}

std::vector<SeatState> randomStates(qint32 seats, qint32 mostFree, QRandomGenerator &random)
{
    const auto count = static_cast<std::size_t>(seats);
    std::vector<SeatState> states(count, SeatState::Free);
    const int taken = random.bounded(90);
    for (SeatState &state : states) {
        if (random.bounded(100) < taken)
            state = static_cast<SeatState>(1 + random.bounded(3));
    }
    while (std::count(states.begin(), states.end(), SeatState::Free) > mostFree)
        states[static_cast<std::size_t>(random.bounded(seats))] = SeatState::Sold;
    return states;
}

} // namespace parterre::test
