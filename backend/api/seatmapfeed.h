// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/outbox.h"
#include "backend/services/eventdirectory.h"
#include "backend/services/sessionservice.h"
#include "shared/domain/packedseatstates.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <unordered_map>

namespace parterre::api {

// Tells clients what happens to seats: each event's changes as one message to all who watch it, at most every 25 ms, at
// once after quiet, and never before the message before is with everybody, so that what cannot be delivered in time
// becomes fewer messages instead of a queue; and a session what became of its holds. Lives on the house thread.
class SeatmapFeed : public QObject, public services::EventListener
{
    Q_OBJECT
public:
    SeatmapFeed(Outbox &outbox, services::EventDirectory &events, services::SessionService &sessions, const Clock &clock, QObject *parent = nullptr);

    // As the caller is now: it may have gone, or logged out, while the event was being opened.
    [[nodiscard]] bool mayWatch(transport::ConnectionId connection, const services::OpenEvent &event) const;
    void subscribe(transport::ConnectionId connection, const services::OpenEvent &event);
    void unsubscribe(transport::ConnectionId connection, const services::OpenEvent &event);
    void forget(transport::ConnectionId connection);
    // Ends what the caller may not watch any more.
    void recheck(transport::ConnectionId connection);
    void resync(transport::ConnectionId connection, transport::Topic topic);
    void broadcastDone(transport::Topic topic); // by one worker
    // Packed for the wire, as they are now.
    [[nodiscard]] QByteArray packedStates(const services::OpenEvent &event);

    void seatsChanged(services::OpenEvent &event) override;
    void holdsEnded(services::OpenEvent &event, const std::vector<ledger::EndedHold> &ended) override;
    void eventChanged(services::OpenEvent &event) override;
    void topicEnded(EventId event, quint64 topic) override;

private:
    struct Channel {
        services::OpenEvent *event = nullptr;
        QSet<quint64> watchers = {};       // connections
        Tick nextSend = {};
        int workersAtIt = 0;               // that have not handed on the last message to all yet
        bool isDirty = false;
        std::optional<PackedSeatStates> packed = {}; // made when it is first asked for
    };

    Channel &channelOf(const services::OpenEvent &event);
    void sendDue();
    void send(Channel &channel);

    Outbox &m_outbox;
    services::EventDirectory &m_events;
    services::SessionService &m_sessions;
    const Clock &m_clock;
    std::unordered_map<quint64, Channel> m_channels; // by topic
    std::vector<quint64> m_dirty;                    // topics
    QHash<quint64, QSet<quint64>> m_topicsOf;        // connection -> topics
    QTimer m_tick;
};

} // namespace parterre::api
