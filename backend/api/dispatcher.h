// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/gateway.h"
#include "backend/api/outbox.h"
#include "backend/api/ratelimit.h"
#include "backend/api/seatmapfeed.h"
#include "backend/services/sessionservice.h"

#include <QObject>

#include <unordered_map>

namespace parterre::api {

// Takes requests on the house thread, in the order they came: is the caller too fast, has it said hello, may its role
// call this? Then the handler's turn. Denies by default: a method without a permission row does not exist.
class Dispatcher : public QObject
{
    Q_OBJECT
public:
    Dispatcher(Outbox &outbox, SeatmapFeed &feed, services::SessionService &sessions, const Clock &clock, RateLimits limits, QObject *parent = nullptr);

    void addLink(const transport::Peer &peer);
    void removeLink(transport::ConnectionId connection);
    void dispatch(std::vector<ParsedMessage> &messages);
    // The client read too slowly and has caught up: it gets the whole map of the topic.
    void resync(transport::ConnectionId connection, transport::Topic topic);

    [[nodiscard]] qsizetype linkCount() const { return static_cast<qsizetype>(m_links.size()); }

private:
    struct Link {
        QString address = {};
        RateBucket bucket = {};
        int inFlight = 0;
    };
    // Gathers the answers of a batch until the last one is there.
    struct Batch {
        transport::ConnectionId to = {};
        QJsonArray replies = {};
        int outstanding = 0;
    };

    void call(transport::ConnectionId from, Link &link, ParsedCall &parsed, const std::shared_ptr<Batch> &batch);
    // Why the call may not go on, if so.
    [[nodiscard]] std::optional<Error> refuse(Link &link, const services::Session *session, const ParsedCall &parsed);
    void answer(transport::ConnectionId to, const QJsonValue &id, const std::shared_ptr<Batch> &batch, const Result<std::shared_ptr<const Answer>> &result);

    Outbox &m_outbox;
    SeatmapFeed &m_feed;
    services::SessionService &m_sessions;
    const Clock &m_clock;
    const RateLimits m_limits;
    std::unordered_map<quint64, Link> m_links; // by connection
};

// The services know a connection only as a number.
[[nodiscard]] constexpr services::LinkId linkOf(transport::ConnectionId connection)
{
    return static_cast<services::LinkId>(connection);
}

} // namespace parterre::api
