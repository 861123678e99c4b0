// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/drafts.h"

namespace parterre {

extern template class PagedRows<Draft, protocol::DraftsList>;

// The drafts that the server keeps, oldest first, for managers. Loads them all: as many pages as there are.
class DraftListModel final : public PagedRows<Draft, protocol::DraftsList>
{
    Q_OBJECT

public:
    enum Role { DraftRole = Qt::UserRole }; // Draft; Qt::DisplayRole is the name

    explicit DraftListModel(SessionModel &session, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void refresh() override;
    // Of this house only; nothing for all.
    void setVenue(const std::optional<VenueId> &venue);
    // -1 when there is none.
    [[nodiscard]] int rowOf(DraftId draft) const;

protected:
    [[nodiscard]] protocol::DraftsListParams question() const override;
    [[nodiscard]] const QList<Draft> &rowsOf(const protocol::DraftsListResult &answer) const override { return answer.drafts; }

private:
    std::optional<VenueId> m_venue;
};

} // namespace parterre
