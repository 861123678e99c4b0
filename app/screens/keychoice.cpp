// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/keychoice.h"

#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/tones.h"
#include "shared/domain/discount.h"

#include <QCompleter>
#include <QIdentityProxyModel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parterre::ui {
namespace {

constexpr int kLineHeight = 26;
constexpr int kLines = 3; // that are seen at once

}

// What nobody offers is told from the rest, once that is known.
class KeyChoice::Shown final : public QIdentityProxyModel
{
public:
    Shown(KeyChoiceModel &keys, QObject *parent) : QIdentityProxyModel(parent) { setSourceModel(&keys); }

    void setLoading(bool loading)
    {
        if (loading == m_loading)
            return;
        m_loading = loading;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::DisplayRole, Qt::ToolTipRole});
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::SizeHintRole)
            return QSize(1, kLineHeight); // as wide as the list
        if (role == Qt::ToolTipRole)
            return plainToolTip(data(index, Qt::DisplayRole).toString());
        const QVariant value = QIdentityProxyModel::data(index, role);
        if (role != Qt::DisplayRole || m_loading || QIdentityProxyModel::data(index, KeyChoiceModel::OfferedRole).toBool())
            return value;
        return KeyChoice::tr("%1 (of no event known here)").arg(isolated(value.toString()));
    }

private:
    bool m_loading = false;
};

KeyChoice::KeyChoice(const QString &label, const QString &other, QWidget *parent)
    : QWidget(parent), m_model(new KeyChoiceModel(this)), m_shown(new Shown(*m_model, this)), m_list(new QListView), m_field(new FormField(label, m_list)), m_otherIs(other), m_other(new QLineEdit)
{
    m_list->setModel(m_shown);
    m_list->setFixedHeight(kLines * kLineHeight + 2 * m_list->frameWidth());
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_other->setAccessibleName(other);
    auto *completer = new QCompleter(m_model, this);
    completer->setCompletionRole(Qt::DisplayRole);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_other->setCompleter(completer);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kHalfStep);
    column->addWidget(m_field);
    column->addWidget(m_other);
    setFocusProxy(m_list);
    setLoading(false);
    connect(m_model, &KeyChoiceModel::edited, this, &KeyChoice::edited);
    connect(m_other, &QLineEdit::textChanged, this, &KeyChoice::edited);
    connect(m_other, &QLineEdit::editingFinished, this, &KeyChoice::takeTyped);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &KeyChoice::takeTyped, Qt::QueuedConnection); // when the line has it
    connect(this, &KeyChoice::edited, this, &KeyChoice::judge);
}

void KeyChoice::setOffered(const QList<NamedKey> &offered)
{
    const QString at = m_list->currentIndex().data(KeyChoiceModel::KeyRole).toString();
    m_model->setOffered(offered);
    for (int row = 0; row < m_shown->rowCount() && !at.isEmpty(); ++row) {
        if (m_shown->index(row, 0).data(KeyChoiceModel::KeyRole) == at)
            m_list->setCurrentIndex(m_shown->index(row, 0));
    }
}

void KeyChoice::setLoading(bool loading)
{
    m_shown->setLoading(loading);
    m_other->setPlaceholderText(loading ? tr("Looking what there is…") : m_otherIs);
}

void KeyChoice::setKeys(const QStringList &keys)
{
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    m_model->setChosen(keys);
    judge();
}

QString KeyChoice::typed() const
{
    return m_other->text();
}

void KeyChoice::takeTyped()
{
    const QString words = typed();
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    m_model->choose(words);
}

void KeyChoice::judge()
{
    m_field->setError(keys().size() > DiscountLimits::kKeys ? tr("At most %Ln can be ticked.", nullptr, static_cast<int>(DiscountLimits::kKeys)) : QString());
}

} // namespace parterre::ui
