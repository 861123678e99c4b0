// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/handshake.h"

#include "backend/transport/descriptors.h"
#include "backend/transport/httpexchange.h"
#include "backend/transport/requesthead.h"

#include <QSslSocket>

#include <cctype>

namespace parterre::transport {

namespace {
// Room for one TLS record beyond the request; nobody may make us buffer more before we know what they want.
constexpr qint64 kReadAhead = 16 * 1024;
}

Handshake::Handshake(const WebSocketConfig &config, const QHostAddress &address, Tick started)
    : m_config(config)
    , m_address(address)
    , m_started(started)
{
}

Handshake::~Handshake()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
}

bool Handshake::start(qintptr descriptor)
{
    m_socket = m_config.tls ? new QSslSocket : new QTcpSocket;
    if (!m_socket->setSocketDescriptor(descriptor)) {
        closeDescriptor(descriptor);
        return false;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(m_config.limits.maxRequestHeadBytes + kReadAhead);
    connect(m_socket, &QTcpSocket::readyRead, this, &Handshake::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { Q_EMIT ended(this); });
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket)) {
        encrypted->setSslConfiguration(*m_config.tls);
        encrypted->startServerEncryption();
    }
    return true;
}

QTcpSocket *Handshake::takeSocket()
{
    QTcpSocket *socket = m_socket;
    m_socket = nullptr;
    if (socket)
        socket->disconnect(this);
    return socket;
}

void Handshake::onReadyRead()
{
    const QByteArray start = m_socket->peek(m_config.limits.maxRequestHeadBytes);
    // Something else than HTTP, a TLS hello on a plain port for example, need not wait for an end that never comes.
    if (start.isEmpty())
        return;
    if (!std::isupper(static_cast<unsigned char>(start.front())))
        return refuse(refusal::badRequest());
    const qsizetype end = start.indexOf("\r\n\r\n");
    if (end < 0) {
        if (start.size() >= m_config.limits.maxRequestHeadBytes)
            refuse(refusal::headTooLarge());
        return;
    }
    const std::optional<RequestHead> head = RequestHead::parse(start.left(end + 4));
    if (!head)
        return refuse(refusal::badRequest());
    const QList<HttpHandler::Offer> offers = m_config.http ? m_config.http->offersAt(head->path()) : QList<HttpHandler::Offer>();
    if (!offers.isEmpty()) {
        if (const std::optional<Refusal> reason = HttpExchange::judge(*head, offers))
            return refuse(*reason);
        disconnect(m_socket, &QTcpSocket::readyRead, this, &Handshake::onReadyRead);
        Q_EMIT pageRequested(this, *head, end + 4);
        return;
    }
    if (const std::optional<Refusal> reason = judge(*head, m_config.path, m_config.allowedOrigins))
        return refuse(*reason);
    disconnect(m_socket, &QTcpSocket::readyRead, this, &Handshake::onReadyRead);
    Q_EMIT upgradeRequested(this);
}

void Handshake::refuse(const Refusal &reason)
{
    disconnect(m_socket, &QTcpSocket::readyRead, this, &Handshake::onReadyRead);
    // Unread bytes would turn the close into a reset, which may overtake the answer.
    m_socket->skip(m_socket->bytesAvailable());
    m_socket->write(reason.toResponse());
    m_socket->disconnectFromHost();
}

} // namespace parterre::transport
