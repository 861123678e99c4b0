// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/sessionmodel.h"
#include "app/state/settlement.h"
#include "app/state/vouchercheck.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace parterre::ui {

class CashPanel;
class ChoiceBar;
class PartForm;
class TextLabel;

// How what is due is paid: by the first of the ways unless another one is chosen, and in parts where that is wished. Who may pay
// in cash only sees nothing else. What is paid online is paid elsewhere, and whole. Keeps nothing once it is gone.
class PaymentPanel : public QWidget
{
    Q_OBJECT
public:
    // `ways`: cash comes first where it is one of them, and else online. `vouchers` tells what is left on one, and outlives the panel; without it only the
    // server judges.
    explicit PaymentPanel(const QList<PaymentKind> &ways, VoucherCheck *vouchers = nullptr, QWidget *parent = nullptr);

    // Less than zero: to be given back. Another sum than before forgets what was entered.
    void setDue(const Money &due);
    // Shows what is wrong, if anything is.
    bool check();
    // What check() found good.
    [[nodiscard]] const Settlement &settlement() const { return m_settlement; }
    [[nodiscard]] QList<protocol::CheckoutPart> parts() const { return m_parts; }
    // Then there is nothing to check here.
    [[nodiscard]] bool isOnline() const { return isBy(PaymentKind::Online); }
    [[nodiscard]] bool takesOnline() const { return m_first == PaymentKind::Online; }

Q_SIGNALS:
    void submitted();
    // The parts that were added are all that is due.
    void completed();
    void wayChosen();

private:
    void connectVouchers(VoucherCheck &vouchers);
    void choose(PaymentKind kind);
    void goTo(PaymentKind kind);
    void sync();
    void listParts();
    void addPart();
    [[nodiscard]] std::optional<protocol::CheckoutPart> cashPart();
    [[nodiscard]] Money rest() const;
    [[nodiscard]] bool isBy(PaymentKind kind) const;
    [[nodiscard]] bool isCash() const { return isBy(PaymentKind::Cash); }
    [[nodiscard]] QWidget *entry() const;

    std::optional<Money> m_due;
    QList<protocol::CheckoutPart> m_parts; // that were added
    Settlement m_settlement;
    ChoiceBar *m_ways;
    const PaymentKind m_first;
    const bool m_hasChoice;
    QWidget *m_list;
    QGridLayout *m_grid;
    CashPanel *m_cash;
    PartForm *m_form;
    TextLabel *m_nothingLeft;
    QPushButton *m_add;
};

// The ways that this role may take money by.
[[nodiscard]] QList<PaymentKind> waysOf(Role role);
// Of whoever is signed in, for what is sold now. Who may not pay in cash pays online, where that is offered, unless he has a voucher.
[[nodiscard]] QList<PaymentKind> waysToPay(const SessionModel &session, bool online);

} // namespace parterre::ui
