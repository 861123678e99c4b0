// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/venues.h"

namespace parterre {

extern template class PagedRows<Venue, protocol::VenuesList>;

// The houses, by name, for choosing one. Loads them all: as many pages as there are.
class VenueListModel final : public PagedRows<Venue, protocol::VenuesList>
{
    Q_OBJECT

public:
    enum Role { VenueRole = Qt::UserRole, IdRole }; // Venue, its id as text; Qt::DisplayRole is the name

    explicit VenueListModel(SessionModel &session, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    // -1 when there is none.
    [[nodiscard]] int rowOf(VenueId venue) const;
    // It is known that there is no house at all.
    [[nodiscard]] bool isKnownEmpty() const { return loadState() == LoadState::Ready && rows().isEmpty(); }

protected:
    [[nodiscard]] protocol::VenuesListParams question() const override;
    [[nodiscard]] const QList<Venue> &rowsOf(const protocol::VenuesListResult &answer) const override { return answer.venues; }
};

} // namespace parterre
