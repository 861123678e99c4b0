// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/payments.h"
#include "shared/protocol/reservations.h"

#include <QUrl>

#include <variant>

namespace parterre {

// Sending: on its way. Checking: the link broke or the answer is late, so the outcome is unknown for now.
enum class CheckoutState { None, Sending, Checking };

// One sale from "book" to the server's word on it. The idempotency key is made before anything is sent and stays with
// the sale until its outcome is known, however often the link breaks, also when the same sale is begun again after it
// had to be given up. Only its buyer may ask: when the sign-in got lost on the way, it waits for them to sign in.
class PendingCheckout final : public QObject
{
    Q_OBJECT

public:
    // `session` and `ids` outlive it.
    PendingCheckout(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    // A sale, one that gives tickets back for it, or one that is paid later or online; `params` without a key, while nothing is running.
    // Ends in booked(), begun() or failed(), later than this call.
    void begin(protocol::BookingsCheckoutParams params) { beginSale(std::move(params)); }
    void begin(protocol::BookingsExchangeParams params) { beginSale(std::move(params)); }
    void begin(protocol::BookingsReserveParams params) { beginSale(std::move(params)); }
    void begin(protocol::PaymentsBeginParams params) { beginSale(std::move(params)); }

    [[nodiscard]] CheckoutState state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state != CheckoutState::None; }
    // Whether the sale that is running is about this place.
    [[nodiscard]] bool sells(EventId event, qint32 place) const;

Q_SIGNALS:
    void stateChanged();
    void booked(const parterre::Booking &booking, const QList<parterre::protocol::CheckoutItem> &items);
    // Booked, and to be paid online.
    void begun(const parterre::OnlinePayment &payment, const QUrl &page, const QList<parterre::protocol::CheckoutItem> &items);
    void failed(const parterre::Error &error);

private:
    using Sale = std::variant<protocol::BookingsCheckoutParams, protocol::BookingsExchangeParams, protocol::BookingsReserveParams, protocol::PaymentsBeginParams>;

    void beginSale(Sale sale);
    [[nodiscard]] const QList<protocol::CheckoutItem> &items() const;
    void send(CheckoutState state);
    void onAnswer(const Result<protocol::BookingResult> &answer);
    void onBegun(const Result<protocol::PaymentsResult> &answer);
    void onRefused(const Error &error);
    // What was sold; the sale is over.
    QList<protocol::CheckoutItem> takeItems();
    void onSignedIn();
    void onLeft();
    void fail(const Error &error);
    void setState(CheckoutState state);

    SessionModel &m_session;
    IdGenerator &m_ids;
    CheckoutState m_state = CheckoutState::None;
    std::optional<Sale> m_sale; // until its outcome is known
    UserId m_buyer;
    bool m_waitsForBuyer = false;
};

} // namespace parterre
