// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakewireserver.h"

#include "shared/protocol/limits.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;

namespace parterre::testing {

namespace {

QString tlsFile(const QString &name)
{
    return QStringLiteral(PARTERRE_TEST_DATA "/tls/") + name;
}

QSslConfiguration tlsConfiguration()
{
    QFile certificate(tlsFile(u"certificate.pem"_s));
    QFile key(tlsFile(u"key.pem"_s));
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        qFatal("no test certificate");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(&certificate));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace

FakeWireServer::FakeWireServer(Link link, QObject *parent)
    : QObject(parent), hello {.protocol = protocol::kProtocolVersion, .grace = std::chrono::seconds(30), .guestsAllowed = true},
      m_server(new QWebSocketServer(u"fake"_s, link == Link::Tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode, this))
{
    if (link == Link::Tls)
        m_server->setSslConfiguration(tlsConfiguration());
    connect(m_server, &QWebSocketServer::newConnection, this, &FakeWireServer::onNewConnection);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
    scriptTheBasics();
}

FakeWireServer::~FakeWireServer()
{
    for (const auto &[token, link] : m_links)
        link->disconnect(this);
}

QUrl FakeWireServer::url() const
{
    const bool tls = m_server->secureMode() == QWebSocketServer::SecureMode;
    return QUrl(u"%1://127.0.0.1:%2/rpc"_s.arg(tls ? u"wss"_s : u"ws"_s).arg(m_server->serverPort()));
}

QString FakeWireServer::caFile()
{
    return tlsFile(u"certificate.pem"_s);
}

void FakeWireServer::scriptTheBasics()
{
    when<protocol::SessionHello>([this](const protocol::SessionHelloParams &params) {
        protocol::SessionHelloResult result = hello;
        result.resumed = params.resume && *params.resume == m_resumeToken;
        if (!result.resumed)
            result.user.reset();
        if (!result.resumed || m_resumeToken.isEmpty())
            m_resumeToken = u"resume-token-of-link-%1"_s.arg(m_lastLink);
        result.resumeToken = m_resumeToken;
        result.session = SessionId(QUuid::createUuid());
        result.serverTime = m_serverTime;
        return Result(result);
    });
    when<protocol::SessionPing>([this](const protocol::Nothing &) { return Result(protocol::SessionPingResult {.serverTime = m_serverTime}); });
    when<protocol::SessionEnd>([this](const protocol::Nothing &) {
        m_resumeToken.clear();
        return Result(protocol::Nothing {});
    });
}

void FakeWireServer::onNewConnection()
{
    while (QWebSocket *link = m_server->nextPendingConnection()) {
        if (!m_accepting) {
            link->abort();
            link->deleteLater();
            continue;
        }
        link->setParent(this);
        m_links.append({++m_lastLink, link});
        connect(link, &QWebSocket::textMessageReceived, this, [this, link](const QString &text) { onText(link, text); });
        connect(link, &QWebSocket::disconnected, this, [this, link] {
            m_links.removeIf([link](const auto &known) { return known.second == link; });
            link->deleteLater();
            Q_EMIT linkCountChanged();
        });
        Q_EMIT linkCountChanged();
    }
}

void FakeWireServer::onText(QWebSocket *link, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    protocol::JsonDocument document;
    const auto json = document.read(utf8, protocol::kClientJson);
    if (!json)
        return reply(link, protocol::encodeError(protocol::RequestId::null(), json.error()));
    const auto request = protocol::readRequest(*json);
    if (!request)
        return reply(link, protocol::encodeError(protocol::replyIdOf(*json), request.error()));
    const QString method = QString::fromUtf8(request->method);
    m_received[method].append(QJsonDocument::fromJson(request->params.source().toByteArray()).object());
    Q_EMIT requested(method);
    const auto script = m_scripts.constFind(method);
    if (script == m_scripts.constEnd())
        return reply(link, protocol::encodeError(request->id, Error {.code = ErrorCode::MethodNotFound, .detail = method}));
    const Script run = *script; // it may script itself anew
    run(*request, link);
}

void FakeWireServer::sendRaw(const QByteArray &text)
{
    for (const auto &[token, link] : std::as_const(m_links))
        link->sendTextMessage(QString::fromUtf8(text));
}

void FakeWireServer::sendBinary(const QByteArray &bytes)
{
    for (const auto &[token, link] : std::as_const(m_links))
        link->sendBinaryMessage(bytes);
}

void FakeWireServer::dropLinks()
{
    const auto links = std::exchange(m_links, {});
    for (const auto &[token, link] : links) {
        link->disconnect(this);
        link->abort();
        link->deleteLater();
    }
    Q_EMIT linkCountChanged();
}

void FakeWireServer::setAccepting(bool accepting)
{
    m_accepting = accepting;
}

void FakeWireServer::reply(QWebSocket *link, const QByteArray &text)
{
    link->sendTextMessage(QString::fromUtf8(text));
}

void FakeWireServer::replyTo(quint64 linkToken, const QByteArray &text)
{
    for (const auto &[token, link] : std::as_const(m_links)) {
        if (token == linkToken)
            return reply(link, text);
    }
}

quint64 FakeWireServer::tokenOf(QWebSocket *link) const
{
    for (const auto &[token, known] : m_links) {
        if (known == link)
            return token;
    }
    return 0;
}

} // namespace parterre::testing
