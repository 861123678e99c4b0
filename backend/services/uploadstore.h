// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QHash>

namespace parterre::services {

// Files on their way in, one a session, in memory and bounded.
class UploadStore
{
public:
    struct Limits {
        qint64 file = 0;   // bytes
        qint64 all = 0;    // bytes of all files together
        std::chrono::milliseconds idle {std::chrono::minutes(10)};
    };

    UploadStore(const Clock &clock, const Limits &limits) : m_clock(clock), m_limits(limits) {}

    // How many bytes there are now; the last part may come twice. StaleVersion when the file is not there or of another size; FileTooLarge; Overloaded.
    [[nodiscard]] Result<qint64> append(SessionId session, UploadId upload, qint64 offset, const QByteArray &part);
    // NotFound when it is not there, or not there any more.
    [[nodiscard]] Result<QByteArray> file(SessionId session, UploadId upload);
    void remove(SessionId session);
    // Forgets what nobody goes on with; when there is something to forget next, nothing when there is no file.
    std::optional<std::chrono::milliseconds> expire();

private:
    struct Upload {
        UploadId id = {};
        QByteArray bytes = {};
        Tick last = {};
    };

    const Clock &m_clock;
    const Limits m_limits;
    QHash<SessionId, Upload> m_uploads;
    qint64 m_bytes = 0;
};

} // namespace parterre::services
