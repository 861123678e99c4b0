// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/companionseats.h"

#include <algorithm>

namespace parterre {

CompanionSeats::CompanionSeats(const SeatRuns &runs)
{
    for (qint32 spot = 0; spot < runs.size(); ++spot) {
        if (runs.kind(spot) != SeatKind::Companion)
            continue;
        const qint32 wheelchair = runs.wheelchairOf(spot);
        m_units.push_back({.companion = runs.seat(spot), .wheelchair = wheelchair == SeatRuns::kNone ? kNone : runs.seat(wheelchair)});
    }
    std::sort(m_units.begin(), m_units.end(), [](const Unit &l, const Unit &r) { return l.companion < r.companion; });
    for (const qint32 spot : runs.wheelchairs())
        m_wheelchairs.push_back(runs.seat(spot));
    std::sort(m_wheelchairs.begin(), m_wheelchairs.end());
}

const CompanionSeats::Unit *CompanionSeats::unitOf(qint32 place) const
{
    const auto found = std::lower_bound(m_units.begin(), m_units.end(), place, [](const Unit &unit, qint32 wanted) { return unit.companion < wanted; });
    return found != m_units.end() && found->companion == place ? &*found : nullptr;
}

qint32 CompanionSeats::wheelchairOf(qint32 place) const
{
    const Unit *unit = unitOf(place);
    return unit ? unit->wheelchair : kNone;
}

bool CompanionSeats::isAlone(qint32 place, const QList<qint32> &among) const
{
    const Unit *unit = unitOf(place);
    if (!unit)
        return false;
    if (unit->wheelchair != kNone)
        return !among.contains(unit->wheelchair);
    const auto isWheelchair = [this](qint32 other) { return std::binary_search(m_wheelchairs.begin(), m_wheelchairs.end(), other); };
    return !m_wheelchairs.empty() && std::none_of(among.begin(), among.end(), isWheelchair);
}

QList<qint32> CompanionSeats::alone(const QList<qint32> &places, const QList<qint32> &before) const
{
    QList<qint32> found;
    std::copy_if(places.begin(), places.end(), std::back_inserter(found),
                 [&](qint32 place) { return isAlone(place, places) && !(before.contains(place) && isAlone(place, before)); });
    return found;
}

} // namespace parterre
