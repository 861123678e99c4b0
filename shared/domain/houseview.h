// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/seatruns.h"

namespace parterre {

// How good a seat is. The cost of a seat is counted in *seat widths* (the plan's usual distance between neighbours):
// how much farther from the focal point an otherwise perfect seat would have to stand to be as bad. It is the sum of
//   - its distance to the focal point,
//   - how far it stands off the house's axis: the straight line to the place on the axis at the same distance. Counted
//     in full where all seats look one way, not at all where they surround the focal point;
//   - kRowBefore for each row right before it, in the same block,
//   - kRestrictedView if it has one.
// It never falls when one of these rises. Costs are kept as whole hundredths, so that sums are exact.
struct SeatCost {
    static constexpr qint64 kSeatWidth = 100; // units of a cost
    static constexpr double kRowBefore = 0.5;
    static constexpr double kRestrictedView = 10;
    static constexpr double kRowGap = 2;      // rows farther apart than this have a cross-aisle between them
    static constexpr double kTableGap = 3;    // but the two sides of a table, which are one row of the plan, do not
};

// What can be said of a plan's seats as seen from its focal point: costs, and which seat stands right before which.
// Immutable once built, so any thread may read it.
class HouseView
{
public:
    HouseView(const Plan &plan, const SeatTable &table, const SeatRuns &runs);

    // Plan::focus; without one the middle of the first stage; else the middle of the upper edge of all seats.
    [[nodiscard]] PlanPoint focus() const { return m_focus; }
    [[nodiscard]] double seatWidth() const { return m_seatWidth; }
    // 1: all seats look one way. 0: they stand all round the focal point.
    [[nodiscard]] double oneSidedness() const { return m_oneSidedness; }

    // In hundredths of a seat width, as described at SeatCost.
    [[nodiscard]] qint64 cost(qint32 spot) const { return m_cost[at(spot)]; }
    // The spot right before this one: of another run of the section, across the row and towards the focal point, at most
    // kRowGap away, or kTableGap when it is opposite at a table; kNone in a front row.
    [[nodiscard]] qint32 front(qint32 spot) const { return m_front[at(spot)]; }
    [[nodiscard]] qint32 rowsBefore(qint32 spot) const { return m_rowsBefore[at(spot)]; }
    // In seat widths.
    [[nodiscard]] double fromFocus(PlanPoint point) const;
    [[nodiscard]] double offAxis(PlanPoint point) const;

    // Runs by their best seat, best first, and what that seat costs.
    [[nodiscard]] const std::vector<qint32> &runsByCost() const { return m_runsByCost; }
    [[nodiscard]] qint64 lowestCost(qint32 run) const { return m_lowestCost[at(run)]; }
    // No seat of the run is nearer to the point than this; in seat widths.
    [[nodiscard]] double nearestPossible(qint32 run, PlanPoint point) const;

private:
    struct Box {
        float left, top, right, bottom;
    };

    [[nodiscard]] static std::size_t at(qint32 i) { return static_cast<std::size_t>(i); }
    void findFocus(const Plan &plan, const SeatTable &table);
    void findSeatWidth(const SeatRuns &runs);
    void findAxis(const SeatRuns &runs);
    void findFronts(const SeatTable &table, const SeatRuns &runs);
    [[nodiscard]] qint32 frontOf(qint32 spot, const PointGrid &grid, const SeatTable &table, const SeatRuns &runs) const;
    [[nodiscard]] PlanPoint towardsFocus(qint32 spot, const SeatRuns &runs) const;
    void price(const SeatTable &table, const SeatRuns &runs);
    void sortRuns(const SeatRuns &runs);

    PlanPoint m_focus;
    double m_seatWidth = 0;
    PlanPoint m_axis; // of length 1, away from the focal point
    double m_oneSidedness = 0;
    std::vector<qint32> m_cost, m_front, m_rowsBefore; // by spot
    std::vector<qint32> m_runsByCost;
    std::vector<qint64> m_lowestCost;                  // by run
    std::vector<Box> m_boxes;                          // by run
};

} // namespace parterre
