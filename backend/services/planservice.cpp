// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/planservice.h"

#include "backend/services/planpublishing.h"
#include "backend/services/sessionservice.h"
#include "backend/storage/storage.h"
#include "shared/core/inpool.h"
#include "shared/planio/planfile.h"

namespace parterre::services {

namespace {

constexpr qint64 kAllUploadsBytes = 4 * planio::kMaxImportBytes;

struct ReadFile {
    PlanDraft draft = {};
    QList<planio::RepairEntry> report = {};
};

Result<ReadFile> readFile(const QByteArray &file, const std::optional<QString> &name)
{
    Result<planio::PlanFile> imported = planio::readPlanFile(file);
    if (!imported)
        return imported.error();
    if (name)
        imported->plan.name = *name;
    Result<PlanDraft> draft = draftOf(imported->plan);
    if (!draft)
        return draft.error();
    return ReadFile {std::move(*draft), std::move(imported->report)};
}

} // namespace

PlanService::PlanService(SessionService &sessions, storage::Storage &storage, const Clock &clock, Scheduler &scheduler, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_ids(ids), m_uploads(clock, {.file = planio::kMaxImportBytes, .all = kAllUploadsBytes}),
      m_expiry(scheduler.makeAlarm([this] { onExpiry(); }))
{
    connect(&sessions, &SessionService::userChanged, this, [this](const Session &session) { m_uploads.remove(session.id); });
}

Result<qint64> PlanService::append(const Caller &caller, UploadId upload, qint64 offset, const QByteArray &part)
{
    Result<qint64> size = m_uploads.append(caller.session, upload, offset, part);
    onExpiry();
    return size;
}

void PlanService::publish(const Caller &caller, const Wish &wish, Done<PublishedPlan> done)
{
    Result<QByteArray> file = m_uploads.file(caller.session, wish.upload);
    if (!file) {
        done(file.error());
        return;
    }
    const auto store = [this, audit = caller.audit(m_clock.utcNow()), wish, fresh = m_ids.make<PlanId>(), done = std::move(done)](Result<ReadFile> read) {
        if (!read) {
            done(read.error());
            return;
        }
        m_storage.write(this, [audit, wish, fresh, draft = std::move(read->draft)](storage::Database &database) {
            return publishPlan(database, wish.venue, draft, fresh, wish.after, audit);
        }, [done, report = std::move(read->report)](Result<PlanSummary> plan) {
            if (plan)
                done(PublishedPlan {std::move(*plan), report});
            else
                done(plan.error());
        });
    };
    inPool(this, [file = std::move(*file), name = wish.name] { return readFile(file, name); }, store);
}

void PlanService::onExpiry()
{
    if (const auto next = m_uploads.expire())
        m_expiry->start(*next);
    else
        m_expiry->stop();
}

} // namespace parterre::services
