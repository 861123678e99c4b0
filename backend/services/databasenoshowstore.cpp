// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/databasenoshowstore.h"

#include "backend/storage/storage.h"

namespace parterre::services {

void DatabaseNoShowStore::list(const EventId &event, qint32 after, qint32 limit, Done<storage::NoShowPage> done)
{
    m_storage.read(&m_home, [event, after, limit](storage::Database &database) { return storage::NoShowRepository(database).list(event, after, limit); }, std::move(done));
}

void DatabaseNoShowStore::earlierRelease(const storage::NoShowWrite &write, Done<std::optional<storage::ReleaseWritten>> done)
{
    m_storage.read(&m_home, [write](storage::Database &database) { return storage::NoShowRepository(database).earlierRelease(write); }, std::move(done));
}

void DatabaseNoShowStore::toRestore(const storage::NoShowWrite &write, Done<ToRestore> done)
{
    m_storage.read(&m_home, [write](storage::Database &database) -> Result<ToRestore> {
        storage::NoShowRepository repository(database);
        const auto earlier = repository.earlierRestore(write);
        if (!earlier)
            return earlier.error();
        const Result<QList<storage::TicketPlace>> released = repository.released(write.event, write.tickets);
        return released ? Result<ToRestore>(ToRestore {.earlier = *earlier, .released = *released}) : released.error();
    }, std::move(done));
}

void DatabaseNoShowStore::release(const storage::NoShowWrite &write, Done<storage::ReleaseWritten> done)
{
    m_storage.write(&m_home, [write](storage::Database &database) { return storage::NoShowRepository(database).release(write); }, std::move(done));
}

void DatabaseNoShowStore::restore(const storage::NoShowWrite &write, Done<storage::RestoreWritten> done)
{
    m_storage.write(&m_home, [write](storage::Database &database) { return storage::NoShowRepository(database).restore(write); }, std::move(done));
}

} // namespace parterre::services
