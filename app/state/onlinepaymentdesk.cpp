// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/onlinepaymentdesk.h"

namespace parterre {

namespace {

constexpr std::chrono::seconds kAsk {5};

// A server may name any address; a browser would do more with some than show a page.
QUrl pageOf(const std::optional<QString> &text)
{
    const QUrl url(text.value_or(QString()), QUrl::StrictMode);
    return url.scheme() == u"https" || url.scheme() == u"http" ? url : QUrl();
}

} // namespace

bool takesPaymentsOnline(SessionModel &session)
{
    const auto &visit = session.connection().visit();
    return visit && visit->features.contains(QStringLiteral("payments.online"));
}

OnlinePaymentDesk::OnlinePaymentDesk(SessionModel &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_ask.setInterval(kAsk);
    connect(&m_ask, &QTimer::timeout, this, &OnlinePaymentDesk::read);
    connect(&session, &SessionModel::entered, this, &OnlinePaymentDesk::read);
    session.connection().on<protocol::PaymentsChanged>(this, [this](const protocol::PaymentsChangedParams &params) {
        if (m_payment && params.payment.booking == m_payment->booking)
            read(); // with the page
    });
}

bool OnlinePaymentDesk::isOffered() const
{
    return takesPaymentsOnline(m_session);
}

void OnlinePaymentDesk::follow(const OnlinePayment &payment, const QUrl &page)
{
    m_payment.reset();
    m_isReading = false;
    m_isCancelling = false;
    m_ask.start();
    take({.payment = payment, .page = page.toString()});
}

void OnlinePaymentDesk::leave()
{
    m_ask.stop();
    m_payment.reset();
    m_page.clear();
}

Tick OnlinePaymentDesk::deadline() const
{
    return m_session.serverClock().tickOf(m_payment->payUntil);
}

void OnlinePaymentDesk::read()
{
    if (!m_payment || isOver(m_payment->state) || m_isReading || m_isCancelling || !m_session.isInVisit())
        return;
    m_isReading = true;
    m_session.connection().call<protocol::PaymentsGet>({.booking = m_payment->booking}, this, [this, of = m_payment->booking](const Result<protocol::PaymentsResult> &answer) {
        m_isReading = false;
        if (answer) // else it is asked again soon
            onAnswer(of, answer);
    });
}

void OnlinePaymentDesk::cancel()
{
    if (!m_payment || isOver(m_payment->state) || m_isCancelling)
        return;
    m_isCancelling = true;
    Q_EMIT changed();
    m_session.connection().call<protocol::PaymentsCancel>({.booking = m_payment->booking}, this, [this, of = m_payment->booking](const Result<protocol::PaymentsResult> &answer) {
        m_isCancelling = false;
        onAnswer(of, answer);
    });
}

void OnlinePaymentDesk::onAnswer(const BookingId &of, const Result<protocol::PaymentsResult> &answer)
{
    if (!m_payment || m_payment->booking != of || isOver(m_payment->state))
        return;
    if (answer)
        return take(*answer);
    Q_EMIT changed();
    Q_EMIT failed(answer.error());
}

void OnlinePaymentDesk::take(const protocol::PaymentsResult &result)
{
    m_payment = result.payment;
    m_page = pageOf(result.page);
    if (isOver(m_payment->state))
        m_ask.stop();
    Q_EMIT changed();
    if (m_payment && m_payment->state == OnlineState::Succeeded)
        readBooking();
}

void OnlinePaymentDesk::readBooking()
{
    m_session.connection().callUntilAnswered<protocol::BookingsGet>(
        {.booking = m_payment->booking}, this,
        [this](const Result<protocol::BookingResult> &answer) {
            if (answer)
                Q_EMIT confirmed(answer->booking);
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

} // namespace parterre
