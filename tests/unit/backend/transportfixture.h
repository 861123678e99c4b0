// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/websockettransport.h"
#include "tests/unit/backend/rawwebsocketclient.h"
#include "tests/unit/backend/recordingreceiver.h"

#include <QTest>
#include <QUrl>
#include <QWebSocket>

namespace parterre::testing {

// A message that is text already.
class TextMessage final : public transport::Message
{
public:
    explicit TextMessage(QByteArray utf8, bool *encoded = nullptr) : m_utf8(std::move(utf8)), m_encoded(encoded) {}
    [[nodiscard]] QByteArray encode() override
    {
        if (m_encoded)
            *m_encoded = true;
        return m_utf8;
    }

private:
    QByteArray m_utf8;
    bool *m_encoded;
};

template<class... All>
std::vector<transport::Command> commands(All... all)
{
    std::vector<transport::Command> list;
    (list.emplace_back(std::move(all)), ...);
    return list;
}

inline transport::Send text(transport::ConnectionId to, const QByteArray &utf8)
{
    return {.to = to, .message = std::make_unique<TextMessage>(utf8)};
}

// A running server with one worker and what it reported. Change the config before start().
struct TransportFixture {
    explicit TransportFixture(transport::DispatcherKind dispatcher, std::optional<QSslConfiguration> tls = {})
    {
        config.tls = std::move(tls);
        config.workers = 1;
        config.dispatcher = dispatcher;
        config.maxConnectionsPerAddress = 10'000;
        config.limits.tick = std::chrono::milliseconds(20);
    }

    bool start()
    {
        server = std::make_unique<transport::WebSocketTransport>(config, receiver);
        return server->start().ok();
    }
    [[nodiscard]] quint16 port() const { return server->port(); }
    [[nodiscard]] QUrl url() const
    {
        QUrl address;
        address.setScheme(config.tls ? QStringLiteral("wss") : QStringLiteral("ws"));
        address.setHost(QStringLiteral("127.0.0.1"));
        address.setPort(port());
        address.setPath(QStringLiteral("/rpc"));
        return address;
    }
    void answerWithTheSame()
    {
        receiver.onReceived = [this](int worker, std::span<const transport::Inbound> all) {
            std::vector<transport::Command> replies;
            for (const transport::Inbound &one : all)
                replies.emplace_back(text(one.from, one.utf8));
            server->post(worker, std::move(replies));
        };
    }
    // Returns when the worker has done everything posted before.
    bool settle(transport::ConnectionId via, RawWebSocketClient &client)
    {
        server->post(0, commands(text(via, "settled")));
        const std::optional<RawWebSocketClient::Frame> answer = client.readFrame();
        return answer && answer->payload == "settled";
    }

    transport::WebSocketConfig config;
    RecordingReceiver receiver;
    std::unique_ptr<transport::WebSocketTransport> server;
};

} // namespace parterre::testing
