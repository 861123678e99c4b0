// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/voucher.h"
#include "shared/protocol/bookings.h"

#include <QWidget>

class QLineEdit;

namespace parterre::ui {

class FormField;
class TextLabel;

// A part of a payment that is not cash: how much, and what is noted of it. Nowhere in it a number of a card is taken. Of what is
// paid online it only shows how much that is.
class PartForm : public QWidget
{
    Q_OBJECT
public:
    explicit PartForm(QWidget *parent = nullptr);

    void setKind(PaymentKind kind);
    // What is left to pay; empty as the amount means all of it. `isRest`: some was paid by other ways. Empties the fields.
    void setDue(const Money &due, bool isRest);
    // Shows what is wrong, and then there is nothing.
    [[nodiscard]] std::optional<protocol::CheckoutPart> read();
    void refuseAmount(const QString &why);
    // What is known of the voucher whose code was entered: then the amount, left empty, is as much of it as is due.
    void showVoucher(const QString &code, const Voucher &voucher);
    void refuseVoucher(const QString &code, const QString &why);

Q_SIGNALS:
    void submitted();
    // What was typed can be a code.
    void codeEntered(const QString &code);

private:
    struct Line {
        QLineEdit *edit = nullptr;
        FormField *field = nullptr;
    };
    [[nodiscard]] Line makeLine(const QString &label, const QString &name, int longest);
    [[nodiscard]] static std::optional<QString> textOf(const Line &line);
    // Says what is wrong with a text, and goes there.
    [[nodiscard]] bool isGood(const Line &line, const QString &whenMissing);
    [[nodiscard]] std::optional<Money> amount();
    [[nodiscard]] std::optional<QString> code() const;
    [[nodiscard]] std::optional<protocol::CheckoutPart> readVoucher(const Money &money);
    void onCodeEdited();
    void offer(const Money &money);

    PaymentKind m_kind = PaymentKind::Card;
    Money m_due;
    Money m_offered; // what an empty amount means
    TextLabel *m_dueName;
    TextLabel *m_dueText;
    Line m_amount;
    Line m_reference;
    Line m_brand;
    Line m_lastFour;
    Line m_payer;
    Line m_reason;
    Line m_code;
};

} // namespace parterre::ui
