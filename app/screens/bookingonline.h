// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/onlinepanel.h"
#include "app/state/reservedpayment.h"
#include "app/widgets/messagebanner.h"

namespace parterre::ui {

class BookingDetails;
class Prompter;

// What the details show of and ask for about paying a reservation online: it is begun, gone on with in a dialog, or given up after a question.
class BookingOnline : public QObject
{
    Q_OBJECT
public:
    // All of them outlive it; dialogs open over the details' window. `open` shows a page in the browser.
    BookingOnline(ReservedPayment &payment, BookingDetails &details, Prompter &prompter, const Clock &clock, OnlinePanel::Open open, QObject *parent = nullptr);

    // What is known of the booking that is looked at, once more.
    void showPayment();
    // Why the booking has to wait; empty: it has not.
    [[nodiscard]] QString busyWords(BookingId booking) const;

Q_SIGNALS:
    void said(Severity severity, const QString &words);
    void busyChanged(parterre::BookingId booking);
    void changed(const parterre::Booking &booking);
    // It may be another one than was shown.
    void outdated(parterre::BookingId booking);

private:
    void show(const OnlinePayment &payment, const QUrl &page);
    void askToGiveUp();
    void onGivenUp(const OnlinePayment &payment);

    ReservedPayment &m_payment;
    BookingDetails &m_details;
    Prompter &m_prompter;
    const Clock &m_clock;
    const OnlinePanel::Open m_open;
};

} // namespace parterre::ui
