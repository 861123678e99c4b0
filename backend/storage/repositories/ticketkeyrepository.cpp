// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/ticketkeyrepository.h"

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"

namespace parterre::storage {

using namespace Qt::StringLiterals;

Result<QList<TicketKey>> TicketKeyRepository::ensure(const TicketKey &fresh, const AuditContext &audit)
{
    const Result<Rows> inserted = m_database.run(
        "ticket_keys.insert_first"_L1, {{"public_key"_L1, fresh.publicKey}, {"secret_key"_L1, fresh.secretKey}, {"created"_L1, audit.at}});
    if (!inserted)
        return inserted.error();
    if (!inserted->empty()) {
        const Result<void> noted = AuditRepository(m_database)
                                       .append({.context = audit,
                                                .action = u"ticket_key.created"_s,
                                                .objectKind = u"ticket_key"_s,
                                                .objectId = QString::number(inserted->front().int32("id"_L1)),
                                                .after = {{u"publicKey"_s, QString::fromLatin1(fresh.publicKey.toHex())}}});
        if (!noted)
            return noted.error();
    }
    const Result<Rows> rows = m_database.run("ticket_keys.list"_L1);
    if (!rows)
        return rows.error();
    QList<TicketKey> keys;
    for (const Row &row : *rows)
        keys.append({.id = static_cast<quint16>(row.int32("id"_L1)), .publicKey = row.bytes("public_key"_L1), .secretKey = row.bytes("secret_key"_L1)});
    return keys;
}

} // namespace parterre::storage
