// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

#include <functional>

namespace parterre::ui {

// Gives every row of a model the words a screen reader says for it, where a delegate paints more than one text.
class SpokenModel : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using TextOf = std::function<QString(const QModelIndex &)>;

    SpokenModel(QAbstractItemModel &source, TextOf textOf, QObject *parent) : QIdentityProxyModel(parent), m_textOf(std::move(textOf))
    {
        setSourceModel(&source);
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::AccessibleTextRole)
            return m_textOf(index);
        return QIdentityProxyModel::data(index, role);
    }

private:
    TextOf m_textOf;
};

} // namespace parterre::ui
