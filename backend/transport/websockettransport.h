// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"
#include "backend/transport/websocketconfig.h"
#include "shared/core/result.h"

namespace parterre::transport {

class Acceptor;
class IoWorker;

// A WebSocket server: one acceptor thread that spreads connections over I/O threads. Made, started, shut down
// and destroyed by one thread; post() may be called by any. The Receiver has to outlive it.
class WebSocketTransport final : public Transport
{
public:
    WebSocketTransport(WebSocketConfig config, Receiver &receiver);
    ~WebSocketTransport() override;
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

    // Listens and starts the threads. At most once.
    [[nodiscard]] Result<void> start();
    // Where clients reach it; the port the system chose if the config asked for 0. Valid after start().
    [[nodiscard]] QHostAddress listenAddress() const { return m_listenAddress; }
    [[nodiscard]] quint16 port() const { return m_port; }

    // Accepts no more, closes every connection with 1012, waits up to `deadline` for what is queued to be written,
    // drops the rest and joins the threads. The Receiver hears disconnected() for every connection before this
    // returns, and nothing after. Safe to call twice; the destructor calls it with no time to wait.
    void shutdown(std::chrono::milliseconds deadline);

    [[nodiscard]] int workerCount() const override;
    void post(int worker, std::vector<Command> commands) override;

private:
    struct Threads;

    WebSocketConfig m_config;
    QHostAddress m_listenAddress;
    quint16 m_port = 0;
    std::unique_ptr<Threads> m_threads;
};

} // namespace parterre::transport
