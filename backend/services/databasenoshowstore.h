// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/noshowstore.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

// The no-shows in the database. Lives on the house thread, as long as those who ask it.
class DatabaseNoShowStore final : public NoShowStore
{
public:
    explicit DatabaseNoShowStore(storage::Storage &storage) : m_storage(storage) {}

    void list(const EventId &event, qint32 after, qint32 limit, Done<storage::NoShowPage> done) override;
    void earlierRelease(const storage::NoShowWrite &write, Done<std::optional<storage::ReleaseWritten>> done) override;
    void toRestore(const storage::NoShowWrite &write, Done<ToRestore> done) override;
    void release(const storage::NoShowWrite &write, Done<storage::ReleaseWritten> done) override;
    void restore(const storage::NoShowWrite &write, Done<storage::RestoreWritten> done) override;

private:
    storage::Storage &m_storage;
    QObject m_home; // where answers arrive; none do when it is gone
};

} // namespace parterre::services
