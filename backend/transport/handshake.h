// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/websocketconfig.h"
#include "shared/core/clock.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

namespace parterre::transport {

class RequestHead;

// A TCP connection that is not a WebSocket yet: encryption if there is any, then the HTTP request. It reads the request
// without consuming it, so that QWebSocketServer can read it again, and answers what is not a handshake itself, since
// Qt would close without a word. Lives on its worker's thread.
class Handshake final : public QObject
{
    Q_OBJECT
public:
    Handshake(const WebSocketConfig &config, const QHostAddress &address, Tick started);
    ~Handshake() override;

    // Takes the descriptor; false if it is of no use, and then it is closed.
    bool start(qintptr descriptor);

    [[nodiscard]] const QHostAddress &address() const { return m_address; }
    [[nodiscard]] QTcpSocket *socket() const { return m_socket; }
    [[nodiscard]] Tick started() const { return m_started; }
    [[nodiscard]] bool overdue(Tick now) const { return now - m_started >= m_config.limits.handshake; }
    // Gives the socket away: nothing more is done to it from here.
    [[nodiscard]] QTcpSocket *takeSocket();

Q_SIGNALS:
    void upgradeRequested(parterre::transport::Handshake *self);
    // It asks for something else that is served; the socket still holds the head, of so many bytes.
    void pageRequested(parterre::transport::Handshake *self, const parterre::transport::RequestHead &head, qsizetype headBytes);
    // The connection is closed; emitted once, never after takeSocket().
    void ended(parterre::transport::Handshake *self);

private:
    void onReadyRead();
    void refuse(const struct Refusal &reason);

    const WebSocketConfig &m_config;
    const QHostAddress m_address;
    const Tick m_started;
    QPointer<QTcpSocket> m_socket;
};

} // namespace parterre::transport
