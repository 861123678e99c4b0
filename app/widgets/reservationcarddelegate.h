// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tones.h"
#include "shared/domain/booking.h"

#include <QLocale>
#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a reservation as a card: who, how much time is left to pay, which seats of which event, how much.
class ReservationCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using BookingOf = std::function<BookingSummary(const QModelIndex &)>;
    using Now = std::function<Instant()>;

    ReservationCardDelegate(BookingOf bookingOf, Now now, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString spokenText(const BookingSummary &booking, Instant now, const QLocale &locale);
    // "45 min", "3 h 20 min", "5 days"; in the end "Time is over".
    [[nodiscard]] static QString timeLeft(const BookingSummary &booking, Instant now);
    // The nearer the end, the more urgent.
    [[nodiscard]] static Tone toneOf(const BookingSummary &booking, Instant now);

private:
    BookingOf m_bookingOf;
    Now m_now;
};

} // namespace parterre::ui
