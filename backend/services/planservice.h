// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/repositories/planrepository.h"
#include "shared/domain/draft.h"
#include "shared/planio/importreport.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

class UploadService;

struct PublishedPlan {
    PlanSummary plan = {};
    QList<planio::RepairEntry> report = {};
};

// New versions of plans, from files that come in parts. Files are read on the common pool: the largest take a second.
// Lives on the house thread.
class PlanService : public QObject
{
    Q_OBJECT
public:
    struct Wish {
        VenueId venue = {};
        UploadId upload = {};
        qint32 after = 0;                 // the newest version the caller knows of
        std::optional<QString> name = {}; // instead of the one in the file
        std::optional<DraftRef> design = {};
    };

    PlanService(UploadService &uploads, storage::Storage &storage, const Clock &clock, IdGenerator &ids, QObject *parent = nullptr);

    // Errors as publishPlan(), NotFound also when nothing was uploaded, and those of the file's reader.
    void publish(const Caller &caller, const Wish &wish, Done<PublishedPlan> done);
    // Errors as PlanRepository::setHall(); InvalidParams: nothing but space.
    void setHall(const Caller &caller, PlanId plan, const std::optional<QString> &hall, Done<PlanSummary> done);
    // Errors as PlanRepository::versions().
    void versions(PlanId plan, std::optional<qint32> before, qint32 limit, Done<storage::PlanVersionPage> done);
    // Errors as PlanRepository::design().
    void design(PlanId plan, qint32 version, qint64 offset, qint32 count, Done<storage::DesignPart> done);

private:
    UploadService &m_uploads;
    storage::Storage &m_storage;
    const Clock &m_clock;
    IdGenerator &m_ids;
};

} // namespace parterre::services
