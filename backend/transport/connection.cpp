// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/connection.h"

#include <QLoggingCategory>
#include <QSslSocket>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace parterre::transport {

namespace {

Q_LOGGING_CATEGORY(lcConnection, "parterre.transport.connection", QtWarningMsg)

constexpr int kToleratedMissedPongs = 2;
// How much one client may make us read in one go. Well above the largest frame: a buffer below it stalls for ever.
constexpr qint64 kReadBufferPerMessage = 4;

} // namespace

Connection::Connection(const Peer &peer, std::unique_ptr<QWebSocket> webSocket, QTcpSocket *tcp,
                       const ConnectionLimits &limits, Watcher &watcher, Tick now)
    : m_peer(peer)
    , m_limits(limits)
    , m_watcher(watcher)
    , m_webSocket(std::move(webSocket))
    , m_tcp(tcp)
    , m_encrypted(qobject_cast<QSslSocket *>(tcp))
    , m_broadcastLimit(limits.lagBytes)
    , m_lastProgress(now)
    , m_lastPing(now)
{
    QWebSocket *socket = m_webSocket.get();
    socket->setParent(nullptr);
    // Qt's own defaults are 2 GiB each.
    socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(limits.maxIncomingBytes));
    socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(limits.maxIncomingBytes));
    tcp->setReadBufferSize(limits.maxIncomingBytes * kReadBufferPerMessage);

    connect(socket, &QWebSocket::textMessageReceived, this, &Connection::onTextMessage);
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this] { close(CloseCode::UnsupportedData, QStringLiteral("text messages only")); });
    connect(socket, &QWebSocket::pong, this, [this] { m_missedPongs = 0; });
    connect(socket, &QWebSocket::disconnected, this, &Connection::onEnded);
    // After QWebSocket's own connection to it: what it answered is in the queue by then.
    connect(tcp, &QTcpSocket::readyRead, this, &Connection::onBytesRead);
    if (m_encrypted)
        connect(m_encrypted, &QSslSocket::encryptedBytesWritten, this, &Connection::onBytesWritten);
    else
        connect(tcp, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
}

Connection::~Connection()
{
    m_webSocket->disconnect(this);
    if (m_tcp) {
        m_tcp->disconnect(this);
        m_tcp->abort();
        m_tcp->deleteLater(); // QWebSocket's destructor cuts the server's connection that would do it
    }
}

bool Connection::isOpen() const
{
    return !m_ended && m_tcp && m_webSocket->state() == QAbstractSocket::ConnectedState;
}

qint64 Connection::queuedBytes() const
{
    // Over TLS what QSslSocket calls written may only have been encrypted.
    return m_tcp->bytesToWrite() + (m_encrypted ? m_encrypted->encryptedBytesToWrite() : 0);
}

void Connection::send(const QByteArray &frame)
{
    if (!isOpen())
        return;
    m_tcp->write(frame);
    m_unflushed = true;
    if (queuedBytes() <= m_limits.lagBytes)
        return;
    flush();
    // A large answer is no sign of a slow reader. Counting it would leave out the first broadcast after each large
    // snapshot, which would then be followed by another snapshot, for ever.
    if (isOpen() && queuedBytes() > m_limits.lagBytes)
        m_broadcastLimit = queuedBytes() + m_limits.lagBytes;
}

bool Connection::broadcast(const QByteArray &frame)
{
    if (!isOpen())
        return true;
    if (queuedBytes() > m_broadcastLimit) {
        flush(); // part of it may be of this very batch
        if (!isOpen())
            return true;
        if (queuedBytes() > m_broadcastLimit) {
            m_lagging = true;
            return false;
        }
    }
    m_tcp->write(frame);
    m_unflushed = true;
    return true;
}

void Connection::flush()
{
    if (!isOpen() || !std::exchange(m_unflushed, false))
        return;
    m_tcp->flush();
    dropIfTooMuchQueued();
}

void Connection::dropIfTooMuchQueued()
{
    if (isOpen() && queuedBytes() > m_limits.maxQueuedBytes)
        abort();
}

void Connection::close(CloseCode code, const QString &reason)
{
    Q_ASSERT(reason.toUtf8().size() <= 123); // what a control frame has room for
    if (isOpen())
        m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void Connection::abort()
{
    if (m_tcp)
        m_tcp->abort();
}

void Connection::tick(Tick now)
{
    if (m_ended || !m_tcp)
        return;
    if (!isOpen()) {
        if (!m_closingSince)
            m_closingSince = now;
        else if (now - *m_closingSince >= m_limits.closing)
            abort();
        return;
    }
    if (std::exchange(m_progressed, false) || queuedBytes() == 0) {
        m_lastProgress = now;
    } else if (now - m_lastProgress >= m_limits.stalled) {
        qCInfo(lcConnection, "Dropped %llu: it does not read", static_cast<unsigned long long>(id()));
        return abort();
    }
    if (now - m_lastPing < m_limits.heartbeat)
        return;
    if (m_missedPongs >= kToleratedMissedPongs) {
        qCInfo(lcConnection, "Dropped %llu: it does not answer", static_cast<unsigned long long>(id()));
        return abort();
    }
    ++m_missedPongs;
    m_lastPing = now;
    m_webSocket->ping();
}

void Connection::onTextMessage(const QString &text)
{
    // A whole frame has come. Single bytes of one are no sign of life: they could be dribbled for ever.
    m_missedPongs = 0;
    if (isOpen())
        m_watcher.onMessage(*this, text.toUtf8());
}

void Connection::onBytesRead()
{
    // Pings are answered without our doing; whoever sends them and does not read fills our memory with answers.
    dropIfTooMuchQueued();
}

void Connection::onBytesWritten()
{
    m_progressed = true;
    if (queuedBytes() >= m_limits.caughtUpBytes)
        return;
    m_broadcastLimit = m_limits.lagBytes;
    if (std::exchange(m_lagging, false))
        m_watcher.onCaughtUp(*this);
}

void Connection::onEnded()
{
    if (!std::exchange(m_ended, true))
        m_watcher.onEnded(*this);
}

} // namespace parterre::transport
