// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/connection.h"
#include "backend/transport/subscriptions.h"
#include "backend/transport/transport.h"
#include "backend/transport/websocketconfig.h"

#include <QObject>
#include <QTimer>
#include <QWebSocketServer>

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

namespace parterre::transport {

class Handshake;
class HttpExchange;
class RequestHead;
struct HttpAnswer;
struct HttpRequest;

// One I/O thread's share of the connections: takes descriptors, brings them through the handshake, gathers what they
// say and does what it is told. Everything except post() is for its own thread. It outlives that thread, so that post()
// is safe at any time; sockets do not.
class IoWorker final : public QObject, private Connection::Watcher
{
    Q_OBJECT
public:
    IoWorker(int index, const WebSocketConfig &config, Receiver &receiver);
    ~IoWorker() override;

    void post(std::vector<Command> commands);

    void start();
    void adopt(qintptr descriptor, const QHostAddress &address);
    // Says good-bye to all, waits up to `deadline` until they are gone, drops the rest, and ends the thread.
    void shutDown(std::chrono::milliseconds deadline);

Q_SIGNALS:
    // One that was adopted is gone.
    void connectionEnded(const QHostAddress &address);

protected:
    bool event(QEvent *event) override;

private:
    void onUpgradeRequested(Handshake *handshake);
    void onHandshakeEnded(Handshake *handshake);
    void onPageRequested(Handshake *handshake, const RequestHead &head, qsizetype headBytes);
    void onRequested(HttpExchange *exchange, const HttpRequest &request);
    void onExchangeEnded(HttpExchange *exchange);
    void answer(quint64 number, const HttpAnswer &answer);
    void onNewConnection();
    std::unique_ptr<Handshake> takeHandshakeOf(const QWebSocket &socket);
    [[nodiscard]] static std::unique_ptr<ByteStream> streamOf(std::unique_ptr<QWebSocket> socket, QTcpSocket *tcp);

    void onMessage(Connection &connection, QByteArray utf8) override;
    void onCaughtUp(Connection &connection) override;
    void onEnded(Connection &connection) override;

    void execute(std::vector<Command> &commands);
    void run(Send &command);
    void run(const Subscribe &command);
    void run(const Unsubscribe &command);
    void run(const Broadcast &command);
    void deliverSome();
    void run(const Close &command);
    [[nodiscard]] Connection *find(ConnectionId id) const;

    void settleLater();
    void settle();
    void tick();
    void finish();

    const int m_index;
    const WebSocketConfig &m_config;
    Receiver &m_receiver;
    SystemClock m_clock;
    quint64 m_lastNumber = 0;
    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QTimer> m_tick;
    std::unordered_map<Handshake *, std::unique_ptr<Handshake>> m_handshakes;
    std::unordered_multimap<quint16, Handshake *> m_upgrading; // by the client's port
    std::unordered_map<quint64, std::unique_ptr<HttpExchange>> m_exchanges; // by number
    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
    Subscriptions m_subscriptions;
    // The broadcasts of one topic that are not with every subscriber yet.
    struct Delivery {
        std::deque<QByteArray> frames = {};
        Subscriptions::Walk walk; // with the first frame
    };
    std::deque<Delivery> m_deliveries; // in turn
    bool m_deliveryScheduled = false;
    std::vector<char> m_readBuffer;    // lent to the connection that reads
    std::vector<Connection *> m_written; // by the batch of commands at hand
    // Gathered in one loop pass, handled together before the next.
    std::vector<Inbound> m_inbound;
    std::vector<Connection *> m_caughtUp;
    std::vector<Connection *> m_ended;
    bool m_settling = false;
    bool m_shuttingDown = false;
};

} // namespace parterre::transport
