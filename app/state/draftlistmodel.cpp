// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/draftlistmodel.h"

#include <algorithm>

namespace parterre {

template class PagedRows<Draft, protocol::DraftsList>;

DraftListModel::DraftListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    connect(&session, &SessionModel::entered, this, &DraftListModel::refresh);
    connect(&session, &SessionModel::userChanged, this, &DraftListModel::refresh);
    connect(this, &PagedListModel::loadStateChanged, this, [this] { fetchMore({}); });
}

QVariant DraftListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).name;
    case DraftRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

void DraftListModel::refresh()
{
    if (session().isManager())
        PagedRows::refresh();
    else
        clear();
}

void DraftListModel::setVenue(const std::optional<VenueId> &venue)
{
    if (venue == m_venue)
        return;
    m_venue = venue;
    refresh();
}

int DraftListModel::rowOf(DraftId draft) const
{
    const auto found = std::ranges::find(rows(), draft, &Draft::id);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

protocol::DraftsListParams DraftListModel::question() const
{
    return {.venue = m_venue, .limit = protocol::kMaxDraftsPage};
}

} // namespace parterre
