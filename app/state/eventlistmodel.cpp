// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/eventlistmodel.h"

#include <utility>

namespace parterre {

template class PagedRows<EventSummary, protocol::EventsSearch>;

EventListModel::EventListModel(SessionModel &session, std::chrono::milliseconds typingPause, QObject *parent)
    : PagedRows(session, parent)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &EventListModel::refresh);
    connect(&session, &SessionModel::entered, this, &EventListModel::refresh);
    // Staff see drafts, others do not. Before a visit begins entered() is still to come.
    connect(&session, &SessionModel::userChanged, this, [this] {
        if (this->session().isInVisit())
            refresh();
    });
}

void EventListModel::setFilter(const EventFilter &filter)
{
    if (filter == m_filter)
        return;
    EventFilter before = std::exchange(m_filter, filter);
    before.text = filter.text;
    const bool onlyText = before == filter;
    Q_EMIT filterChanged();
    if (onlyText)
        m_typing.start();
    else
        refresh();
}

void EventListModel::refresh()
{
    m_typing.stop();
    PagedRows::refresh();
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).name;
    case SummaryRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

protocol::EventsSearchParams EventListModel::question() const
{
    protocol::EventsSearchParams params {.from = m_filter.from, .to = m_filter.to, .venue = m_filter.venue, .category = m_filter.category};
    if (m_filter.minFree > 0)
        params.minFree = m_filter.minFree;
    if (m_filter.sort != EventSort::Start)
        params.sort = m_filter.sort;
    if (const QString text = m_filter.text.simplified(); !text.isEmpty())
        params.text = text;
    return params;
}

} // namespace parterre
