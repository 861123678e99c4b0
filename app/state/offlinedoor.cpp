// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/offlinedoor.h"

namespace parterre {

namespace {

constexpr std::chrono::minutes kRefresh {3};

}

OfflineDoor::OfflineDoor(SessionModel &session, const QString &folder, QObject *parent) : QObject(parent), m_session(session), m_queue(folder)
{
    m_refresh.setInterval(kRefresh);
    connect(&m_refresh, &QTimer::timeout, this, &OfflineDoor::fetchKeys);
    connect(&session, &SessionModel::entered, this, [this] {
        fetchKeys();
        tellNext();
    });
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (m_session.isInVisit())
            tellNext();
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
        m_coming = DoorList(event, keys);
        fetchPage(std::nullopt);
    });
}

void OfflineDoor::fetchPage(std::optional<qint32> after)
{
    m_session.connection().call<protocol::CheckinsOffline>({.event = *m_event, .after = after}, this,
                                                           [this, event = *m_event](const Result<protocol::CheckinsOfflineResult> &answer) { onPage(event, answer); });
}

void OfflineDoor::onPage(const EventId &event, const Result<protocol::CheckinsOfflineResult> &answer)
{
    if (event != m_event || !m_coming)
        return;
    if (!answer) {
        m_coming.reset();
        return Q_EMIT prepareFailed(answer.error());
    }
    const DoorListPage page {.event = event, .taken = answer->taken, .tickets = answer->tickets, .unpaid = answer->unpaid.value_or(QStringList()), .released = answer->released.value_or(QStringList())};
    if (!m_coming->add(page, answer->keyId, QByteArray::fromBase64(answer->signature))) {
        m_coming.reset();
        return Q_EMIT prepareFailed({.code = ErrorCode::BadAnswer, .detail = QStringLiteral("the list is not signed by the house")});
    }
    if (answer->next)
        return fetchPage(answer->next);
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
    (void)m_queue.add(admission);
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

// One after the other, oldest first, each until the server has said what it thinks of it.
void OfflineDoor::tellNext()
{
    if (m_telling || m_queue.waiting().isEmpty() || !m_session.isInVisit() || !m_session.isDoorStaff())
        return;
    m_telling = true;
    const protocol::CheckinsAdmitParams admission = m_queue.waiting().constFirst();
    m_session.connection().call<protocol::CheckinsAdmit>(admission, this, [this, admission](const Result<protocol::CheckinsAdmitResult> &answer) {
        m_telling = false;
        if (!answer && answer.error().code != ErrorCode::KeyReused && answer.error().code != ErrorCode::InvalidParams)
            return; // at the next visit
        if (!answer)
            m_conflicts.append({.admission = admission, .verdict = {}});
        else if (answer->verdict.outcome != AdmitOutcome::Admitted)
            m_conflicts.append({.admission = admission, .verdict = answer->verdict});
        m_queue.remove(admission.key);
        Q_EMIT waitingChanged();
        if (m_queue.waiting().isEmpty())
            Q_EMIT told(std::exchange(m_conflicts, {}));
        else
            tellNext();
    });
}

} // namespace parterre
