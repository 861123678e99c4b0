// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/card.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace parterre::ui {

class FormField;
class TextLabel;
class TillDesk;

// The receipt printer of this desk. What is entered is kept at once.
class PrinterForm : public Card
{
    Q_OBJECT
public:
    // `till` outlives the form.
    explicit PrinterForm(TillDesk &till, QWidget *parent = nullptr);

private:
    void keep();
    void showSetup();

    TillDesk &m_till;
    QLineEdit *m_address;
    FormField *m_addressField;
    QComboBox *m_width;
    QCheckBox *m_drawer;
    QCheckBox *m_sales;
    QCheckBox *m_receipt;
    QPushButton *m_test;
    TextLabel *m_result;
};

} // namespace parterre::ui
