// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/filesender.h"
#include "shared/domain/draft.h"

namespace parterre {

// Sends a plan to the server and has it published. One at a time.
class PlanSender final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    PlanSender(SessionModel &session, IdGenerator &ids, QObject *parent = nullptr);

    // As the version after `after`, 0 for the first; `draft` is what it was made from. Ends in published(), failed() or
    // stop(). Asked again with the same document after a failure, it is published once.
    void publish(VenueId venue, const QByteArray &document, qint32 after, const std::optional<DraftRef> &draft = {});
    void stop() { m_sender.stop(); }

Q_SIGNALS:
    void progressed(int percent);
    void published(const parterre::PlanSummary &plan);
    void failed(const parterre::Error &error);

private:
    FileSender m_sender;
};

} // namespace parterre
