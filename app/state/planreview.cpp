// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/planreview.h"

namespace parterre {

namespace {

constexpr qint32 kUnmarked = -1;

} // namespace

PlanReview::PlanReview(Plan before, Plan after)
    : m_planBefore(std::move(before)), m_planAfter(std::move(after)), m_before(m_planBefore), m_after(m_planAfter)
{
    const PlanComparison comparison = comparePlans(m_planBefore, m_planAfter);
    m_groups = groupDifferences(m_before, m_after, comparison);
    mark(comparison.seats, false, m_markedSeats);
    m_differentSeats = static_cast<qint32>(m_marks.size());
    mark(comparison.areas, true, m_markedAreas);
}

QList<qint32> PlanReview::marksOf(const DifferenceGroup &group) const
{
    const MarkedPlaces &marked = group.isArea ? m_markedAreas : m_markedSeats;
    QList<qint32> marks;
    marks.reserve(group.places.size());
    for (const DifferentPlace &place : group.places)
        marks.append(place.after == DifferentPlace::kNowhere ? marked.before[static_cast<std::size_t>(place.before)] : marked.after[static_cast<std::size_t>(place.after)]);
    return marks;
}

void PlanReview::mark(const PlacesComparison &places, bool areAreas, MarkedPlaces &marked)
{
    marked.before.assign(static_cast<std::size_t>(areAreas ? m_before.areaCount() : m_before.seatCount()), kUnmarked);
    marked.after.assign(static_cast<std::size_t>(areAreas ? m_after.areaCount() : m_after.seatCount()), kUnmarked);
    const auto add = [&](PlaceMarkKind kind, const DifferentPlace &place) {
        const auto mark = static_cast<qint32>(m_marks.size());
        if (place.after == DifferentPlace::kNowhere)
            marked.before[static_cast<std::size_t>(place.before)] = mark;
        else
            marked.after[static_cast<std::size_t>(place.after)] = mark;
        m_marks.append(areAreas ? areaMark(kind, place) : seatMark(kind, place));
    };
    for (const qint32 place : places.gone)
        add(PlaceMarkKind::Gone, {.before = place});
    for (const qint32 place : places.added)
        add(PlaceMarkKind::Added, {.after = place});
    for (const ChangedPlace &place : places.changed)
        add(place.changes.testFlag(PlanChange::Moved) ? PlaceMarkKind::Moved : PlaceMarkKind::Changed, {.before = place.before, .after = place.after});
}

PlaceMark PlanReview::seatMark(PlaceMarkKind kind, const DifferentPlace &place) const
{
    const Seat &seat = kind == PlaceMarkKind::Gone ? m_before.seat(place.before) : m_after.seat(place.after);
    return {.kind = kind,
            .position = seat.position,
            .positionBefore = kind == PlaceMarkKind::Moved ? m_before.seat(place.before).position : seat.position,
            .radius = seat.radius};
}

PlaceMark PlanReview::areaMark(PlaceMarkKind kind, const DifferentPlace &place) const
{
    const Area &area = kind == PlaceMarkKind::Gone ? m_before.area(place.before) : m_after.area(place.after);
    PlaceMark mark {.kind = kind, .outline = area.outline};
    if (kind == PlaceMarkKind::Moved)
        mark.outlineBefore = m_before.area(place.before).outline;
    return mark;
}

} // namespace parterre
