// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/admission.h"
#include "backend/api/router.h"

class QJsonArray;

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

// Reads JSON on the I/O threads and hands everything of one loop pass over to the house thread in one hop. What comes
// too fast, or is no call of any method, is answered here and never reaches the house.
class Gateway final : public transport::Receiver
{
public:
    explicit Gateway(const Router &router) : m_router(router) {}

    // Before the transport starts. The dispatcher outlives it, and it outlives this.
    void open(Dispatcher &dispatcher, transport::Transport &transport, const RateLimits &limits, const Clock &clock);

    void connected(const transport::Peer &peer) override;
    void received(int worker, std::span<transport::Inbound> all) override;
    void disconnected(transport::ConnectionId connection) override;
    void outOfSync(transport::ConnectionId connection, transport::Topic topic) override;
    void broadcastDone(int worker, transport::Topic topic) override;

private:
    // What one message comes to: something for the house, or for the client at once, or nothing.
    struct Outcome {
        std::optional<ParsedMessage> message = {};
        std::unique_ptr<transport::Message> reply = {};
        bool isRefused = false; // for coming too fast
    };

    [[nodiscard]] Admission &admissionOf(transport::ConnectionId connection) { return m_admissions.at(static_cast<std::size_t>(workerOf(connection))); }
    [[nodiscard]] Outcome judge(Admission &admission, const transport::Inbound &inbound) const;
    [[nodiscard]] ParsedMessage parse(transport::ConnectionId from, const QJsonValue &json) const;
    [[nodiscard]] std::vector<ParsedCall> parseBatch(const QJsonArray &batch) const;
    [[nodiscard]] ParsedCall parseCall(const QJsonValue &json, bool inBatch) const;

    const Router &m_router;
    Dispatcher *m_dispatcher = nullptr;
    transport::Transport *m_transport = nullptr;
    std::vector<Admission> m_admissions; // by worker; each is touched by its worker's thread alone
};

} // namespace parterre::api
