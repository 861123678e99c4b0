// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/refundlistmodel.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace parterre {

template class PagedRows<RefundEntry, protocol::EventsRefunds>;

namespace {

constexpr std::chrono::milliseconds kAskAgain {500};

void add(QList<Money> &sums, const Money &amount)
{
    const auto sum = std::ranges::find(sums, amount.currency, &Money::currency);
    if (sum == sums.end())
        sums.append(amount);
    else
        sum->amount += amount.amount;
}

}

RefundListModel::RefundListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAskAgain);
    connect(&m_again, &QTimer::timeout, this, &RefundListModel::refresh);
    connect(&session, &SessionModel::userChanged, this, [this] { open({}); });
    connect(&session, &SessionModel::left, this, [this] { open({}); });
}

void RefundListModel::open(EventId event)
{
    m_event = event;
    m_again.stop();
    clear();
    setTotals({});
    refresh();
}

void RefundListModel::refresh()
{
    if (!m_event.isNull() && session().isInVisit() && session().isCounter())
        PagedRows::refresh();
}

int RefundListModel::rowOf(BookingId booking) const
{
    const auto found = std::ranges::find(rows(), booking, &RefundEntry::booking);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

void RefundListModel::take(const Booking &booking)
{
    const auto refund = std::ranges::find(booking.refunds, m_event, &Refund::event);
    const int changed = rowOf(booking.id);
    if (refund == booking.refunds.end() || changed < 0 || row(changed).paid || !refund->paid)
        return;
    RefundEntry entry = row(changed);
    entry.paid = refund->paid;
    replaceRow(changed, entry);
    RefundTotals totals = m_totals;
    add(totals.owed, {.amount = -entry.amount.amount, .currency = entry.amount.currency});
    add(totals.paid, entry.amount);
    setTotals(totals);
}

void RefundListModel::collect(const Collected &done)
{
    collectAfter({}, {}, done);
}

void RefundListModel::collectAfter(const QList<RefundEntry> &before, const std::optional<QString> &cursor, const Collected &done)
{
    session().connection().call<protocol::EventsRefunds>({.event = m_event, .limit = protocol::kMaxPageSize, .cursor = cursor}, this,
                                                         [this, before, done](const Result<protocol::EventsRefundsResult> &answer) {
                                                             if (!answer)
                                                                 done(answer.error());
                                                             else if (answer->next)
                                                                 collectAfter(before + answer->refunds, answer->next, done);
                                                             else
                                                                 done(before + answer->refunds);
                                                         });
}

QVariant RefundListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole: return row(index.row()).reference;
    case EntryRole: return QVariant::fromValue(row(index.row()));
    default: return {};
    }
}

protocol::EventsRefundsParams RefundListModel::question() const
{
    return {.event = m_event, .limit = protocol::kMaxPageSize};
}

void RefundListModel::onAnswer(const protocol::EventsRefundsResult &answer)
{
    setTotals(answer.totals);
    if (answer.totals.remaining > 0)
        m_again.start();
}

void RefundListModel::setTotals(const RefundTotals &totals)
{
    if (totals == m_totals)
        return;
    m_totals = totals;
    Q_EMIT totalsChanged();
}

} // namespace parterre
