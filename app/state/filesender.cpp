// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/filesender.h"

#include "shared/protocol/uploads.h"

namespace parterre {

FileSender::FileSender(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids)
{
    m_pause.setSingleShot(true);
}

FileSender::~FileSender()
{
    stop();
}

void FileSender::stop()
{
    ++m_sending;
    m_pause.stop();
    m_file.clear();
    m_session.uploadTurns().leave(this);
}

void FileSender::begin(const QByteArray &file)
{
    m_upload = m_ids.make<UploadId>();
    m_file = file;
    m_sent = 0;
    m_session.uploadTurns().enter(this, [this] { sendNext(); });
}

void FileSender::sendNext()
{
    if (m_sent == m_file.size())
        return conclude();
    const QByteArray part = m_file.mid(m_sent, protocol::kMaxUploadPartBytes);
    m_session.connection().call<protocol::UploadsAppend>({.upload = m_upload, .offset = m_sent, .data = part.toBase64()}, this,
                                                         [this, sending = m_sending](const Result<protocol::UploadsAppendResult> &answer) {
        if (!take(sending, answer ? nullptr : &answer.error(), &FileSender::sendNext))
            return;
        m_sent = answer->size;
        Q_EMIT progressed(static_cast<int>(m_sent * 100 / m_file.size()));
        if (sending == m_sending)
            sendNext();
    });
}

bool FileSender::take(quint64 sending, const Error *error, void (FileSender::*again)())
{
    if (sending != m_sending)
        return false;
    if (!error)
        return true;
    const Error why = *error;
    if (why.code == ErrorCode::RateLimited && why.retryAfterSeconds) {
        m_pause.disconnect();
        connect(&m_pause, &QTimer::timeout, this, again);
        m_pause.start(std::chrono::seconds(*why.retryAfterSeconds));
        return false;
    }
    stop();
    Q_EMIT failed(why);
    return false;
}

} // namespace parterre
