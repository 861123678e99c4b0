// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
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
        if (m_answers.contains(path))
            socket.write(m_answers.value(path));
    }

    QTcpServer m_server;
    QHash<QString, QByteArray> m_answers;
    QList<QByteArray> m_requests;
};

} // namespace parterre::testing
