// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"

#include <QTimer>

#include <memory>

namespace parterre {

// Sends a file to the server, part by part, and has one of its methods do something with it. One at a time; those of one
// session take turns. When the server asks for patience it waits and goes on, and so it does over breaks of the link; with
// another visit the file is sent anew.
class FileSender final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    FileSender(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);
    ~FileSender() override;

    // In the place of what is being sent. Ends in `done`, failed() or stop(). `params` need no upload.
    template<class Method>
    void send(const QByteArray &file, typename Method::Params params, std::function<void(const typename Method::Result &)> done)
    {
        stop();
        m_conclude = [this, params = std::move(params), done = std::move(done)]() mutable {
            params.upload = m_upload;
            m_session.connection().call<Method>(params, m_run.get(), taking<Method>(done));
        };
        begin(file);
    }
    // The same with a method that does no harm when it is asked again: it is, over as many breaks as it takes.
    template<class Method>
    void sendUntilAnswered(const QByteArray &file, typename Method::Params params, std::function<void(const typename Method::Result &)> done)
    {
        stop();
        m_conclude = [this, params = std::move(params), done = std::move(done)]() mutable {
            params.upload = m_upload;
            m_session.connection().callUntilAnswered<Method>(params, m_run.get(), taking<Method>(done), [](bool) {});
        };
        begin(file);
    }
    void stop();

Q_SIGNALS:
    void progressed(int percent);
    void failed(const parterre::Error &error);

private:
    template<class Method>
    [[nodiscard]] std::function<void(const Result<typename Method::Result> &)> taking(const std::function<void(const typename Method::Result &)> &done)
    {
        return [this, done](const Result<typename Method::Result> &answer) {
            if (!take(answer ? nullptr : &answer.error(), &FileSender::conclude))
                return;
            const auto tell = done; // which stop() forgets
            stop();
            tell(*answer);
        };
    }
    void begin(const QByteArray &file);
    void sendAll();
    void sendNext();
    void conclude() { m_conclude(); }
    // True when the answer is good.
    [[nodiscard]] bool take(const Error *error, void (FileSender::*again)());
    [[nodiscard]] SessionId visit() const;

    SessionModel &m_session;
    IdGenerator &m_ids;
    QTimer m_pause;
    std::unique_ptr<QObject> m_run; // what is being sent; answers that come late are nobody's
    SessionId m_visit;              // that the file is with
    UploadId m_upload;
    QByteArray m_file;
    qint64 m_sent = 0;
    std::function<void()> m_conclude;
};

} // namespace parterre
