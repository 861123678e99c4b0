// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/databaseblockstore.h"

#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/storage.h"

namespace parterre::services {

void DatabaseBlockStore::create(const Block &block, const storage::AuditContext &audit, Done<void> done)
{
    m_storage.write(&m_home, [block, audit](storage::Database &database) { return storage::BlockRepository(database).insert(block, audit); }, std::move(done));
}

void DatabaseBlockStore::release(const QList<BlockedPlaces> &places, const storage::AuditContext &audit, Done<void> done)
{
    m_storage.write(&m_home, [places, audit](storage::Database &database) -> Result<void> {
        storage::BlockRepository blocks(database);
        for (const BlockedPlaces &ofBlock : places) {
            if (Result<void> released = blocks.release(ofBlock, audit); !released)
                return released;
        }
        return {};
    }, std::move(done));
}

void DatabaseBlockStore::setRelease(const BlockId &block, const std::optional<BlockRelease> &release, const storage::AuditContext &audit, Done<void> done)
{
    m_storage.write(&m_home, [block, release, audit](storage::Database &database) { return storage::BlockRepository(database).setRelease(block, release, audit); }, std::move(done));
}

} // namespace parterre::services
