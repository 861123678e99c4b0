// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/reservations.h"

#include <QTimer>

namespace parterre {

extern template class PagedRows<BookingSummary, protocol::BookingsReservations>;

// What is reserved and not paid, soonest to fall free first, for the counter. When one of them falls free it is asked again.
class ReservationListModel final : public PagedRows<BookingSummary, protocol::BookingsReservations>
{
    Q_OBJECT

public:
    enum Role {
        SummaryRole = Qt::UserRole, // BookingSummary; Qt::DisplayRole is the reference
    };

    explicit ReservationListModel(SessionModel &session, QObject *parent = nullptr);

    // Asks when the caller may know; otherwise the list is empty.
    void refresh() override;
    [[nodiscard]] const ReservationTotals &totals() const { return m_totals; }
    // -1 when it is not among the rows loaded.
    [[nodiscard]] int rowOf(BookingId booking) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void totalsChanged();

protected:
    [[nodiscard]] protocol::BookingsReservationsParams question() const override { return {}; }
    [[nodiscard]] const QList<BookingSummary> &rowsOf(const protocol::BookingsReservationsResult &answer) const override { return answer.reservations; }
    void onAnswer(const protocol::BookingsReservationsResult &answer) override;

private:
    void setTotals(const ReservationTotals &totals);

    ReservationTotals m_totals;
    QTimer m_nextEnd;
};

} // namespace parterre
