// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/voucher.h"

#include <QLocale>
#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a voucher as a card: the end of its code, whether it pays, what is left, when it was issued, the house's note.
class VoucherCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using VoucherOf = std::function<Voucher(const QModelIndex &)>;

    // The clock outlives it.
    VoucherCardDelegate(VoucherOf voucherOf, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString stateWord(const Voucher &voucher, Instant now);
    [[nodiscard]] static QString codeWords(const Voucher &voucher); // "···· X0TC"
    [[nodiscard]] static QString spokenText(const Voucher &voucher, Instant now, const QLocale &locale);

private:
    VoucherOf m_voucherOf;
    const Clock &m_clock;
};

} // namespace parterre::ui
