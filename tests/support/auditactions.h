// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"

#include <QStringList>

namespace parterre::testing {

// The actions of the audit's rows that `isMeant`, oldest first; none when the database cannot be opened.
template<class IsMeant>
[[nodiscard]] QStringList auditActions(const storage::DatabaseConfig &config, IsMeant isMeant)
{
    storage::Database database(config);
    QStringList actions;
    if (!database.open())
        return actions;
    const auto rows = database.transact(storage::Access::Read, [&] { return storage::AuditRepository(database).list(0, 10'000); });
    for (const storage::AuditRow &row : *rows) {
        if (isMeant(row.event))
            actions.append(row.event.action);
    }
    return actions;
}

} // namespace parterre::testing
