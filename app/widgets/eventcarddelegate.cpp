// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/eventcarddelegate.h"

#include "app/widgets/formats.h"
#include "app/widgets/icon.h"
#include "app/widgets/plaintext.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kDateWidth = 72;
constexpr int kSaleWidth = 176;
constexpr int kBarHeight = 6;
constexpr int kSmallIcon = 15;
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

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("parterre::ui::EventCardDelegate", text, nullptr, n);
}

} // namespace

QString categoryName(EventCategory category)
{
    switch (category) {
    case EventCategory::Movie: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Movie"));
    case EventCategory::Concert: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Concert"));
    case EventCategory::Play: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Play"));
    case EventCategory::Sport: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Sport"));
    case EventCategory::Other: break;
    }
    return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Other"));
}

QString availabilityText(const EventSummary &event, const QLocale &locale)
{
    switch (event.state) {
    case EventState::Cancelled: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Cancelled"));
    case EventState::Paused: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Not on sale now"));
    case EventState::Draft: return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Draft"));
    case EventState::Published: break;
    }
    if (event.free == 0)
        return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "Sold out"));
    if (event.free <= kFewSeats)
        return translated(QT_TRANSLATE_N_NOOP("parterre::ui::EventCardDelegate", "%n seat(s) left"), event.free);
    return translated(QT_TRANSLATE_NOOP("parterre::ui::EventCardDelegate", "%1 of %2 free"))
        .arg(locale.toString(event.free), locale.toString(event.capacity));
}

struct EventCardDelegate::Painting {
    QPainter &painter;
    const Tones &tones;
    const EventSummary event;
    QLocale locale;
    QFont font;
    Qt::LayoutDirection direction;
    QRect card;

    [[nodiscard]] QRect mirrored(const QRect &logical) const { return QStyle::visualRect(direction, card, logical); }

    // One elided line; `line` is in left-to-right coordinates.
    void text(const QRect &line, const QString &words, TextScale scale, const QColor &color, Qt::Alignment alignment = Qt::AlignLeading)
    {
        painter.setFont(scaledFont(font, scale));
        painter.setPen(color);
        const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width());
        const auto visual = QStyle::visualAlignment(direction, alignment | Qt::AlignVCenter);
        painter.drawText(mirrored(line), static_cast<int>(visual) | Qt::TextSingleLine, shown);
    }

    void glyph(const QRect &place, Glyph what, const QColor &color)
    {
        paintGlyph(painter, mirrored(place), what, color, direction);
    }
};

EventCardDelegate::EventCardDelegate(EventOf eventOf, QObject *parent)
    : QStyledItemDelegate(parent), m_eventOf(std::move(eventOf))
{
}

QSize EventCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(scaledFont(option.font, TextScale::Heading)).height()
        + 2 * std::max(QFontMetrics(option.font).height(), kSmallIcon);
    return {kDateWidth + kSaleWidth * 2, lines + 2 * kHalfStep + 2 * kTwoSteps + kStep};
}

void EventCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(2, kHalfStep, -2, -kHalfStep);
    Painting p {*painter, tonesOf(option.palette), m_eventOf(index), option.locale, option.font, option.direction, card};

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    QColor ground = p.tones.surface;
    if (selected)
        ground = blended(p.tones.accent, p.tones.surface, 0.08);
    else if (hovered)
        ground = blended(p.tones.accent, p.tones.surface, 0.04);
    const qreal line = focused ? 2 : 1;
    painter->setPen(QPen(selected ? p.tones.accent : hovered ? blended(p.tones.accent, p.tones.border, 0.5) : p.tones.border, line));
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(card).adjusted(line / 2, line / 2, -line / 2, -line / 2), kCornerRadius, kCornerRadius);

    const QRect inner = card.adjusted(kTwoSteps, kTwoSteps - kHalfStep, -kTwoSteps, -kTwoSteps + kHalfStep);
    paintDate(p, QRect(inner.left(), inner.top(), kDateWidth, inner.height()));
    paintMiddle(p, inner.adjusted(kDateWidth + kTwoSteps, 0, -kSaleWidth - kThreeSteps, 0));
    paintSale(p, QRect(inner.right() - kSaleWidth + 1, inner.top(), kSaleWidth, inner.height()));
    painter->restore();
}

void EventCardDelegate::paintDate(Painting &p, const QRect &area) const
{
    p.painter.setPen(Qt::NoPen);
    p.painter.setBrush(blended(p.tones.accent, p.tones.surface, 0.12));
    p.painter.drawRoundedRect(p.mirrored(area), kCornerRadius - 2, kCornerRadius - 2);
    const QDate date = inZone(p.event.start, p.event.timeZone).date();
    const int third = (area.height() - kStep) / 3;
    const auto band = [&](int n, int top) { return QRect(area.left() + 2, area.top() + kHalfStep + n * third + top, area.width() - 4, third); };
    p.text(band(0, 1), p.locale.toString(date, QStringLiteral("ddd")), TextScale::Caption, p.tones.accent, Qt::AlignHCenter);
    p.text(band(1, 0), p.locale.toString(date, QStringLiteral("d")), TextScale::Title, p.tones.text, Qt::AlignHCenter);
    p.text(band(2, -1), p.locale.toString(date, QStringLiteral("MMM")), TextScale::Caption, p.tones.accent, Qt::AlignHCenter);
}

void EventCardDelegate::paintMiddle(Painting &p, const QRect &area) const
{
    const int third = area.height() / 3;
    const auto row = [&](int n) { return QRect(area.left(), area.top() + n * third, area.width(), third); };
    const auto withGlyph = [&](int n, Glyph glyph, const QString &words) {
        const QRect line = row(n);
        p.glyph(QRect(line.left(), line.center().y() - kSmallIcon / 2, kSmallIcon, kSmallIcon), glyph, p.tones.muted);
        p.text(line.adjusted(kSmallIcon + kStep, 0, 0, 0), words, TextScale::Body, p.tones.muted);
    };
    p.text(row(0), isolated(p.event.name), TextScale::Heading, p.tones.text);
    withGlyph(1, Glyph::Clock, formatDateTime(p.event.start, p.event.timeZone, p.locale));
    withGlyph(2, Glyph::MapPin, isolated(p.event.venue.name) + QStringLiteral("  ·  ") + categoryName(p.event.category));
}

void EventCardDelegate::paintSale(Painting &p, const QRect &area) const
{
    const QColor color = p.tones.color(availabilityTone(p.event));
    const int third = area.height() / 3;
    if (p.event.lowestPrice && p.event.highestPrice)
        p.text(QRect(area.left(), area.top(), area.width(), third),
               formatPriceRange(*p.event.lowestPrice, *p.event.highestPrice, p.locale), TextScale::Heading, p.tones.text, Qt::AlignTrailing);

    const QRect words(area.left(), area.top() + third, area.width(), third);
    p.text(words, availabilityText(p.event, p.locale), TextScale::Body, color, Qt::AlignTrailing);

    const QRect bar(area.left(), area.top() + 2 * third + (third - kBarHeight) / 2, area.width(), kBarHeight);
    p.painter.setPen(Qt::NoPen);
    p.painter.setBrush(blended(p.tones.text, p.tones.surface, 0.10));
    p.painter.drawRoundedRect(p.mirrored(bar), kBarHeight / 2.0, kBarHeight / 2.0);
    if (p.event.capacity <= 0 || !onSale(p.event))
        return;
    // The bar fills with what is gone, like the house does.
    const int taken = std::clamp(bar.width() * (p.event.capacity - p.event.free) / p.event.capacity, 0, bar.width());
    if (taken > 0) {
        p.painter.setBrush(color);
        p.painter.drawRoundedRect(p.mirrored(QRect(bar.left(), bar.top(), std::max(taken, kBarHeight), kBarHeight)), kBarHeight / 2.0, kBarHeight / 2.0);
    }
}

QString EventCardDelegate::spokenText(const EventSummary &event, const QLocale &locale)
{
    QStringList parts {event.name, formatDateTime(event.start, event.timeZone, locale), event.venue.name, availabilityText(event, locale)};
    if (event.lowestPrice && event.highestPrice)
        parts.append(formatPriceRange(*event.lowestPrice, *event.highestPrice, locale));
    return parts.join(QStringLiteral(", "));
}

} // namespace parterre::ui
