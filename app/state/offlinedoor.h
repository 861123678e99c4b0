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

// How quickly the server is told of what it does not know: so that those who come meanwhile are not kept out by its limit on requests.
struct TellingPace {
    std::chrono::milliseconds between {100};
    net::BackOffLimits pauses {.first = std::chrono::seconds(1), .longest = std::chrono::seconds(30)}; // after an error that passes
};

// Lets a door go on when the connection does not: fetches the signed list of its event while there is one, decides by it
// while there is none, and tells the server afterwards. A server is told of its own events alone: what was decided for
// another house waits until somebody signs in there.
class OfflineDoor final : public QObject
{
    Q_OBJECT

public:
    // `session` outlives it. In the folder it keeps what the server has not been told.
    OfflineDoor(SessionModel &session, const QString &folder, const TellingPace &pace, QObject *parent = nullptr);

    // Fetches the list, now and every few minutes; of no event: stops.
    void prepare(const std::optional<EventId> &event);
    [[nodiscard]] bool isReady() const { return m_list && !m_list->isEmpty(); }
    [[nodiscard]] const DoorList &list() const { return *m_list; } // when it is ready

    // What this server is not told yet, and what is for another one.
    [[nodiscard]] qsizetype untold() const { return m_queue.waiting().size() - foreign(); }
    [[nodiscard]] qsizetype foreign() const;
    // False: what is not told would be lost with the program.
    [[nodiscard]] bool isKept() const { return m_queue.isKept(); }
    // Why the server does not take some of what it is told, if it does not; it is told again in the next visit.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    // Decides when it is ready, and remembers whom it let in under this key.
    [[nodiscard]] DoorVerdict admit(const QString &shown, const QString &door, const QString &key);
    // What the server decided, so that the list knows.
    void note(const DoorVerdict &verdict);
    void noteUndone(const QString &ticket);

Q_SIGNALS:
    void prepared();
    // The list could not be kept up to date, or its signature is wrong.
    void prepareFailed(const parterre::Error &error);
    void waitingChanged(); // untold(), foreign(), isKept() or problem()
    // Everything that waited and that this server takes was told.
    void told(const QList<parterre::DoorConflict> &conflicts);

private:
    void fetchKeys();
    void fetchPage();
    void onPage(const EventId &event, const std::optional<qint32> &after, const Result<protocol::CheckinsOfflineResult> &answer);
    void beginTelling();
    void tellNext();
    // Whether the event is one of this house's, if nobody knows yet.
    void lookUp(const EventId &event);
    void onTold(const protocol::CheckinsAdmitParams &admission, const Result<protocol::CheckinsAdmitResult> &answer);
    // Goes on after a pause when the error passes; true then, or when there is no connection any more.
    [[nodiscard]] bool waitsFor(const Error &error);

    SessionModel &m_session;
    DoorQueue m_queue;
    const TellingPace m_pace;
    net::BackOff m_pauses;
    std::optional<EventId> m_event;
    std::optional<DoorList> m_list;   // complete
    std::optional<DoorList> m_coming; // under way
    QTimer m_refresh;
    QTimer m_goOn;
    QList<DoorConflict> m_conflicts;
    QSet<EventId> m_own;              // events of this house, as far as it was asked in this visit
    QSet<EventId> m_foreign;
    QSet<QString> m_refused;          // keys that the server does not take in this visit
    std::optional<Error> m_problem;
    bool m_telling = false;
    bool m_hasTold = false;           // since told()
};

} // namespace parterre
