// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/payments.h"

#include <QTimer>
#include <QUrl>

namespace parterre {

// Whether the house does.
[[nodiscard]] bool takesPaymentsOnline(SessionModel &session);

// Follows one payment online until it has come to its end: hears of it, and asks, so that a notification that is lost only
// makes it slower. Where it is paid is a page for the browser.
class OnlinePaymentDesk final : public QObject
{
    Q_OBJECT

public:
    // `session` outlives it.
    explicit OnlinePaymentDesk(SessionModel &session, QObject *parent = nullptr);

    // Whether the house takes payments online.
    [[nodiscard]] bool isOffered() const;

    void follow(const OnlinePayment &payment, const QUrl &page);
    // Leaves it to itself; what becomes of it stands in the bookings.
    void leave();
    [[nodiscard]] const std::optional<OnlinePayment> &payment() const { return m_payment; }
    // Empty while it cannot be paid, or not yet.
    [[nodiscard]] QUrl page() const { return m_page; }
    // When it is too late to pay, on this computer's steady clock.
    [[nodiscard]] Tick deadline() const;
    // Gives it up, unless it is paid. Ends in changed(), or in failed() when nobody knows yet.
    void cancel();
    [[nodiscard]] bool isCancelling() const { return m_isCancelling; }

Q_SIGNALS:
    void changed();
    // It is paid; once.
    void confirmed(const parterre::Booking &booking);
    void failed(const parterre::Error &error);

private:
    void read();
    void onAnswer(const BookingId &of, const Result<protocol::PaymentsResult> &answer);
    void take(const protocol::PaymentsResult &result);
    void readBooking();

    SessionModel &m_session;
    std::optional<OnlinePayment> m_payment;
    QUrl m_page;
    bool m_isCancelling = false;
    bool m_isReading = false;
    QTimer m_ask;
};

} // namespace parterre
