// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/reservationdesk.h"

namespace parterre {

ReservationDesk::ReservationDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids), m_list(session) {}

void ReservationDesk::pay(BookingId booking, const Settlement &settlement)
{
    protocol::BookingsPayParams params {.booking = booking};
    if (settlement.parts.isEmpty())
        params.payment = protocol::CheckoutPayment {.tendered = settlement.tendered};
    else
        params.payments = settlement.parts;
    begin<protocol::BookingsPay>(std::move(params), &ReservationDesk::paid);
}

void ReservationDesk::prolong(BookingId booking, Instant payUntil)
{
    begin<protocol::BookingsProlong>({.booking = booking, .payUntil = payUntil}, &ReservationDesk::prolonged);
}

template<class Method>
void ReservationDesk::begin(typename Method::Params params, void (ReservationDesk::*done)(const Booking &))
{
    const BookingId booking = params.booking;
    if (m_working.contains(booking))
        return;
    // The same once more, after its outcome stayed unknown, has the same key.
    const auto before = m_doubtful.constFind(booking);
    if (before != m_doubtful.constEnd() && std::holds_alternative<typename Method::Params>(*before))
        params.key = std::get<typename Method::Params>(*before).key;
    if (before == m_doubtful.constEnd() || *before != Change(params))
        params.key = m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtful.insert(booking, params);
    m_working.insert(booking);
    Q_EMIT workingChanged(booking);
    m_session.connection().callUntilAnswered<Method>(
        params, this,
        [this, booking, done](const Result<protocol::BookingResult> &answer) { onAnswer(booking, answer, done); },
        [this, booking](bool checking) {
            if (checking)
                m_checking.insert(booking);
            else
                m_checking.remove(booking);
            Q_EMIT workingChanged(booking);
        });
}

void ReservationDesk::onAnswer(BookingId id, const Result<protocol::BookingResult> &answer, void (ReservationDesk::*done)(const Booking &))
{
    if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
        m_doubtful.remove(id);
    m_checking.remove(id);
    m_working.remove(id);
    Q_EMIT workingChanged(id);
    if (answer)
        Q_EMIT (this->*done)(answer->booking);
    else
        Q_EMIT failed(id, answer.error());
    m_list.refresh(); // it may be another one now, or none
}

} // namespace parterre
