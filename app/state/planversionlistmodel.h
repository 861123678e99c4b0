// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/plans.h"

namespace parterre {

extern template class PagedRows<PlanVersion, protocol::PlansVersions>;

// The published versions of one plan, newest first. Loads them all: as many pages as there are.
class PlanVersionListModel final : public PagedRows<PlanVersion, protocol::PlansVersions>
{
    Q_OBJECT

public:
    enum Role { VersionRole = Qt::UserRole }; // PlanVersion; Qt::DisplayRole is its number

    explicit PlanVersionListModel(SessionModel &session, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    // Of this plan; nothing for none.
    void setPlan(const std::optional<PlanId> &plan);
    // Every page is here.
    [[nodiscard]] bool isComplete() const { return loadState() == LoadState::Ready && !canFetchMore({}); }
    // Null when there is none.
    [[nodiscard]] const PlanVersion *find(qint32 version) const;

protected:
    [[nodiscard]] protocol::PlansVersionsParams question() const override;
    [[nodiscard]] const QList<PlanVersion> &rowsOf(const protocol::PlansVersionsResult &answer) const override { return answer.versions; }

private:
    std::optional<PlanId> m_plan;
};

} // namespace parterre
