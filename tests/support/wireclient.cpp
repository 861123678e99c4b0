// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wireclient.h"

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

QJsonObject requestOf(qint64 id, const QString &method, const QJsonObject &params)
{
    QJsonObject request {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}};
    if (!params.isEmpty())
        request.insert(u"params"_s, params);
    return request;
}

WireReply replyOf(const QJsonObject &message)
{
    return {.result = message.value(u"result"_s).toObject(), .error = message.value(u"error"_s).toObject()};
}

} // namespace

QJsonObject WireReply::data() const
{
    return error.value(u"data"_s).toObject();
}

QString WireReply::kind() const
{
    return data().value(u"kind"_s).toString();
}

QList<qint32> WireReply::places() const
{
    QList<qint32> places;
    for (const QJsonValue &place : data().value(u"places"_s).toArray())
        places.append(place.toInt());
    return places;
}

QJsonValue WireReply::at(const QString &path) const
{
    QJsonValue value = result;
    for (const QString &step : path.split(u'.')) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(step);
    }
    return value;
}

WireClient::WireClient(const QUrl &server, const QSslConfiguration &tls)
{
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &WireClient::onText);
    connect(&m_socket, &QWebSocket::connected, this, &WireClient::happened);
    connect(&m_socket, &QWebSocket::disconnected, this, &WireClient::happened);
    connect(&m_socket, &QWebSocket::stateChanged, this, &WireClient::happened);
    m_socket.open(server);
}

WireClient::~WireClient()
{
    m_socket.disconnect(this);
}

bool WireClient::awaitConnected()
{
    return waitUntil([this] { return m_socket.state() == QAbstractSocket::ConnectedState || m_socket.state() == QAbstractSocket::UnconnectedState; })
        && isOpen();
}

WireReply WireClient::hello(const QString &resume)
{
    QJsonObject params {{u"protocol"_s, QJsonArray {1, 1}}, {u"client"_s, u"wire-test/1.0"_s}};
    if (!resume.isEmpty())
        params.insert(u"resume"_s, resume);
    if (!awaitConnected())
        return {.error = {{u"message"_s, u"no connection: "_s + m_socket.errorString()}}};
    const WireReply reply = call(u"session.hello"_s, params);
    if (reply.ok())
        m_resumeToken = reply.result.value(u"resumeToken"_s).toString();
    return reply;
}

qint64 WireClient::send(const QString &method, const QJsonObject &params)
{
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(requestOf(++m_lastId, method, params)).toJson(QJsonDocument::Compact)));
    return m_lastId;
}

WireReply WireClient::await(qint64 request)
{
    if (waitUntil([&] { return m_replies.contains(request) || !isOpen(); }) && m_replies.contains(request))
        return m_replies.take(request);
    return {.error = {{u"message"_s, u"no reply, close code %1"_s.arg(m_socket.closeCode())}}};
}

WireReply WireClient::call(const QString &method, const QJsonObject &params)
{
    return await(send(method, params));
}

QList<WireReply> WireClient::callTogether(const QList<Call> &calls)
{
    QJsonArray batch;
    const qint64 first = m_lastId + 1;
    for (const Call &call : calls)
        batch.append(requestOf(++m_lastId, call.method, call.params));
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(batch).toJson(QJsonDocument::Compact)));
    const QJsonArray answers = awaitOther().array();
    QList<WireReply> replies(calls.size(), {.error = {{u"message"_s, u"no reply in the batch"_s}}});
    for (const QJsonValue &answer : answers) {
        const qint64 position = answer.toObject().value(u"id"_s).toInteger() - first;
        if (position >= 0 && position < replies.size())
            replies[position] = replyOf(answer.toObject());
    }
    return replies;
}

QJsonDocument WireClient::awaitOther()
{
    if (!waitUntil([this] { return !m_others.isEmpty() || !isOpen(); }) || m_others.isEmpty())
        return {};
    return m_others.takeFirst();
}

QJsonObject WireClient::awaitNotification(const QString &method)
{
    qsizetype &told = m_told[method];
    if (!waitUntil([&] { return m_notifications.value(method).size() > told || !isOpen(); }) || m_notifications.value(method).size() <= told)
        return {};
    return m_notifications.value(method).at(told++);
}

bool WireClient::awaitClosed()
{
    return waitUntil([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
}

void WireClient::onText(const QString &text)
{
    const QJsonDocument message = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject object = message.object();
    const QString method = object.value(u"method"_s).toString();
    if (!method.isEmpty()) {
        m_notifications[method].append(object.value(u"params"_s).toObject());
        Q_EMIT notified(method, object.value(u"params"_s).toObject());
    } else if (const qint64 id = object.value(u"id"_s).toInteger(-1); id > 0 && id <= m_lastId) {
        m_replies.insert(id, replyOf(object));
    } else {
        m_others.append(message);
    }
    Q_EMIT happened();
}

} // namespace parterre::testing
