// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/doormodel.h"

#include "shared/protocol/events.h"
#include "shared/protocol/noshows.h"

#include <algorithm>

namespace parterre {

namespace {

constexpr std::chrono::seconds kPoll {5};
constexpr std::chrono::seconds kSameBreath {3};
constexpr std::chrono::hours kLateComers {12}; // an event that began so long ago still has a door
constexpr qint32 kLatest = 20;

}

DoorModel::DoorModel(SessionModel &session, IdGenerator &ids, const Clock &clock, const QString &folder, const TellingPace &pace, QObject *parent)
    : QObject(parent), m_session(session), m_ids(ids), m_clock(clock), m_conflictList(session), m_offline(session, folder, pace)
{
    m_poll.setInterval(kPoll);
    connect(&m_poll, &QTimer::timeout, this, &DoorModel::readLatest);
    connect(&session, &SessionModel::entered, this, &DoorModel::onUserChanged);
    connect(&session, &SessionModel::entered, this, &DoorModel::linkChanged);
    connect(&session, &SessionModel::userChanged, this, &DoorModel::onUserChanged);
    connect(&session, &SessionModel::statusChanged, this, &DoorModel::onStatusChanged);
    connect(&m_offline, &OfflineDoor::waitingChanged, this, &DoorModel::linkChanged);
    connect(&m_offline, &OfflineDoor::prepareFailed, this, &DoorModel::failed);
    connect(&m_offline, &OfflineDoor::told, this, [this](const QList<DoorConflict> &conflicts) {
        readLatest();
        Q_EMIT told(conflicts);
    });
}

void DoorModel::onUserChanged()
{
    if (!m_session.isDoorStaff()) {
        m_waiting.clear();
        m_events.clear();
        m_latest.clear();
        m_attendance = {};
        m_conflicts = 0;
        m_event.reset();
        m_offline.prepare(std::nullopt);
        Q_EMIT eventsChanged();
        Q_EMIT eventChanged();
        Q_EMIT latestChanged();
    } else if (m_poll.isActive() && m_session.isInVisit()) {
        readEvents();
        readLatest();
    }
}

void DoorModel::setWatching(bool watching)
{
    if (watching == m_poll.isActive())
        return;
    if (!watching)
        return m_poll.stop();
    m_poll.start();
    onUserChanged();
}

void DoorModel::readEvents()
{
    const protocol::EventsSearchParams params {.from = m_clock.utcNow() - kLateComers};
    m_session.connection().call<protocol::EventsSearch>(params, this, [this](const Result<protocol::EventsSearchResult> &answer) {
        if (!answer)
            return Q_EMIT failed(answer.error());
        if (!m_session.isDoorStaff())
            return;
        m_events = answer->events;
        Q_EMIT eventsChanged();
        const bool isThere = m_event && std::ranges::find(m_events, *m_event, &EventSummary::id) != m_events.end();
        if (isThere || m_events.isEmpty())
            return;
        const auto away = [now = m_clock.utcNow()](const EventSummary &event) { return std::chrono::abs(event.start - now); };
        setEvent(std::ranges::min_element(m_events, {}, away)->id);
    });
}

void DoorModel::setEvent(const EventId &event)
{
    if (m_event == event)
        return;
    m_event = event;
    m_waiting.clear();
    m_last.clear();
    m_latest.clear();
    m_attendance = {};
    m_conflicts = 0;
    m_offline.prepare(event);
    Q_EMIT eventChanged();
    Q_EMIT latestChanged();
    readLatest();
}

bool DoorModel::areConflictsKept() const
{
    const std::optional<net::Visit> &visit = m_session.connection().visit();
    return visit && visit->features.contains(protocol::kDoorsFeature);
}

void DoorModel::readLatest()
{
    if (!m_event || !m_session.isInVisit())
        return;
    m_session.connection().call<protocol::CheckinsList>({.event = *m_event, .limit = kLatest}, this,
                                                        [this, event = *m_event](const Result<protocol::CheckinsListResult> &answer) {
        if (!answer || event != m_event)
            return; // the next look may succeed
        m_latest = answer->admissions;
        m_attendance = answer->attendance;
        m_conflicts = answer->conflicts.value_or(0);
        Q_EMIT latestChanged();
    });
}

void DoorModel::admit(const QString &shown)
{
    const QString text = shown.trimmed();
    const bool isRepeated = text == m_last && m_clock.steadyNow() - m_lastAt < kSameBreath;
    if (text.isEmpty() || !m_event || isRepeated || m_current == text || m_waiting.contains(text))
        return;
    m_waiting.enqueue(text);
    checkNext();
}

void DoorModel::checkNext()
{
    if (m_current || m_waiting.isEmpty() || !m_event)
        return;
    m_current = m_waiting.dequeue();
    m_currentKey = keyFor(*m_current);
    if (isOffline())
        return decideOffline();
    Q_EMIT checkingChanged();
    protocol::CheckinsAdmitParams params {.event = *m_event, .code = *m_current, .key = m_currentKey};
    if (!m_door.isEmpty())
        params.door = m_door;
    m_session.connection().callUntilAnswered<protocol::CheckinsAdmit>(
        params, this, [this, key = m_currentKey](const Result<protocol::CheckinsAdmitResult> &answer) { onAdmitAnswer(key, answer); },
        [this, key = m_currentKey](bool checking) {
            if (key != m_currentKey)
                return;
            m_waitsForLink = checking;
            Q_EMIT checkingChanged();
        });
}

void DoorModel::onStatusChanged()
{
    if (m_current && isOffline())
        decideOffline();
    Q_EMIT linkChanged();
}

std::optional<Error> DoorModel::linkError() const
{
    const net::ConnectionStatus &status = m_session.status();
    return status.state == net::ConnectionState::Failed ? std::optional(status.error.value_or(Error {.code = ErrorCode::Disconnected})) : std::nullopt;
}

// What the server may have been asked already is told to it again, under the same key, when the link is back.
void DoorModel::decideOffline()
{
    const DoorVerdict verdict = m_offline.admit(*m_current, m_door, m_currentKey);
    settleKey(*m_current, nullptr);
    finishCurrent();
    Q_EMIT judged(verdict);
    Q_EMIT latestChanged();
    checkNext();
}

void DoorModel::finishCurrent()
{
    m_last = *m_current;
    m_lastAt = m_clock.steadyNow();
    m_current.reset();
    m_currentKey.clear();
    m_waitsForLink = false;
    Q_EMIT checkingChanged();
}

void DoorModel::onAdmitAnswer(const QString &key, const Result<protocol::CheckinsAdmitResult> &answer)
{
    if (key != m_currentKey)
        return; // decided without it
    settleKey(*m_current, answer ? nullptr : &answer.error());
    finishCurrent();
    if (answer) {
        m_offline.note(answer->verdict);
        Q_EMIT judged(answer->verdict);
        readLatest();
    } else {
        m_last.clear(); // to be tried again at once
        Q_EMIT failed(answer.error());
    }
    checkNext();
}

void DoorModel::undo(const QString &ticket, const QString &reason)
{
    if (!m_event)
        return;
    const QString request = QStringLiteral("undo ") + ticket;
    m_session.connection().callUntilAnswered<protocol::CheckinsUndo>(
        {.event = *m_event, .ticket = ticket, .reason = reason, .key = keyFor(request)}, this,
        [this, request](const Result<protocol::CheckinsUndoResult> &answer) {
            settleKey(request, answer ? nullptr : &answer.error());
            m_last.clear(); // the ticket may come again at once
            if (answer) {
                m_offline.noteUndone(answer->admission.ticket.number);
                Q_EMIT undone(answer->admission);
            }
            if (!answer)
                Q_EMIT failed(answer.error());
            readLatest();
        },
        [](bool) {});
}

void DoorModel::letInAfterAll(const DoorVerdict &released)
{
    if (!released.ticket || released.ticket->event != m_event)
        return;
    const QString ticket = released.ticket->number;
    const QString request = QStringLiteral("restore ") + ticket;
    m_session.connection().callUntilAnswered<protocol::CheckinsRestore>(
        {.event = *m_event, .tickets = {ticket}, .key = keyFor(request)}, this,
        [this, request, released, ticket, event = *m_event](const Result<protocol::CheckinsRestoreResult> &answer) {
            settleKey(request, answer ? nullptr : &answer.error());
            if (event != m_event)
                return;
            m_last.clear(); // the ticket may come again at once
            // At another door somebody was quicker to do the same: the ticket says what became of it.
            if (answer || answer.error().code == ErrorCode::NotReleased)
                return admit(ticket);
            if (answer.error().code != ErrorCode::SeatTaken)
                return Q_EMIT failed(answer.error());
            DoorVerdict taken = released;
            taken.placeIsFree = false;
            Q_EMIT judged(taken);
        },
        [](bool) {});
}

QString DoorModel::keyFor(const QString &request)
{
    QString &key = m_doubtful[request];
    if (key.isEmpty())
        key = m_ids.next().toString(QUuid::WithoutBraces);
    return key;
}

void DoorModel::settleKey(const QString &request, const Error *error)
{
    if (!error || error->code != ErrorCode::OutcomeUnknown)
        m_doubtful.remove(request);
}

} // namespace parterre
