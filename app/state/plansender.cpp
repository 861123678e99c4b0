// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/plansender.h"

#include "shared/protocol/plans.h"

namespace parterre {

PlanSender::PlanSender(SessionModel &session, IdGenerator &ids, QObject *parent) : QObject(parent), m_sender(session, ids)
{
    connect(&m_sender, &FileSender::progressed, this, &PlanSender::progressed);
    connect(&m_sender, &FileSender::failed, this, &PlanSender::failed);
}

void PlanSender::publish(VenueId venue, const QByteArray &document, qint32 after, const std::optional<DraftRef> &draft)
{
    m_sender.send<protocol::PlansPublish>(document, {.venue = venue, .after = after, .draft = draft},
                                          [this](const protocol::PlansPublishResult &answer) { Q_EMIT published(answer.plan); });
}

} // namespace parterre
