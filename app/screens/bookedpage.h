// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/ticketdesk.h"

#include <QWidget>

class QPushButton;

namespace parterre::ui {

class MessageBanner;
class PaperBar;
class PaperDesk;
class TextLabel;
class TicketList;
class TillDesk;

// What came of a checkout: the reference to read out, the tickets with what they cost and how that was paid, and the paper they
// are printed on.
class BookedPage : public QWidget
{
    Q_OBJECT
public:
    // The desks outlive it; `tickets`: nobody else's. What prints opens its dialogs over `window`.
    BookedPage(TicketDesk &tickets, TillDesk &till, const Clock &clock, QWidget &window);

    // `title` is what happened, `next` what has to be done now, empty where that is nothing.
    void setBooking(const Booking &booking, const QString &title, const QString &next);

Q_SIGNALS:
    void closed();

private:
    [[nodiscard]] QWidget *buildSheet();
    void connectPaper(TillDesk &till);

    Booking m_booking;
    TextLabel *m_title;
    TextLabel *m_reference;
    TextLabel *m_next;
    TicketList *m_tickets;
    TextLabel *m_costs; // besides the tickets
    TextLabel *m_total;
    TextLabel *m_payments;
    MessageBanner *m_banner; // about the paper
    PaperBar *m_paper;
    PaperDesk *m_printing;
    QPushButton *m_done;
};

} // namespace parterre::ui
