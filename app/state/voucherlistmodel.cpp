// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/voucherlistmodel.h"

#include <algorithm>

namespace parterre {

template class PagedRows<Voucher, protocol::VouchersList>;

VoucherListModel::VoucherListModel(SessionModel &session, QObject *parent) : PagedRows(session, parent)
{
    connect(&session, &SessionModel::userChanged, this, &VoucherListModel::clear); // nobody sees the rows of somebody else
}

void VoucherListModel::refresh()
{
    if (session().isCounter())
        PagedRows::refresh();
    else
        clear();
}

void VoucherListModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    refresh();
}

void VoucherListModel::take(const Voucher &voucher)
{
    if (const int changed = rowOf(voucher.id); changed >= 0)
        replaceRow(changed, voucher);
}

int VoucherListModel::rowOf(VoucherId voucher) const
{
    const auto found = std::ranges::find(rows(), voucher, &Voucher::id);
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QVariant VoucherListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Voucher &voucher = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return voucher.lastFour;
    case VoucherRole: return QVariant::fromValue(voucher);
    default: return {};
    }
}

protocol::VouchersListParams VoucherListModel::question() const
{
    protocol::VouchersListParams params;
    if (const QString text = m_text.simplified(); !text.isEmpty())
        params.text = text;
    return params;
}

} // namespace parterre
