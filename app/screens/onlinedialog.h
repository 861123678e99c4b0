// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/onlinepanel.h"

#include <QDialog>

namespace parterre::ui {

// Goes on with a payment online that was begun for a reservation. What becomes of it does not hang on the dialog.
class OnlineDialog : public QDialog
{
    Q_OBJECT
public:
    // Both outlive it. `open` shows a page in the browser.
    OnlineDialog(SessionModel &session, const Clock &clock, OnlinePanel::Open open, QWidget *parent = nullptr);

    void follow(const OnlinePayment &payment, const QUrl &page);

Q_SIGNALS:
    void confirmed(const parterre::Booking &booking);

private:
    OnlinePaymentDesk m_desk;
};

} // namespace parterre::ui
