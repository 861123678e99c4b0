// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/documentloader.h"

#include "shared/core/inpool.h"
#include "shared/planio/planjson.h"

namespace parterre {

DocumentLoader::DocumentLoader(SessionModel &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_fetch(); });
}

void DocumentLoader::stop()
{
    ++m_loading;
    m_pause.stop();
    m_document.clear();
    m_hash.clear();
}

DocumentLoader::Part DocumentLoader::partOf(const protocol::DraftsGetResult &answer)
{
    return {.hash = answer.draft.hash, .size = answer.draft.bytes, .bytes = QByteArray::fromBase64(answer.data)};
}

DocumentLoader::Part DocumentLoader::partOf(const protocol::PlansDesignResult &answer)
{
    return {.hash = answer.hash, .size = answer.bytes, .bytes = QByteArray::fromBase64(answer.data)};
}

void DocumentLoader::addPart(const Part &part, const std::function<void(const QByteArray &)> &done)
{
    if (part.size > kMaxDraftBytes)
        return fail({.code = ErrorCode::BadAnswer, .detail = QStringLiteral("a document of %1 bytes").arg(part.size)});
    const bool isFirst = m_document.isEmpty();
    if (!isFirst && part.hash != m_hash) {
        m_document.clear();
        return m_fetch();
    }
    m_hash = part.hash;
    m_document += part.bytes;
    if (part.bytes.isEmpty() || m_document.size() > part.size)
        return fail({.code = ErrorCode::BadAnswer, .detail = QStringLiteral("a document of another length")});
    const quint64 loading = m_loading;
    Q_EMIT progressed(static_cast<int>(m_document.size() * 100 / part.size));
    if (loading != m_loading)
        return;
    if (m_document.size() == part.size)
        finish(done);
    else
        m_fetch();
}

void DocumentLoader::finish(const std::function<void(const QByteArray &)> &done)
{
    inPool(this, [document = m_document] { return planio::planHash(document); }, [this, loading = m_loading, done](const QString &hash) {
        if (loading != m_loading)
            return;
        if (hash != m_hash)
            return fail({.code = ErrorCode::BadAnswer, .detail = QStringLiteral("a document with another hash")});
        const QByteArray document = m_document;
        stop();
        done(document);
    });
}

bool DocumentLoader::take(quint64 loading, const Error *error)
{
    if (loading != m_loading)
        return false;
    if (!error)
        return true;
    if (error->code == ErrorCode::RateLimited && error->retryAfterSeconds)
        m_pause.start(std::chrono::seconds(*error->retryAfterSeconds));
    else
        fail(*error);
    return false;
}

void DocumentLoader::fail(const Error &error)
{
    const Error why = error;
    stop();
    Q_EMIT failed(why);
}

} // namespace parterre
