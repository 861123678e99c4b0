// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/arrivalsfeed.h"
#include "backend/api/gateway.h"
#include "backend/api/outbox.h"
#include "backend/api/seatmapfeed.h"
#include "backend/services/sessionservice.h"

#include <QObject>

#include <unordered_map>

namespace parterre::api {

// Takes requests on the house thread, in the order they came: has the caller said hello, may its role call this? Then
// the handler's turn. Denies by default: a method without a permission row does not exist.
class Dispatcher : public QObject
{
    Q_OBJECT
public:
    Dispatcher(Outbox &outbox, SeatmapFeed &feed, ArrivalsFeed &arrivals, services::SessionService &sessions, QObject *parent = nullptr);

    void addLink(const transport::Peer &peer, const std::shared_ptr<LinkMeter> &meter);
    void removeLink(transport::ConnectionId connection);
    void dispatch(std::vector<ParsedMessage> &messages);
    // The client read too slowly and has caught up: it gets the whole map of the topic.
    void resync(transport::ConnectionId connection, transport::Topic topic);
    void broadcastDone(transport::Topic topic) { m_feed.broadcastDone(topic); }

    [[nodiscard]] qsizetype linkCount() const { return static_cast<qsizetype>(m_links.size()); }

private:
    struct Link {
        services::Origin origin = {};
        std::shared_ptr<LinkMeter> meter = {}; // never null
    };
    // Gathers the answers of a batch until the last one is there.
    struct Batch {
        std::vector<NumberedReply> replies = {};
        int outstanding = 0;
    };
    // A call whose answer is awaited.
    struct Waiting {
        transport::ConnectionId from = {};
        std::shared_ptr<LinkMeter> meter = {};
        protocol::RequestId id = {};
        const Route *route = nullptr;  // null: no call of any method
        std::shared_ptr<Batch> batch = {};
    };

    void call(transport::ConnectionId from, const Link &link, ParsedCall &parsed, const std::shared_ptr<Batch> &batch);
    void answer(const Waiting &call, AnswerOrError result);
    void onUserChanged(const services::Session &session);

    Outbox &m_outbox;
    SeatmapFeed &m_feed;
    ArrivalsFeed &m_arrivals;
    services::SessionService &m_sessions;
    std::unordered_map<quint64, Link> m_links; // by connection
};

// The services know a connection only as a number.
[[nodiscard]] constexpr services::LinkId linkOf(transport::ConnectionId connection)
{
    return static_cast<services::LinkId>(connection);
}

} // namespace parterre::api
