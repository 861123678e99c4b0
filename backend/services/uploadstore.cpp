// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/uploadstore.h"

#include <algorithm>

namespace parterre::services {

Result<qint64> UploadStore::append(SessionId session, UploadId upload, qint64 offset, const QByteArray &part)
{
    expire();
    const auto known = m_uploads.find(session);
    const bool goesOn = known != m_uploads.end() && known->id == upload;
    if (goesOn && offset > 0 && known->bytes.size() == offset + part.size() && known->bytes.endsWith(part)) {
        known->last = m_clock.steadyNow(); // sent again, as after a lost answer
        return known->bytes.size();
    }
    if (offset + part.size() > m_limits.file)
        return Error {.code = ErrorCode::FileTooLarge, .limit = m_limits.file};
    if (offset > 0 && (!goesOn || known->bytes.size() != offset))
        return Error {.code = ErrorCode::StaleVersion, .detail = QStringLiteral("there are %1 bytes of this upload").arg(goesOn ? known->bytes.size() : 0)};
    if (offset == 0)
        remove(session);
    if (m_bytes + part.size() > m_limits.all)
        return Error {.code = ErrorCode::Overloaded, .retryAfterSeconds = 60};
    Upload &file = m_uploads[session];
    file.id = upload;
    file.bytes += part;
    file.last = m_clock.steadyNow();
    m_bytes += part.size();
    return file.bytes.size();
}

Result<QByteArray> UploadStore::file(SessionId session, UploadId upload)
{
    expire();
    const auto known = m_uploads.constFind(session);
    if (known == m_uploads.cend() || known->id != upload)
        return Error {.code = ErrorCode::NotFound, .detail = QStringLiteral("nothing was uploaded under this id")};
    return known->bytes;
}

void UploadStore::remove(SessionId session)
{
    m_bytes -= m_uploads.take(session).bytes.size();
}

std::optional<std::chrono::milliseconds> UploadStore::expire()
{
    const Tick now = m_clock.steadyNow();
    std::optional<std::chrono::milliseconds> next;
    for (auto it = m_uploads.begin(); it != m_uploads.end();) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(it->last + m_limits.idle - now);
        if (left.count() <= 0) {
            m_bytes -= it->bytes.size();
            it = m_uploads.erase(it);
            continue;
        }
        next = std::min(next.value_or(left), left);
        ++it;
    }
    return next;
}

} // namespace parterre::services
