// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/onlinepanel.h"
#include "app/state/eventmodel.h"
#include "app/state/ticketdesk.h"
#include "app/state/vouchercheck.h"
#include "app/widgets/messagebanner.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class BookedPage;
class BusyOverlay;
class ContactForm;
class CountdownLabel;
class FormField;
class OptionalTime;
class PaymentPanel;
class RefundForm;
class TextLabel;
class TillDesk;

// From the cart to the booking: for whom, what is paid (or, at the counter, until when it is to be), then what came of it. Cannot be
// closed while the sale is under way, and never offers to pay again while the outcome of the first try is unknown.
class CheckoutDialog : public QDialog
{
    Q_OBJECT
public:
    // All of them outlive the dialog. `tickets`: nobody else's.
    // `open` shows a page in the browser.
    CheckoutDialog(SessionModel &session, CartModel &cart, const EventModel &event, TicketDesk &tickets, TillDesk &till, const Clock &clock, OnlinePanel::Open open,
                   QWidget *parent = nullptr);

    void say(Severity severity, const QString &text);
    void reject() override;

private:
    QWidget *buildForm(const Clock &clock);
    void offerReservation();
    void syncCart();
    void syncRefund(const Money &due);
    void syncWay();
    // Until when, if it is to be reserved.
    [[nodiscard]] std::optional<Instant> payUntil() const;
    // Whether the server books it for this person at all.
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] bool isPaidHere() const;
    // What can be done about it here.
    void syncOffer();
    void submit();
    // Whether everything else is entered as it has to be.
    [[nodiscard]] bool check();
    void focusFirst();
    void book();
    void payOnline();
    [[nodiscard]] Buyer buyer() const;
    void onCheckoutState();
    void onBegun(const OnlinePayment &payment, const QUrl &page);
    void onBooked(const Booking &booking);
    void onFailed(const Error &error);
    void showRules();
    [[nodiscard]] QString handedBack(const Booking &booking) const;
    [[nodiscard]] QStringList labelsOf(const Error &error) const;

    SessionModel &m_session;
    CartModel &m_cart;
    const EventModel &m_event; // the open one; the cart may have others too
    const bool m_isExchange;
    const bool m_isUnpaid;     // of a reservation: nothing is paid
    const bool m_takesCash;
    QString m_timeZone;        // of the event's house
    VoucherCheck *m_vouchers;
    QStackedWidget *m_pages;
    TextLabel *m_seats = nullptr;
    TextLabel *m_costs = nullptr; // what the total is made of
    CountdownLabel *m_countdown = nullptr;
    MessageBanner *m_banner = nullptr;
    ContactForm *m_contact = nullptr;
    QLineEdit *m_reason = nullptr;
    FormField *m_reasonField = nullptr;
    TextLabel *m_boxOffice = nullptr; // what is to be had there only
    PaymentPanel *m_payment = nullptr;
    OptionalTime *m_later = nullptr;
    RefundForm *m_goesBack = nullptr; // by which ways, when an exchange is cheaper
    Money m_due; // of what was asked for last
    QPushButton *m_back = nullptr;
    QPushButton *m_book = nullptr;
    QPushButton *m_online = nullptr;
    OnlinePaymentDesk m_desk;
    BookedPage *m_booked;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
