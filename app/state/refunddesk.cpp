// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/refunddesk.h"

#include <algorithm>

namespace parterre {

namespace {

// They were written down at the moment the refund was.
QList<Payment> paymentsOf(const Booking &booking, const EventId &event)
{
    const auto refund = std::ranges::find(booking.refunds, event, &Refund::event);
    QList<Payment> payments = booking.payments;
    payments.removeIf([&](const Payment &payment) { return refund == booking.refunds.end() || payment.direction != PaymentDirection::Refund || payment.at != refund->paid; });
    return payments;
}

} // namespace

RefundDesk::RefundDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids), m_list(session) {}

void RefundDesk::find(BookingId booking, EventId event)
{
    m_session.connection().call<protocol::BookingsGet>({.booking = booking}, this, [this, booking, event](const Result<protocol::BookingResult> &answer) {
        if (answer)
            Q_EMIT found(answer->booking, event);
        else
            Q_EMIT failed(booking, answer.error());
    });
}

void RefundDesk::payOut(BookingId booking, EventId event, const QList<protocol::CardRefund> &cardRefunds, const std::optional<QString> &refundToVoucher)
{
    if (m_paying.contains(booking))
        return;
    protocol::BookingsRefundParams params {.booking = booking, .event = event, .refundToVoucher = refundToVoucher};
    if (!cardRefunds.isEmpty())
        params.cardRefunds = cardRefunds;
    const protocol::BookingsRefundParams before = m_doubtful.value({booking, event});
    const bool isSame = !before.key.isEmpty() && before.cardRefunds == params.cardRefunds && before.refundToVoucher == params.refundToVoucher;
    params.key = isSame ? before.key : m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtful.insert({booking, event}, params);
    m_paying.insert(booking);
    Q_EMIT payingChanged(booking);
    m_session.connection().callUntilAnswered<protocol::BookingsRefund>(
        params, this,
        [this, booking, event](const Result<protocol::BookingResult> &answer) { onAnswer(booking, event, answer); },
        [this, booking](bool checking) {
            if (checking)
                m_checking.insert(booking);
            else
                m_checking.remove(booking);
            Q_EMIT payingChanged(booking);
        });
}

void RefundDesk::onAnswer(BookingId booking, EventId event, const Result<protocol::BookingResult> &answer)
{
    if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
        m_doubtful.remove({booking, event});
    m_checking.remove(booking);
    m_paying.remove(booking);
    Q_EMIT payingChanged(booking);
    if (!answer) {
        Q_EMIT failed(booking, answer.error());
        return;
    }
    m_list.take(answer->booking);
    Q_EMIT paidBack(paymentsOf(answer->booking, event));
    Q_EMIT paidOut(answer->booking, event);
}

} // namespace parterre
