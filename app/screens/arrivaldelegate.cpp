// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/arrivaldelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/plaintext.h"

#include <QPainter>

namespace parterre::ui {

namespace {

constexpr int kCountWidth = 112;
constexpr int kBarHeight = 8;
constexpr qreal kTrack = 0.16; // of the text's colour

} // namespace

ArrivalDelegate::ArrivalDelegate(SectionOf sectionOf, QObject *parent) : QStyledItemDelegate(parent), m_sectionOf(std::move(sectionOf)) {}

QSize ArrivalDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kCountWidth * 2, cardHeight(option.font)};
}

void ArrivalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const ArrivalsModel::Section section = m_sectionOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const QRect inner = card.inner();
    const QLocale &locale = card.locale();
    card.text(card.row(0).adjusted(0, 0, -kCountWidth, 0), isolated(section.name), TextScale::Heading, card.tones().text);
    card.text(card.row(0), tr("%1 / %2", "people who are in, and who are expected").arg(locale.toString(section.in), locale.toString(section.expected)), TextScale::Heading,
              card.tones().text, Qt::AlignTrailing);

    const QRect track(inner.left(), card.row(1).center().y() - kBarHeight / 2, inner.width(), kBarHeight);
    const auto bar = [&](const QRect &rect, const QColor &color) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawRoundedRect(card.mirrored(rect), kBarHeight / 2.0, kBarHeight / 2.0);
    };
    painter->setRenderHint(QPainter::Antialiasing);
    bar(track, blended(card.tones().text, card.tones().surface, kTrack));
    if (section.in > 0) {
        const int width = static_cast<int>(static_cast<qint64>(track.width()) * section.in / std::max(1, section.expected));
        bar(QRect(track.left(), track.top(), std::max(kBarHeight, width), kBarHeight), card.tones().success);
    }

    card.text(card.row(2), tr("%n still to come", nullptr, section.expected - section.in), TextScale::Body, card.tones().muted);
    card.text(card.row(2), tr("%n free", nullptr, section.free), TextScale::Body, card.tones().muted, Qt::AlignTrailing);
    painter->restore();
}

QString ArrivalDelegate::spokenText(const ArrivalsModel::Section &section, const QLocale &locale)
{
    return tr("%1: %2 of %3 in, %4 free").arg(section.name, locale.toString(section.in), locale.toString(section.expected), locale.toString(section.free));
}

} // namespace parterre::ui
