// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/databaseblockstore.h"

#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

void DatabaseBlockStore::create(const Block &block, const storage::AuditContext &audit, Done<void> done)
{
    m_storage.write(&m_home, [block, audit](storage::Database &database) { return storage::BlockRepository(database).insert(block, audit); }, std::move(done));
}

void DatabaseBlockStore::settle(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules, const storage::AuditContext &audit, Done<void> done)
{
    m_storage.write(&m_home, [released, rules, audit](storage::Database &database) -> Result<void> {
        storage::BlockRepository blocks(database);
        QList<BlockedPlaces> changed = released;
        for (const BlockRule &rule : rules)
            changed.append({.block = rule.block});
        if (Result<void> locked = blocks.lockPlacesOf(changed); !locked)
            return locked;
        for (const BlockedPlaces &places : released) {
            if (Result<void> written = blocks.release(places, audit); !written)
                return written;
        }
        for (const BlockRule &rule : rules) {
            if (Result<void> written = blocks.setRelease(rule, audit); !written)
                return written;
        }
        return {};
    }, std::move(done));
}

} // namespace parterre::services
