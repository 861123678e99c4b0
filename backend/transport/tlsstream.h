// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/bytestream.h"

#include <QObject>
#include <QPointer>
#include <QSslSocket>

#include <memory>

class QWebSocket;

namespace parterre::transport {

// An encrypted connection. The QWebSocket that shook hands over it is kept, because its end would be the socket's, but it
// reads nothing any more.
class TlsStream final : public QObject, public ByteStream
{
    Q_OBJECT
public:
    TlsStream(std::unique_ptr<QWebSocket> shakenHands, QSslSocket *socket);
    ~TlsStream() override;

    void setWatcher(Watcher *watcher) override { m_watcher = watcher; }
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;
    [[nodiscard]] bool holdsMore() const override { return m_socket && m_socket->bytesAvailable() > 0; }
    void stopReading() override;
    void write(const QByteArray &bytes) override;
    void writeThrough(const QByteArray &bytes) override;
    void flush() override;
    [[nodiscard]] qint64 queuedBytes() const override;
    void abort() override;
    void finishWriting() override;

private:
    void onDisconnected();

    std::unique_ptr<QWebSocket> m_webSocket;
    QPointer<QSslSocket> m_socket; // deleted by QWebSocketServer after it has disconnected
    Watcher *m_watcher = nullptr;
};

} // namespace parterre::transport
