// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/card.h"
#include "shared/core/clock.h"
#include "shared/domain/voucher.h"

#include <QList>

class QGridLayout;
class QPushButton;

namespace parterre::ui {

class EmptyState;
class TextLabel;

// One voucher in full, with what moved on it where that may be known. Shows and asks; what is done about it is its owner's
// business.
class VoucherDetails : public Card
{
    Q_OBJECT
public:
    explicit VoucherDetails(QWidget *parent = nullptr);

    void clear();
    void setVoucher(const Voucher &voucher, Instant now, bool mayManage);
    // Newest first; `hasMore`: there are older ones.
    void setMovements(const QList<VoucherMovement> &movements, bool hasMore);
    void setBusy(bool busy);

Q_SIGNALS:
    void blockRequested();
    void unblockRequested();
    void correctionRequested();
    void moreRequested();

private:
    QWidget *buildContent();
    void addLine(const VoucherMovement &movement, VoucherState after, int row);

    QWidget *m_content = nullptr;
    EmptyState *m_empty;
    TextLabel *m_code = nullptr;
    TextLabel *m_state = nullptr;
    TextLabel *m_balance = nullptr;
    TextLabel *m_facts = nullptr;
    TextLabel *m_note = nullptr;
    TextLabel *m_blocked = nullptr;   // why
    TextLabel *m_forManagers = nullptr; // what others cannot do about it
    QGridLayout *m_grid = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_block = nullptr;
    QPushButton *m_unblock = nullptr;
    QPushButton *m_correct = nullptr;
    Voucher m_voucher;
};

} // namespace parterre::ui
