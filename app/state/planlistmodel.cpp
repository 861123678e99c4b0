// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/planlistmodel.h"

#include <algorithm>

namespace parterre {

PlanListModel::PlanListModel(VenueListModel &venues, QObject *parent) : QAbstractListModel(parent), m_venues(venues)
{
    connect(&venues, &QAbstractItemModel::modelReset, this, &PlanListModel::sync);
    connect(&venues, &QAbstractItemModel::rowsInserted, this, &PlanListModel::sync);
    sync();
}

void PlanListModel::sync()
{
    beginResetModel();
    m_entries.clear();
    for (const Venue &venue : m_venues.rows()) {
        for (const PlanSummary &plan : venue.plans)
            m_entries.append({.venue = {.id = venue.id, .name = venue.name}, .plan = plan});
    }
    endResetModel();
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.plan.name;
    case EntryRole: return QVariant::fromValue(entry);
    default: return {};
    }
}

int PlanListModel::rowOf(PlanId plan) const
{
    const auto found = std::ranges::find(m_entries, plan, [](const Entry &entry) { return entry.plan.ref.id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

std::optional<PlanListModel::Entry> PlanListModel::find(VenueId venue, const QString &name) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.venue.id == venue && entry.plan.name == name; });
    return found == m_entries.end() ? std::nullopt : std::optional(*found);
}

QStringList PlanListModel::hallsOf(VenueId venue) const
{
    QStringList halls;
    for (const Entry &entry : m_entries) {
        if (entry.venue.id == venue && !halls.contains(entry.plan.hallName()))
            halls.append(entry.plan.hallName());
    }
    std::ranges::sort(halls, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
    return halls;
}

qint32 PlanListModel::newestVersion(VenueId venue, const QString &name) const
{
    const auto known = find(venue, name);
    return known ? known->plan.ref.version : 0;
}

} // namespace parterre
