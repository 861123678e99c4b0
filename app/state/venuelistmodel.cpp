// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/venuelistmodel.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace parterre {

template class PagedRows<Venue, protocol::VenuesList>;

VenueListModel::VenueListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    connect(&session, &SessionModel::entered, this, &VenueListModel::refresh);
    connect(this, &PagedListModel::loadStateChanged, this, [this] { fetchMore({}); });
}

QVariant VenueListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).name;
    case VenueRole: return QVariant::fromValue(row(index.row()));
    case IdRole: return row(index.row()).id.toString();
    default: return {};
    }
}

int VenueListModel::rowOf(VenueId venue) const
{
    const auto found = std::ranges::find(rows(), venue, &Venue::id);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

protocol::VenuesListParams VenueListModel::question() const
{
    return {.limit = protocol::kMaxPageSize};
}

} // namespace parterre
