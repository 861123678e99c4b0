// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/discountdesk.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace parterre {

template class PagedRows<CountedDiscount, protocol::DiscountsList>;

DiscountListModel::DiscountListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    connect(this, &PagedListModel::loadStateChanged, this, [this] { fetchMore({}); });
    connect(&session, &SessionModel::userChanged, this, [this] { clear(); });
}

QVariant DiscountListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return role == Qt::DisplayRole ? row(index.row()).discount.name : QVariant();
}

int DiscountListModel::rowOf(DiscountId discount) const
{
    const auto found = std::ranges::find_if(rows(), [&discount](const CountedDiscount &counted) { return counted.discount.id == discount; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

protocol::DiscountsListParams DiscountListModel::question() const
{
    return {.limit = protocol::kMaxPageSize};
}

DiscountDesk::DiscountDesk(SessionModel &session, net::PlanCache &plans, IdGenerator &ids, QObject *parent)
    : QObject(parent), m_session(session), m_ids(ids), m_list(session), m_choices(session, plans)
{
}

void DiscountDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

void DiscountDesk::save(const Discount &discount)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.connection().callUntilAnswered<protocol::DiscountsSave>(
        {.discount = discount}, this,
        [this](const Result<protocol::DiscountsSaveResult> &answer) {
            setBusy(false);
            m_list.refresh();
            if (answer)
                Q_EMIT saved(answer->discount.discount);
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

void DiscountDesk::remove(const Discount &discount)
{
    if (m_busy)
        return;
    setBusy(true);
    m_session.connection().callUntilAnswered<protocol::DiscountsRemove>(
        {.discount = discount.id, .version = discount.version}, this,
        [this, id = discount.id](const Result<protocol::Nothing> &answer) {
            setBusy(false);
            m_list.refresh();
            // A repetition finds what the first request has removed already.
            if (answer || answer.error().code == ErrorCode::NotFound)
                Q_EMIT removed(id);
            else
                Q_EMIT failed(answer.error());
        },
        [](bool) {});
}

} // namespace parterre
