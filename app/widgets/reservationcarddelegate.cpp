// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/reservationcarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kStateWidth = 144;
constexpr std::chrono::hours kSoon {24};
constexpr std::chrono::hours kVerySoon {1};

std::chrono::minutes minutesLeft(const BookingSummary &booking, Instant now)
{
    return std::chrono::floor<std::chrono::minutes>(booking.payUntil.value_or(now) - now);
}

} // namespace

ReservationCardDelegate::ReservationCardDelegate(BookingOf bookingOf, Now now, QObject *parent)
    : QStyledItemDelegate(parent), m_bookingOf(std::move(bookingOf)), m_now(std::move(now))
{
}

QSize ReservationCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kStateWidth * 2, cardHeight(option.font)};
}

void ReservationCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const BookingSummary booking = m_bookingOf(index);
    const Instant now = m_now();
    CardPainting card(*painter, option);
    card.ground(option);
    const auto beside = [&](int n) { return card.row(n).adjusted(0, 0, -kStateWidth, 0); };

    card.text(beside(0), isolated(booking.customerName), TextScale::Heading, card.tones().text);
    card.pill(card.row(0), Glyph::Clock, timeLeft(booking, now), card.tones().color(toneOf(booking, now)));
    card.textWithGlyph(beside(1), Glyph::Seat, isolatedList(booking.labels), card.tones().muted);
    card.text(card.row(1), formatMoney(booking.total, QLocale()), TextScale::Heading, card.tones().text, Qt::AlignTrailing);
    const QString when = card.locale().toString(inZone(booking.eventStart, booking.timeZone), QLocale::ShortFormat);
    card.textWithGlyph(beside(2), Glyph::Calendar, isolated(booking.eventName) + QStringLiteral("  ·  ") + isolated(when), card.tones().muted);
    card.text(card.row(2), isolated(booking.reference), TextScale::Body, card.tones().muted, Qt::AlignTrailing);
    painter->restore();
}

QString ReservationCardDelegate::timeLeft(const BookingSummary &booking, Instant now)
{
    const auto left = minutesLeft(booking, now).count();
    constexpr auto kHour = 60;
    constexpr auto kDay = 24 * kHour;
    if (booking.payUntil.value_or(now) <= now)
        return tr("Time is over");
    if (left < kHour)
        return left == 1 ? tr("1 min") : tr("%Ln min", nullptr, static_cast<int>(left));
    if (left < 2 * kDay)
        return tr("%1 h %2 min").arg(left / kHour).arg(left % kHour);
    return tr("%Ln days", nullptr, static_cast<int>(left / kDay));
}

Tone ReservationCardDelegate::toneOf(const BookingSummary &booking, Instant now)
{
    const auto left = minutesLeft(booking, now);
    return left < kVerySoon ? Tone::Danger : left < kSoon ? Tone::Warning : Tone::Muted;
}

QString ReservationCardDelegate::spokenText(const BookingSummary &booking, Instant now, const QLocale &locale)
{
    return QStringList {booking.customerName, timeLeft(booking, now), booking.eventName, isolatedList(booking.labels), formatMoney(booking.total, locale), booking.reference}
        .join(QStringLiteral(", "));
}

} // namespace parterre::ui
