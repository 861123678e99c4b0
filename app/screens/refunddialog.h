// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/prompter.h"
#include "shared/domain/refundsplit.h"
#include "shared/protocol/bookings.h"

#include <QDialog>

namespace parterre::ui {

class RefundForm;

// Asks before money goes back to cards: what goes where, and the terminal's references.
class RefundDialog : public QDialog
{
    Q_OBJECT
public:
    RefundDialog(const Question &question, const QList<RefundPart> &parts, const QList<Payment> &payments, QWidget *parent = nullptr);

    void accept() override;
    [[nodiscard]] QList<protocol::CardRefund> cardRefunds() const;

private:
    RefundForm *m_form;
};

// Asks whether money may go back, and says by which ways; who stands at the counter is asked for the references of cards, too.
// Answers only a yes.
void askToRefund(QWidget *parent, Prompter &prompter, Question question, const QList<RefundPart> &parts, const QList<Payment> &payments, bool atCounter,
                 const std::function<void(const QList<protocol::CardRefund> &)> &agreed);

} // namespace parterre::ui
