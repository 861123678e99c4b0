// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/namedkey.h"

#include <QAbstractListModel>
#include <QStringList>

namespace parterre {

// Keys to be chosen by their names: those that are offered, and after them those that are chosen though nobody offers them, so
// that none is lost unseen.
class KeyChoiceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole,
        OfferedRole, // bool
    };

    using QAbstractListModel::QAbstractListModel;

    void setOffered(const QList<NamedKey> &offered);
    void setChosen(const QStringList &keys);
    // In the order in which they were chosen.
    [[nodiscard]] const QStringList &chosen() const { return m_chosen; }
    [[nodiscard]] const QList<NamedKey> &offered() const { return m_offered; }
    // Chooses what somebody typed, names or keys with commas between.
    void choose(const QString &typed);
    // What choose() would make of it.
    [[nodiscard]] QStringList chosenWith(const QString &typed) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_offered.size() + m_others.size()); }
    // Qt::DisplayRole: the name. Qt::CheckStateRole may be set.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // By whoever uses the list, not by setOffered() and setChosen().
    void edited();

private:
    [[nodiscard]] QString keyAt(int row) const { return row < m_offered.size() ? m_offered[row].key : m_others[row - m_offered.size()]; }
    [[nodiscard]] bool isOffered(const QString &key) const;
    void listAnew();

    QList<NamedKey> m_offered;
    QStringList m_others; // that are listed though nobody offers them
    QStringList m_chosen;
};

} // namespace parterre
