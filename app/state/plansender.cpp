// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/plansender.h"

#include "shared/protocol/plans.h"
#include "shared/protocol/uploads.h"

namespace parterre {

PlanSender::PlanSender(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_session(session), m_ids(ids)
{
    m_pause.setSingleShot(true);
}

void PlanSender::publish(VenueId venue, const QByteArray &document, qint32 after)
{
    stop();
    m_upload = m_ids.make<UploadId>();
    m_venue = venue;
    m_after = after;
    m_document = document;
    m_sent = 0;
    sendNext();
}

void PlanSender::stop()
{
    ++m_sending;
    m_pause.stop();
    m_document.clear();
}

void PlanSender::sendNext()
{
    if (m_sent == m_document.size())
        return askToPublish();
    const QByteArray part = m_document.mid(m_sent, protocol::kMaxUploadPartBytes);
    m_session.connection().call<protocol::UploadsAppend>({.upload = m_upload, .offset = m_sent, .data = part.toBase64()}, this,
                                                         [this, sending = m_sending](const Result<protocol::UploadsAppendResult> &answer) {
        if (!take(sending, answer, &PlanSender::sendNext))
            return;
        m_sent = answer->size;
        Q_EMIT progressed(static_cast<int>(m_sent * 100 / m_document.size()));
        if (sending == m_sending)
            sendNext();
    });
}

void PlanSender::askToPublish()
{
    m_session.connection().call<protocol::PlansPublish>({.venue = m_venue, .upload = m_upload, .after = m_after}, this,
                                                        [this, sending = m_sending](const Result<protocol::PlansPublishResult> &answer) {
        if (!take(sending, answer, &PlanSender::askToPublish))
            return;
        stop();
        Q_EMIT published(answer->plan);
    });
}

template<class Answer>
bool PlanSender::take(quint64 sending, const Answer &answer, void (PlanSender::*again)())
{
    if (sending != m_sending)
        return false;
    if (answer)
        return true;
    const Error error = answer.error();
    if (error.code == ErrorCode::RateLimited && error.retryAfterSeconds) {
        m_pause.disconnect();
        connect(&m_pause, &QTimer::timeout, this, again);
        m_pause.start(std::chrono::seconds(*error.retryAfterSeconds));
        return false;
    }
    stop();
    Q_EMIT failed(error);
    return false;
}

} // namespace parterre
