// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/showtimeentriesmodel.h"

#include <algorithm>

namespace parterre {

void ShowtimeEntriesModel::add(const QList<ShowtimeEntry> &entries)
{
    if (entries.isEmpty())
        return;
    const auto first = static_cast<int>(m_entries.size());
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    for (const ShowtimeEntry &entry : entries) {
        const bool isUsual = entry.state == ShowtimeState::New || entry.state == ShowtimeState::Changed;
        if (isUsual && m_chosen.size() < ShowtimeLimits::kChosen)
            m_chosen.insert(static_cast<qint32>(m_entries.size()));
        m_entries.append(entry);
    }
    endInsertRows();
}

void ShowtimeEntriesModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_chosen.clear();
    endResetModel();
}

QList<qint32> ShowtimeEntriesModel::chosen() const
{
    QList<qint32> positions(m_chosen.begin(), m_chosen.end());
    std::sort(positions.begin(), positions.end());
    return positions;
}

int ShowtimeEntriesModel::chosenCount(ShowtimeState state) const
{
    return static_cast<int>(std::count_if(m_chosen.begin(), m_chosen.end(), [&](qint32 position) { return m_entries[position].state == state; }));
}

QVariant ShowtimeEntriesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShowtimeEntry &entry = m_entries[index.row()];
    const std::optional<ShowtimeFacts> &facts = entry.after ? entry.after : entry.before;
    if (role == EntryRole)
        return QVariant::fromValue(entry);
    if (role == Qt::CheckStateRole && index.column() == StateColumn && entry.state != ShowtimeState::Kept)
        return m_chosen.contains(index.row()) ? Qt::Checked : Qt::Unchecked;
    return role == Qt::DisplayRole && index.column() == NameColumn && facts ? QVariant(facts->name) : QVariant();
}

// No more than one request may name.
bool ShowtimeEntriesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    if (value.value<Qt::CheckState>() != Qt::Checked)
        m_chosen.remove(index.row());
    else if (m_chosen.size() < ShowtimeLimits::kChosen)
        m_chosen.insert(index.row());
    else
        return false;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags ShowtimeEntriesModel::flags(const QModelIndex &index) const
{
    const bool mayChoose = index.isValid() && index.column() == StateColumn && m_entries[index.row()].state != ShowtimeState::Kept;
    return QAbstractTableModel::flags(index).setFlag(Qt::ItemIsUserCheckable, mayChoose);
}

} // namespace parterre
