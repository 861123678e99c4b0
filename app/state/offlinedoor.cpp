// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/offlinedoor.h"

#include <algorithm>
#include <array>

namespace parterre {

namespace {

constexpr std::chrono::minutes kRefresh {3};

bool isPassing(ErrorCode code)
{
    constexpr std::array kPassing {ErrorCode::Disconnected, ErrorCode::RateLimited, ErrorCode::Overloaded, ErrorCode::StorageUnavailable, ErrorCode::TimedOut, ErrorCode::OutcomeUnknown};
    return std::ranges::find(kPassing, code) != kPassing.end();
}

}

OfflineDoor::OfflineDoor(SessionModel &session, const QString &folder, const TellingPace &pace, QObject *parent)
    : QObject(parent), m_session(session), m_queue(folder), m_pace(pace), m_pauses(pace.pauses)
{
    m_refresh.setInterval(kRefresh);
    m_goOn.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &OfflineDoor::fetchKeys);
    connect(&m_goOn, &QTimer::timeout, this, &OfflineDoor::tellNext);
    connect(&session, &SessionModel::entered, this, [this] {
        fetchKeys();
        beginTelling();
    });
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (m_session.isInVisit())
            beginTelling();
    });
}

void OfflineDoor::prepare(const std::optional<EventId> &event)
{
    if (event == m_event)
        return;
    m_event = event;
    m_list.reset();
    m_coming.reset();
    if (!event)
        return m_refresh.stop();
    m_refresh.start();
    fetchKeys();
}

void OfflineDoor::fetchKeys()
{
    if (!m_event || !m_session.isInVisit() || !m_session.isDoorStaff())
        return;
    m_coming.reset();
    m_session.connection().call<protocol::CheckinsKeys>({}, this, [this, event = *m_event](const Result<protocol::CheckinsKeysResult> &answer) {
        if (event != m_event)
            return;
        if (!answer)
            return Q_EMIT prepareFailed(answer.error());
        QHash<qint32, QByteArray> keys;
        for (const protocol::TicketPublicKey &key : answer->keys)
            keys.insert(key.id, QByteArray::fromBase64(key.key));
        m_coming = DoorList(event, keys, m_session.connection().visit()->features.contains(protocol::kDoorsFeature));
        fetchPage();
    });
}

void OfflineDoor::fetchPage()
{
    m_session.connection().call<protocol::CheckinsOffline>(
        {.event = *m_event, .after = m_coming->next()}, this,
        [this, event = *m_event, after = m_coming->next()](const Result<protocol::CheckinsOfflineResult> &answer) { onPage(event, after, answer); });
}

void OfflineDoor::onPage(const EventId &event, const std::optional<qint32> &after, const Result<protocol::CheckinsOfflineResult> &answer)
{
    if (event != m_event || !m_coming)
        return;
    if (!answer) {
        m_coming.reset();
        return Q_EMIT prepareFailed(answer.error());
    }
    const DoorListPage page {.event = event,
                             .taken = answer->taken,
                             .tickets = answer->tickets,
                             .unpaid = answer->unpaid.value_or(QStringList()),
                             .released = answer->released.value_or(QStringList()),
                             .after = after,
                             .next = answer->next};
    DoorList::Signature signature {.keyId = answer->keyId, .old = QByteArray::fromBase64(answer->signature)};
    if (answer->wholeSignature)
        signature.whole = QByteArray::fromBase64(*answer->wholeSignature);
    if (!m_coming->add(page, signature)) {
        m_coming.reset();
        return Q_EMIT prepareFailed({.code = ErrorCode::BadAnswer, .detail = QStringLiteral("the list is not signed by the house")});
    }
    if (answer->next)
        return fetchPage();
    m_list = std::exchange(m_coming, std::nullopt);
    // Whom this door let in meanwhile, the server may not know yet.
    for (const protocol::CheckinsAdmitParams &admission : m_queue.waiting()) {
        if (admission.event == event)
            m_list->setAdmitted(m_list->numberOf(admission.code), admission.at, admission.door.value_or(QString()));
    }
    Q_EMIT prepared();
}

DoorVerdict OfflineDoor::admit(const QString &shown, const QString &door, const QString &key)
{
    const Instant now = m_session.serverClock().now();
    const DoorVerdict verdict = m_list->judge(shown, now, door);
    if (verdict.outcome != AdmitOutcome::Admitted)
        return verdict;
    m_list->setAdmitted(verdict.ticket->number, now, door);
    protocol::CheckinsAdmitParams admission {.event = m_list->event(), .code = shown, .key = key, .at = now};
    if (!door.isEmpty())
        admission.door = door;
    m_queue.add(admission);
    Q_EMIT waitingChanged();
    return verdict;
}

void OfflineDoor::note(const DoorVerdict &verdict)
{
    const bool isIn = verdict.outcome == AdmitOutcome::Admitted || verdict.outcome == AdmitOutcome::AlreadyIn;
    if (m_list && isIn && verdict.ticket)
        m_list->setAdmitted(verdict.ticket->number, verdict.at, verdict.door.value_or(QString()));
}

void OfflineDoor::noteUndone(const QString &ticket)
{
    if (m_list)
        m_list->setAdmitted(ticket, std::nullopt, {});
}

qsizetype OfflineDoor::foreign() const
{
    return std::ranges::count_if(m_queue.waiting(), [this](const protocol::CheckinsAdmitParams &admission) { return m_foreign.contains(admission.event); });
}

// Another server, perhaps, or another person.
void OfflineDoor::beginTelling()
{
    m_own.clear();
    m_foreign.clear();
    m_refused.clear();
    m_problem.reset();
    m_pauses.reset();
    m_goOn.stop();
    tellNext();
    Q_EMIT waitingChanged();
}

// One after the other, oldest first, each until the server has said what it thinks of it.
void OfflineDoor::tellNext()
{
    if (m_telling || m_goOn.isActive() || !m_session.isInVisit() || !m_session.isDoorStaff())
        return;
    const QList<protocol::CheckinsAdmitParams> &waiting = m_queue.waiting();
    const auto next = std::ranges::find_if(waiting, [this](const protocol::CheckinsAdmitParams &admission) {
        return !m_foreign.contains(admission.event) && !m_refused.contains(admission.key);
    });
    if (next == waiting.end()) {
        if (std::exchange(m_hasTold, false))
            Q_EMIT told(std::exchange(m_conflicts, {}));
        return;
    }
    m_telling = true;
    if (!m_own.contains(next->event))
        return lookUp(next->event);
    protocol::CheckinsAdmitParams admission = *next;
    const Instant now = m_session.serverClock().now();
    admission.at = std::min(admission.at.value_or(now), now); // the server's clock may have been put back
    m_session.connection().call<protocol::CheckinsAdmit>(
        admission, this, [this, admission](const Result<protocol::CheckinsAdmitResult> &answer) { onTold(admission, answer); });
}

void OfflineDoor::lookUp(const EventId &event)
{
    m_session.connection().call<protocol::CheckinsList>({.event = event, .limit = 1}, this, [this, event](const Result<protocol::CheckinsListResult> &answer) {
        m_telling = false;
        if (!answer && answer.error().code != ErrorCode::NotFound && waitsFor(answer.error()))
            return;
        // What could not be looked up for another reason is told: the server says that reason.
        (answer || answer.error().code != ErrorCode::NotFound ? m_own : m_foreign).insert(event);
        Q_EMIT waitingChanged();
        tellNext();
    });
}

void OfflineDoor::onTold(const protocol::CheckinsAdmitParams &admission, const Result<protocol::CheckinsAdmitResult> &answer)
{
    m_telling = false;
    if (!answer && waitsFor(answer.error()))
        return;
    if (answer) {
        if (answer->verdict.outcome != AdmitOutcome::Admitted)
            m_conflicts.append({.admission = admission, .verdict = answer->verdict});
        m_queue.remove(admission.key);
        m_hasTold = true;
        m_pauses.reset();
    } else if (answer.error().code == ErrorCode::NotFound) {
        m_foreign.insert(admission.event);
    } else {
        m_refused.insert(admission.key);
        m_problem = answer.error();
    }
    m_goOn.start(m_pace.between);
    Q_EMIT waitingChanged();
}

bool OfflineDoor::waitsFor(const Error &error)
{
    if (!m_session.isInVisit())
        return true; // at the next visit
    if (!isPassing(error.code))
        return false;
    m_goOn.start(std::max<std::chrono::milliseconds>(m_pauses.nextDelay(), std::chrono::seconds(error.retryAfterSeconds.value_or(0))));
    return true;
}

} // namespace parterre
