// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/draftservice.h"

#include "backend/services/uploadservice.h"
#include "backend/storage/storage.h"
#include "shared/core/inpool.h"
#include "shared/planio/designfile.h"

namespace parterre::services {

using storage::DraftRepository;

DraftService::DraftService(UploadService &uploads, storage::Storage &storage, const Clock &clock, QObject *parent)
    : QObject(parent), m_uploads(uploads), m_storage(storage), m_clock(clock)
{
}

void DraftService::list(const std::optional<VenueId> &venue, Done<QList<Draft>> done)
{
    m_storage.read(this, [venue](storage::Database &database) { return DraftRepository(database).list(venue); }, std::move(done));
}

void DraftService::part(DraftId draft, qint64 offset, qint32 count, Done<storage::DraftPart> done)
{
    m_storage.read(this, [=](storage::Database &database) { return DraftRepository(database).part(draft, offset, count); }, std::move(done));
}

void DraftService::save(const Caller &caller, const Wish &wish, Done<Draft> done)
{
    const Result<QByteArray> file = m_uploads.file(caller, wish.upload);
    if (!file) {
        done(file.error());
        return;
    }
    const auto store = [this, audit = caller.audit(m_clock.utcNow()), wish, document = *file, done = std::move(done)](const Result<QString> &hash) {
        if (!hash) {
            done(hash.error());
            return;
        }
        const storage::NewDraft draft {.id = wish.draft, .venue = wish.venue, .name = wish.name, .base = wish.base, .hash = *hash, .document = document};
        m_storage.write(this, [draft, expected = wish.expected, audit](storage::Database &database) { return DraftRepository(database).save(draft, expected, audit); }, done);
    };
    inPool(this, [document = *file] { return planio::designHash(document); }, store);
}

void DraftService::remove(const Caller &caller, const DraftRef &draft, Done<void> done)
{
    m_storage.write(this, [draft, audit = caller.audit(m_clock.utcNow())](storage::Database &database) { return DraftRepository(database).remove(draft, audit); },
                    std::move(done));
}

} // namespace parterre::services
