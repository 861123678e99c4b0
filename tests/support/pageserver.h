// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>

namespace parterre::testing {

// A site of a few pages at 127.0.0.1, on the test's own thread. What it does not know it never answers.
class PageServer
{
public:
    PageServer()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port for the pages");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
            }
        });
    }

    [[nodiscard]] QString url(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path); }
    void set(const QString &path, const QByteArray &body) { m_answers.insert(path, "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body); }
    // Known by that mark: to whom has it, the server says that nothing has changed.
    void setMarked(const QString &path, const QByteArray &body, const QByteArray &etag)
    {
        m_etags.insert(path, etag);
        m_answers.insert(path, "HTTP/1.1 200 OK\r\nETag: " + etag + "\r\nLast-Modified: Tue, 01 Dec 2026 12:00:00 GMT\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    // An answer as it goes over the wire; the connection ends then.
    void setRaw(const QString &path, const QByteArray &answer)
    {
        m_answers.insert(path, answer);
        m_closing.insert(path);
    }
    void redirect(const QString &path, const QString &onward)
    {
        m_answers.insert(path, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + onward.toUtf8() + "\r\n\r\n");
    }
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; } // their heads

private:
    void answer(QTcpSocket &socket)
    {
        if (!socket.peek(64 * 1024).contains("\r\n\r\n"))
            return;
        m_requests.append(socket.readAll());
        const QString path = QString::fromUtf8(m_requests.constLast().split(' ').value(1));
        if (const QByteArray etag = m_etags.value(path); !etag.isEmpty() && m_requests.constLast().contains("If-None-Match: " + etag + "\r\n"))
            socket.write("HTTP/1.1 304 Not Modified\r\nETag: " + etag + "\r\n\r\n");
        else if (m_answers.contains(path))
            socket.write(m_answers.value(path));
        if (m_closing.contains(path))
            socket.disconnectFromHost();
    }

    QTcpServer m_server;
    QHash<QString, QByteArray> m_answers;
    QHash<QString, QByteArray> m_etags;
    QSet<QString> m_closing;
    QList<QByteArray> m_requests;
};

} // namespace parterre::testing
