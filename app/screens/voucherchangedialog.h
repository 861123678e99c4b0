// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/clock.h"
#include "shared/domain/voucher.h"

#include <QDialog>

class QLineEdit;

namespace parterre::ui {

class ChoiceBar;
class FormField;
class OptionalTime;

// Asks a manager why a voucher is blocked or may pay again; or what is wrong with what is left on it, or with its end.
class VoucherChangeDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Change { Block, Unblock, Correct };

    VoucherChangeDialog(const Voucher &voucher, Change change, Instant now, QWidget *parent = nullptr);

    void accept() override;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] qint64 amount() const { return m_read; } // negative: to be taken
    [[nodiscard]] std::optional<Instant> expires() const;  // another than before

private:
    [[nodiscard]] QWidget *buildCorrection(Instant now);
    [[nodiscard]] bool readAmount();

    const Voucher m_voucher;
    const Change m_change;
    ChoiceBar *m_direction = nullptr;
    QLineEdit *m_amount = nullptr;
    FormField *m_amountField = nullptr;
    OptionalTime *m_expires = nullptr;
    QLineEdit *m_reason;
    FormField *m_reasonField;
    qint64 m_read = 0;
};

} // namespace parterre::ui
