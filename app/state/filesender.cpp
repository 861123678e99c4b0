// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/filesender.h"

#include "shared/protocol/uploads.h"

#include <QPointer>

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
    m_run.reset();
    m_pause.stop();
    m_file.clear();
    m_session.uploadTurns().leave(this);
}

void FileSender::begin(const QByteArray &file)
{
    m_run = std::make_unique<QObject>();
    m_upload = m_ids.make<UploadId>();
    m_file = file;
    m_session.uploadTurns().enter(this, [this] { sendAll(); });
}

SessionId FileSender::visit() const
{
    const std::optional<net::Visit> &visit = m_session.connection().visit();
    return visit ? visit->session : SessionId();
}

void FileSender::sendAll()
{
    m_visit = visit();
    m_sent = 0;
    sendNext();
}

void FileSender::sendNext()
{
    if (m_sent == m_file.size())
        return conclude();
    const QByteArray part = m_file.mid(m_sent, protocol::kMaxUploadPartBytes);
    m_session.connection().callUntilAnswered<protocol::UploadsAppend>(
        {.upload = m_upload, .offset = m_sent, .data = part.toBase64()}, m_run.get(),
        [this](const Result<protocol::UploadsAppendResult> &answer) {
            if (!take(answer ? nullptr : &answer.error(), &FileSender::sendNext))
                return;
            const QPointer<QObject> run(m_run.get());
            m_sent = answer->size;
            Q_EMIT progressed(static_cast<int>(m_sent * 100 / m_file.size()));
            if (run)
                sendNext();
        },
        [](bool) {});
}

bool FileSender::take(const Error *error, void (FileSender::*again)())
{
    if (!error)
        return true;
    const Error why = *error;
    if (why.code == ErrorCode::RateLimited && why.retryAfterSeconds) {
        m_pause.disconnect();
        connect(&m_pause, &QTimer::timeout, this, again);
        m_pause.start(std::chrono::seconds(*why.retryAfterSeconds));
        return false;
    }
    // What was sent went with the visit.
    if ((why.code == ErrorCode::NotFound || why.code == ErrorCode::StaleVersion) && m_visit != visit()) {
        sendAll();
        return false;
    }
    stop();
    Q_EMIT failed(why);
    return false;
}

} // namespace parterre
