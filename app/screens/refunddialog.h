// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/prompter.h"
#include "shared/domain/refundsplit.h"
#include "shared/protocol/bookings.h"

#include <QDialog>

class QLineEdit;

namespace parterre::ui {

class FormField;
class RefundForm;

// What goes back was put where it goes at the counter.
struct RefundChoice {
    QList<protocol::CardRefund> cardRefunds = {};
    std::optional<QString> voucher = {}; // code of the one that gets what would go back in cash
};

// Asks before money goes back to cards or a voucher instead of cash: what goes where, the terminal's references, the
// voucher's code. A manager may say why nothing stays
// with the house.
class RefundDialog : public QDialog
{
    Q_OBJECT
public:
    // `needsVoucher`: it was chosen that cash goes to one.
    RefundDialog(const Question &question, const QList<RefundPart> &parts, const QList<Payment> &payments, bool needsVoucher, QWidget *parent = nullptr);

    // A field for that; with a reason in it these parts go back.
    void offerWaiver(const Money &fee, const QList<RefundPart> &waived);
    [[nodiscard]] std::optional<QString> waiver() const;

    void accept() override;
    [[nodiscard]] RefundChoice choice() const;

private:
    const QList<RefundPart> m_parts;
    const QList<Payment> m_payments;
    RefundForm *m_form;
    QLineEdit *m_waiver = nullptr;
    FormField *m_waiverField = nullptr;
};

// Asks whether money may go back, and says by which ways; who stands at the counter is asked for the references of cards, too,
// and may put cash onto a voucher. Answers only a yes.
void askToRefund(QWidget *parent, Prompter &prompter, Question question, const QList<RefundPart> &parts, const QList<Payment> &payments, bool atCounter,
                 const std::function<void(const RefundChoice &)> &agreed);

} // namespace parterre::ui
