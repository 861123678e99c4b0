// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/reservationlistmodel.h"
#include "app/state/settlement.h"

#include <QHash>
#include <QSet>

#include <variant>

namespace parterre {

// Takes the payment for what is reserved, or moves the date until when it is to be paid, and has the list of all. Giving one
// free early is cancelling it: BookingListModel.
class ReservationDesk final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it; ids make the idempotency keys.
    ReservationDesk(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    [[nodiscard]] ReservationListModel &list() { return m_list; }
    [[nodiscard]] bool isForCaller() const { return m_session.isCounter(); }
    [[nodiscard]] SessionModel &session() { return m_session; }
    [[nodiscard]] Instant now() const { return m_session.serverClock().now(); }
    // Each ends in paid(), prolonged() or failed(), however often the link breaks meanwhile.
    void pay(BookingId booking, const Settlement &settlement);
    void prolong(BookingId booking, Instant payUntil);
    [[nodiscard]] bool isWorking(BookingId booking) const { return m_working.contains(booking); }
    // Whether the link broke meanwhile, so that the outcome is unknown for now.
    [[nodiscard]] bool isChecking(BookingId booking) const { return m_checking.contains(booking); }

Q_SIGNALS:
    void workingChanged(parterre::BookingId booking);
    void paid(const parterre::Booking &booking);
    void prolonged(const parterre::Booking &booking);
    void failed(parterre::BookingId booking, const parterre::Error &error);

private:
    using Change = std::variant<protocol::BookingsPayParams, protocol::BookingsProlongParams>;

    template<class Method>
    void begin(typename Method::Params params, void (ReservationDesk::*done)(const Booking &));
    void onAnswer(BookingId id, const Result<protocol::BookingResult> &answer, void (ReservationDesk::*done)(const Booking &));

    SessionModel &m_session;
    IdGenerator &m_ids;
    ReservationListModel m_list;
    QHash<BookingId, Change> m_doubtful; // those whose outcome is not known
    QSet<BookingId> m_working;
    QSet<BookingId> m_checking;
};

} // namespace parterre
