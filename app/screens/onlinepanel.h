// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/onlinepaymentdesk.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace parterre::ui {

class CountdownLabel;
class MessageBanner;
class TextLabel;

// While a booking is paid online: how long it waits, the way to the page in the browser, the way out, and what became of it.
class OnlinePanel : public QWidget
{
    Q_OBJECT
public:
    using Open = std::function<void(const QUrl &)>;

    // All of them outlive it. `open` shows a page in the browser.
    OnlinePanel(OnlinePaymentDesk &desk, const Clock &clock, Open open, QWidget *parent = nullptr);

Q_SIGNALS:
    // Nothing more will come of it, or whoever pays has seen enough.
    void closed();

private:
    void show(const OnlinePayment &payment);
    void sync();
    void openPage();

    OnlinePaymentDesk &m_desk;
    const Open m_open;
    BookingId m_opened; // whose page was shown by itself
    TextLabel *m_title;
    TextLabel *m_reference;
    TextLabel *m_amount;
    CountdownLabel *m_countdown;
    TextLabel *m_words;
    MessageBanner *m_banner;
    QPushButton *m_giveUp;
    QPushButton *m_page;
    QPushButton *m_close;
};

} // namespace parterre::ui
