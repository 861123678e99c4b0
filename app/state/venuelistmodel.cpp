// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/venuelistmodel.h"

#include "shared/protocol/limits.h"

namespace parterre {

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
    default: return {};
    }
}

protocol::VenuesListParams VenueListModel::question() const
{
    return {.limit = protocol::kMaxPageSize};
}

} // namespace parterre
