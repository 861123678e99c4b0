// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/booking.h"
#include "shared/domain/series.h"

#include <QStringList>

namespace parterre {

// One row of the refund list of an event.
struct RefundEntry {
    BookingId booking = {};
    QString reference = {};
    QString customerName = {};
    QStringList labels = {};            // of the tickets that were cancelled with the event
    QList<PaymentKind> kinds = {};      // all ways it was paid, each once, in their order
    Money amount = {};
    std::optional<Instant> paid = {};   // when it was paid out

    [[nodiscard]] bool isDue() const { return !paid && amount.amount > 0; }

    friend bool operator==(const RefundEntry &, const RefundEntry &) = default;
};

// Of all refunds of an event; sums in each currency that there is.
struct RefundTotals {
    qint32 bookings = 0;
    qint32 tickets = 0;
    qint32 remaining = 0;               // tickets that are still to be cancelled; it goes on by itself
    QList<Money> owed = {};             // not yet paid out
    QList<Money> paid = {};             // out

    friend bool operator==(const RefundTotals &, const RefundTotals &) = default;
};

// The valid tickets of an event: what cancelling it touches.
struct EventSales {
    qint32 bookings = 0;
    qint32 tickets = 0;
    QList<Money> amounts = {};          // what is owed for them then, in each currency that there is: nothing for what is only reserved
    std::optional<qint32> reservations = {};    // of the bookings; absent when there are none
    std::optional<qint32> reservedTickets = {}; // of the tickets: theirs

    friend bool operator==(const EventSales &, const EventSales &) = default;
};

// What cancelling the dates of a series from one of them on touches.
struct SeriesSales {
    QList<SeriesEvent> dates = {};      // that would be cancelled, soonest first
    EventSales sales = {};              // of all of them; a booking of several dates is one

    friend bool operator==(const SeriesSales &, const SeriesSales &) = default;
};

} // namespace parterre
