// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/plandesk.h"

#include "shared/core/inpool.h"
#include "shared/planio/planfile.h"
#include "shared/planio/planjson.h"
#include "shared/protocol/plans.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace parterre {

namespace {

Result<planio::PlanFile> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::FileInvalid, .detail = file.errorString()};
    if (file.size() > planio::kMaxImportBytes)
        return Error {.code = ErrorCode::FileTooLarge, .limit = planio::kMaxImportBytes};
    return planio::readPlanFile(file.read(planio::kMaxImportBytes + 1), {.fileName = path});
}

PlanDesk::Export writeFile(const QString &path, const Plan &plan, planio::PlanFileFormat format, const planio::PlanPageWords &words)
{
    const Result<planio::ExportResult> written = planio::writePlanFile(plan, format, words);
    if (!written)
        return {.path = path, .state = PlanDesk::ExportState::NotDrawn};
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(written->file) == written->file.size() && file.commit();
    return {.path = path, .state = saved ? PlanDesk::ExportState::Saved : PlanDesk::ExportState::NotSaved, .losses = written->report};
}

} // namespace

PlanDesk::PlanDesk(SessionModel &session, VenueListModel &venues, net::PlanCache &plans, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_venues(venues), m_plans(plans), m_list(venues), m_sender(session, ids), m_versions(session, plans)
{
    connect(&m_sender, &PlanSender::progressed, this, &PlanDesk::publishProgressed);
    connect(&m_sender, &PlanSender::failed, this, [this](const Error &error) {
        m_publishing = false;
        Q_EMIT publishFailed(error);
    });
    connect(&m_sender, &PlanSender::published, this, [this](const PlanSummary &plan) {
        m_publishing = false;
        m_venues.refresh();
        Q_EMIT published(plan);
    });
    connect(&m_list, &QAbstractItemModel::modelReset, this, &PlanDesk::takeFacts);
    connect(&session, &SessionModel::userChanged, this, [this] { stopPublishing(); });
}

void PlanDesk::show(const PlanListModel::Entry &entry)
{
    const quint64 step = ++m_step;
    m_shown = entry;
    m_import.reset();
    setState(State::Loading);
    m_plans.fetch(entry.plan.ref, this, [this, step](const Result<Plan> &plan) {
        if (!isCurrent(step))
            return;
        if (plan)
            return showPlan(*plan);
        close();
        Q_EMIT failed(plan.error());
    });
}

void PlanDesk::importFile(const QString &path)
{
    const quint64 step = ++m_step;
    setState(State::Loading);
    inPool(this, [path] { return readFile(path); }, [this, step, path](Result<planio::PlanFile> imported) {
        if (!isCurrent(step))
            return;
        if (!imported) {
            close();
            Q_EMIT failed(imported.error());
            return;
        }
        m_shown.reset();
        m_import = Import {.fileName = QFileInfo(path).fileName(), .plan = std::move(imported->plan), .report = std::move(imported->report)};
        if (m_import->plan.name.isEmpty())
            m_import->plan.name = QFileInfo(path).completeBaseName();
        showPlan(m_import->plan);
    });
}

void PlanDesk::close()
{
    ++m_step;
    stopPublishing();
    m_shown.reset();
    m_import.reset();
    setState(State::Empty);
}

void PlanDesk::compareVersions()
{
    if (m_shown)
        m_versions.open(m_shown->plan);
}

void PlanDesk::compareImport(VenueId venue, const QString &name)
{
    const auto known = m_list.find(venue, name);
    if (known && m_import)
        m_versions.openFile(known->plan, m_import->fileName, m_import->plan);
}

void PlanDesk::publish(VenueId venue, const QString &name)
{
    if (!m_import || m_publishing)
        return;
    m_import->plan.name = name;
    m_publishing = true;
    inPool(this, [plan = m_import->plan] { return planio::writePlan(plan); }, [this, step = m_step, venue, name](const QByteArray &document) {
        if (isCurrent(step) && m_publishing)
            m_sender.publish(venue, document, m_list.newestVersion(venue, name));
    });
}

void PlanDesk::stopPublishing()
{
    m_publishing = false;
    m_sender.stop();
}

void PlanDesk::setHall(const std::optional<QString> &hall)
{
    if (!m_shown || m_settingHall)
        return;
    m_settingHall = true;
    m_session.connection().callUntilAnswered<protocol::PlansSetHall>(
        {.plan = m_shown->plan.ref.id, .hall = hall}, this,
        [this](const Result<protocol::PlansSetHallResult> &answer) {
            m_settingHall = false;
            m_venues.refresh();
            if (!answer) {
                Q_EMIT failed(answer.error());
                return;
            }
            if (m_shown && m_shown->plan.ref.id == answer->plan.ref.id) {
                m_shown->plan.hall = answer->plan.hall;
                Q_EMIT factsChanged();
            }
            Q_EMIT hallSet(answer->plan);
        },
        [](bool) {});
}

void PlanDesk::exportTo(const QString &path, planio::PlanFileFormat format, const planio::PlanPageWords &words)
{
    inPool(this, [path, format, words, plan = m_seatMap.plan()] { return writeFile(path, plan, format, words); }, [this](const Export &done) { Q_EMIT exported(done); });
}

void PlanDesk::showPlan(const Plan &plan)
{
    m_seatMap.setPlan(plan);
    const std::vector<SeatState> states(static_cast<std::size_t>(m_seatMap.placeCount()), SeatState::Free);
    [[maybe_unused]] const bool applied = m_seatMap.applySnapshot(0, states);
    Q_ASSERT(applied);
    setState(State::Ready);
}

void PlanDesk::takeFacts()
{
    const int row = m_shown ? m_list.rowOf(m_shown->plan.ref.id) : -1;
    if (row < 0)
        return;
    const PlanListModel::Entry &listed = m_list.entry(row);
    if (listed.venue == m_shown->venue && listed.plan.hall == m_shown->plan.hall)
        return;
    m_shown->venue = listed.venue;
    m_shown->plan.hall = listed.plan.hall;
    Q_EMIT factsChanged();
}

void PlanDesk::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace parterre
