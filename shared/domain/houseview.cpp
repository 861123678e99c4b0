// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/houseview.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace parterre {

namespace {

constexpr double kUsualSeatWidth = 25; // of a plan in which no two seats are neighbours
constexpr double kLargestCost = 1e9;   // keeps sums over any plan exact, whatever its coordinates are
constexpr int kMaxLooks = 500;         // seats looked at for one front: stacked seats must not cost the square of their number

double distance(PlanPoint a, PlanPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

PlanPoint unit(PlanPoint from, PlanPoint to)
{
    const double length = distance(from, to);
    return length == 0 ? PlanPoint {} : PlanPoint {(to.x - from.x) / length, (to.y - from.y) / length};
}

PlanPoint middleOf(const Shape &stage)
{
    const double angle = stage.rotation * std::numbers::pi / 180;
    const double x = stage.size.x / 2;
    const double y = stage.size.y / 2;
    return {stage.position.x + x * std::cos(angle) - y * std::sin(angle), stage.position.y + x * std::sin(angle) + y * std::cos(angle)};
}

} // namespace

HouseView::HouseView(const Plan &plan, const SeatTable &table, const SeatRuns &runs)
{
    findFocus(plan, table);
    findSeatWidth(runs);
    findAxis(runs);
    findFronts(table, runs);
    price(table, runs);
    sortRuns(runs);
}

void HouseView::findFocus(const Plan &plan, const SeatTable &table)
{
    const auto stage = std::find_if(plan.shapes.begin(), plan.shapes.end(), [](const Shape &s) { return s.kind == ShapeKind::Stage; });
    if (plan.focus)
        m_focus = *plan.focus;
    else if (stage != plan.shapes.end())
        m_focus = middleOf(*stage);
    else
        m_focus = {(table.topLeft().x + table.bottomRight().x) / 2, table.topLeft().y};
}

void HouseView::findSeatWidth(const SeatRuns &runs)
{
    std::vector<float> widths;
    widths.reserve(at(runs.size()));
    for (qint32 s = 0; s < runs.size(); ++s) {
        if (runs.right(s) != SeatRuns::kNone)
            widths.push_back(static_cast<float>(distance(runs.position(s), runs.position(s + 1))));
    }
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    m_seatWidth = widths.empty() || *middle <= 0 ? kUsualSeatWidth : static_cast<double>(*middle);
}

void HouseView::findAxis(const SeatRuns &runs)
{
    double x = 0;
    double y = 0;
    for (qint32 s = 0; s < runs.size(); ++s) {
        const PlanPoint direction = unit(m_focus, runs.position(s));
        x += direction.x;
        y += direction.y;
    }
    m_axis = unit({}, {x, y});
    m_oneSidedness = runs.size() == 0 ? 0 : std::hypot(x, y) / runs.size();
}

// Across the row that the seat is in; towards the focal point itself for a seat that stands alone.
PlanPoint HouseView::towardsFocus(qint32 spot, const SeatRuns &runs) const
{
    const PlanPoint here = runs.position(spot);
    const PlanPoint straight = unit(here, m_focus);
    const PlanPoint left = runs.left(spot) == SeatRuns::kNone ? here : runs.position(spot - 1);
    const PlanPoint right = runs.right(spot) == SeatRuns::kNone ? here : runs.position(spot + 1);
    const PlanPoint along = unit(left, right);
    if (along == PlanPoint {})
        return straight;
    const PlanPoint across {along.y, -along.x};
    return across.x * straight.x + across.y * straight.y >= 0 ? across : PlanPoint {-across.x, -across.y};
}

qint32 HouseView::frontOf(qint32 spot, const PointGrid &grid, const SeatTable &table, const SeatRuns &runs) const
{
    const PlanPoint here = runs.position(spot);
    const PlanPoint ahead = towardsFocus(spot, runs);
    const double reach = SeatCost::kTableGap * m_seatWidth;
    const double toFocus = distance(here, m_focus);
    qint32 best = SeatRuns::kNone;
    double nearest = reach;
    int looks = 0;
    grid.visitNear({here.x - reach, here.y - reach}, {here.x + reach, here.y + reach}, [&](qint32 other) {
        const PlanPoint there = runs.position(other);
        const double dx = there.x - here.x;
        const double dy = there.y - here.y;
        const double along = dx * ahead.x + dy * ahead.y;
        const double across = std::abs(dx * ahead.y - dy * ahead.x);
        const double d = std::hypot(dx, dy);
        const bool before = along > 0 && across <= along && distance(there, m_focus) < toFocus;
        const bool atTable = table.row(runs.seat(other)) == table.row(runs.seat(spot));
        const bool within = d <= (atTable ? SeatCost::kTableGap : SeatCost::kRowGap) * m_seatWidth;
        const bool better = d < nearest || (d == nearest && (best == SeatRuns::kNone || other < best));
        if (before && within && better && runs.run(other) != runs.run(spot) && runs.section(runs.run(other)) == runs.section(runs.run(spot))) {
            best = other;
            nearest = d;
        }
        return ++looks < kMaxLooks;
    });
    return best;
}

void HouseView::findFronts(const SeatTable &table, const SeatRuns &runs)
{
    const PointGrid grid(runs.x(), runs.y(), SeatCost::kTableGap * m_seatWidth);
    m_front.resize(at(runs.size()));
    for (qint32 s = 0; s < runs.size(); ++s)
        m_front[at(s)] = frontOf(s, grid, table, runs);

    // Whoever stands before a seat is nearer to the focal point, so it is counted already.
    std::vector<double> away(at(runs.size()));
    for (qint32 s = 0; s < runs.size(); ++s)
        away[at(s)] = distance(runs.position(s), m_focus);
    std::vector<qint32> outwards(at(runs.size()));
    std::iota(outwards.begin(), outwards.end(), 0);
    std::sort(outwards.begin(), outwards.end(), [&away](qint32 l, qint32 r) { return away[at(l)] < away[at(r)]; });
    m_rowsBefore.assign(at(runs.size()), 0);
    for (const qint32 s : outwards) {
        if (m_front[at(s)] != SeatRuns::kNone)
            m_rowsBefore[at(s)] = m_rowsBefore[at(m_front[at(s)])] + 1;
    }
}

double HouseView::fromFocus(PlanPoint point) const
{
    return distance(point, m_focus) / m_seatWidth;
}

double HouseView::offAxis(PlanPoint point) const
{
    return distance(unit(m_focus, point), m_axis) * fromFocus(point);
}

void HouseView::price(const SeatTable &table, const SeatRuns &runs)
{
    m_cost.reserve(at(runs.size()));
    for (qint32 s = 0; s < runs.size(); ++s) {
        const PlanPoint here = runs.position(s);
        const bool restricted = table.attributes(runs.seat(s)).testFlag(SeatAttribute::RestrictedView);
        const double widths = fromFocus(here) + m_oneSidedness * offAxis(here) + SeatCost::kRowBefore * rowsBefore(s)
            + (restricted ? SeatCost::kRestrictedView : 0);
        m_cost.push_back(static_cast<qint32>(std::lround(std::min(widths * SeatCost::kSeatWidth, kLargestCost))));
    }
}

void HouseView::sortRuns(const SeatRuns &runs)
{
    for (qint32 run = 0; run < runs.runCount(); ++run) {
        const qint32 first = runs.begin(run);
        qint64 lowest = cost(first);
        const PlanPoint p = runs.position(first);
        Box box {static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.x), static_cast<float>(p.y)};
        for (qint32 s = first; s < runs.end(run); ++s) {
            lowest = std::min(lowest, cost(s));
            const auto x = static_cast<float>(runs.position(s).x);
            const auto y = static_cast<float>(runs.position(s).y);
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
        }
        m_lowestCost.push_back(lowest);
        m_boxes.push_back(box);
    }
    m_runsByCost.resize(at(runs.runCount()));
    std::iota(m_runsByCost.begin(), m_runsByCost.end(), 0);
    std::stable_sort(m_runsByCost.begin(), m_runsByCost.end(), [this](qint32 l, qint32 r) { return lowestCost(l) < lowestCost(r); });
}

double HouseView::nearestPossible(qint32 run, PlanPoint point) const
{
    const Box &box = m_boxes[at(run)];
    const double dx = std::max({box.left - point.x, point.x - box.right, 0.0});
    const double dy = std::max({box.top - point.y, point.y - box.bottom, 0.0});
    return std::hypot(dx, dy) / m_seatWidth;
}

} // namespace parterre
