// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/events.h"

#include <QTimer>

namespace parterre {

struct EventFilter {
    QString text = {};                       // part of name, description or venue
    std::optional<Instant> from = {};        // starts at or after
    std::optional<Instant> to = {};          // starts before
    std::optional<VenueId> venue = {};
    std::optional<EventCategory> category = {};
    qint32 minFree = 0;                      // seats at least
    EventSort sort = EventSort::Start;

    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};

extern template class PagedRows<EventSummary, protocol::EventsSearch>;

// The events that match a filter, in its order. Asks by itself when a visit begins, when somebody else signs in and
// when the filter changed and the person paused typing.
class EventListModel final : public PagedRows<EventSummary, protocol::EventsSearch>
{
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole }; // EventSummary; Qt::DisplayRole is the name

    explicit EventListModel(SessionModel &session, std::chrono::milliseconds typingPause = std::chrono::milliseconds(200), QObject *parent = nullptr);

    [[nodiscard]] const EventFilter &filter() const { return m_filter; }
    void setFilter(const EventFilter &filter);
    void refresh() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void filterChanged();

protected:
    [[nodiscard]] protocol::EventsSearchParams question() const override;
    [[nodiscard]] const QList<EventSummary> &rowsOf(const protocol::EventsSearchResult &answer) const override { return answer.events; }

private:
    EventFilter m_filter;
    QTimer m_typing;
};

} // namespace parterre
