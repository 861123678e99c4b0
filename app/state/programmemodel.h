// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/events.h"

#include <QTimer>

namespace parterre {

extern template class PagedRows<EventSummary, protocol::EventsSearch>;

// All events of the programme, drafts too, soonest first; what is over only when that is asked for. Asked for by whoever
// shows it, since customers never see it.
class ProgrammeModel final : public PagedRows<EventSummary, protocol::EventsSearch>
{
    Q_OBJECT

public:
    enum Role { SummaryRole = Qt::UserRole }; // EventSummary; Qt::DisplayRole is the name

    // Both outlive the model.
    ProgrammeModel(SessionModel &session, const Clock &clock, std::chrono::milliseconds typingPause = std::chrono::milliseconds(200), QObject *parent = nullptr);

    void setText(const QString &text);
    void setShowsPast(bool past);
    // Only the events of that series, what is over too; none: all.
    void setSeries(const std::optional<SeriesId> &series);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool showsPast() const { return m_past; }
    [[nodiscard]] const std::optional<SeriesId> &series() const { return m_series; }
    void refresh() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    // -1 when it is not there.
    [[nodiscard]] int rowOf(EventId event) const;

protected:
    [[nodiscard]] protocol::EventsSearchParams question() const override;
    [[nodiscard]] const QList<EventSummary> &rowsOf(const protocol::EventsSearchResult &answer) const override { return answer.events; }

private:
    const Clock &m_clock;
    QString m_text;
    bool m_past = false;
    std::optional<SeriesId> m_series;
    QTimer m_typing;
};

} // namespace parterre
