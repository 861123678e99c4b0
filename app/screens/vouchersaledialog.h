// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/paperoutlet.h"
#include "app/state/voucherdesk.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class BusyOverlay;
class FormField;
class MessageBanner;
class OptionalTime;
class PaymentPanel;
class TextLabel;

// Sells a voucher: what it is worth, how that is paid, then the code, to be printed now, since nobody is told it again. Cannot
// be closed while the sale is under way.
class VoucherSaleDialog : public QDialog
{
    Q_OBJECT
public:
    // Both outlive the dialog.
    VoucherSaleDialog(VoucherDesk &desk, const Clock &clock, QWidget *parent = nullptr);

    void reject() override;

private:
    QWidget *buildForm();
    QWidget *buildVoucher();
    void syncDue();
    void submit();
    void syncBusy();
    void onSold(const Voucher &voucher, const QString &code);
    [[nodiscard]] std::optional<Money> amount() const;
    [[nodiscard]] TicketPages pages() const;

    VoucherDesk &m_desk;
    const Clock &m_clock;
    PaperOutlet m_outlet;
    Voucher m_voucher;   // that was sold
    QString m_code;      // of it
    QStackedWidget *m_pages;
    MessageBanner *m_banner;
    QLineEdit *m_amount = nullptr;
    FormField *m_amountField = nullptr;
    QComboBox *m_currency = nullptr;
    OptionalTime *m_expires = nullptr;
    QLineEdit *m_note = nullptr;
    FormField *m_noteField = nullptr;
    PaymentPanel *m_payment = nullptr;
    QPushButton *m_sell = nullptr;
    TextLabel *m_shownCode = nullptr;
    TextLabel *m_shownAmount = nullptr;
    QPushButton *m_print = nullptr;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
