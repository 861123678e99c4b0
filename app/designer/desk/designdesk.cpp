// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/desk/designdesk.h"

#include "app/designer/model/designedplan.h"
#include "app/designer/model/designjson.h"
#include "app/designer/model/importeddesign.h"
#include "shared/core/inpool.h"
#include "shared/domain/planvalidation.h"
#include "shared/planio/planjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parterre {

using namespace Qt::StringLiterals;

DesignDesk::DesignDesk(SessionModel &session, VenueListModel &venues, net::PlanCache &plans, DraftDesk &drafts, IdGenerator &ids, const Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_venues(venues), m_plans(plans), m_drafts(drafts), m_list(venues), m_sender(session, ids), m_folder(folder), m_journal(m_document, folder, clock)
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
    connectDrafts();
}

void DesignDesk::connectDrafts()
{
    connect(&m_drafts, &DraftDesk::designLoaded, this, [this](const PlanVersionRef &plan, const QByteArray &document) {
        const std::optional<PlanListModel::Entry> wanted = std::exchange(m_wanted, {});
        if (wanted && wanted->plan.ref.id == plan.id && wanted->plan.ref.version == plan.version)
            openDocument(document, wanted->venue.id, wanted, {});
    });
    connect(&m_drafts, &DraftDesk::loaded, this, [this](const Draft &draft, const QByteArray &document) {
        if (m_loading)
            openDocument(document, draft.venue, {}, draft.ref());
        else if (std::exchange(m_newer, {}))
            onTheirsLoaded(draft, document);
    });
    // A plan that came from a file has no design: its seats are drawn on one by one.
    connect(&m_drafts, &DraftDesk::loadFailed, this, [this](const Error &error) {
        if (const auto wanted = std::exchange(m_wanted, {}))
            return fetchPlan(*wanted);
        if (const auto newer = std::exchange(m_newer, {}))
            return Q_EMIT conflicted(*newer, {});
        if (!std::exchange(m_loading, false))
            return;
        Q_EMIT stateChanged();
        Q_EMIT failed(error);
    });
    connect(&m_drafts, &DraftDesk::saved, this, [this](const Draft &draft) {
        if (!std::exchange(m_saving, false))
            return;
        m_draft = draft.ref();
        if (m_publishing)
            return sendPlan(draft.ref());
        if (m_document.history().index() == m_publishedAt)
            m_document.history().setClean();
        m_journal.settle(context(), isChanged());
        Q_EMIT saved(draft);
        Q_EMIT stateChanged();
    });
    connect(&m_drafts, &DraftDesk::conflicted, this, [this](const Draft &newer) {
        if (!std::exchange(m_saving, false))
            return;
        m_publishing = false;
        m_newer = newer;
        m_drafts.load(newer.id);
        Q_EMIT stateChanged();
    });
    connect(&m_drafts, &DraftDesk::saveFailed, this, [this](const Error &error) {
        if (!std::exchange(m_saving, false))
            return;
        // Somebody threw the draft away: the next save makes a new one.
        if (error.code == ErrorCode::NotFound)
            m_draft.reset();
        if (std::exchange(m_publishing, false))
            Q_EMIT publishFailed(error);
        else
            Q_EMIT saveFailed(error);
    });
}

// It may be newer still than what the server refused for.
void DesignDesk::onTheirsLoaded(const Draft &newer, const QByteArray &document)
{
    inPool(this, [document] { return readDesign(document); }, [this, step = m_step, newer](const Result<Design> &theirs) {
        if (step == m_step)
            Q_EMIT conflicted(newer, theirs ? std::optional(*theirs) : std::nullopt);
    });
}

DesignDesk::~DesignDesk()
{
    putAway();
}

void DesignDesk::askAnew()
{
    ++m_step;
    m_wanted.reset();
    m_newer.reset();
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
    askAnew();
    stopPublishing();
    putAway();
    m_venue = venue;
    m_basis = basis;
    m_draft.reset();
    m_document.reset(std::move(design));
    m_open = true;
    m_loading = false;
    m_journal.begin(context(), recovered);
    Q_EMIT stateChanged();
}

void DesignDesk::edit(const PlanListModel::Entry &entry)
{
    askAnew();
    m_loading = true;
    m_wanted = entry;
    Q_EMIT stateChanged();
    m_drafts.loadDesign(entry.plan.ref);
}

void DesignDesk::openDraft(const Draft &draft)
{
    askAnew();
    m_loading = true;
    Q_EMIT stateChanged();
    m_drafts.load(draft.id);
}

void DesignDesk::openDocument(const QByteArray &document, const std::optional<VenueId> &venue, const std::optional<PlanListModel::Entry> &basis, const std::optional<DraftRef> &draft)
{
    inPool(this, [document] { return readDesign(document); }, [this, step = m_step, venue, basis, draft](const Result<Design> &design) {
        if (step != m_step)
            return;
        if (design) {
            open(*design, venue, basis);
            m_draft = draft;
            return;
        }
        if (basis)
            return fetchPlan(*basis);
        m_loading = false;
        Q_EMIT stateChanged();
        Q_EMIT failed(design.error());
    });
}

void DesignDesk::fetchPlan(const PlanListModel::Entry &entry)
{
    m_plans.fetch(entry.plan.ref, this, [this, step = m_step, entry](const Result<Plan> &plan) {
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
    if (!recovered->complete)
        Q_EMIT recoveredInPart();
}

void DesignDesk::close()
{
    askAnew();
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

void DesignDesk::save(VenueId venue, const std::optional<DraftRef> &over)
{
    if (!m_open || m_saving)
        return;
    m_saving = true;
    m_venue = venue;
    m_publishedAt = m_document.history().index();
    if (over)
        m_draft = over;
    // A draft that was never saved keeps the name it gets here: asked again, it is the same one.
    if (!m_draft)
        m_draft = m_drafts.newDraft();
    DraftDesk::Work work {.draft = *m_draft, .venue = venue, .name = m_document.design().house().name};
    if (m_basis)
        work.base = m_basis->plan.ref;
    inPool(this, [design = m_document.design()] { return writeDesign(design); }, [this, step = m_step, work](const QByteArray &document) {
        if (step == m_step && m_saving)
            m_drafts.save(work, document);
    });
}

void DesignDesk::publish(VenueId venue, bool overwrite)
{
    if (!m_open || m_publishing)
        return;
    m_publishing = true;
    m_overwrites = overwrite;
    save(venue);
}

void DesignDesk::sendPlan(const DraftRef &draft)
{
    const Design design = m_document.design();
    const auto write = [design, pieces = m_document.pieces()] {
        const Plan plan = planOf(design, pieces).plan;
        return validatePlan(plan).isEmpty() ? std::optional(planio::writePlan(plan)) : std::nullopt;
    };
    inPool(this, write, [this, step = m_step, draft, name = design.house().name](const std::optional<QByteArray> &document) {
        if (step != m_step || !m_publishing)
            return;
        if (document)
            return m_sender.publish(*m_venue, *document, versionBefore(*m_venue, name, m_overwrites), draft);
        m_publishing = false;
        Q_EMIT notPublishable();
    });
}

void DesignDesk::stopPublishing()
{
    m_publishing = m_saving = false;
    m_sender.stop();
}

} // namespace parterre
