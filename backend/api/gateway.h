// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/router.h"


namespace parterre::api {

class Dispatcher;

// One request, read on the I/O thread. Without params it is refused with `error`, if the caller may call the method at all.
struct ParsedCall {
    QJsonValue id = QJsonValue(QJsonValue::Undefined); // undefined: a notification, not answered
    const Route *route = nullptr;
    std::unique_ptr<ParsedParams> params = {};
    Error error = {};
};

// One text message: a single request, or a batch of them.
struct ParsedMessage {
    transport::ConnectionId from = {};
    bool isBatch = false;
    std::vector<ParsedCall> calls = {};
};

// Reads JSON on the I/O threads and hands everything of one loop pass over to the house thread in one hop.
class Gateway final : public transport::Receiver
{
public:
    explicit Gateway(const Router &router) : m_router(router) {}

    // Before the transport starts. The dispatcher outlives the transport.
    void setDispatcher(Dispatcher *dispatcher) { m_dispatcher = dispatcher; }

    void connected(const transport::Peer &peer) override;
    void received(int worker, std::span<transport::Inbound> all) override;
    void disconnected(transport::ConnectionId connection) override;
    void outOfSync(transport::ConnectionId connection, transport::Topic topic) override;

private:
    [[nodiscard]] ParsedMessage parse(const transport::Inbound &inbound) const;
    [[nodiscard]] ParsedCall parseCall(const QJsonValue &json) const;

    const Router &m_router;
    Dispatcher *m_dispatcher = nullptr;
};

} // namespace parterre::api
