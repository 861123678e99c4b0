// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/plancarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/plaintext.h"

#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kLeastWidth = 240;

} // namespace

PlanCardDelegate::PlanCardDelegate(PlanOf planOf, QObject *parent) : QStyledItemDelegate(parent), m_planOf(std::move(planOf)) {}

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
    const QRect inner = card.inner();
    const int third = inner.height() / 3;
    const auto row = [&](int n) { return QRect(inner.left(), inner.top() + n * third, inner.width(), third); };
    card.text(row(0), isolated(plan.name), TextScale::Heading, card.tones().text);
    card.textWithGlyph(row(1), Glyph::MapPin, isolated(venue), card.tones().muted);
    card.textWithGlyph(row(2), Glyph::Seat, tr("%Ln places", nullptr, plan.seats) + QStringLiteral("  ·  ") + tr("Version %1").arg(plan.ref.version), card.tones().muted);
    painter->restore();
}

QString PlanCardDelegate::spokenText(const PlanSummary &plan, const QString &venue)
{
    return QStringList {plan.name, venue, tr("%Ln places", nullptr, plan.seats), tr("Version %1").arg(plan.ref.version)}.join(QStringLiteral(", "));
}

} // namespace parterre::ui
