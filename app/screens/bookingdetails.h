// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/paperbar.h"
#include "app/widgets/card.h"
#include "shared/domain/booking.h"
#include "shared/domain/onlinepayment.h"

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace parterre::ui {

class BusyOverlay;
class ElidedLabel;
class EmptyState;
class TextLabel;
class TicketList;

// One booking in full. Shows and asks; what is done about it is its owner's business.
class BookingDetails : public Card
{
    Q_OBJECT
public:
    explicit BookingDetails(QWidget *parent = nullptr);

    void clear();
    // `summary` names the event, which the booking itself does not. `atCounter`: money may be taken and paid out.
    void setBooking(const Booking &booking, const BookingSummary &summary, bool atCounter);
    void setBusy(const QString &what); // empty: no more
    void setTillPrinter(bool there);
    // Of a reservation: whether it can be paid online, and whether that is under way.
    void setOnline(bool offered, bool underWay);
    // Money that came online and was not booked.
    void setStrayed(const std::optional<OnlinePayment> &payment);
    // Something of its own below the payments; takes it.
    void addSection(QWidget &section);

Q_SIGNALS:
    // Tickets that are valid, at least one; `all`: there are no others.
    void cancelRequested(const QList<Ticket> &tickets, bool all);
    void exchangeRequested(const Booking &booking, const QList<Ticket> &tickets);
    void paperRequested(const Booking &booking, PaperAct act, const PaperWish &wish);
    void mailRequested(const Booking &booking, const QString &eventName);
    void reprintRequested(const Ticket &ticket);
    void contactRequested(const Booking &booking); // is to be changed
    // One that is due, where it may be paid out.
    void refundRequested(const Refund &refund);
    // Of one that is reserved, at the counter.
    void paymentRequested(const Booking &booking);
    void otherDateRequested(const Booking &booking, const QString &timeZone);
    // Of one that is reserved, where the house takes payments online.
    void onlineRequested();
    void goOnRequested();
    void giveUpRequested();

private:
    QWidget *buildContent();
    QWidget *buildUnpaidBar();
    void showCosts();
    void showPayments();
    void showRefunds();
    void showPayUntil();
    // The first that is due.
    [[nodiscard]] const Refund *owed() const;
    void syncActions();
    // The ticked ones, or all when none is.
    [[nodiscard]] QList<Ticket> chosen() const;
    [[nodiscard]] QList<Ticket> valid() const;
    [[nodiscard]] QList<Ticket> kept() const;
    // What can be given back here: the counter pays back those whose seats were given free, too.
    [[nodiscard]] QList<Ticket> toGiveBack() const;

    QWidget *m_content = nullptr;
    EmptyState *m_empty;
    TextLabel *m_reference = nullptr;
    TextLabel *m_state = nullptr;
    ElidedLabel *m_event = nullptr;
    TextLabel *m_when = nullptr;
    TextLabel *m_customer = nullptr;
    TextLabel *m_reach = nullptr;     // how to reach them
    QToolButton *m_contact = nullptr; // changes both
    TextLabel *m_cancelled = nullptr; // why, by the house
    TextLabel *m_payUntil = nullptr;
    TextLabel *m_strayed = nullptr;   // what became of money that came too late
    QWidget *m_unpaid = nullptr;      // what is to be done about a reservation
    QPushButton *m_pay = nullptr;
    QPushButton *m_date = nullptr;
    QPushButton *m_online = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_giveUp = nullptr;
    TicketList *m_tickets = nullptr;
    TextLabel *m_costs = nullptr; // what prices are made of, and what it costs besides
    TextLabel *m_paymentsHead = nullptr;
    QWidget *m_payments = nullptr;
    QVBoxLayout *m_sheet = nullptr;   // what scrolls
    TextLabel *m_totalWord = nullptr;
    TextLabel *m_total = nullptr;
    PaperBar *m_paper = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_exchange = nullptr;
    QPushButton *m_payOut = nullptr;
    Booking m_booking;
    QString m_eventName;
    QString m_timeZone; // of the event's house
    bool m_atCounter = false;
    bool m_isOnlineOffered = false;
    bool m_isPaidOnline = false; // now
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
