// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/history/wirelink.h"

#include <QJsonDocument>

namespace parterre::history {

void WireLink::open(const QUrl &server)
{
    abort();
    m_socket.reset(new QWebSocket);
    connect(m_socket.get(), &QWebSocket::connected, this, &WireLink::opened);
    connect(m_socket.get(), &QWebSocket::stateChanged, this, [this](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState)
            Q_EMIT closed();
    });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &WireLink::onText);
    m_socket->open(server);
}

qint64 WireLink::send(const char *method, const QByteArray &params)
{
    const qint64 number = ++m_lastNumber;
    m_socket->sendTextMessage(QString::fromUtf8(R"({"jsonrpc":"2.0","id":)" + QByteArray::number(number)
                                                + R"(,"method":")" + method + R"(","params":)" + params + '}'));
    return number;
}

void WireLink::abort()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.reset();
}

void WireLink::onText(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString method = message.value(QLatin1StringView("method")).toString();
    if (method.isEmpty())
        Q_EMIT answered(message.value(QLatin1StringView("id")).toInteger(-1), message);
    else
        Q_EMIT notified(method, message.value(QLatin1StringView("params")).toObject());
}

} // namespace parterre::history
