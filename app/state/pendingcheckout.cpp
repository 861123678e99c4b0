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

void PendingCheckout::begin(protocol::BookingsCheckoutParams params)
{
    Q_ASSERT(!isRunning() && m_session.user());
    if (m_sale)
        params.key = m_sale->key;
    if (!m_sale || params != *m_sale)
        params.key = m_ids.next().toString(QUuid::WithoutBraces);
    m_sale = std::move(params);
    m_buyer = m_session.user()->id;
    send(CheckoutState::Sending);
}

bool PendingCheckout::sells(EventId event, qint32 place) const
{
    return isRunning() && m_sale
        && std::ranges::any_of(m_sale->items, [&](const protocol::CheckoutItem &item) { return item.event == event && item.place == place; });
}

void PendingCheckout::send(CheckoutState state)
{
    setState(state);
    m_session.connection().callUntilAnswered<protocol::BookingsCheckout>(
        *m_sale, this, [this](const Result<protocol::BookingResult> &answer) { onAnswer(answer); },
        [this](bool checking) { setState(checking ? CheckoutState::Checking : CheckoutState::Sending); });
}

void PendingCheckout::onAnswer(const Result<protocol::BookingResult> &answer)
{
    if (answer) {
        const auto items = m_sale->items;
        m_sale.reset();
        setState(CheckoutState::None);
        Q_EMIT booked(answer->booking, items);
        return;
    }
    if (answer.error().code != ErrorCode::OutcomeUnknown) {
        m_sale.reset();
    } else if (m_session.isConnected() && !m_session.isSignedIn()) {
        m_waitsForBuyer = true;
        return setState(CheckoutState::Checking);
    }
    fail(answer.error());
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
