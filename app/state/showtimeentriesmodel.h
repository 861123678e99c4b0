// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/showtime.h"

#include <QAbstractTableModel>
#include <QSet>

namespace parterre {

// What a source has that the programme has not, or otherwise; to be chosen line by line. What is new or changed is chosen to begin
// with; what is gone, or was deleted by the house, somebody has to choose.
class ShowtimeEntriesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, NameColumn, StartColumn, ChangeColumn, ColumnCount };
    // ShowtimeEntry, of every column. Qt::CheckStateRole may be set of the first column.
    enum Role { EntryRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const QList<ShowtimeEntry> &entries);
    void clear();
    [[nodiscard]] QList<qint32> chosen() const;      // positions, in order
    [[nodiscard]] int chosenCount() const { return static_cast<int>(m_chosen.size()); }
    [[nodiscard]] int chosenCount(ShowtimeState state) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // By whoever uses the table, not by add() and clear().
    void chosenChanged();

private:
    QList<ShowtimeEntry> m_entries;
    QSet<qint32> m_chosen;
};

} // namespace parterre
