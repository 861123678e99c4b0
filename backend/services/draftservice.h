// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/repositories/draftrepository.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

class UploadService;

// Drafts of plans that managers share. What a design means only their programs know: here it is a file, looked at on the
// common pool. Lives on the house thread.
class DraftService : public QObject
{
    Q_OBJECT
public:
    struct Wish {
        DraftId draft = {};
        VenueId venue = {};
        QString name = {};
        UploadId upload = {};
        std::optional<PlanVersionRef> base = {};
        qint32 expected = 0;
    };

    DraftService(UploadService &uploads, storage::Storage &storage, const Clock &clock, QObject *parent = nullptr);

    void list(const std::optional<VenueId> &venue, Done<QList<Draft>> done);
    void part(DraftId draft, qint64 offset, qint32 count, Done<storage::DraftPart> done);
    // Errors as DraftRepository::save(), NotFound also when nothing was uploaded, and those of planio::designHash().
    void save(const Caller &caller, const Wish &wish, Done<Draft> done);
    void remove(const Caller &caller, const DraftRef &draft, Done<void> done);

private:
    UploadService &m_uploads;
    storage::Storage &m_storage;
    const Clock &m_clock;
};

} // namespace parterre::services
