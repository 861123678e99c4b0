// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/scheduler.h"
#include "backend/services/uploadstore.h"
#include "shared/domain/venue.h"
#include "shared/planio/importreport.h"

#include <QObject>

namespace parterre::storage {
class Storage;
}

namespace parterre::services {

class SessionService;

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
    };

    PlanService(SessionService &sessions, storage::Storage &storage, const Clock &clock, Scheduler &scheduler, IdGenerator &ids, QObject *parent = nullptr);

    // How many bytes of the file there are now; errors as UploadStore::append().
    [[nodiscard]] Result<qint64> append(const Caller &caller, UploadId upload, qint64 offset, const QByteArray &part);
    // Errors as publishPlan(), NotFound also when nothing was uploaded, and those of the file's reader.
    void publish(const Caller &caller, const Wish &wish, Done<PublishedPlan> done);

private:
    void onExpiry();

    storage::Storage &m_storage;
    const Clock &m_clock;
    IdGenerator &m_ids;
    UploadStore m_uploads;
    std::unique_ptr<Alarm> m_expiry;
};

} // namespace parterre::services
