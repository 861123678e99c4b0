// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refundsplit.h"
#include "shared/protocol/bookings.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace parterre::ui {

class FormField;

// What goes back by which way, and for each card the reference that the terminal printed when it went.
class RefundForm : public QWidget
{
    Q_OBJECT
public:
    explicit RefundForm(QWidget *parent = nullptr);

    // `payments`: of the booking. The same parts again leave what was entered.
    void setParts(const QList<RefundPart> &parts, const QList<Payment> &payments);
    // Shows what is missing, if anything is.
    bool check();
    [[nodiscard]] QList<protocol::CardRefund> cardRefunds() const;

Q_SIGNALS:
    void submitted();

private:
    struct Entry {
        PaymentId payment = {};
        QLineEdit *edit = nullptr;
        FormField *field = nullptr;
    };

    QVBoxLayout *m_column;
    QWidget *m_lines = nullptr;
    QList<RefundPart> m_parts;
    QList<Entry> m_entries;
};

} // namespace parterre::ui
