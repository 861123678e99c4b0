// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/pagedlistmodel.h"
#include "shared/protocol/vouchers.h"

namespace parterre {

extern template class PagedRows<Voucher, protocol::VouchersList>;

// The house's vouchers, issued last first.
class VoucherListModel final : public PagedRows<Voucher, protocol::VouchersList>
{
    Q_OBJECT

public:
    enum Role {
        VoucherRole = Qt::UserRole, // Voucher; Qt::DisplayRole is the end of its code
    };

    explicit VoucherListModel(SessionModel &session, QObject *parent = nullptr);

    // Asks at the counter; otherwise the list is empty.
    void refresh() override;
    // A code, the end of one, or part of a note.
    void setText(const QString &text);
    // As it stands now, where it is among the rows loaded.
    void take(const Voucher &voucher);
    // -1 when it is not among the rows loaded.
    [[nodiscard]] int rowOf(VoucherId voucher) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] protocol::VouchersListParams question() const override;
    [[nodiscard]] const QList<Voucher> &rowsOf(const protocol::VouchersListResult &answer) const override { return answer.vouchers; }

private:
    QString m_text;
};

} // namespace parterre
