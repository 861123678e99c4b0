// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/noshowdesk.h"

namespace parterre {

using namespace protocol;

namespace {

// Those of one booking go together as far as they fit: a table that is sold whole is of one.
QList<QStringList> requestsFor(const QList<QStringList> &bookings)
{
    QList<QStringList> requests;
    for (QStringList tickets : bookings) {
        if (requests.isEmpty() || requests.constLast().size() + tickets.size() > kMaxNoShows)
            requests.append(QStringList());
        for (; tickets.size() > kMaxNoShows; requests.append(QStringList())) {
            requests.last() = tickets.first(kMaxNoShows);
            tickets.remove(0, kMaxNoShows);
        }
        requests.last() += tickets;
    }
    return requests;
}

QList<QStringList> byBooking(const QStringList &tickets, const QList<NoShow> &known)
{
    QHash<QString, BookingId> bookingOf;
    for (const NoShow &ticket : known)
        bookingOf.insert(ticket.ticket, ticket.booking);
    QHash<BookingId, qsizetype> positions;
    QList<QStringList> bookings;
    for (const QString &ticket : tickets) {
        const auto position = positions.constFind(bookingOf.value(ticket));
        if (position != positions.constEnd()) {
            bookings[*position].append(ticket);
            continue;
        }
        positions.insert(bookingOf.value(ticket), bookings.size());
        bookings.append({ticket});
    }
    return bookings;
}

}

NoShowDesk::NoShowDesk(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids)
{
    connect(&session, &SessionModel::userChanged, this, &NoShowDesk::onUserChanged);
}

void NoShowDesk::onUserChanged()
{
    ++m_task;
    m_tickets.clear();
    m_waiting.clear();
    m_released.clear();
    setState(State::Idle);
}

void NoShowDesk::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void NoShowDesk::look(const EventId &event)
{
    if (m_state == State::Releasing || m_state == State::Restoring)
        return;
    ++m_task;
    m_event = event;
    m_tickets.clear();
    setState(State::Reading);
    read({});
}

void NoShowDesk::stopLooking()
{
    if (m_state != State::Reading && m_state != State::Ready)
        return;
    ++m_task;
    m_tickets.clear();
    setState(State::Idle);
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

// ---- Giving free -----------------------------------------------------------------------------------------------------

void NoShowDesk::release(const QStringList &tickets, const QString &reason)
{
    if (m_state != State::Ready || tickets.isEmpty())
        return;
    m_waiting = requestsFor(byBooking(tickets, m_tickets));
    m_reason = reason.simplified();
    m_releasedOf = m_event;
    m_released.clear();
    m_left = 0;
    setState(State::Releasing);
    releaseNext();
}

void NoShowDesk::releaseNext()
{
    CheckinsReleaseNoShowsParams params {.event = m_releasedOf, .tickets = m_waiting.takeFirst(), .key = m_ids.next().toString(QUuid::WithoutBraces)};
    if (!m_reason.isEmpty())
        params.reason = m_reason;
    m_session.connection().callUntilAnswered<CheckinsReleaseNoShows>(
        params, this,
        [this, task = m_task](const Result<CheckinsReleaseNoShowsResult> &answer) {
            if (task != m_task)
                return;
            if (!answer && m_released.isEmpty()) {
                setState(State::Ready);
                Q_EMIT failed(answer.error());
                return;
            }
            if (!answer)
                return tellReleased(answer.error());
            m_released += answer->released;
            m_left += static_cast<int>(answer->kept.size());
            if (m_waiting.isEmpty())
                tellReleased({});
            else
                releaseNext();
        },
        [](bool) {});
}

void NoShowDesk::tellReleased(const std::optional<Error> &rest)
{
    m_tickets.clear();
    m_waiting.clear();
    setState(State::Idle);
    Q_EMIT released(static_cast<int>(m_released.size()), m_left, rest);
}

// ---- Taking back -----------------------------------------------------------------------------------------------------

void NoShowDesk::takeBack()
{
    if (m_state != State::Idle || m_released.isEmpty())
        return;
    m_waiting = requestsFor({std::exchange(m_released, {})});
    m_done = 0;
    m_left = 0;
    setState(State::Restoring);
    restoreNext();
}

void NoShowDesk::restoreNext()
{
    const QStringList some = m_waiting.takeFirst();
    m_session.connection().callUntilAnswered<CheckinsRestore>(
        {.event = m_releasedOf, .tickets = some, .key = m_ids.next().toString(QUuid::WithoutBraces)}, this,
        [this, task = m_task, some](const Result<CheckinsRestoreResult> &answer) {
            if (task != m_task)
                return;
            // Of none of these, which others may have seen to themselves.
            const bool isNone = !answer && (answer.error().code == ErrorCode::SeatTaken || answer.error().code == ErrorCode::NotReleased);
            if (!answer && !isNone) {
                m_released = some; // to be tried again
                for (const QStringList &others : std::exchange(m_waiting, {}))
                    m_released += others;
                setState(State::Idle);
                Q_EMIT failed(answer.error());
                return;
            }
            if (answer) {
                m_done += static_cast<int>(answer->restored.size());
                m_left += static_cast<int>(answer->taken.size());
            } else if (answer.error().code == ErrorCode::SeatTaken) {
                m_left += static_cast<int>(answer.error().places.size());
            }
            if (!m_waiting.isEmpty())
                return restoreNext();
            setState(State::Idle);
            Q_EMIT restored(m_done, m_left);
        },
        [](bool) {});
}

} // namespace parterre
