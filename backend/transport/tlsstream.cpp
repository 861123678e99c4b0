// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/tlsstream.h"

#include <QWebSocket>

namespace parterre::transport {

namespace {
// A client may not make us decrypt more ahead than this.
constexpr qint64 kReadBuffer = 256 * 1024;
}

TlsStream::TlsStream(std::unique_ptr<QWebSocket> shakenHands, QSslSocket *socket) : m_webSocket(std::move(shakenHands)), m_socket(socket)
{
    m_webSocket->setParent(nullptr);
    // It keeps hearing of the end, or its own would write into a socket that is gone.
    QObject::disconnect(socket, &QIODevice::readyRead, m_webSocket.get(), nullptr);
    socket->setReadBufferSize(kReadBuffer);
    connect(socket, &QSslSocket::readyRead, this, [this] {
        if (m_watcher)
            m_watcher->onReadable();
    });
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] {
        if (m_watcher)
            m_watcher->onWritten();
    });
    connect(socket, &QSslSocket::disconnected, this, &TlsStream::onDisconnected);
}

TlsStream::~TlsStream()
{
    abort();
}

std::size_t TlsStream::read(std::span<char> buffer)
{
    const qint64 got = m_socket ? m_socket->read(buffer.data(), static_cast<qint64>(buffer.size())) : 0;
    return static_cast<std::size_t>(std::max<qint64>(0, got));
}

void TlsStream::stopReading()
{
    if (m_socket) // its own buffer is full soon, and then it does not read either
        disconnect(m_socket, &QSslSocket::readyRead, this, nullptr);
}

void TlsStream::write(const QByteArray &bytes)
{
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(bytes);
}

void TlsStream::writeThrough(const QByteArray &bytes)
{
    write(bytes);
    flush();
}

void TlsStream::flush()
{
    if (m_socket)
        m_socket->flush();
}

qint64 TlsStream::queuedBytes() const
{
    // What QSslSocket calls written may only have been encrypted.
    return m_socket ? m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() : 0;
}

void TlsStream::abort()
{
    if (!m_socket)
        return;
    QSslSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void TlsStream::finishWriting()
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void TlsStream::onDisconnected()
{
    abort();
    if (m_watcher)
        m_watcher->onStreamEnded();
}

} // namespace parterre::transport
