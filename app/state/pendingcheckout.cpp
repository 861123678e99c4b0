// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/pendingcheckout.h"

#include <algorithm>

namespace parterre {

PendingCheckout::PendingCheckout(SessionModel &session, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_ids(ids)
{
    connect(&session, &SessionModel::entered, this, &PendingCheckout::onSignedIn);
    connect(&session, &SessionModel::userChanged, this, &PendingCheckout::onSignedIn);
    connect(&session, &SessionModel::left, this, &PendingCheckout::onLeft);
}

void PendingCheckout::beginSale(Sale sale)
{
    Q_ASSERT(!isRunning() && m_session.user());
    const auto keyOf = [](Sale &of) -> QString & { return std::visit([](auto &params) -> QString & { return params.key; }, of); };
    if (m_sale)
        keyOf(sale) = keyOf(*m_sale);
    if (!m_sale || sale != *m_sale)
        keyOf(sale) = m_ids.next().toString(QUuid::WithoutBraces);
    m_sale = std::move(sale);
    m_buyer = m_session.user()->id;
    send(CheckoutState::Sending);
}

const QList<protocol::CheckoutItem> &PendingCheckout::items() const
{
    return std::visit([](const auto &params) -> const QList<protocol::CheckoutItem> & { return params.items; }, *m_sale);
}

bool PendingCheckout::sells(EventId event, qint32 place) const
{
    return isRunning() && m_sale
        && std::ranges::any_of(items(), [&](const protocol::CheckoutItem &item) { return item.event == event && item.place == place; });
}

void PendingCheckout::send(CheckoutState state)
{
    setState(state);
    const auto answered = [this](const Result<protocol::BookingResult> &answer) { onAnswer(answer); };
    const auto doubted = [this](bool checking) { setState(checking ? CheckoutState::Checking : CheckoutState::Sending); };
    if (const auto *exchange = std::get_if<protocol::BookingsExchangeParams>(&*m_sale))
        m_session.connection().callUntilAnswered<protocol::BookingsExchange>(*exchange, this, answered, doubted);
    else if (const auto *reservation = std::get_if<protocol::BookingsReserveParams>(&*m_sale))
        m_session.connection().callUntilAnswered<protocol::BookingsReserve>(*reservation, this, answered, doubted);
    else if (const auto *online = std::get_if<protocol::PaymentsBeginParams>(&*m_sale))
        m_session.connection().callUntilAnswered<protocol::PaymentsBegin>(*online, this, [this](const Result<protocol::PaymentsResult> &answer) { onBegun(answer); }, doubted);
    else
        m_session.connection().callUntilAnswered<protocol::BookingsCheckout>(std::get<protocol::BookingsCheckoutParams>(*m_sale), this, answered, doubted);
}

void PendingCheckout::onAnswer(const Result<protocol::BookingResult> &answer)
{
    if (answer)
        Q_EMIT booked(answer->booking, takeItems());
    else
        onRefused(answer.error());
}

void PendingCheckout::onBegun(const Result<protocol::PaymentsResult> &answer)
{
    if (answer)
        Q_EMIT begun(answer->payment, QUrl(answer->page.value_or(QString())), takeItems());
    else
        onRefused(answer.error());
}

QList<protocol::CheckoutItem> PendingCheckout::takeItems()
{
    const QList<protocol::CheckoutItem> sold = items();
    m_sale.reset();
    setState(CheckoutState::None);
    return sold;
}

void PendingCheckout::onRefused(const Error &error)
{
    if (error.code != ErrorCode::OutcomeUnknown) {
        m_sale.reset();
    } else if (m_session.isConnected() && !m_session.isSignedIn()) {
        m_waitsForBuyer = true;
        return setState(CheckoutState::Checking);
    }
    fail(error);
}

void PendingCheckout::onSignedIn()
{
    if (!m_waitsForBuyer || !m_session.isInVisit() || !m_session.user())
        return;
    m_waitsForBuyer = false;
    if (m_session.user()->id == m_buyer)
        return send(CheckoutState::Checking);
    m_sale.reset();
    fail({.code = ErrorCode::OutcomeUnknown, .detail = QStringLiteral("somebody else signed in")});
}

void PendingCheckout::onLeft()
{
    if (m_waitsForBuyer) {
        m_waitsForBuyer = false;
        fail({.code = ErrorCode::OutcomeUnknown, .detail = QStringLiteral("the server was left")});
    }
}

void PendingCheckout::fail(const Error &error)
{
    setState(CheckoutState::None);
    Q_EMIT failed(error);
}

void PendingCheckout::setState(CheckoutState state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace parterre
