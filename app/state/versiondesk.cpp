// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/versiondesk.h"

#include "shared/core/inpool.h"

namespace parterre {

VersionDesk::VersionDesk(SessionModel &session, net::PlanCache &plans, QObject *parent) : QObject(parent), m_plans(plans), m_versions(session)
{
    connect(&m_versions, &PagedListModel::loadStateChanged, this, &VersionDesk::onVersionsLoaded);
    connect(&session, &SessionModel::userChanged, this, &VersionDesk::close);
}

void VersionDesk::open(const PlanSummary &plan)
{
    m_fileName.clear();
    begin(plan, {});
}

void VersionDesk::openFile(const PlanSummary &plan, const QString &fileName, const Plan &file)
{
    m_fileName = fileName;
    begin(plan, file);
}

void VersionDesk::begin(const PlanSummary &plan, std::optional<Plan> file)
{
    ++m_step;
    m_plan = plan;
    m_file = std::move(file);
    m_before = m_after = 0;
    m_review.reset();
    setState(State::Loading);
    m_versions.setPlan(plan.ref.id);
}

void VersionDesk::close()
{
    if (!isOpen())
        return;
    ++m_step;
    m_state = State::Closed; // before the list says that it is empty
    m_versions.setPlan({});
    m_file.reset();
    m_review.reset();
    m_seatMap.setPlan({});
    setState(State::Closed);
}

void VersionDesk::onVersionsLoaded()
{
    if (!isOpen() || m_before != 0)
        return;
    if (m_versions.loadState() == LoadState::Failed)
        return fail(*m_versions.error());
    if (!m_versions.isComplete())
        return;
    const QList<PlanVersion> &versions = m_versions.rows();
    if (m_file)
        choose(versions.constFirst().ref.version, 0);
    else if (versions.size() < 2)
        setState(State::Alone);
    else
        choose(versions.at(1).ref.version, versions.at(0).ref.version);
}

void VersionDesk::choose(qint32 before, qint32 after)
{
    if (before == m_before && after == m_after)
        return;
    m_before = before;
    m_after = after;
    compare();
}

void VersionDesk::compare()
{
    ++m_step;
    setState(State::Loading);
    fetch(m_before, [this](const Plan &before) {
        if (m_file)
            return compareWith(before, *m_file);
        fetch(m_after, [this, before](const Plan &after) { compareWith(before, after); });
    });
}

void VersionDesk::fetch(qint32 version, std::function<void(const Plan &)> done)
{
    const PlanVersion *known = m_versions.find(version);
    if (!known)
        return fail({.code = ErrorCode::NotFound});
    m_plans.fetch(known->ref, this, [this, step = m_step, done = std::move(done)](const Result<Plan> &plan) {
        if (!isCurrent(step))
            return;
        if (plan)
            done(*plan);
        else
            fail(plan.error());
    });
}

void VersionDesk::compareWith(const Plan &before, const Plan &after)
{
    using Review = std::shared_ptr<const PlanReview>;
    inPool(this, [before, after]() -> Review { return std::make_shared<const PlanReview>(before, after); }, [this, step = m_step, after](const Review &review) {
        if (!isCurrent(step))
            return;
        m_review = review;
        m_seatMap.setPlan(after);
        const std::vector<SeatState> states(static_cast<std::size_t>(m_seatMap.placeCount()), SeatState::Free);
        [[maybe_unused]] const bool applied = m_seatMap.applySnapshot(0, states);
        Q_ASSERT(applied);
        setState(State::Ready);
    });
}

void VersionDesk::fail(const Error &error)
{
    close();
    Q_EMIT failed(error);
}

void VersionDesk::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace parterre
