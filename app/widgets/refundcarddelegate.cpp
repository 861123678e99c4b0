// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/refundcarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/formats.h"
#include "app/widgets/paymentwords.h"
#include "app/widgets/plaintext.h"

#include <QPainter>
#include <QTimeZone>

namespace parterre::ui {
namespace {

constexpr int kStateWidth = 128;

} // namespace

RefundCardDelegate::RefundCardDelegate(EntryOf entryOf, QObject *parent) : QStyledItemDelegate(parent), m_entryOf(std::move(entryOf)) {}

QSize RefundCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kStateWidth * 2, cardHeight(option.font)};
}

void RefundCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RefundEntry refund = m_entryOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const auto beside = [&](int n) { return card.row(n).adjusted(0, 0, -kStateWidth, 0); };
    const bool due = refund.isDue();
    const QColor strong = due ? card.tones().text : card.tones().muted;

    card.text(beside(0), isolated(refund.customerName), TextScale::Heading, strong);
    card.pill(card.row(0), due ? Glyph::Cash : Glyph::Check, stateWord(refund), due ? card.tones().warning : card.tones().success);
    card.textWithGlyph(beside(1), Glyph::Seat, isolatedList(refund.labels), card.tones().muted);
    card.text(card.row(1), formatMoney(refund.amount, QLocale()), TextScale::Heading, strong, Qt::AlignTrailing);
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const QString ways = wayNames(refund.kinds);
    const QString when = refund.paid ? tr("%1, paid out on %2").arg(ways, isolated(formatDateTime(*refund.paid, here, card.locale()))) : ways;
    card.textWithGlyph(beside(2), Glyph::Ticket, when, card.tones().muted);
    card.text(card.row(2), isolated(refund.reference), TextScale::Body, card.tones().muted, Qt::AlignTrailing);
    painter->restore();
}

QString RefundCardDelegate::stateWord(const RefundEntry &refund)
{
    if (refund.isDue())
        return tr("Owed");
    return refund.paid ? tr("Paid out") : tr("Nothing owed");
}

QString RefundCardDelegate::spokenText(const RefundEntry &refund, const QLocale &locale)
{
    return QStringList {refund.customerName, refund.reference, isolatedList(refund.labels), formatMoney(refund.amount, locale), stateWord(refund)}.join(QStringLiteral(", "));
}

} // namespace parterre::ui
