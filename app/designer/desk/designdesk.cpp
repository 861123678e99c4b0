// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/designdesk.h"

#include "app/designer/model/designedplan.h"
#include "app/designer/model/importeddesign.h"
#include "shared/core/inpool.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre {

using namespace Qt::StringLiterals;

DesignDesk::DesignDesk(SessionModel &session, VenueListModel &venues, net::PlanCache &plans, IdGenerator &ids, const Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_venues(venues), m_plans(plans), m_list(venues), m_sender(session, ids), m_folder(folder), m_journal(m_document, folder, clock)
{
    connect(&m_journal, &Journal::failed, this, &DesignDesk::unsafe);
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
        m_journal.settle(context(), isChanged());
        m_venues.refresh();
        Q_EMIT published(plan);
        Q_EMIT stateChanged();
    });
    connect(&session, &SessionModel::userChanged, this, [this] { stopPublishing(); });
}

DesignDesk::~DesignDesk()
{
    putAway();
}

// What is not published stays on this computer.
void DesignDesk::putAway()
{
    if (isChanged())
        m_journal.leave();
    else
        m_journal.end();
}

void DesignDesk::start(Design design, std::optional<VenueId> venue)
{
    open(std::move(design), venue, {});
}

void DesignDesk::open(Design design, const std::optional<VenueId> &venue, const std::optional<PlanListModel::Entry> &basis, const std::optional<RecoveredDesign> &recovered)
{
    ++m_step;
    stopPublishing();
    putAway();
    m_venue = venue;
    m_basis = basis;
    m_document.reset(std::move(design));
    m_open = true;
    m_loading = false;
    m_journal.begin(context(), recovered);
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
        if (plan)
            return open(designFromPlan(*plan), entry.venue.id, entry);
        m_loading = false;
        Q_EMIT stateChanged();
        Q_EMIT failed(plan.error());
    });
}

// What a drawing that is gone on with has to know of where it came from.
QByteArray DesignDesk::context() const
{
    QJsonObject json;
    if (m_venue)
        json.insert("venue"_L1, m_venue->toString());
    if (m_basis) {
        json.insert("plan"_L1, m_basis->plan.ref.id.toString());
        json.insert("version"_L1, m_basis->plan.ref.version);
        json.insert("name"_L1, m_basis->plan.name);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void DesignDesk::goOnWith(const JournalEntry &entry)
{
    const Result<RecoveredDesign> recovered = Journal::recover(entry);
    if (!recovered)
        return Q_EMIT failed(recovered.error());
    const QJsonObject json = QJsonDocument::fromJson(recovered->context).object();
    const std::optional<VenueId> venue = VenueId::fromString(json["venue"_L1].toString());
    std::optional<PlanListModel::Entry> basis;
    if (const auto plan = PlanId::fromString(json["plan"_L1].toString()); plan && venue)
        basis = PlanListModel::Entry {.venue = {.id = *venue}, .plan = {.ref = {.id = *plan, .version = json["version"_L1].toInt()}, .name = json["name"_L1].toString()}};
    open(recovered->design, venue, basis, *recovered);
    // It was never published as it is.
    m_document.history().resetClean();
    Q_EMIT stateChanged();
}

void DesignDesk::close()
{
    ++m_step;
    stopPublishing();
    putAway();
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
