// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/scheduler.h"
#include "backend/services/uploadstore.h"

#include <QObject>

namespace parterre::services {

class SessionService;

// The files that sessions are sending, until they sign out or leave them; a link that breaks meanwhile takes nothing along. Lives on the house thread.
class UploadService : public QObject
{
    Q_OBJECT
public:
    UploadService(SessionService &sessions, const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    // How many bytes of the file there are now; errors as UploadStore::append().
    [[nodiscard]] Result<qint64> append(const Caller &caller, UploadId upload, qint64 offset, const QByteArray &part);
    [[nodiscard]] Result<QByteArray> file(const Caller &caller, UploadId upload); // NotFound

private:
    void onExpiry();

    UploadStore m_uploads;
    std::unique_ptr<Alarm> m_expiry;
};

} // namespace parterre::services
