// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/refundlistmodel.h"

#include <QHash>
#include <QSet>

namespace parterre {

// Pays out what is owed since events were cancelled, and has the list of one event.
class RefundDesk final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; ids make the idempotency keys.
    RefundDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] RefundListModel &list() { return m_list; }
    [[nodiscard]] bool mayPayOut() const { return m_session.isCounter(); }
    // Cancellation fees.
    [[nodiscard]] bool mayWaive() const { return m_session.isManager(); }
    // Reads by which ways it was paid. Ends in found() or failed().
    void find(BookingId booking, EventId event);
    // What goes back to cards has gone back, with these references, and what would go back in cash may go to the voucher of a
    // code. Ends in paidOut() or failed(), however often the link breaks meanwhile.
    void payOut(BookingId booking, EventId event, const QList<protocol::CardRefund> &cardRefunds = {}, const std::optional<QString> &refundToVoucher = {});
    [[nodiscard]] bool isPaying(BookingId booking) const { return m_paying.contains(booking); }
    // Whether the link broke while paying, so that the outcome is unknown for now.
    [[nodiscard]] bool isChecking(BookingId booking) const { return m_checking.contains(booking); }

Q_SIGNALS:
    void payingChanged(parterre::BookingId booking);
    void found(const parterre::Booking &booking, parterre::EventId event);
    // What paying out added to the booking's payments; comes before paidOut().
    void paidBack(const QList<parterre::Payment> &payments);
    void paidOut(const parterre::Booking &booking, parterre::EventId event);
    void failed(parterre::BookingId booking, const parterre::Error &error);

private:
    void onAnswer(BookingId booking, EventId event, const Result<protocol::BookingResult> &answer);

    SessionModel &m_session;
    IdGenerator &m_ids;
    RefundListModel m_list;
    QHash<std::pair<BookingId, EventId>, protocol::BookingsRefundParams> m_doubtful; // those whose outcome is not known
    QSet<BookingId> m_paying;
    QSet<BookingId> m_checking;
};

} // namespace parterre
