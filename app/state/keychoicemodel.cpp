// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/keychoicemodel.h"

#include <algorithm>

namespace parterre {

void KeyChoiceModel::setOffered(const QList<NamedKey> &offered)
{
    if (offered == m_offered)
        return;
    beginResetModel();
    m_offered = offered;
    listAnew();
    endResetModel();
}

void KeyChoiceModel::setChosen(const QStringList &keys)
{
    beginResetModel();
    m_chosen = keys;
    listAnew();
    endResetModel();
}

void KeyChoiceModel::choose(const QString &typed)
{
    const QStringList keys = chosenWith(typed);
    if (keys == m_chosen)
        return;
    setChosen(keys);
    Q_EMIT edited();
}

QStringList KeyChoiceModel::chosenWith(const QString &typed) const
{
    QStringList keys = m_chosen;
    for (const QString &word : typed.split(u',', Qt::SkipEmptyParts)) {
        if (const QString key = keyMeant(word, m_offered); !key.isEmpty() && !keys.contains(key))
            keys.append(key);
    }
    return keys;
}

QVariant KeyChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString key = keyAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return nameOf(key, m_offered);
    case Qt::CheckStateRole: return QVariant::fromValue(m_chosen.contains(key) ? Qt::Checked : Qt::Unchecked);
    case KeyRole: return key;
    case OfferedRole: return isOffered(key);
    default: return {};
    }
}

bool KeyChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    const QString key = keyAt(index.row());
    const bool isChosen = static_cast<Qt::CheckState>(value.toInt()) == Qt::Checked;
    if (isChosen != m_chosen.contains(key)) {
        if (isChosen)
            m_chosen.append(key);
        else
            m_chosen.removeOne(key);
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
        Q_EMIT edited();
    }
    return true;
}

Qt::ItemFlags KeyChoiceModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

bool KeyChoiceModel::isOffered(const QString &key) const
{
    return std::ranges::find(m_offered, key, &NamedKey::key) != m_offered.end();
}

void KeyChoiceModel::listAnew()
{
    m_others.clear();
    for (const QString &key : std::as_const(m_chosen)) {
        if (!isOffered(key))
            m_others.append(key);
    }
}

} // namespace parterre
