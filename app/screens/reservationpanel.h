// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/reservationdesk.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QStackedWidget;

namespace parterre::ui {

class EmptyState;
class TextLabel;

// What is reserved and not paid, soonest to fall free first, with its sum. Shows and lets choose; what is done about one is its
// owner's business.
class ReservationPanel : public QWidget
{
    Q_OBJECT
public:
    // The desk outlives it.
    explicit ReservationPanel(ReservationDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] BookingId current() const; // null: none

Q_SIGNALS:
    void chosen(BookingId booking);

private:
    void showTotals();
    void showState();

    ReservationDesk &m_desk;
    TextLabel *m_totals;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
    QTimer m_minute; // the time that is left runs
    BookingId m_shown;
};

} // namespace parterre::ui
