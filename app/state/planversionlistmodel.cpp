// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/planversionlistmodel.h"

#include <algorithm>

namespace parterre {

template class PagedRows<PlanVersion, protocol::PlansVersions>;

PlanVersionListModel::PlanVersionListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    connect(this, &PagedListModel::loadStateChanged, this, [this] { fetchMore({}); });
}

QVariant PlanVersionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).ref.version;
    case VersionRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

void PlanVersionListModel::setPlan(const std::optional<PlanId> &plan)
{
    m_plan = plan;
    clear();
    if (plan)
        refresh();
}

const PlanVersion *PlanVersionListModel::find(qint32 version) const
{
    const auto found = std::ranges::find(rows(), version, [](const PlanVersion &row) { return row.ref.version; });
    return found == rows().end() ? nullptr : &*found;
}

protocol::PlansVersionsParams PlanVersionListModel::question() const
{
    return {.plan = m_plan.value_or(PlanId()), .limit = protocol::kMaxPlanVersionsPage};
}

} // namespace parterre
