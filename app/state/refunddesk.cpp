// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/refunddesk.h"

namespace parterre {

RefundDesk::RefundDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids), m_list(session) {}

void RefundDesk::payOut(BookingId booking, EventId event)
{
    if (m_paying.contains(booking))
        return;
    QString &key = m_doubtful[{booking, event}];
    if (key.isEmpty())
        key = m_ids.next().toString(QUuid::WithoutBraces);
    m_paying.insert(booking);
    Q_EMIT payingChanged(booking);
    m_session.connection().callUntilAnswered<protocol::BookingsRefund>(
        {.booking = booking, .event = event, .key = key}, this,
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
    Q_EMIT paidOut(answer->booking, event);
}

} // namespace parterre
