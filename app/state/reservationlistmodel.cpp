// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/reservationlistmodel.h"

#include <algorithm>

namespace parterre {

template class PagedRows<BookingSummary, protocol::BookingsReservations>;

namespace {

constexpr std::chrono::seconds kUntilItIsWritten {1}; // that it fell free
constexpr std::chrono::hours kLongestWait {1};

}

ReservationListModel::ReservationListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    m_nextEnd.setSingleShot(true);
    connect(&m_nextEnd, &QTimer::timeout, this, &ReservationListModel::refresh);
    connect(&session, &SessionModel::entered, this, &ReservationListModel::refresh);
    connect(&session, &SessionModel::userChanged, this, &ReservationListModel::refresh);
    connect(&session, &SessionModel::left, this, &ReservationListModel::refresh);
}

void ReservationListModel::refresh()
{
    if (session().isInVisit() && session().isCounter())
        return PagedRows::refresh();
    m_nextEnd.stop();
    clear();
    setTotals({});
}

int ReservationListModel::rowOf(BookingId booking) const
{
    const auto found = std::ranges::find(rows(), booking, &BookingSummary::id);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant ReservationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).reference;
    case SummaryRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

void ReservationListModel::onAnswer(const protocol::BookingsReservationsResult &answer)
{
    setTotals(answer.totals);
    m_nextEnd.stop();
    if (rows().isEmpty() || !rows().constFirst().payUntil)
        return;
    const auto left = *rows().constFirst().payUntil - session().serverClock().now();
    m_nextEnd.start(std::clamp<std::chrono::milliseconds>(left + kUntilItIsWritten, kUntilItIsWritten, kLongestWait));
}

void ReservationListModel::setTotals(const ReservationTotals &totals)
{
    if (totals == m_totals)
        return;
    m_totals = totals;
    Q_EMIT totalsChanged();
}

} // namespace parterre
