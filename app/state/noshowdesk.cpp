// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/noshowdesk.h"

namespace parterre {

using namespace protocol;

namespace {

constexpr qsizetype kAtOnce = 50; // few enough that nobody waits long behind them

}

NoShowDesk::NoShowDesk(SessionModel &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &SessionModel::userChanged, this, &NoShowDesk::stop);
}

void NoShowDesk::stop()
{
    ++m_task;
    m_tickets.clear();
    setState(State::Idle);
}

void NoShowDesk::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void NoShowDesk::look(const EventId &event)
{
    ++m_task;
    m_event = event;
    m_tickets.clear();
    setState(State::Reading);
    read({});
}

void NoShowDesk::read(std::optional<qint32> after)
{
    m_session.connection().call<CheckinsNoShows>({.event = m_event, .after = after}, this, [this, task = m_task](const Result<CheckinsNoShowsResult> &answer) {
        if (task != m_task)
            return;
        if (!answer) {
            setState(State::Idle);
            Q_EMIT failed(answer.error());
            return;
        }
        m_tickets += answer->tickets;
        if (answer->next)
            read(answer->next);
        else
            setState(State::Ready);
    });
}

void NoShowDesk::release(const QStringList &tickets)
{
    if (m_state != State::Ready || tickets.isEmpty())
        return;
    m_wanted = tickets;
    m_free = 0;
    setState(State::Releasing);
    releaseFrom(0);
}

void NoShowDesk::releaseFrom(qsizetype position)
{
    const CheckinsReleaseNoShowsParams params {.event = m_event, .tickets = m_wanted.mid(position, kAtOnce)};
    m_session.connection().call<CheckinsReleaseNoShows>(params, this, [this, task = m_task, position](const Result<CheckinsReleaseNoShowsResult> &answer) {
        if (task != m_task)
            return;
        if (!answer) {
            setState(State::Ready);
            Q_EMIT failed(answer.error());
            return;
        }
        m_free += static_cast<int>(answer->released.size());
        if (position + kAtOnce < m_wanted.size())
            return releaseFrom(position + kAtOnce);
        const int meanwhile = static_cast<int>(m_wanted.size()) - m_free;
        setState(State::Idle);
        Q_EMIT released(m_free, meanwhile);
    });
}

} // namespace parterre
