// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/paperbar.h"
#include "app/widgets/card.h"
#include "shared/domain/booking.h"

class QPushButton;

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
    // `summary` names the event, which the booking itself does not.
    void setBooking(const Booking &booking, const BookingSummary &summary, bool mayPayOut);
    void setBusy(const QString &what); // empty: no more
    void setTillPrinter(bool there);

Q_SIGNALS:
    // Tickets that are valid, at least one; `all`: there are no others.
    void cancelRequested(const QList<Ticket> &tickets, bool all);
    void exchangeRequested(const Booking &booking, const QList<Ticket> &tickets);
    void paperRequested(const Booking &booking, PaperAct act, const PaperWish &wish);
    void reprintRequested(const Ticket &ticket);
    // One that is due, where it may be paid out.
    void refundRequested(const Refund &refund);

private:
    QWidget *buildContent();
    void showPayments();
    void showRefunds();
    // The first that is due.
    [[nodiscard]] const Refund *owed() const;
    void syncActions();
    // The ticked ones, or all when none is.
    [[nodiscard]] QList<Ticket> chosen() const;
    [[nodiscard]] QList<Ticket> valid() const;

    QWidget *m_content = nullptr;
    EmptyState *m_empty;
    TextLabel *m_reference = nullptr;
    TextLabel *m_state = nullptr;
    ElidedLabel *m_event = nullptr;
    TextLabel *m_when = nullptr;
    TextLabel *m_customer = nullptr;
    TextLabel *m_cancelled = nullptr; // why, by the house
    TicketList *m_tickets = nullptr;
    QWidget *m_payments = nullptr;
    TextLabel *m_total = nullptr;
    PaperBar *m_paper = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_exchange = nullptr;
    QPushButton *m_payOut = nullptr;
    Booking m_booking;
    bool m_mayPayOut = false;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
