// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/bookinglistmodel.h"
#include "app/state/contactdesk.h"
#include "app/state/refunddesk.h"
#include "app/state/reservedpayment.h"
#include "app/state/reservationdesk.h"
#include "app/state/ticketdesk.h"

#include <QWidget>

class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace parterre::ui {

class BookingDetails;
class BookingOnline;
class BookingPeople;
class ChoiceBar;
class EmptyState;
class MessageBanner;
class PaperDesk;
class Prompter;
class ReservationPanel;
class SearchField;
class TillDesk;

// The bookings of the person signed in (everybody's at the counter): search, list, and beside it the chosen one with
// its tickets and payments, which can be printed, and cancelled after a question. At the counter the list may be that of all
// reservations instead.
class BookingsScreen : public QWidget
{
    Q_OBJECT
public:
    // All of them outlive the screen.
    BookingsScreen(BookingListModel &bookings, TicketDesk &tickets, TillDesk &till, RefundDesk &refunds, ReservationDesk &reservations, ContactDesk &contacts,
                   ReservedPayment &payment, const Clock &clock, Prompter &prompter, QWidget *parent = nullptr);

    // Reads the list again; shows this booking once it is there.
    void showBooking(BookingId booking);
    // Something of its own above the bookings; takes it.
    void addNotice(QWidget &notice);

Q_SIGNALS:
    void eventsRequested();
    void payPageRequested(const QUrl &page); // in a browser
    void mailRequested(const Booking &booking, const QString &eventName);
    void exchangeRequested(const Booking &booking, const QList<Ticket> &tickets);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *buildListSide();
    void connectModel();
    void onCurrentChanged(const QModelIndex &current);
    void showState();
    void showDetails(const Booking &booking);
    void askToCancel(const QList<Ticket> &tickets, bool all);
    void connectRefunds();
    void askToPay(const Refund &refund);
    void connectReservations();
    void connectPeople();
    void connectOnline();
    void showReservations(bool reservations);
    void read(BookingId booking);
    void askForPayment(const Booking &booking);
    void askForDate(const Booking &booking, const QString &timeZone);
    [[nodiscard]] std::optional<BookingSummary> summaryOf(BookingId booking) const;
    void connectTickets(TillDesk &till);
    void askToReprint(const Ticket &ticket);
    void showBusy();

    BookingListModel &m_bookings;
    TicketDesk &m_tickets;
    RefundDesk &m_refunds;
    ReservationDesk &m_reservations;
    ContactDesk &m_contacts;
    ReservedPayment &m_payment;
    const Clock &m_clock;
    Prompter &m_prompter;
    SearchField *m_search;
    ChoiceBar *m_choice; // all bookings, or reservations
    MessageBanner *m_banner;
    QVBoxLayout *m_notices = nullptr;
    QStackedWidget *m_pages;
    QWidget *m_lists;
    QListView *m_list;
    ReservationPanel *m_unpaid;
    EmptyState *m_empty;
    QWidget *m_loading;
    BookingDetails *m_details;
    PaperDesk *m_paper;
    BookingPeople *m_people;
    BookingOnline *m_online;
    BookingId m_shown;
    Booking m_shownBooking;
    std::optional<BookingSummary> m_shownSummary;
    BookingId m_wanted;
};

} // namespace parterre::ui
