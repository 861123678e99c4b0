// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/protocol/envelope.h"
#include "shared/protocol/methods.h"
#include "tests/support/messages.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QWebSocket)
QT_FORWARD_DECLARE_CLASS(QWebSocketServer)

namespace parterre::testing {

// The server's end of one unanswered request: call it once, when the test wants, or never. Safe after the link died.
template<class Method>
using Answer = std::function<void(const Result<typename Method::Result> &)>;

// A server on the loopback that speaks the real protocol and answers as the test scripts it. It reads as strictly as
// the real one, so a client that sends something wrong gets invalid_params. Out of the box it knows hello (every link
// a new visit, resumed when the token is the one it gave last), ping and end; every other method is method_not_found.
// Lives on the test's thread.
class FakeWireServer final : public QObject
{
    Q_OBJECT

public:
    enum class Link { Plain, Tls };

    // Listens at once. Tls: with the self-signed certificate at caFile().
    explicit FakeWireServer(Link link = Link::Plain, QObject *parent = nullptr);
    ~FakeWireServer() override;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] static QString caFile();

    // Answers every request of a method; the latest script counts.
    template<class Method>
    void when(std::function<Result<typename Method::Result>(const typename Method::Params &)> script)
    {
        whenAsked<Method>([script = std::move(script)](const typename Method::Params &params, const Answer<Method> &answer) { answer(script(params)); });
    }
    template<class Method>
    void when(const Result<typename Method::Result> &always)
    {
        when<Method>([always](const typename Method::Params &) { return always; });
    }
    // As above, but the answer is given through `answer`: late, in another order, or not at all.
    template<class Method>
    void whenAsked(std::function<void(const typename Method::Params &, const Answer<Method> &)> script)
    {
        m_scripts.insert(QLatin1StringView(Method::kInfo.name), [this, script = std::move(script)](const protocol::Request &request, QWebSocket *link) {
            const auto params = protocol::readMessage<typename Method::Params>(request.params, protocol::ReadMode::Strict);
            if (!params)
                return reply(link, protocol::encodeError(request.id, params.error()));
            script(*params, [this, id = request.id, token = tokenOf(link)](const Result<typename Method::Result> &result) {
                replyTo(token, result ? protocol::encodeResult(id, *result) : protocol::encodeError(id, result.error()));
            });
        });
    }
    // Requests of a method are swallowed.
    template<class Method>
    void ignore()
    {
        whenAsked<Method>([](const typename Method::Params &, const Answer<Method> &) {});
    }

    // To every link.
    template<class Notification>
    void push(const typename Notification::Params &params)
    {
        sendRaw(protocol::encodeNotification<Notification>(params));
    }
    void sendRaw(const QByteArray &text);
    void sendBinary(const QByteArray &bytes);

    // What came in, oldest first.
    template<class Method>
    [[nodiscard]] QList<typename Method::Params> received() const
    {
        QList<typename Method::Params> all;
        for (const QJsonObject &params : m_received.value(QLatin1StringView(Method::kInfo.name)))
            all.append(*messageFrom<typename Method::Params>(params, protocol::ReadMode::Tolerant));
        return all;
    }
    template<class Method>
    [[nodiscard]] int count() const
    {
        return static_cast<int>(m_received.value(QLatin1StringView(Method::kInfo.name)).size());
    }

    // Cuts every link without a goodbye; what is under way gets no answer.
    void dropLinks();
    // While false, new links are cut before the hello is answered.
    void setAccepting(bool accepting);
    // The grace is over: the next hello cannot resume.
    void forgetVisit() { m_resumeToken.clear(); }
    [[nodiscard]] int linkCount() const { return static_cast<int>(m_links.size()); }

    // What hello answers; session, resumeToken and resumed are filled in per link.
    protocol::SessionHelloResult hello;
    void setServerTime(Instant time) { m_serverTime = time; }

Q_SIGNALS:
    // A request was read, before its script runs.
    void requested(const QString &method);
    void linkCountChanged();

private:
    using Script = std::function<void(const protocol::Request &, QWebSocket *)>;

    void scriptTheBasics();
    void onNewConnection();
    void onText(QWebSocket *link, const QString &text);
    void reply(QWebSocket *link, const QByteArray &text);
    void replyTo(quint64 linkToken, const QByteArray &text);
    [[nodiscard]] quint64 tokenOf(QWebSocket *link) const;

    QWebSocketServer *m_server;
    QList<std::pair<quint64, QWebSocket *>> m_links;
    quint64 m_lastLink = 0;
    bool m_accepting = true;
    QHash<QString, Script> m_scripts;
    QHash<QString, QList<QJsonObject>> m_received;
    QString m_resumeToken;
    Instant m_serverTime {std::chrono::milliseconds(1'795'000'000'000)};
};

} // namespace parterre::testing
