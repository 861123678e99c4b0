// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/admissionconflictlist.h"
#include "app/state/offlinedoor.h"
#include "shared/domain/event.h"
#include "shared/domain/ticketcode.h"
#include "shared/protocol/checkins.h"

#include <QHash>
#include <QQueue>
#include <QTimer>

namespace parterre {

// One door of one event: lets people in by what a scanner reads or somebody types, one after the other, and knows who came
// in last and how many are still expected, through whatever door.
class DoorModel final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive the model; ids make the idempotency keys. The folder keeps what was decided without a connection.
    DoorModel(SessionModel &session, IdGenerator &ids, const Clock &clock, const QString &folder = {}, const TellingPace &pace = {}, QObject *parent = nullptr);

    // Those of today and later, soonest first, and the one chosen. Of itself it chooses the one whose start is nearest.
    [[nodiscard]] const QList<EventSummary> &events() const { return m_events; }
    [[nodiscard]] const std::optional<EventId> &event() const { return m_event; }
    void setEvent(const EventId &event);
    void setDoor(const QString &name) { m_door = name.simplified(); }
    // While somebody looks, it keeps up with the other doors.
    void setWatching(bool watching);

    // A ticket's code or number. What a scanner reads twice in a breath is taken once. Ends in judged() or failed(). Without
    // a connection it is decided by the list that was fetched while there was one.
    void admit(const QString &shown);
    // Takes an admission back. Ends in undone() or failed().
    void undo(const QString &ticket, const QString &reason);
    // Somebody comes after all whose seat was given free: takes that back, and lets the ticket in. Ends in judged(), also when the seat is
    // somebody else's by now, or in failed(). Nothing happens when the event is another by now.
    void letInAfterAll(const DoorVerdict &released);

    // Reads how many are expected, and who came in last.
    void refresh() { readLatest(); }

    [[nodiscard]] bool isChecking() const { return m_current.has_value(); }
    // The link broke meanwhile: it goes on when the link is back.
    [[nodiscard]] bool isWaitingForLink() const { return m_waitsForLink; }
    // Decides by the list at the moment.
    [[nodiscard]] bool isOffline() const { return !m_session.isInVisit() && m_offline.isReady(); }
    [[nodiscard]] bool isLinked() const { return m_session.isInVisit(); }
    // While it is not: why nobody tries to connect any more, if that is so.
    [[nodiscard]] std::optional<Error> linkError() const;
    void retryNow() { m_session.retryNow(); }
    [[nodiscard]] bool hasList() const { return m_offline.isReady(); } // to go on without a connection
    [[nodiscard]] Instant listTaken() const { return m_offline.list().taken(); } // when it is offline
    // What was decided without the server and has to be told to it: untold() to this one, foreignUntold() to another house's. keepsUntold():
    // it would outlive the program. tellingProblem(): why the server does not take some of it.
    [[nodiscard]] qsizetype untold() const { return m_offline.untold(); }
    [[nodiscard]] qsizetype foreignUntold() const { return m_offline.foreign(); }
    [[nodiscard]] bool keepsUntold() const { return m_offline.isKept(); }
    [[nodiscard]] const std::optional<Error> &tellingProblem() const { return m_offline.problem(); }
    // What did not stand at the doors of the event, as the server last said; looking reads it.
    [[nodiscard]] int conflicts() const { return m_conflicts; }
    [[nodiscard]] AdmissionConflictList &conflictList() { return m_conflictList; }
    // Servers before 1.14 keep none.
    [[nodiscard]] bool areConflictsKept() const;
    // Whether what was judged last was a number that somebody typed, and no code.
    [[nodiscard]] bool wasTyped() const { return !readTicketCode(m_last); }
    [[nodiscard]] const QList<Admission> &latest() const { return m_latest; } // newest first
    [[nodiscard]] Attendance attendance() const { return isOffline() ? m_offline.list().attendance() : m_attendance; }

Q_SIGNALS:
    void eventsChanged();
    void eventChanged();
    void checkingChanged();
    void latestChanged();
    void judged(const parterre::DoorVerdict &verdict);
    void undone(const parterre::Admission &admission);
    void failed(const parterre::Error &error);
    void linkChanged(); // isOffline(), or what is not told
    // The server was told what was decided without it.
    void told(const QList<parterre::DoorConflict> &conflicts);

private:
    void readEvents();
    void readLatest();
    void onUserChanged();
    void checkNext();
    void onAdmitAnswer(const QString &key, const Result<protocol::CheckinsAdmitResult> &answer);
    void onStatusChanged();
    void decideOffline();
    void finishCurrent();
    // Of a request whose outcome is unknown, the key it had; else a new one.
    [[nodiscard]] QString keyFor(const QString &request);
    void settleKey(const QString &request, const Error *error);

    SessionModel &m_session;
    IdGenerator &m_ids;
    const Clock &m_clock;
    QList<EventSummary> m_events;
    std::optional<EventId> m_event;
    QString m_door;
    QQueue<QString> m_waiting;
    std::optional<QString> m_current;
    QString m_currentKey;
    QString m_last;               // what was shown last, and when it was judged
    Tick m_lastAt = {};
    QHash<QString, QString> m_doubtful;
    QList<Admission> m_latest;
    Attendance m_attendance;
    int m_conflicts = 0;
    AdmissionConflictList m_conflictList;
    QTimer m_poll;
    OfflineDoor m_offline;
    bool m_waitsForLink = false;
};

} // namespace parterre
