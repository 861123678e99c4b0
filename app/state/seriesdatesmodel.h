// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/series.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace parterre {

// The dates that a rule names, to be left out one by one, and to begin at another time of their day. What was decided
// about a date is kept as long as the rule names it. At one of them the event may be that the others are like: it stays.
class SeriesDatesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DateColumn, StartColumn, HallColumn, ColumnCount };
    // HallConflict; invalid: none. Of the first column Qt::CheckStateRole may be set, of the second Qt::EditRole, a QTime.
    enum Role {
        ConflictRole = Qt::UserRole,
        ExistingRole, // bool: the event is there
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDates(const QList<SeriesDate> &dates);
    // Without any; what begins at that moment is there already.
    void clear(const std::optional<Instant> &existing = {});

    // Of those that are to be made.
    [[nodiscard]] int chosenCount() const;
    [[nodiscard]] int existingCount() const;
    [[nodiscard]] int conflictCount() const; // of those that are chosen
    // That are not made: left out, or there.
    [[nodiscard]] QList<LocalTime> excluded() const;
    // Of the dates that are chosen and begin at another time.
    [[nodiscard]] QList<SeriesOverride> overrides() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_dates.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // By whoever uses the table, not by setDates().
    void chosenChanged();
    void startChanged();

private:
    [[nodiscard]] QTime timeOf(const LocalTime &date) const { return m_times.value(date, date.time); }
    // Rules know no fractions of a second.
    [[nodiscard]] bool isExisting(const SeriesDate &date) const { return m_existing && std::chrono::floor<std::chrono::seconds>(date.start) == std::chrono::floor<std::chrono::seconds>(*m_existing); }
    [[nodiscard]] bool isChosen(const SeriesDate &date) const { return !isExisting(date) && !m_excluded.contains(date.date); }
    [[nodiscard]] std::optional<HallConflict> conflictOf(const SeriesDate &date) const;

    std::optional<Instant> m_existing;
    QList<SeriesDate> m_dates;
    QSet<LocalTime> m_excluded;
    QHash<LocalTime, QTime> m_times; // of those that begin otherwise
};

} // namespace parterre
