// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/money.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace parterre::ui {

class FormField;
class TextLabel;

// Paying in cash: what is due, what was given, what to give back. Notes that would be handed over are one click each.
class CashPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CashPanel(QWidget *parent = nullptr);

    // Less than zero: to be given back, and nothing is to be entered. `isRest`: some was paid by other ways.
    void setDue(const Money &due, bool isRest = false);
    // What is in the entry, if it is an amount.
    [[nodiscard]] std::optional<Money> entered() const;
    void refuse(const QString &why);
    // Nothing while the entry is no amount or less than is due.
    [[nodiscard]] std::optional<Money> tendered() const;
    // Shows what is wrong with the entry, if anything is.
    bool check();

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void refresh();
    void fillNotes();

    Money m_due;
    TextLabel *m_dueName;
    QLineEdit *m_entry;
    FormField *m_field;
    TextLabel *m_dueText;
    TextLabel *m_changeName;
    TextLabel *m_changeText;
    QWidget *m_notes;
};

// Amounts a customer is likely to hand over for `due`: exact, then round sums and notes above it, at most `most`.
[[nodiscard]] QList<Money> likelyTenders(const Money &due, qsizetype most);

} // namespace parterre::ui
