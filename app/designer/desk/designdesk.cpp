// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/designdesk.h"

#include "app/designer/model/designedplan.h"
#include "app/designer/model/importeddesign.h"
#include "shared/core/inpool.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planjson.h"

namespace parterre {

DesignDesk::DesignDesk(SessionModel &session, VenueListModel &venues, net::PlanCache &plans, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_venues(venues), m_plans(plans), m_list(venues), m_sender(session, ids)
{
    connect(&m_sender, &PlanSender::progressed, this, &DesignDesk::publishProgressed);
    connect(&m_sender, &PlanSender::failed, this, [this](const Error &error) {
        m_publishing = false;
        Q_EMIT publishFailed(error);
    });
    connect(&m_sender, &PlanSender::published, this, [this](const PlanSummary &plan) {
        m_publishing = false;
        m_basis = PlanListModel::Entry {.venue = {.id = *m_venue, .name = {}}, .plan = plan};
        if (m_document.history().index() == m_publishedAt)
            m_document.history().setClean();
        m_venues.refresh();
        Q_EMIT published(plan);
        Q_EMIT stateChanged();
    });
    connect(&session, &SessionModel::userChanged, this, [this] { stopPublishing(); });
}

void DesignDesk::start(Design design, std::optional<VenueId> venue)
{
    ++m_step;
    stopPublishing();
    m_venue = venue;
    m_basis.reset();
    m_document.reset(std::move(design));
    m_open = true;
    m_loading = false;
    Q_EMIT stateChanged();
}

void DesignDesk::edit(const PlanListModel::Entry &entry)
{
    const quint64 step = ++m_step;
    m_loading = true;
    Q_EMIT stateChanged();
    m_plans.fetch(entry.plan.ref, this, [this, step, entry](const Result<Plan> &plan) {
        if (step != m_step)
            return;
        if (!plan) {
            m_loading = false;
            Q_EMIT stateChanged();
            Q_EMIT failed(plan.error());
            return;
        }
        start(designFromPlan(*plan), entry.venue.id);
        m_basis = entry;
        Q_EMIT stateChanged();
    });
}

void DesignDesk::close()
{
    ++m_step;
    stopPublishing();
    m_open = m_loading = false;
    m_basis.reset();
    m_document.reset(Design());
    Q_EMIT stateChanged();
}

qint32 DesignDesk::versionBefore(VenueId venue, const QString &name, bool overwrite) const
{
    if (!overwrite && m_basis && m_basis->venue.id == venue && m_basis->plan.name == name)
        return m_basis->plan.ref.version;
    return m_list.newestVersion(venue, name);
}

void DesignDesk::publish(VenueId venue, bool overwrite)
{
    if (!m_open || m_publishing)
        return;
    m_publishing = true;
    m_venue = venue;
    m_publishedAt = m_document.history().index();
    const Design design = m_document.design();
    const auto write = [design, pieces = m_document.pieces()] {
        const Plan plan = planOf(design, pieces).plan;
        return validatePlan(plan).isEmpty() ? std::optional(planio::writePlan(plan)) : std::nullopt;
    };
    inPool(this, write, [this, step = m_step, venue, overwrite, name = design.house().name](const std::optional<QByteArray> &document) {
        if (step != m_step || !m_publishing)
            return;
        if (document)
            return m_sender.publish(venue, *document, versionBefore(venue, name, overwrite));
        m_publishing = false;
        Q_EMIT notPublishable();
    });
}

void DesignDesk::stopPublishing()
{
    m_publishing = false;
    m_sender.stop();
}

} // namespace parterre
