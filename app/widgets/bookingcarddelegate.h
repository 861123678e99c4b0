// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"

#include <QStyledItemDelegate>

#include <functional>

namespace parterre::ui {

// Paints a booking as a card: reference, state, event, seats, who it is for, total.
class BookingCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using BookingOf = std::function<BookingSummary(const QModelIndex &)>;

    explicit BookingCardDelegate(BookingOf bookingOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString spokenText(const BookingSummary &booking, const QLocale &locale);

private:
    BookingOf m_bookingOf;
};

[[nodiscard]] QString bookingStateName(BookingState state);

} // namespace parterre::ui
