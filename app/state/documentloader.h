// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/protocol/drafts.h"
#include "shared/protocol/plans.h"

#include <QTimer>

namespace parterre {

// Fetches a document from the server part by part, and checks it against its hash. One at a time. When it changes
// meanwhile it is begun anew; when the server asks for patience it waits and goes on.
class DocumentLoader final : public QObject
{
    Q_OBJECT

public:
    // Outlives it.
    explicit DocumentLoader(SessionModel &session, QObject *parent = nullptr);

    // In the place of what is being fetched. Ends in `done`, with the last of the answers, failed() or stop().
    template<class Method>
    void load(typename Method::Params params, std::function<void(const typename Method::Result &last, const QByteArray &document)> done)
    {
        stop();
        m_fetch = [this, params = std::move(params), done = std::move(done)]() mutable {
            params.offset = m_document.size();
            m_session.connection().call<Method>(params, this, [this, loading = m_loading, done](const Result<typename Method::Result> &answer) {
                if (!take(loading, answer ? nullptr : &answer.error()))
                    return;
                addPart(partOf(*answer), [last = *answer, done](const QByteArray &document) { done(last, document); });
            });
        };
        m_fetch();
    }
    void stop();

Q_SIGNALS:
    void progressed(int percent);
    void failed(const parterre::Error &error);

private:
    struct Part {
        QString hash = {}; // of the whole
        qint64 size = 0;   // of the whole
        QByteArray bytes = {};
    };
    static Part partOf(const protocol::DraftsGetResult &answer);
    static Part partOf(const protocol::PlansDesignResult &answer);

    void addPart(const Part &part, const std::function<void(const QByteArray &)> &done);
    void finish(const std::function<void(const QByteArray &)> &done);
    [[nodiscard]] bool take(quint64 loading, const Error *error);
    void fail(const Error &error);

    SessionModel &m_session;
    QTimer m_pause;
    quint64 m_loading = 0; // counts, so that late answers are known
    QString m_hash;
    QByteArray m_document;
    std::function<void()> m_fetch;
};

} // namespace parterre
