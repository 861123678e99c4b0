// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/vouchercarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QPainter>
#include <QTimeZone>

namespace parterre::ui {
namespace {

constexpr int kStateWidth = 128;

} // namespace

VoucherCardDelegate::VoucherCardDelegate(VoucherOf voucherOf, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent), m_voucherOf(std::move(voucherOf)), m_clock(clock)
{
}

QSize VoucherCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kStateWidth * 2, cardHeight(option.font)};
}

void VoucherCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const Voucher voucher = m_voucherOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const auto beside = [&](int n) { return card.row(n).adjusted(0, 0, -kStateWidth, 0); };
    const bool pays = voucher.state == VoucherState::Active && !voucher.isExpired(m_clock.utcNow());
    const QColor strong = pays ? card.tones().text : card.tones().muted;

    card.text(beside(0), isolated(codeWords(voucher)), TextScale::Heading, strong);
    card.pill(card.row(0), pays ? Glyph::Check : Glyph::Lock, stateWord(voucher, m_clock.utcNow()), pays ? card.tones().success : card.tones().warning);
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    card.textWithGlyph(beside(1), Glyph::Calendar, tr("Issued on %1").arg(isolated(formatDate(voucher.issued, here, card.locale()))), card.tones().muted);
    card.text(card.row(1), formatMoney(voucher.balance, QLocale()), TextScale::Heading, strong, Qt::AlignTrailing);
    if (voucher.note)
        card.textWithGlyph(card.row(2), Glyph::Text, isolated(*voucher.note), card.tones().muted);
    painter->restore();
}

QString VoucherCardDelegate::stateWord(const Voucher &voucher, Instant now)
{
    if (voucher.state == VoucherState::Blocked)
        return tr("Blocked");
    return voucher.isExpired(now) ? tr("Expired") : tr("Valid");
}

QString VoucherCardDelegate::codeWords(const Voucher &voucher)
{
    return QStringLiteral("···· ") + voucher.lastFour;
}

QString VoucherCardDelegate::spokenText(const Voucher &voucher, Instant now, const QLocale &locale)
{
    QStringList words {tr("Voucher %1").arg(voucher.lastFour), stateWord(voucher, now), formatMoney(voucher.balance, locale)};
    if (voucher.note)
        words.append(*voucher.note);
    return words.join(QStringLiteral(", "));
}

} // namespace parterre::ui
