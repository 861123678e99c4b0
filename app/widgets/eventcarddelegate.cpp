// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/eventcarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/pricewords.h"

#include <QCoreApplication>
#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kDateWidth = 64;
constexpr int kSaleWidth = 176;
constexpr int kRoomAround = kThreeSteps; // more than a card without a poster has
constexpr qreal kPosterShape = 0.7;      // width to height
constexpr int kBarHeight = 6;
constexpr int kFewSeats = 20;

bool onSale(const EventSummary &event)
{
    return event.state == EventState::Published;
}

Tone availabilityTone(const EventSummary &event)
{
    if (event.state == EventState::Cancelled || (onSale(event) && event.free == 0))
        return Tone::Danger;
    if (!onSale(event))
        return Tone::Muted;
    return event.free <= kFewSeats ? Tone::Warning : Tone::Success;
}

struct EventTexts {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::EventCardDelegate)
};

} // namespace

QString categoryName(EventCategory category)
{
    switch (category) {
    case EventCategory::Movie: return EventTexts::tr("Movie");
    case EventCategory::Concert: return EventTexts::tr("Concert");
    case EventCategory::Play: return EventTexts::tr("Play");
    case EventCategory::Sport: return EventTexts::tr("Sport");
    case EventCategory::Other: break;
    }
    return EventTexts::tr("Other");
}

QString availabilityText(const EventSummary &event, const QLocale &locale)
{
    switch (event.state) {
    case EventState::Cancelled: return EventTexts::tr("Cancelled");
    case EventState::Paused: return EventTexts::tr("Not on sale now");
    case EventState::Draft: return EventTexts::tr("Draft");
    case EventState::Published: break;
    }
    if (event.free == 0)
        return EventTexts::tr("Sold out");
    if (event.free == 1)
        return EventTexts::tr("1 seat left");
    if (event.free <= kFewSeats)
        return EventTexts::tr("%n seats left", nullptr, event.free);
    return EventTexts::tr("%1 of %2 free")
        .arg(locale.toString(event.free), locale.toString(event.capacity));
}

EventCardDelegate::EventCardDelegate(EventOf eventOf, PosterPictures &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_eventOf(std::move(eventOf)), m_pictures(pictures)
{
}

QSize EventCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kDateWidth + kSaleWidth * 2, cardHeight(option.font) + kRoomAround};
}

void EventCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const EventSummary event = m_eventOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const int height = card.frame().height();
    const QSize poster(qRound(height * kPosterShape), height);
    card.edge(m_pictures.picture(event, poster, painter->device()->devicePixelRatioF()), poster.width());
    const QRect inner = card.inner().adjusted(poster.width(), kRoomAround / 2, 0, -kRoomAround / 2);
    paintDate(card, event, QRect(inner.left(), inner.top(), kDateWidth, inner.height()));
    paintMiddle(card, event, inner.adjusted(kDateWidth + kTwoSteps, 0, -kSaleWidth - kThreeSteps, 0));
    paintSale(card, event, QRect(inner.right() - kSaleWidth + 1, inner.top(), kSaleWidth, inner.height()));
    painter->restore();
}

void EventCardDelegate::paintDate(CardPainting &card, const EventSummary &event, const QRect &area)
{
    const Tones &tones = card.tones();
    card.painter().setPen(Qt::NoPen);
    card.painter().setBrush(blended(tones.accent, tones.surface, 0.12));
    card.painter().drawRoundedRect(card.mirrored(area), kCornerRadius - 2, kCornerRadius - 2);
    const QDate date = inZone(event.start, event.timeZone).date();
    const int third = (area.height() - kStep) / 3;
    const auto band = [&](int n, int shift) { return QRect(area.left() + 2, area.top() + kHalfStep + n * third + shift, area.width() - 4, third); };
    card.text(band(0, 1), card.locale().toString(date, QStringLiteral("ddd")), TextScale::Caption, tones.accent, Qt::AlignHCenter);
    card.text(band(1, 0), card.locale().toString(date, QStringLiteral("d")), TextScale::Title, tones.text, Qt::AlignHCenter);
    card.text(band(2, -1), card.locale().toString(date, QStringLiteral("MMM")), TextScale::Caption, tones.accent, Qt::AlignHCenter);
}

void EventCardDelegate::paintMiddle(CardPainting &card, const EventSummary &event, const QRect &area)
{
    const int third = area.height() / 3;
    const auto row = [&](int n) { return QRect(area.left(), area.top() + n * third, area.width(), third); };
    const QColor muted = card.tones().muted;
    card.text(row(0), isolated(event.name), TextScale::Heading, card.tones().text);
    card.textWithGlyph(row(1), Glyph::Clock, formatDateTime(event.start, event.timeZone, card.locale()), muted);
    QStringList place {isolated(event.venue.name), categoryName(event.category)};
    if (event.bookingFee)
        place.append(bookingFeeText(*event.bookingFee, card.locale()));
    card.textWithGlyph(row(2), Glyph::MapPin, place.join(QStringLiteral("  ·  ")), muted);
}

void EventCardDelegate::paintSale(CardPainting &card, const EventSummary &event, const QRect &area)
{
    const Tones &tones = card.tones();
    const QColor color = tones.color(availabilityTone(event));
    const int third = area.height() / 3;
    const auto row = [&](int n) { return QRect(area.left(), area.top() + n * third, area.width(), third); };
    if (event.lowestCharged() && event.highestCharged())
        card.text(row(0), formatPriceRange(*event.lowestCharged(), *event.highestCharged(), card.locale()), TextScale::Heading, tones.text, Qt::AlignTrailing);
    card.text(row(1), availabilityText(event, card.locale()), TextScale::Body, color, Qt::AlignTrailing);

    const QRect bar(area.left(), row(2).center().y() - kBarHeight / 2, area.width(), kBarHeight);
    QPainter &painter = card.painter();
    painter.setPen(Qt::NoPen);
    painter.setBrush(blended(tones.text, tones.surface, 0.10));
    painter.drawRoundedRect(card.mirrored(bar), kBarHeight / 2.0, kBarHeight / 2.0);
    if (event.capacity <= 0 || !onSale(event))
        return;
    // As long as there is room in the house.
    const int room = static_cast<int>(std::clamp<qint64>(qint64(bar.width()) * event.free / event.capacity, 0, bar.width()));
    if (event.free > 0) {
        painter.setBrush(color);
        painter.drawRoundedRect(card.mirrored(QRect(bar.left(), bar.top(), std::max(room, kBarHeight), kBarHeight)), kBarHeight / 2.0, kBarHeight / 2.0);
    }
}

QString EventCardDelegate::spokenText(const EventSummary &event, const QLocale &locale)
{
    QStringList parts {event.name, formatDateTime(event.start, event.timeZone, locale), event.venue.name, availabilityText(event, locale)};
    if (event.lowestCharged() && event.highestCharged())
        parts.append(formatPriceRange(*event.lowestCharged(), *event.highestCharged(), locale));
    if (event.bookingFee)
        parts.append(bookingFeeText(*event.bookingFee, locale));
    return parts.join(QStringLiteral(", "));
}

} // namespace parterre::ui
