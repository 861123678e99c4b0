// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testhouse.h"
#include "tests/unit/backend/rawwebsocketclient.h"

#include <memory>
#include <vector>

namespace parterre::testing {

// A JSON-RPC client on a plain blocking socket, for races: what it sends has left when send() returns, and thousands of
// calls cost little. Replies are found by the number of their request; notifications are dropped.
class RawRpcClient
{
public:
    explicit RawRpcClient(quint16 port) : m_socket(port), m_upgraded(m_socket.shakeHands().startsWith("HTTP/1.1 101 ")) {}

    [[nodiscard]] bool isConnected() const { return m_upgraded; }

    qint64 send(const QString &method, const QJsonObject &params = {})
    {
        QJsonObject request {{QStringLiteral("jsonrpc"), QStringLiteral("2.0")}, {QStringLiteral("id"), ++m_lastId}, {QStringLiteral("method"), method}};
        if (!params.isEmpty())
            request.insert(QStringLiteral("params"), params);
        m_socket.sendText(QJsonDocument(request).toJson(QJsonDocument::Compact));
        return m_lastId;
    }
    // An error without a kind when the connection ended before the reply came.
    [[nodiscard]] WireReply await(qint64 request)
    {
        while (!m_replies.contains(request)) {
            const auto frame = m_socket.readFrame();
            if (!frame || frame->opcode == 8)
                return {.error = {{QStringLiteral("message"), QStringLiteral("no reply")}}};
            if (frame->opcode != 1)
                continue;
            const QJsonObject message = QJsonDocument::fromJson(frame->payload).object();
            if (message.contains(QStringLiteral("id")))
                m_replies.insert(message.value(QStringLiteral("id")).toInteger(), {.result = message.value(QStringLiteral("result")).toObject(), .error = message.value(QStringLiteral("error")).toObject()});
        }
        return m_replies.take(request);
    }
    WireReply call(const QString &method, const QJsonObject &params = {}) { return await(send(method, params)); }

    static QJsonObject helloParams(const QString &resume = {})
    {
        QJsonObject params {{QStringLiteral("protocol"), QJsonArray {1, 1}}, {QStringLiteral("client"), QStringLiteral("race-test/1.0")}};
        if (!resume.isEmpty())
            params.insert(QStringLiteral("resume"), resume);
        return params;
    }

    // Greeted and signed in as a new guest; ends the program when that fails.
    static std::unique_ptr<RawRpcClient> guest(const TestHouse &house)
    {
        auto client = std::make_unique<RawRpcClient>(house.house().port());
        client->m_resumeToken = client->call(QStringLiteral("session.hello"), helloParams()).at(QStringLiteral("resumeToken")).toString();
        const WireReply signedIn = client->call(QStringLiteral("auth.guest"), {{QStringLiteral("name"), QStringLiteral("Gus Guest")}});
        if (!signedIn.ok())
            qFatal("no guest could come in: %s", QJsonDocument(signedIn.error).toJson().constData());
        client->m_token = signedIn.at(QStringLiteral("token")).toString();
        return client;
    }
    // A second visit of the same account.
    [[nodiscard]] std::unique_ptr<RawRpcClient> again(const TestHouse &house) const
    {
        auto client = std::make_unique<RawRpcClient>(house.house().port());
        client->m_resumeToken = client->call(QStringLiteral("session.hello"), helloParams()).at(QStringLiteral("resumeToken")).toString();
        client->m_token = m_token;
        const WireReply signedIn = client->call(QStringLiteral("auth.resume"), {{QStringLiteral("token"), m_token}});
        if (!signedIn.ok())
            qFatal("the guest could not come in again: %s", QJsonDocument(signedIn.error).toJson().constData());
        return client;
    }

    [[nodiscard]] const QString &resumeToken() const { return m_resumeToken; }
    void setResumeToken(const QString &token) { m_resumeToken = token; }

private:
    RawWebSocketClient m_socket;
    bool m_upgraded = false;
    qint64 m_lastId = 0;
    QString m_resumeToken;
    QString m_token;
    QHash<qint64, WireReply> m_replies;
};

using RawCrowd = std::vector<std::unique_ptr<RawRpcClient>>;

inline RawCrowd rawGuests(const TestHouse &house, int count)
{
    RawCrowd crowd;
    for (int i = 0; i < count; ++i)
        crowd.push_back(RawRpcClient::guest(house));
    return crowd;
}

} // namespace parterre::testing
