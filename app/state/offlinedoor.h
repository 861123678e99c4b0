// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/doorlist.h"
#include "app/state/doorqueue.h"
#include "app/state/sessionmodel.h"

#include <QTimer>

namespace parterre {

// A decision made without the server that did not stand: somebody else had come in, or the ticket was given back meanwhile.
struct DoorConflict {
    protocol::CheckinsAdmitParams admission = {};
    DoorVerdict verdict = {};   // the server's
};

// Lets a door go on when the connection does not: fetches the signed list of its event while there is one, decides by it
// while there is none, and tells the server afterwards.
class OfflineDoor final : public QObject
{
    Q_OBJECT

public:
    // `session` outlives it. In the folder it keeps what the server has not been told.
    OfflineDoor(SessionModel &session, const QString &folder, QObject *parent = nullptr);

    // Fetches the list, now and every few minutes; of no event: stops.
    void prepare(const std::optional<EventId> &event);
    [[nodiscard]] bool isReady() const { return m_list && !m_list->isEmpty(); }
    [[nodiscard]] const DoorList &list() const { return *m_list; } // when it is ready
    [[nodiscard]] qsizetype waiting() const { return m_queue.waiting().size(); }

    // Decides when it is ready, and remembers whom it let in under this key.
    [[nodiscard]] DoorVerdict admit(const QString &shown, const QString &door, const QString &key);
    // What the server decided, so that the list knows.
    void note(const DoorVerdict &verdict);
    void noteUndone(const QString &ticket);

Q_SIGNALS:
    void prepared();
    // The list could not be kept up to date, or its signature is wrong.
    void prepareFailed(const parterre::Error &error);
    void waitingChanged();
    // Everything that waited was told.
    void told(const QList<parterre::DoorConflict> &conflicts);

private:
    void fetchKeys();
    void fetchPage(std::optional<qint32> after);
    void onPage(const EventId &event, const Result<protocol::CheckinsOfflineResult> &answer);
    void tellNext();

    SessionModel &m_session;
    DoorQueue m_queue;
    std::optional<EventId> m_event;
    std::optional<DoorList> m_list;   // complete
    std::optional<DoorList> m_coming; // under way
    QTimer m_refresh;
    QList<DoorConflict> m_conflicts;
    bool m_telling = false;
};

} // namespace parterre
