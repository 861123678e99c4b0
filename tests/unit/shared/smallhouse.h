// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/plan.h"
#include "shared/domain/seatstate.h"

#include <QRandomGenerator>

#include <vector>

namespace parterre::test {

// Numbers seats as they are added, all in the first category unless told otherwise.
class HouseBuilder
{
public:
    HouseBuilder() { m_plan.categories = {{.key = QStringLiteral("0")}}; }

    HouseBuilder &focus(PlanPoint focus)
    {
        m_plan.focus = focus;
        return *this;
    }
    HouseBuilder &section();
    HouseBuilder &row(const QList<PlanPoint> &positions, qint32 category = 0);
    // `count` seats from (x, y) to the right.
    HouseBuilder &line(double x, double y, int count, qint32 category = 0, double pitch = 25);
    // `count` seats on a circle round the centre, `pitch` apart, the middle one at `degrees` (0: to the right, 90: below).
    HouseBuilder &arc(PlanPoint centre, double radius, double degrees, int count, qint32 category = 0, double pitch = 25);
    // Attributes of the seat added last but `back`.
    HouseBuilder &mark(SeatAttributes attributes, qint32 back = 0);
    HouseBuilder &recategorise(qint32 seat, qint32 category);
    HouseBuilder &companion(qint32 companion, qint32 wheelchair);

    [[nodiscard]] qint32 size() const { return m_next; }
    [[nodiscard]] Seat &seat(qint32 index);
    [[nodiscard]] const Plan &plan() const { return m_plan; }

private:
    void makeCategory(qint32 category);

    Plan m_plan;
    qint32 m_next = 0;
};

// A house of two dozen seats at most: straight and curved rows with and without aisles, a round table, wheelchair places
// in `unitsPercent` of the rows with companions beside or elsewhere, some sections, one to three categories.
[[nodiscard]] Plan randomSmallHouse(QRandomGenerator &random, int unitsPercent = 25);

// States of a house sold to some extent, with no more than `mostFree` free seats.
[[nodiscard]] std::vector<SeatState> randomStates(qint32 seats, qint32 mostFree, QRandomGenerator &random);

} // namespace parterre::test
