// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/keptchoice.h"

namespace parterre::ui {

KeptChoice::KeptChoice(QAbstractItemModel &source, int keyRole, QWidget *parent) : QComboBox(parent), m_keyRole(keyRole)
{
    setModel(&source);
    // After the base class, which has answered the same signals then.
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, &KeptChoice::keep);
    connect(&source, &QAbstractItemModel::modelReset, this, &KeptChoice::seek);
    connect(&source, &QAbstractItemModel::rowsInserted, this, &KeptChoice::seek);
    connect(this, &QComboBox::activated, this, [this] { m_sought.clear(); });
}

void KeptChoice::choose(const QString &key)
{
    m_sought = key;
    seek();
}

void KeptChoice::keep()
{
    if (m_sought.isEmpty())
        m_sought = currentData(m_keyRole).toString();
}

void KeptChoice::seek()
{
    if (m_sought.isEmpty())
        return;
    const int row = findData(m_sought, m_keyRole, Qt::MatchExactly);
    if (row < 0)
        return;
    m_sought.clear();
    setCurrentIndex(row);
}

} // namespace parterre::ui
