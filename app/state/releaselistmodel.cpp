// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/releaselistmodel.h"

namespace parterre {

template class PagedRows<DueBlock, protocol::BlocksDue>;

ReleaseListModel::ReleaseListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    connect(&session, &SessionModel::userChanged, this, [this] { clear(); });
    connect(&session, &SessionModel::left, this, [this] { clear(); });
}

void ReleaseListModel::refresh()
{
    if (session().isInVisit() && session().isCounter())
        PagedRows::refresh();
}

void ReleaseListModel::confirm(const QList<BlockId> &blocks)
{
    if (m_asking || blocks.isEmpty())
        return;
    setAsking(true);
    session().connection().call<protocol::BlocksConfirm>({.blocks = blocks}, this,
                                                         [this](const Result<protocol::Nothing> &answer) { onDecided(answer ? std::nullopt : std::optional(answer.error())); });
}

void ReleaseListModel::postpone(BlockId block, const std::optional<BlockRelease> &release)
{
    if (m_asking)
        return;
    setAsking(true);
    session().connection().call<protocol::BlocksPostpone>({.block = block, .release = release}, this,
                                                          [this](const Result<protocol::BlocksBlockResult> &answer) { onDecided(answer ? std::nullopt : std::optional(answer.error())); });
}

void ReleaseListModel::onDecided(const std::optional<Error> &error)
{
    setAsking(false);
    refresh();
    if (error)
        Q_EMIT failed(*error);
    else
        Q_EMIT decided();
}

void ReleaseListModel::setAsking(bool asking)
{
    m_asking = asking;
    Q_EMIT askingChanged();
}

QVariant ReleaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).eventName;
    case EntryRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

} // namespace parterre
