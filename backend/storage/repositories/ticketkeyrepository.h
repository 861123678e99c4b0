// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditcontext.h"
#include "shared/core/result.h"

#include <QList>

namespace parterre::storage {

class Database;

// A key pair that tickets are signed with (Ed25519). The secret half leaves the server's memory for the database alone.
struct TicketKey {
    quint16 id = 0;
    QByteArray publicKey = {}; // 32 bytes
    QByteArray secretKey = {}; // 64 bytes
};

class TicketKeyRepository
{
public:
    explicit TicketKeyRepository(Database &database) : m_database(database) {}

    // All keys, oldest first. In a house without any, `fresh` becomes the first.
    [[nodiscard]] Result<QList<TicketKey>> ensure(const TicketKey &fresh, const AuditContext &audit);

private:
    Database &m_database;
};

} // namespace parterre::storage
