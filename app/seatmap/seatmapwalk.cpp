// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seatmap/seatmapwalk.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parterre {

namespace {

using Direction = SeatTable::Direction;

struct Box {
    PlanPoint low, high;

    [[nodiscard]] PlanPoint nearest(PlanPoint to) const { return {std::clamp(to.x, low.x, high.x), std::clamp(to.y, low.y, high.y)}; }
    [[nodiscard]] PlanPoint middle() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

Box boxOf(const Area &area)
{
    Box box {area.outline.constFirst(), area.outline.constFirst()};
    for (const PlanPoint &corner : area.outline) {
        box.low = {std::min(box.low.x, corner.x), std::min(box.low.y, corner.y)};
        box.high = {std::max(box.high.x, corner.x), std::max(box.high.y, corner.y)};
    }
    return box;
}

Box boxOf(PlanPoint point)
{
    return {point, point};
}

// Like SeatTable: straight ahead is what the key means, so sideways counts double. Nothing when it is not ahead within 45
// degrees, measured from edge to edge.
std::optional<double> costToward(const Box &from, const Box &to, Direction direction)
{
    const PlanPoint start = from.nearest(to.middle());
    const PlanPoint end = to.nearest(start);
    const double dx = end.x - start.x;
    const double dy = end.y - start.y;
    const bool across = direction == Direction::Left || direction == Direction::Right;
    const bool back = direction == Direction::Left || direction == Direction::Up;
    const double along = (across ? dx : dy) * (back ? -1 : 1);
    const double aside = std::abs(across ? dy : dx);
    if (along <= 0 || aside > along)
        return std::nullopt;
    return along + 2 * aside;
}

// The cheapest of several stops; of equals the first.
class Nearest
{
public:
    void offer(MapStop stop, std::optional<double> cost)
    {
        if (cost && *cost < m_cost) {
            m_cost = *cost;
            m_stop = stop;
        }
    }
    [[nodiscard]] MapStop stop() const { return m_stop; }

private:
    MapStop m_stop;
    double m_cost = std::numeric_limits<double>::max();
};

} // namespace

MapStop nextStop(const SeatMapModel &model, MapStop from, Direction direction)
{
    const SeatTable &table = model.table();
    const Box here = from.area != PlaceGroups::kNone ? boxOf(model.area(from.area)) : boxOf(table.position(from.seat));
    Nearest nearest;
    if (from.seat != SeatTable::kNone) {
        if (const qint32 seat = table.toward(from.seat, direction); seat != SeatTable::kNone) {
            // Its neighbour may stand on the same spot: then no area is nearer.
            nearest.offer({.seat = seat}, costToward(here, boxOf(table.position(seat)), direction).value_or(0));
        }
    } else {
        for (qint32 seat = 0; seat < table.size(); ++seat)
            nearest.offer({.seat = seat}, costToward(here, boxOf(table.position(seat)), direction));
    }
    for (qint32 area = 0; area < model.areaCount(); ++area) {
        if (area != from.area)
            nearest.offer({.area = area}, costToward(here, boxOf(model.area(area)), direction));
    }
    return nearest.stop().isNone() ? from : nearest.stop();
}

MapStop stopNear(const SeatMapModel &model, PlanPoint point)
{
    const auto distance = [&point](PlanPoint at) { return std::hypot(at.x - point.x, at.y - point.y); };
    Nearest nearest;
    for (qint32 seat = 0; seat < model.seatCount(); ++seat)
        nearest.offer({.seat = seat}, distance(model.table().position(seat)));
    for (qint32 area = 0; area < model.areaCount(); ++area)
        nearest.offer({.area = area}, distance(boxOf(model.area(area)).middle()));
    return nearest.stop();
}

} // namespace parterre
