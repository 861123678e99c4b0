// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/blockstore.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// The blocks in the database. Lives on the house thread, as long as those who ask it.
class DatabaseBlockStore final : public BlockStore
{
public:
    explicit DatabaseBlockStore(storage::Storage &storage) : m_storage(storage) {}

    void create(const Block &block, const storage::AuditContext &audit, Done<void> done) override;
    void settle(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules, const storage::AuditContext &audit, Done<void> done) override;

private:
    storage::Storage &m_storage;
    QObject m_home; // where answers arrive; none do when it is gone
};

} // namespace parterre::services
