// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/bookinglistmodel.h"

#include "app/state/settlement.h"

#include <algorithm>

namespace parterre {

template class PagedRows<BookingSummary, protocol::BookingsList>;

namespace {

// As the server tells it: of those that are kept. When none is, what was told of it stays.
void tellTickets(BookingSummary &summary, const QList<Ticket> &tickets)
{
    constexpr qsizetype kMostLabels = 10;
    QStringList labels;
    qint32 kept = 0;
    for (const Ticket &ticket : tickets) {
        if (!ticket.isKept())
            continue;
        ++kept;
        if (labels.size() < kMostLabels)
            labels.append(ticket.label);
    }
    if (kept == 0)
        return;
    summary.labels = labels;
    summary.ticketCount = kept;
}

} // namespace

BookingListModel::BookingListModel(SessionModel &session, IdGenerator &ids, QObject *parent)
    : PagedRows(session, parent), m_ids(ids)
{
    connect(&session, &SessionModel::entered, this, &BookingListModel::refresh);
    connect(&session, &SessionModel::userChanged, this, &BookingListModel::onUserChanged);
}

void BookingListModel::refresh()
{
    if (session().maySell())
        PagedRows::refresh();
    else
        clear();
}

void BookingListModel::setFilter(const BookingFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void BookingListModel::fetch(BookingId booking)
{
    session().connection().call<protocol::BookingsGet>({.booking = booking}, this, [this, booking, changes = m_changes.value(booking)](const Result<protocol::BookingResult> &answer) {
        if (answer && changes != m_changes.value(booking))
            fetch(booking); // perhaps it was read before what became of it since
        else if (!answer)
            Q_EMIT fetchFailed(booking, answer.error());
        else {
            m_payments.insert(booking, answer->booking.payments);
            Q_EMIT fetched(answer->booking);
        }
    });
}

void BookingListModel::cancel(BookingId booking, const QStringList &tickets, const QList<protocol::CardRefund> &cardRefunds, const std::optional<QString> &refundToVoucher, const std::optional<QString> &waiveFee)
{
    if (m_cancelling.contains(booking))
        return;
    protocol::BookingsCancelParams params {.booking = booking, .refundToVoucher = refundToVoucher};
    if (!tickets.isEmpty())
        params.tickets = tickets;
    if (!cardRefunds.isEmpty())
        params.cardRefunds = cardRefunds;
    params.waiveFee = waiveFee;
    const protocol::BookingsCancelParams before = m_doubtful.value(booking);
    const bool isSame = before.tickets == params.tickets && before.cardRefunds == params.cardRefunds && before.refundToVoucher == params.refundToVoucher && before.waiveFee == params.waiveFee;
    params.key = !before.key.isEmpty() && isSame ? before.key : m_ids.next().toString(QUuid::WithoutBraces);
    m_doubtful.insert(booking, params);
    setCancelling(booking, true);
    session().connection().callUntilAnswered<protocol::BookingsCancel>(
        params, this,
        [this, booking](const Result<protocol::BookingResult> &answer) { onCancelled(booking, answer); },
        [this, booking](bool checking) {
            if (checking)
                m_checking.insert(booking);
            else
                m_checking.remove(booking);
            Q_EMIT cancellingChanged(booking);
        });
}

void BookingListModel::onCancelled(BookingId id, const Result<protocol::BookingResult> &answer)
{
    const std::optional<QStringList> named = m_doubtful.value(id).tickets;
    if (answer || answer.error().code != ErrorCode::OutcomeUnknown)
        m_doubtful.remove(id);
    m_checking.remove(id);
    setCancelling(id, false);
    if (!answer)
        return Q_EMIT cancelFailed(id, answer.error());
    const QList<Payment> added = m_payments.contains(id) ? paymentsAdded(m_payments.value(id), answer->booking.payments) : QList<Payment>();
    take(answer->booking);
    Q_EMIT paidBack(added);
    Q_EMIT cancelled(answer->booking, static_cast<int>(named ? named->size() : std::ranges::count(answer->booking.tickets, TicketState::Cancelled, &Ticket::state)));
}

void BookingListModel::take(const Booking &booking)
{
    ++m_changes[booking.id];
    if (m_payments.contains(booking.id))
        m_payments.insert(booking.id, booking.payments);
    const int changed = rowOf(booking.id);
    if (changed < 0)
        return;
    BookingSummary summary = row(changed);
    summary.state = booking.state;
    summary.customerName = booking.customerName;
    summary.payUntil = booking.payUntil;
    summary.total = booking.total;
    tellTickets(summary, booking.tickets);
    replaceRow(changed, summary);
}

void BookingListModel::setCancelling(BookingId id, bool cancelling)
{
    if (cancelling)
        m_cancelling.insert(id);
    else
        m_cancelling.remove(id);
    if (const int changed = rowOf(id); changed >= 0)
        Q_EMIT dataChanged(index(changed), index(changed), {CancellingRole});
    Q_EMIT cancellingChanged(id);
}

int BookingListModel::rowOf(BookingId booking) const
{
    const auto found = std::ranges::find(rows(), booking, &BookingSummary::id);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant BookingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BookingSummary &summary = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return summary.reference;
    case SummaryRole: return QVariant::fromValue(summary);
    case CancellingRole: return isCancelling(summary.id);
    default: return {};
    }
}

protocol::BookingsListParams BookingListModel::question() const
{
    protocol::BookingsListParams params {.event = m_filter.event};
    if (const QString text = m_filter.text.simplified(); !text.isEmpty())
        params.text = text;
    return params;
}

void BookingListModel::onUserChanged()
{
    const auto owner = session().userId();
    if (owner == m_owner)
        return;
    m_owner = owner;
    clear(); // nobody sees the rows of somebody else while their own are loading
    if (session().isInVisit())
        refresh();
}

} // namespace parterre
