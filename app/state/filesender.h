// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"

#include <QTimer>

namespace parterre {

// Sends a file to the server, part by part, and has one of its methods do something with it. One at a time; those of one
// session take turns. When the server asks for patience it waits and goes on.
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
            m_session.connection().call<Method>(params, this, taking<Method>(done));
        };
        begin(file);
    }
    // The same with a method that does no harm when it is asked again: it is, over as many breaks as it takes. NotFound
    // may be the file then, which went with the visit.
    template<class Method>
    void sendUntilAnswered(const QByteArray &file, typename Method::Params params, std::function<void(const typename Method::Result &)> done)
    {
        stop();
        m_conclude = [this, params = std::move(params), done = std::move(done)]() mutable {
            params.upload = m_upload;
            m_session.connection().callUntilAnswered<Method>(params, this, taking<Method>(done), [](bool) {});
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
        return [this, sending = m_sending, done](const Result<typename Method::Result> &answer) {
            if (!take(sending, answer ? nullptr : &answer.error(), &FileSender::conclude))
                return;
            const auto tell = done; // which stop() forgets
            stop();
            tell(*answer);
        };
    }
    void begin(const QByteArray &file);
    void sendNext();
    void conclude() { m_conclude(); }
    // True when the answer is of what is being sent now, and good.
    [[nodiscard]] bool take(quint64 sending, const Error *error, void (FileSender::*again)());

    SessionModel &m_session;
    IdGenerator &m_ids;
    QTimer m_pause;
    quint64 m_sending = 0; // counts, so that late answers are known
    UploadId m_upload;
    QByteArray m_file;
    qint64 m_sent = 0;
    std::function<void()> m_conclude;
};

} // namespace parterre
