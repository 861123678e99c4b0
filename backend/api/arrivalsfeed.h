// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/outbox.h"
#include "backend/services/sessionservice.h"

#include <QMap>
#include <QSet>
#include <QTimer>

namespace parterre::services {
class CheckinService;
}

namespace parterre::api {

// Tells those who watch an event's arrivals who came in and went out: of a tenth of a second one message to each, with every
// place once. A client watches one event at a time. Lives on the house thread.
class ArrivalsFeed : public QObject
{
    Q_OBJECT
public:
    ArrivalsFeed(Outbox &outbox, services::SessionService &sessions, services::CheckinService &checkins, QObject *parent = nullptr);

    void watch(transport::ConnectionId connection, const EventId &event);
    void unwatch(transport::ConnectionId connection, const EventId &event);
    void forget(transport::ConnectionId connection);
    // Ends what the caller may not watch any more.
    void recheck(transport::ConnectionId connection);

private:
    struct Channel {
        QSet<quint64> watchers = {};       // connections
        QMap<qint32, bool> moved = {};     // places since the last message; true: in
    };

    void onMoved(const EventId &event, qint32 place, bool isIn);
    void send();

    Outbox &m_outbox;
    services::SessionService &m_sessions;
    QHash<EventId, Channel> m_channels;
    QHash<quint64, EventId> m_eventOf;     // connection -> event
    QTimer m_tick;
};

} // namespace parterre::api
