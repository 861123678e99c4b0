// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/role.h"
#include "tests/support/wireclient.h"

#include <QUrl>

#include <memory>
#include <mutex>

namespace parterre::testing {

// Where the server is now, for clients on threads of their own. Empty while there is none.
class SeasonServer
{
public:
    void moveTo(const QUrl &url)
    {
        const std::lock_guard lock(m_mutex);
        m_url = url;
    }
    [[nodiscard]] QUrl url() const
    {
        const std::lock_guard lock(m_mutex);
        return m_url;
    }
    // A page of it for browsers and callbacks.
    [[nodiscard]] QUrl page(const QString &path) const;

private:
    mutable std::mutex m_mutex;
    QUrl m_url;
};

// Somebody's line to the server of a season, however often that dies: who asks is asked again with the same words until there is
// an answer. Lives on one thread, which asking blocks.
class SeasonLine
{
public:
    SeasonLine(const SeasonServer &server, Role role) : m_server(server), m_role(role) {}

    // Until there is an answer, by this server or a later one.
    [[nodiscard]] WireReply ask(const QString &method, const QJsonObject &params);
    // As a browser would, once; the HTTP status, 0 when there is no answer.
    int post(const QString &path, const QByteArray &body) const;
    void hangUp() { m_client.reset(); }

    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] int askedAgain() const { return m_askedAgain; } // because no answer came

private:
    void connect();

    const SeasonServer &m_server;
    const Role m_role;
    std::unique_ptr<WireClient> m_client;
    QString m_token;
    int m_asked = 0;
    int m_askedAgain = 0;
};

} // namespace parterre::testing
