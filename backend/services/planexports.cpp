// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/planexports.h"

#include "backend/services/storedplan.h"
#include "backend/storage/storage.h"
#include "shared/core/inpool.h"
#include "shared/planio/planjson.h"

namespace parterre::services {

namespace {

Result<PlanExports::Shared> made(const Plan &plan, planio::PlanFileFormat format)
{
    Result<planio::ExportResult> written = planio::writePlanFile(plan, format);
    if (!written)
        return written.error();
    return std::make_shared<const PlanExport>(PlanExport {.hash = planio::planHash(written->file), .file = std::move(written->file), .losses = std::move(written->report)});
}

} // namespace

PlanExports::PlanExports(storage::Storage &storage, QObject *parent) : QObject(parent), m_storage(storage)
{
}

void PlanExports::file(PlanId plan, qint32 version, planio::PlanFileFormat format, Done<Shared> done)
{
    const QString key = QStringLiteral("%1/%2/%3").arg(plan.toString()).arg(version).arg(planio::planFileFormatName(format));
    if (const Shared *ready = m_made.object(key)) {
        done(*ready);
        return;
    }
    auto &waiting = m_making[key];
    waiting.append(std::move(done));
    if (waiting.size() > 1)
        return;
    m_storage.read(this, [plan, version](storage::Database &database) { return readStoredPlan(database, plan, version); },
                   [this, key, format](Result<StoredPlan> stored) {
                       if (!stored)
                           return finish(key, stored.error());
                       inPool(this, [plan = std::move(stored->plan), format] { return made(plan, format); }, [this, key](const Result<Shared> &file) { finish(key, file); });
                   });
}

void PlanExports::finish(const QString &key, const Result<Shared> &made)
{
    if (made)
        m_made.insert(key, new Shared(*made), (*made)->file.size());
    for (const Done<Shared> &done : m_making.take(key))
        done(made);
}

} // namespace parterre::services
