// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/reservedpayment.h"

#include "app/state/onlinepaymentdesk.h"

namespace parterre {

using namespace protocol;

ReservedPayment::ReservedPayment(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids)
{
    connect(&session, &SessionModel::userChanged, this, [this] { lookAt({}); });
    connect(&session, &SessionModel::entered, this, &ReservedPayment::read);
    session.connection().on<PaymentsChanged>(this, [this](const PaymentsChangedParams &params) {
        if (!m_booking || params.payment.booking != m_booking->id)
            return;
        if (m_booking->state == BookingState::Reserved)
            read(); // with the page
        else
            Q_EMIT ended(m_booking->id); // what comes late may bring it back
    });
}

void ReservedPayment::lookAt(const std::optional<Booking> &booking)
{
    const bool isAnother = !booking || !m_booking || booking->id != m_booking->id;
    m_booking = booking;
    if (isAnother || !isWorthAsking())
        set({}, {});
    else if (booking->state != BookingState::Reserved)
        set({}, m_strayed);
    read();
}

void ReservedPayment::set(const std::optional<OnlinePayment> &underWay, const std::optional<OnlinePayment> &strayed)
{
    if (!underWay)
        m_page.clear();
    if (underWay == m_underWay && strayed == m_strayed)
        return;
    m_underWay = underWay;
    m_strayed = strayed;
    Q_EMIT changed();
}

bool ReservedPayment::isOffered() const
{
    return m_booking && m_booking->state == BookingState::Reserved && m_booking->total.amount > 0 && takesPaymentsOnline(m_session);
}

// Of a booking that is over without a payment, money may have come too late; whether the house still takes such payments does
// not matter then.
bool ReservedPayment::isWorthAsking() const
{
    const bool isOverUnpaid = m_booking && m_booking->state == BookingState::Cancelled && m_booking->payments.isEmpty() && m_booking->total.amount > 0;
    return isOverUnpaid || isOffered();
}

void ReservedPayment::read()
{
    if (!isWorthAsking() || !m_session.isInVisit())
        return;
    m_session.connection().call<PaymentsGet>({.booking = m_booking->id}, this, [this, of = m_booking->id](const Result<PaymentsResult> &answer) {
        if (!m_booking || m_booking->id != of)
            return;
        if (answer)
            take(*answer);
        else if (answer.error().code == ErrorCode::NotFound) // it never was
            set({}, {});
    });
}

void ReservedPayment::take(const PaymentsResult &result)
{
    m_page = QUrl(result.page.value_or(QString()));
    const bool isOpen = result.payment.state == OnlineState::Creating || result.payment.state == OnlineState::Pending;
    const bool isUnderWay = isOpen && m_booking->state == BookingState::Reserved;
    const bool hasEnded = m_underWay && !isUnderWay;
    set(isUnderWay ? std::optional(result.payment) : std::nullopt, hasStrayed(result.payment.state) ? std::optional(result.payment) : std::nullopt);
    if (hasEnded)
        Q_EMIT ended(result.payment.booking);
}

void ReservedPayment::setWorking(BookingId booking, bool working)
{
    m_checking.remove(booking);
    if (working)
        m_working.insert(booking);
    else
        m_working.remove(booking);
    Q_EMIT workingChanged(booking);
}

void ReservedPayment::begin()
{
    if (!isOffered() || isWorking(m_booking->id))
        return;
    const BookingId booking = m_booking->id;
    PaymentsBeginParams params {.booking = booking, .total = m_booking->total};
    // The same once more, after its outcome stayed unknown, has the same key.
    const PaymentsBeginParams before = m_doubtful.value(booking);
    params.key = !before.key.isEmpty() && before.total == params.total ? before.key : m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtful.insert(booking, params);
    setWorking(booking, true);
    m_session.connection().callUntilAnswered<PaymentsBegin>(
        params, this,
        [this, booking](const Result<PaymentsResult> &answer) {
            if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
                m_doubtful.remove(booking);
            setWorking(booking, false);
            if (!answer) {
                Q_EMIT failed(booking, answer.error());
                return;
            }
            if (m_booking && m_booking->id == booking)
                take(*answer);
            Q_EMIT begun(answer->payment, QUrl(answer->page.value_or(QString())));
        },
        [this, booking](bool checking) {
            if (checking)
                m_checking.insert(booking);
            else
                m_checking.remove(booking);
            Q_EMIT workingChanged(booking);
        });
}

void ReservedPayment::goOn()
{
    if (m_underWay)
        Q_EMIT begun(*m_underWay, m_page);
}

void ReservedPayment::giveUp()
{
    if (!m_underWay || isWorking(m_underWay->booking))
        return;
    const BookingId booking = m_underWay->booking;
    setWorking(booking, true);
    m_session.connection().call<PaymentsCancel>({.booking = booking}, this, [this, booking](const Result<PaymentsResult> &answer) {
        setWorking(booking, false);
        if (!answer) {
            Q_EMIT failed(booking, answer.error());
            return;
        }
        Q_EMIT givenUp(answer->payment);
        if (m_booking && m_booking->id == booking)
            take(*answer);
    });
}

} // namespace parterre
