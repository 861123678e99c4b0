// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/plancarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/plaintext.h"

#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kLeastWidth = 300;
constexpr int kGlyphSide = 28; // where a picture will be

} // namespace

PlanCardDelegate::PlanCardDelegate(PlanOf planOf, PictureOf pictureOf, QObject *parent)
    : QStyledItemDelegate(parent), m_planOf(std::move(planOf)), m_pictureOf(std::move(pictureOf))
{
}

QSize PlanCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kLeastWidth, cardHeight(option.font)};
}

void PlanCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto [plan, venue] = m_planOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const int side = card.frame().height();
    const QPixmap picture = m_pictureOf(plan, {side, side}, painter->device()->devicePixelRatioF(), option.palette);
    if (picture.isNull()) {
        QRect glyph(0, 0, kGlyphSide, kGlyphSide);
        glyph.moveCenter(QRect(card.frame().topLeft(), QSize(side, side)).center());
        paintGlyph(*painter, card.mirrored(glyph), Glyph::Seat, card.tones().muted, option.direction);
    } else {
        card.edge(picture, side);
    }
    const auto beside = [&](int n) { return card.row(n).adjusted(side - kHalfStep, 0, 0, 0); };
    card.text(beside(0), isolated(plan.name), TextScale::Heading, card.tones().text);
    card.textWithGlyph(beside(1), Glyph::MapPin, isolated(venue), card.tones().muted);
    card.textWithGlyph(beside(2), Glyph::Seat, tr("%Ln places", nullptr, plan.seats) + QStringLiteral("  ·  ") + tr("Version %1").arg(plan.ref.version), card.tones().muted);
    painter->restore();
}

QString PlanCardDelegate::spokenText(const PlanSummary &plan, const QString &venue)
{
    return QStringList {plan.name, venue, tr("%Ln places", nullptr, plan.seats), tr("Version %1").arg(plan.ref.version)}.join(QStringLiteral(", "));
}

} // namespace parterre::ui
