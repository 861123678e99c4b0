// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seriesdatesmodel.h"

#include <algorithm>

namespace parterre {

void SeriesDatesModel::setDates(const QList<SeriesDate> &dates)
{
    // Nobody loses his place in the table because the hall was looked at anew.
    if (std::equal(dates.begin(), dates.end(), m_dates.begin(), m_dates.end(), [](const SeriesDate &a, const SeriesDate &b) { return a.date == b.date; })) {
        m_dates = dates;
        if (!dates.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_dates = dates;
    QSet<LocalTime> named;
    for (const SeriesDate &date : dates)
        named.insert(date.date);
    m_excluded.intersect(named);
    m_times.removeIf([&named](const QHash<LocalTime, QTime>::iterator &it) { return !named.contains(it.key()); });
    endResetModel();
}

void SeriesDatesModel::clear(const std::optional<Instant> &existing)
{
    setDates({});
    m_existing = existing;
}

int SeriesDatesModel::chosenCount() const
{
    return static_cast<int>(std::count_if(m_dates.begin(), m_dates.end(), [this](const SeriesDate &date) { return isChosen(date); }));
}

int SeriesDatesModel::existingCount() const
{
    return static_cast<int>(std::count_if(m_dates.begin(), m_dates.end(), [this](const SeriesDate &date) { return isExisting(date); }));
}

int SeriesDatesModel::conflictCount() const
{
    return static_cast<int>(std::count_if(m_dates.begin(), m_dates.end(), [this](const SeriesDate &date) { return conflictOf(date).has_value(); }));
}

QList<LocalTime> SeriesDatesModel::excluded() const
{
    QList<LocalTime> dates;
    for (const SeriesDate &date : m_dates) {
        if (!isChosen(date))
            dates.append(date.date);
    }
    std::sort(dates.begin(), dates.end());
    return dates;
}

QList<SeriesOverride> SeriesDatesModel::overrides() const
{
    QList<SeriesOverride> overrides;
    for (const SeriesDate &date : m_dates) {
        if (isChosen(date) && m_times.contains(date.date))
            overrides.append({.date = date.date, .start = LocalTime {.date = date.date.date, .time = timeOf(date.date)}});
    }
    return overrides;
}

// What is not made meets nothing, nor does anything meet it, unless it is there.
std::optional<HallConflict> SeriesDatesModel::conflictOf(const SeriesDate &date) const
{
    if (!isChosen(date) || !date.conflict)
        return std::nullopt;
    const auto isMade = [&](const SeriesDate &other) { return other.start == date.conflict->start && other.date != date.date && (isChosen(other) || isExisting(other)); };
    if (!date.conflict->event && std::none_of(m_dates.begin(), m_dates.end(), isMade))
        return std::nullopt;
    return date.conflict;
}

QVariant SeriesDatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SeriesDate &date = m_dates.at(index.row());
    if (role == ConflictRole) {
        const std::optional<HallConflict> conflict = conflictOf(date);
        return conflict ? QVariant::fromValue(*conflict) : QVariant();
    }
    if (role == ExistingRole)
        return isExisting(date);
    if (index.column() == DateColumn && role == Qt::CheckStateRole)
        return isChosen(date) || isExisting(date) ? Qt::Checked : Qt::Unchecked;
    if (index.column() == DateColumn && role == Qt::DisplayRole)
        return date.date.date;
    if (index.column() == StartColumn && (role == Qt::DisplayRole || role == Qt::EditRole))
        return timeOf(date.date);
    return {};
}

bool SeriesDatesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || isExisting(m_dates.at(index.row())))
        return false;
    const LocalTime date = m_dates.at(index.row()).date;
    if (index.column() == DateColumn && role == Qt::CheckStateRole) {
        if (value.toInt() == Qt::Checked)
            m_excluded.remove(date);
        else
            m_excluded.insert(date);
        // Another date may have met this one.
        Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1));
        Q_EMIT chosenChanged();
        return true;
    }
    const QTime time = value.toTime();
    if (index.column() != StartColumn || role != Qt::EditRole || !time.isValid())
        return false;
    if (time == timeOf(date))
        return true;
    if (time == date.time)
        m_times.remove(date);
    else
        m_times.insert(date, time);
    Q_EMIT dataChanged(index, index);
    Q_EMIT startChanged();
    return true;
}

Qt::ItemFlags SeriesDatesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags always = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (isExisting(m_dates.at(index.row())))
        return always & ~Qt::ItemFlags(Qt::ItemIsEnabled);
    switch (index.column()) {
    case DateColumn: return always | Qt::ItemIsUserCheckable;
    case StartColumn: return isChosen(m_dates.at(index.row())) ? always | Qt::ItemIsEditable : always & ~Qt::ItemFlags(Qt::ItemIsEnabled);
    default: return always;
    }
}

} // namespace parterre
