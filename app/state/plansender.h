// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "shared/domain/venue.h"

#include <QTimer>

namespace parterre {

// Sends a plan to the server, part by part, and has it published. One at a time.
class PlanSender final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    PlanSender(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    // As the version after `after`, 0 for the first. Ends in published(), failed() or stop(). Asked again with the same
    // document after a failure, it is published once.
    void publish(VenueId venue, const QByteArray &document, qint32 after);
    void stop();

Q_SIGNALS:
    void progressed(int percent);
    void published(const parterre::PlanSummary &plan);
    void failed(const parterre::Error &error);

private:
    void sendNext();
    void askToPublish();
    // True when the answer is of what is being sent now, and good.
    template<class Answer>
    [[nodiscard]] bool take(quint64 sending, const Answer &answer, void (PlanSender::*again)());

    SessionModel &m_session;
    IdGenerator &m_ids;
    QTimer m_pause;
    quint64 m_sending = 0; // counts, so that late answers are known
    UploadId m_upload;
    VenueId m_venue;
    qint32 m_after = 0;
    QByteArray m_document;
    qint64 m_sent = 0;
};

} // namespace parterre
