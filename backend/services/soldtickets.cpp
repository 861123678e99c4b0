// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/soldtickets.h"

#include "backend/services/openevent.h"

namespace parterre::services {

SoldTickets::SoldTickets(std::shared_ptr<const PlanFacts> plan) : m_plan(std::move(plan)), m_soldAs(m_plan->categories.size(), kFree) {}

void SoldTickets::sell(qint32 place, const QString &ticketType)
{
    free(place);
    m_soldAs[static_cast<std::size_t>(place)] = indexOf(ticketType);
    count(place, m_soldAs[static_cast<std::size_t>(place)], 1);
}

void SoldTickets::free(qint32 place)
{
    const qint32 was = std::exchange(m_soldAs[static_cast<std::size_t>(place)], kFree);
    if (was != kFree)
        count(place, was, -1);
}

QList<SoldCount> SoldTickets::counts() const
{
    QList<SoldCount> counts;
    for (const auto &[as, tickets] : m_counts) {
        if (tickets > 0)
            counts.append({.category = m_plan->categoryKeys.at(as.first), .ticketType = m_types.at(as.second), .tickets = tickets});
    }
    return counts;
}

qint32 SoldTickets::indexOf(const QString &ticketType)
{
    const qsizetype known = m_types.indexOf(ticketType);
    if (known >= 0)
        return static_cast<qint32>(known);
    m_types.append(ticketType);
    return static_cast<qint32>(m_types.size() - 1);
}

void SoldTickets::count(qint32 place, qint32 type, qint32 by)
{
    m_counts[{m_plan->categories[static_cast<std::size_t>(place)], type}] += by;
}

} // namespace parterre::services
