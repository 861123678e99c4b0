// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace parterre::testing {

// A receipt printer on the loopback: keeps what it is sent, and says how it is when it is asked (DLE EOT) and can. Lives on
// the test's thread.
class FakePrinter
{
public:
    // Answers to "how is the paper" and "why are you offline".
    static constexpr char kFine = 0x12;
    static constexpr char kNoPaper = 0x72;
    static constexpr char kCoverOpen = 0x16;

    explicit FakePrinter(quint16 port = 0)
    {
        if (!m_server.listen(QHostAddress::LocalHost, port))
            qFatal("the printer cannot listen");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            ++links;
            QTcpSocket *socket = m_server.nextPendingConnection();
            socket->setReadBufferSize(readsAtOnce);
            if (readsAtOnce > 0)
                readSlowly(socket);
            else
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                take(socket); // what had come before
                socket->deleteLater();
            });
        });
    }

    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }

    bool answers = false;
    char paper = kFine;
    char offline = kFine;
    qsizetype closesAfter = -1;    // bytes
    bool isStuck = false;          // reads nothing
    qint64 readsAtOnce = 0;        // bytes, each hundredth of a second; 0: as they come
    int links = 0;
    QByteArray printed = {};       // without the questions

private:
    void readSlowly(QTcpSocket *socket)
    {
        auto *pace = new QTimer(socket);
        pace->setInterval(10);
        QObject::connect(pace, &QTimer::timeout, socket, [this, socket] {
            if (!isStuck)
                take(socket);
        });
        pace->start();
    }

    void take(QTcpSocket *socket)
    {
        QByteArray bytes = socket->readAll();
        for (qsizetype at = bytes.indexOf("\x10\x04"); at >= 0 && at + 2 < bytes.size(); at = bytes.indexOf("\x10\x04", at)) {
            if (answers)
                socket->write(QByteArray(1, bytes.at(at + 2) == 4 ? paper : offline));
            bytes.remove(at, 3);
        }
        printed += bytes;
        if (closesAfter >= 0 && printed.size() >= closesAfter)
            socket->abort();
    }

    QTcpServer m_server;
};

} // namespace parterre::testing
