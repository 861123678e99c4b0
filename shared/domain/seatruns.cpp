// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/seatruns.h"

#include <algorithm>
#include <tuple>

namespace parterre {

SeatRuns::SeatRuns(const Plan &plan, const SeatTable &table)
    : m_categoryCount(static_cast<qint32>(plan.categories.size()))
{
    order(table);
    findUnits(plan);
}

void SeatRuns::order(const SeatTable &table)
{
    const std::size_t count = at(table.size());
    m_seat.reserve(count);
    m_run.reserve(count);
    m_spot.resize(count);
    for (qint32 head = 0; head < table.size(); ++head) {
        if (table.left(head) != SeatTable::kNone)
            continue;
        const auto run = static_cast<qint32>(m_runBegin.size());
        m_runBegin.push_back(size());
        m_section.push_back(table.section(head));
        if (table.groups().wholeTableOf(head) != PlaceGroups::kNone)
            m_wholeTables.push_back(run);
        for (qint32 seat = head; seat != SeatTable::kNone; seat = table.right(seat)) {
            m_spot[at(seat)] = size();
            m_seat.push_back(seat);
            m_run.push_back(run);
        }
    }
    m_runBegin.push_back(size());

    m_x.reserve(count);
    m_y.reserve(count);
    m_category.reserve(count);
    m_kind.reserve(count);
    for (const qint32 seat : m_seat) {
        m_x.push_back(static_cast<float>(table.position(seat).x));
        m_y.push_back(static_cast<float>(table.position(seat).y));
        m_category.push_back(table.category(seat));
        const SeatAttributes attributes = table.attributes(seat);
        m_kind.push_back(attributes.testFlag(SeatAttribute::Wheelchair)  ? SeatKind::Wheelchair
                         : attributes.testFlag(SeatAttribute::Companion) ? SeatKind::Companion
                                                                         : SeatKind::Ordinary);
    }
    for (const qint32 run : m_wholeTables)
        std::fill(m_kind.begin() + begin(run), m_kind.begin() + end(run), SeatKind::WholeTable);
}

void SeatRuns::findUnits(const Plan &plan)
{
    forEachSeat(plan, [this](const Seat &seat) {
        const qint32 companion = spot(seat.index);
        if (!seat.companionOf || kind(companion) == SeatKind::Wheelchair || kind(companion) == SeatKind::WholeTable)
            return;
        m_kind[at(companion)] = SeatKind::Companion;
        const qint32 wheelchair = spot(*seat.companionOf);
        m_units.push_back({companion, wheelchair});
        m_hasCompanionsElsewhere |= run(companion) != run(wheelchair);
    });
    std::sort(m_units.begin(), m_units.end(), [](const Unit &l, const Unit &r) {
        return std::tie(l.wheelchair, l.companion) < std::tie(r.wheelchair, r.companion);
    });
    for (const Unit &unit : m_units) {
        m_unitWheelchairs.push_back(unit.wheelchair);
        m_unitCompanions.push_back(unit.companion);
    }
    std::sort(m_units.begin(), m_units.end(), [](const Unit &l, const Unit &r) { return l.companion < r.companion; });
    for (qint32 s = 0; s < size(); ++s) {
        if (kind(s) == SeatKind::Wheelchair)
            m_wheelchairs.push_back(s);
    }
}

std::span<const qint32> SeatRuns::companions(qint32 wheelchair) const
{
    const auto [first, last] = std::equal_range(m_unitWheelchairs.begin(), m_unitWheelchairs.end(), wheelchair);
    return std::span(m_unitCompanions).subspan(static_cast<std::size_t>(first - m_unitWheelchairs.begin()), static_cast<std::size_t>(last - first));
}

qint32 SeatRuns::wheelchairOf(qint32 companion) const
{
    const auto unit = std::lower_bound(m_units.begin(), m_units.end(), companion, [](const Unit &u, qint32 spot) { return u.companion < spot; });
    return unit != m_units.end() && unit->companion == companion ? unit->wheelchair : kNone;
}

} // namespace parterre
