// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/unmatcheddesk.h"

#include "app/state/onlinepaymentdesk.h"

namespace parterre {

namespace {

constexpr std::chrono::minutes kLook {1};

}

UnmatchedDesk::UnmatchedDesk(SessionModel &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &UnmatchedDesk::refresh);
    for (const auto signal : {&SessionModel::userChanged, &SessionModel::left})
        connect(&session, signal, this, &UnmatchedDesk::refresh);
    connect(&session, &SessionModel::entered, this, &UnmatchedDesk::refresh);
    m_look.start();
}

bool UnmatchedDesk::isForCaller() const
{
    return takesPaymentsOnline(m_session) && m_session.isInVisit() && kManagers.testFlag(m_session.role());
}

void UnmatchedDesk::refresh()
{
    if (!isForCaller())
        return setMoney({});
    m_session.connection().call<protocol::PaymentsUnmatched>({}, this, [this](const Result<protocol::PaymentsUnmatchedResult> &answer) {
        if (answer && isForCaller()) // else it is looked for again soon
            setMoney(answer->money);
    });
}

void UnmatchedDesk::setMoney(const QList<UnmatchedMoney> &money)
{
    if (money == m_money)
        return;
    m_money = money;
    Q_EMIT changed();
}

void UnmatchedDesk::refundAgain(PaymentId id)
{
    begin<protocol::PaymentsRefundAgain>({.id = id});
}

void UnmatchedDesk::settle(PaymentId id, const QString &reason)
{
    begin<protocol::PaymentsSettle>({.id = id, .reason = reason});
}

template<class Method>
void UnmatchedDesk::begin(const typename Method::Params &params)
{
    if (m_working.contains(params.id))
        return;
    m_working.insert(params.id);
    Q_EMIT changed();
    m_session.connection().call<Method>(params, this, [this, id = params.id](const Result<protocol::Nothing> &answer) {
        m_working.remove(id);
        Q_EMIT changed();
        if (!answer)
            Q_EMIT failed(answer.error());
        refresh();
    });
}

} // namespace parterre
