// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/planservice.h"

#include "backend/services/planpublishing.h"
#include "backend/services/uploadservice.h"
#include "backend/storage/storage.h"
#include "shared/core/inpool.h"
#include "shared/planio/planfile.h"

namespace parterre::services {

namespace {

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

PlanService::PlanService(UploadService &uploads, storage::Storage &storage, const Clock &clock, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_uploads(uploads), m_storage(storage), m_clock(clock), m_ids(ids)
{
}

void PlanService::publish(const Caller &caller, const Wish &wish, Done<PublishedPlan> done)
{
    Result<QByteArray> file = m_uploads.file(caller, wish.upload);
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
            return publishPlan(database, draft, {.venue = wish.venue, .fresh = fresh, .after = wish.after, .design = wish.design}, audit);
        }, [done, report = std::move(read->report)](Result<PlanSummary> plan) {
            if (plan)
                done(PublishedPlan {std::move(*plan), report});
            else
                done(plan.error());
        });
    };
    inPool(this, [file = std::move(*file), name = wish.name] { return readFile(file, name); }, store);
}

void PlanService::setHall(const Caller &caller, PlanId plan, const std::optional<QString> &hall, Done<PlanSummary> done)
{
    const std::optional<QString> tidy = hall ? std::optional(hall->trimmed()) : std::nullopt;
    if (tidy && tidy->isEmpty())
        return done(Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("hall: only space")});
    m_storage.write(this, [=, audit = caller.audit(m_clock.utcNow())](storage::Database &database) { return storage::PlanRepository(database).setHall(plan, tidy, audit); },
                    std::move(done));
}

void PlanService::versions(PlanId plan, std::optional<qint32> before, qint32 limit, Done<storage::PlanVersionPage> done)
{
    m_storage.read(this, [=](storage::Database &database) { return storage::PlanRepository(database).versions(plan, before, limit); }, std::move(done));
}

void PlanService::design(PlanId plan, qint32 version, qint64 offset, qint32 count, Done<storage::DesignPart> done)
{
    m_storage.read(this, [=](storage::Database &database) { return storage::PlanRepository(database).design(plan, version, offset, count); }, std::move(done));
}

} // namespace parterre::services
