// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/venuelistmodel.h"

namespace parterre {

// The newest version of each plan, house by house.
class PlanListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Entry {
        VenueRef venue = {};
        PlanSummary plan = {};
    };
    enum Role { EntryRole = Qt::UserRole }; // Entry; Qt::DisplayRole is the plan's name

    // `venues` outlives the model.
    explicit PlanListModel(VenueListModel &venues, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const Entry &entry(int row) const { return m_entries.at(row); }
    // -1 when there is none.
    [[nodiscard]] int rowOf(PlanId plan) const;
    // The house's plan of this name; nothing when it has none.
    [[nodiscard]] std::optional<Entry> find(VenueId venue, const QString &name) const;
    // Its newest version; 0 when the house has none.
    [[nodiscard]] qint32 newestVersion(VenueId venue, const QString &name) const;

    // The halls of the house, by name.
    [[nodiscard]] QStringList hallsOf(VenueId venue) const;

private:
    void sync();

    VenueListModel &m_venues;
    QList<Entry> m_entries;
};

} // namespace parterre

Q_DECLARE_METATYPE(parterre::PlanListModel::Entry)
