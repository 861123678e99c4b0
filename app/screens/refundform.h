// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/refundsplit.h"
#include "shared/protocol/bookings.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace parterre::ui {

class FormField;

// What goes back by which way, and for each card the reference that the terminal printed when it went; where that may be, also
// the code of a voucher that gets what would go back in cash.
class RefundForm : public QWidget
{
    Q_OBJECT
public:
    enum class Voucher { None, Offered, Needed };

    explicit RefundForm(Voucher voucher, QWidget *parent = nullptr);

    // `payments`: of the booking. The same parts again leave what was entered.
    void setParts(const QList<RefundPart> &parts, const QList<Payment> &payments);
    // Shows what is missing, if anything is.
    bool check();
    [[nodiscard]] QList<protocol::CardRefund> cardRefunds() const;
    [[nodiscard]] std::optional<QString> voucher() const; // its code

Q_SIGNALS:
    void submitted();

private:
    struct Entry {
        PaymentId payment = {};
        QLineEdit *edit = nullptr;
        FormField *field = nullptr;
    };

    [[nodiscard]] FormField *makeVoucherField();

    const Voucher m_voucher;
    QVBoxLayout *m_column;
    QWidget *m_lines = nullptr;
    QList<RefundPart> m_parts;
    QList<Entry> m_entries;
    QLineEdit *m_code = nullptr; // where cash goes back and a voucher may get it
    FormField *m_codeField = nullptr;
};

} // namespace parterre::ui
