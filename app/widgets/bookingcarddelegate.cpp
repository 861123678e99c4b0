// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/bookingcarddelegate.h"

#include "app/widgets/cardpainting.h"
#include "app/widgets/formats.h"
#include "app/widgets/plaintext.h"

#include <QCoreApplication>
#include <QPainter>

namespace parterre::ui {
namespace {

constexpr int kStateWidth = 128;

struct BookingTexts {
    Q_DECLARE_TR_FUNCTIONS(parterre::ui::BookingCardDelegate)
};

QString seatList(const BookingSummary &booking)
{
    const qsizetype more = booking.ticketCount - booking.labels.size();
    const QString list = isolatedList(booking.labels);
    return more > 0 ? BookingTexts::tr("%1 and %n more", nullptr, static_cast<int>(more)).arg(list) : list;
}

} // namespace

QString bookingStateName(BookingState state)
{
    switch (state) {
    case BookingState::Confirmed: return BookingTexts::tr("Confirmed");
    case BookingState::Cancelled: return BookingTexts::tr("Cancelled");
    case BookingState::Reserved: return BookingTexts::tr("Reserved");
    }
    Q_UNREACHABLE();
}

BookingCardDelegate::BookingCardDelegate(BookingOf bookingOf, QObject *parent)
    : QStyledItemDelegate(parent), m_bookingOf(std::move(bookingOf))
{
}

QSize BookingCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kStateWidth * 2, cardHeight(option.font)};
}

void BookingCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const BookingSummary booking = m_bookingOf(index);
    CardPainting card(*painter, option);
    card.ground(option);
    const bool cancelled = booking.state == BookingState::Cancelled;
    const QColor strong = cancelled ? card.tones().muted : card.tones().text;

    card.text(card.row(0).adjusted(0, 0, -kStateWidth, 0), isolated(booking.eventName), TextScale::Heading, strong);
    const bool reserved = booking.state == BookingState::Reserved;
    card.pill(card.row(0), cancelled ? Glyph::Close : reserved ? Glyph::Clock : Glyph::Check, bookingStateName(booking.state),
              cancelled ? card.tones().muted : reserved ? card.tones().warning : card.tones().success);
    const QString when = card.locale().toString(inZone(booking.eventStart, booking.timeZone), QLocale::ShortFormat);
    card.textWithGlyph(card.row(1).adjusted(0, 0, -kStateWidth, 0), Glyph::Seat, seatList(booking), card.tones().muted);
    if (!cancelled) // its total is what it was once; nobody owes or has that now
        card.text(card.row(1), formatMoney(booking.total, QLocale()), TextScale::Heading, strong, Qt::AlignTrailing);
    card.textWithGlyph(card.row(2).adjusted(0, 0, -kStateWidth, 0), Glyph::Calendar, isolated(when) + QStringLiteral("  ·  ") + isolated(booking.customerName), card.tones().muted);
    card.text(card.row(2), isolated(booking.reference), TextScale::Body, card.tones().muted, Qt::AlignTrailing);
    painter->restore();
}

QString BookingCardDelegate::spokenText(const BookingSummary &booking, const QLocale &locale)
{
    QStringList words {booking.reference, bookingStateName(booking.state), booking.eventName, seatList(booking), booking.customerName};
    if (booking.state != BookingState::Cancelled)
        words.append(formatMoney(booking.total, locale));
    return words.join(QStringLiteral(", "));
}

} // namespace parterre::ui
