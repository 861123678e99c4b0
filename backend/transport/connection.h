// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/transport.h"
#include "backend/transport/websocketconfig.h"
#include "shared/core/clock.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QSslSocket;
class QTcpSocket;
class QWebSocket;

namespace parterre::transport {

// One client after the handshake. QWebSocket reads, answers pings and closes; what we send we frame ourselves and write
// to the TCP socket beneath it, so that a broadcast is the same bytes for all. Answers for how much may be queued and
// how long a client may be silent. Lives on its worker's thread.
class Connection final : public QObject
{
    Q_OBJECT
public:
    // Who wants to know. Calls come from inside socket signals: an implementation takes note and acts later.
    class Watcher
    {
    public:
        virtual void onMessage(Connection &connection, QByteArray utf8) = 0;
        // Broadcasts were left out, and what was queued then has been written now.
        virtual void onCaughtUp(Connection &connection) = 0;
        // Once, for whatever reason.
        virtual void onEnded(Connection &connection) = 0;

    protected:
        ~Watcher() = default;
    };

    // `tcp` is the socket that `webSocket` was made from.
    Connection(const Peer &peer, std::unique_ptr<QWebSocket> webSocket, QTcpSocket *tcp, const ConnectionLimits &limits,
               Watcher &watcher, Tick now);
    ~Connection() override;

    [[nodiscard]] const Peer &peer() const { return m_peer; }
    [[nodiscard]] ConnectionId id() const { return m_peer.id; }
    // Whether anything may still be sent: nothing may follow a close frame.
    [[nodiscard]] bool isOpen() const;

    // A message to this client alone. Written by the next flush().
    void send(const QByteArray &frame);
    // A message to many. False: the client lags behind, so it was left out; onCaughtUp() will follow.
    [[nodiscard]] bool broadcast(const QByteArray &frame);
    // Hands what is queued to the system; once per batch, for the sake of few and large writes.
    void flush();

    void close(CloseCode code, const QString &reason);
    void abort();
    // Deadlines, now and then.
    void tick(Tick now);

private:
    void onTextMessage(const QString &text);
    void onBytesWritten();
    void onBytesRead();
    void onEnded();
    [[nodiscard]] qint64 queuedBytes() const;
    void dropIfTooMuchQueued();

    const Peer m_peer;
    const ConnectionLimits &m_limits;
    Watcher &m_watcher;
    std::unique_ptr<QWebSocket> m_webSocket;
    QPointer<QTcpSocket> m_tcp; // deleted by QWebSocketServer after it has disconnected
    QSslSocket *m_encrypted = nullptr; // m_tcp, if that is one
    qint64 m_broadcastLimit = 0;
    Tick m_lastProgress;
    Tick m_lastPing;
    std::optional<Tick> m_closingSince;
    int m_missedPongs = 0;
    bool m_unflushed = false;
    bool m_progressed = false;
    bool m_lagging = false;
    bool m_ended = false;
};

} // namespace parterre::transport
