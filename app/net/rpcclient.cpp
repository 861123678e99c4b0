// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/rpcclient.h"

#include "shared/protocol/jsondocument.h"
#include "shared/protocol/limits.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace parterre::net {

namespace {

Q_LOGGING_CATEGORY(lcRpc, "parterre.net.rpc", QtWarningMsg)

Error disconnected(const QString &detail)
{
    return {.code = ErrorCode::Disconnected, .detail = detail};
}

Error badMessage(const QString &detail)
{
    return {.code = ErrorCode::BadAnswer, .detail = detail};
}

} // namespace

RpcClient::RpcClient(QObject *parent) : QObject(parent) {}

RpcClient::~RpcClient()
{
    dropSocket();
}

void RpcClient::open(const QUrl &url)
{
    dropSocket();
    giveUpCalls(disconnected(u"the link was opened anew"_s));

    m_tlsFault.clear();
    // Without an Origin: only browsers send one, and servers refuse those they were not told of.
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(protocol::kMaxServerMessageBytes));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(protocol::kMaxServerMessageBytes));
    connect(m_socket, &QWebSocket::connected, this, &RpcClient::onConnected);
    connect(m_socket, &QWebSocket::disconnected, this, &RpcClient::onSocketEnded);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, &RpcClient::onSocketEnded);
#else
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &RpcClient::onSocketEnded);
#endif
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        QStringList faults;
        for (const QSslError &error : errors)
            faults.append(error.errorString());
        m_tlsFault = faults.join(u"; "_s);
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this, &RpcClient::onTextMessage);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this] { abort(badMessage(u"a binary message"_s)); });
    if (url.scheme() == "wss"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(m_authorities));
        m_socket->setSslConfiguration(tls);
    }
    QTimer::singleShot(m_openTimeout, m_socket, [this] {
        if (!m_open)
            abort({.code = ErrorCode::TimedOut, .detail = u"no connection in time"_s});
    });
    m_socket->open(url);
}

void RpcClient::close()
{
    if (m_socket)
        m_socket->close();
}

void RpcClient::abort(const Error &why)
{
    if (m_socket)
        finish(why);
}

void RpcClient::callRaw(qint64 id, const char *method, QByteArray message, QObject *context, RawHandler handler, std::chrono::milliseconds timeout)
{
    Q_ASSERT(context);
    m_pending.insert(id, {.context = context, .handler = std::move(handler), .sent = false});
    if (!m_open)
        return answerLater(id, disconnected(u"not connected"_s));

    if (message.size() > protocol::kMaxClientMessageBytes) {
        return answerLater(id, {.code = ErrorCode::InvalidParams,
                                .detail = u"%1: the request is too large"_s.arg(QLatin1StringView(method)),
                                .limit = protocol::kMaxClientMessageBytes});
    }
    m_waiting.enqueue({id, std::move(message)});
    QTimer::singleShot(timeout, this, [this, id] { answer(id, Error {.code = ErrorCode::TimedOut}); });
    sendWaiting();
}

void RpcClient::onRaw(const char *method, QObject *context, NotificationHandler handler)
{
    Q_ASSERT(context);
    m_listeners[method].append({context, std::move(handler)});
}

void RpcClient::answer(qint64 id, const Result<protocol::JsonView> &result)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return; // answered or given up before
    const Pending pending = *found;
    m_pending.erase(found);
    if (pending.sent)
        --m_underWay;
    else
        m_waiting.removeIf([id](const Waiting &waiting) { return waiting.id == id; });
    sendWaiting();
    if (pending.context)
        pending.handler(result);
}

void RpcClient::answerLater(qint64 id, const Error &error)
{
    QMetaObject::invokeMethod(this, [this, id, error] { answer(id, error); }, Qt::QueuedConnection);
}

void RpcClient::sendWaiting()
{
    while (m_open && !m_waiting.isEmpty() && m_underWay < protocol::kMaxRequestsInFlight) {
        const Waiting next = m_waiting.dequeue();
        m_pending[next.id].sent = true;
        ++m_underWay;
        m_socket->sendTextMessage(QString::fromUtf8(next.message));
    }
}

void RpcClient::onConnected()
{
    m_open = true;
    Q_EMIT opened();
}

void RpcClient::onTextMessage(const QString &text)
{
    Q_EMIT heard();
    const QByteArray utf8 = text.toUtf8();
    protocol::JsonDocument document; // not a member: a handler may run an event loop, and the next message come in it
    const auto json = document.read(utf8, protocol::kServerJson);
    const Result<protocol::ServerMessage> message = json ? protocol::readServerMessage(*json) : json.error();
    if (!message)
        return abort(badMessage(message.error().detail));
    if (const auto *reply = std::get_if<protocol::Reply>(&*message))
        answer(reply->id, reply->result);
    else
        onNotification(std::get<protocol::Notification>(*message));
}

void RpcClient::onNotification(const protocol::Notification &notification)
{
    const auto found = m_listeners.find(notification.method.toByteArray());
    if (found == m_listeners.end())
        return; // of a newer server
    found->removeIf([](const Listener &listener) { return !listener.context; });
    const QList<Listener> listeners = *found; // handlers may add more
    for (const Listener &listener : listeners) {
        if (!listener.context)
            continue;
        const Result<void> read = listener.handler(notification.params);
        if (!read)
            return abort(badMessage(QString::fromUtf8(notification.method) + u": "_s + read.error().detail));
    }
}

void RpcClient::onSocketEnded()
{
    if (!m_open)
        return finish(failureToOpen());
    finish(disconnected(m_socket->closeReason().isEmpty() ? m_socket->errorString() : m_socket->closeReason()));
}

Error RpcClient::failureToOpen() const
{
    const QString detail = m_socket->errorString();
    if (!m_tlsFault.isEmpty())
        return {.code = ErrorCode::TlsFailed, .detail = m_tlsFault};
    // The handshake's failures come as "refused", too; what tells them apart is whether somebody was there.
    const bool somebodyThere = !m_socket->peerAddress().isNull();
    switch (m_socket->error()) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: return {.code = ErrorCode::TlsFailed, .detail = detail};
    case QAbstractSocket::HostNotFoundError: return {.code = ErrorCode::HostNotFound, .detail = detail};
    case QAbstractSocket::SocketTimeoutError: return {.code = ErrorCode::TimedOut, .detail = detail};
    case QAbstractSocket::ConnectionRefusedError:
        return {.code = somebodyThere ? ErrorCode::NotAServer : ErrorCode::ConnectionRefused, .detail = detail};
    case QAbstractSocket::RemoteHostClosedError: return {.code = ErrorCode::NotAServer, .detail = detail};
    default: return {.code = somebodyThere ? ErrorCode::NotAServer : ErrorCode::Disconnected, .detail = detail};
    }
}

void RpcClient::finish(const Error &why)
{
    qCDebug(lcRpc) << "link ended:" << errorKind(why.code) << why.detail;
    dropSocket();
    giveUpCalls(disconnected(why.detail));
    Q_EMIT closed(why);
}

void RpcClient::giveUpCalls(const Error &why)
{
    m_waiting.clear();
    QList<qint64> ids = m_pending.keys();
    std::ranges::sort(ids);
    for (const qint64 id : ids)
        answer(id, why);
}

void RpcClient::dropSocket()
{
    m_open = false;
    if (!m_socket)
        return;
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater(); // it may be its signal that brought us here
}

} // namespace parterre::net
