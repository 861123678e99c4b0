// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/api/gateway.h"
#include "backend/api/router.h"
#include "backend/api/webdesk.h"
#include "backend/server/serverconfig.h"
#include "backend/transport/websockettransport.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace parterre::services {
class TicketKeyring;
}

namespace parterre::storage {
class Storage;
}

namespace parterre::server {

// One running server: makes every part, wires it, starts and stops it in the right order. It lives on the main thread;
// ledgers, sessions and services live on the house thread it owns, sockets on the transport's, SQL on the storage's.
class House : public QObject
{
    Q_OBJECT
public:
    House(ServerConfig config, const Clock &clock, QObject *parent = nullptr);
    ~House() override;

    // Blocks until clients can connect: database open and migrated, ledgers rebuilt, port bound. At most once.
    [[nodiscard]] Result<void> start();
    // Blocks: no new clients, everybody told to come back, what is under way finished and written.
    void stop();

    // Both after start().
    [[nodiscard]] QHostAddress address() const { return m_transport->listenAddress(); }
    [[nodiscard]] quint16 port() const { return m_transport->port(); }
    [[nodiscard]] bool isEncrypted() const { return !m_config.tlsCertificate.isEmpty(); }
    [[nodiscard]] qint32 openEvents() const { return m_openEvents; }
    // The one-time code of a house without an administrator; else empty.
    [[nodiscard]] QString setupCode() const { return m_setupCode; }

private:
    struct Parts;

    template<class T, class Work>
    [[nodiscard]] Result<T> ask(Work work);
    [[nodiscard]] Result<quint32> takeLedgerEpoch();
    [[nodiscard]] Result<QString> takeHouseId();
    [[nodiscard]] services::OnlineRules onlineRules() const;
    [[nodiscard]] Result<std::shared_ptr<const services::TicketKeyring>> takeTicketKeys();
    [[nodiscard]] Result<void> openForBusiness();

    const ServerConfig m_config;
    QString m_id; // what tells this house from others at the payment provider's
    const Clock &m_clock;
    api::Router m_router;
    api::Gateway m_gateway;
    api::WebDesk m_web;
    std::optional<payments::StripeAccount> m_stripe; // when it takes payments online
    std::optional<mail::SmtpAccount> m_mailAccount;  // when it sends mail
    std::unique_ptr<transport::WebSocketTransport> m_transport;
    std::unique_ptr<storage::Storage> m_storage;
    QObject m_home;                 // lives on m_thread, for what has to run there
    QThread m_thread;
    std::unique_ptr<Parts> m_parts; // lives on m_thread
    qint32 m_openEvents = 0;
    QString m_setupCode;
    bool m_running = false;
};

} // namespace parterre::server
