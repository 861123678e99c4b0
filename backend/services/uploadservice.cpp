// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/uploadservice.h"

#include "backend/services/sessionservice.h"
#include "shared/planio/importreport.h"

namespace parterre::services {

namespace {

constexpr qint64 kAllUploadsBytes = 4 * planio::kMaxImportBytes;

} // namespace

UploadService::UploadService(SessionService &sessions, const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_uploads(clock, {.file = planio::kMaxImportBytes, .all = kAllUploadsBytes}), m_expiry(scheduler.makeAlarm([this] { onExpiry(); }))
{
    connect(&sessions, &SessionService::userChanged, this, [this](const Session &session) { m_uploads.remove(session.id); });
}

Result<qint64> UploadService::append(const Caller &caller, UploadId upload, qint64 offset, const QByteArray &part)
{
    Result<qint64> size = m_uploads.append(caller.session, upload, offset, part);
    onExpiry();
    return size;
}

Result<QByteArray> UploadService::file(const Caller &caller, UploadId upload)
{
    return m_uploads.file(caller.session, upload);
}

void UploadService::onExpiry()
{
    if (const auto next = m_uploads.expire())
        m_expiry->start(*next);
    else
        m_expiry->stop();
}

} // namespace parterre::services
