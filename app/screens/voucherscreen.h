// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/voucherchangedialog.h"
#include "app/state/voucherdesk.h"

#include <QWidget>

class QListView;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class EmptyState;
class MessageBanner;
class SearchField;
class VoucherDetails;

// The house's vouchers at the counter: selling one, finding one by its code or note, and what managers do with it.
class VoucherScreen : public QWidget
{
    Q_OBJECT
public:
    // Both outlive the screen.
    VoucherScreen(VoucherDesk &desk, const Clock &clock, QWidget *parent = nullptr);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *buildListSide();
    void connectDesk();
    void sell();
    void showState();
    void onCurrentChanged(const QModelIndex &current);
    void showVoucher(const Voucher &voucher);
    void onOpened(const protocol::VouchersGetResult &found, bool isMore);
    void ask(VoucherChangeDialog::Change change);

    VoucherDesk &m_desk;
    const Clock &m_clock;
    SearchField *m_search;
    MessageBanner *m_banner;
    QStackedWidget *m_pages;
    QListView *m_list;
    QWidget *m_lists;
    EmptyState *m_empty;
    VoucherDetails *m_details;
    Voucher m_shown;
    QList<VoucherMovement> m_movements; // of it, as far as they were read
    std::optional<qint32> m_older;      // there are more before this
};

} // namespace parterre::ui
