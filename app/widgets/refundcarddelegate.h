// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refund.h"

#include <QLocale>
#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a row of a refund list as a card: who, which seats, how much, and whether it was paid out.
class RefundCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using EntryOf = std::function<RefundEntry(const QModelIndex &)>;

    explicit RefundCardDelegate(EntryOf entryOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString spokenText(const RefundEntry &refund, const QLocale &locale);
    [[nodiscard]] static QString stateWord(const RefundEntry &refund);

private:
    EntryOf m_entryOf;
};

} // namespace parterre::ui
