// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/bookings.h"
#include "shared/protocol/events.h"

#include <QTimer>

namespace parterre {

extern template class PagedRows<RefundEntry, protocol::EventsRefunds>;

// What is owed to whom since one event was cancelled. While the server is still at it, it is asked again.
class RefundListModel final : public PagedRows<RefundEntry, protocol::EventsRefunds>
{
    Q_OBJECT

public:
    enum Role {
        EntryRole = Qt::UserRole, // RefundEntry; Qt::DisplayRole is the reference
    };

    explicit RefundListModel(SessionModel &session, QObject *parent = nullptr);

    // That of another event; a null id: none.
    void open(EventId event);
    [[nodiscard]] EventId event() const { return m_event; }
    // Asks when an event is open and the caller may know.
    void refresh() override;
    [[nodiscard]] const RefundTotals &totals() const { return m_totals; }
    // -1 when it is not among the rows loaded.
    [[nodiscard]] int rowOf(BookingId booking) const;
    // What is owed was paid out.
    void take(const Booking &booking);
    // The whole list, for a file.
    void collect(const std::function<void(const Result<QList<RefundEntry>> &)> &done);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void totalsChanged();

protected:
    [[nodiscard]] protocol::EventsRefundsParams question() const override;
    [[nodiscard]] const QList<RefundEntry> &rowsOf(const protocol::EventsRefundsResult &answer) const override { return answer.refunds; }
    void onAnswer(const protocol::EventsRefundsResult &answer) override;

private:
    using Collected = std::function<void(const Result<QList<RefundEntry>> &)>;
    void collectAfter(const QList<RefundEntry> &before, const std::optional<QString> &cursor, const Collected &done);
    void setTotals(const RefundTotals &totals);

    EventId m_event;
    RefundTotals m_totals;
    QTimer m_again;
};

} // namespace parterre
