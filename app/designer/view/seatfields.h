// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace parterre::ui {

class FormField;
class TextLabel;

// What the selected seats are, to be read and changed for all of them at once. Where they differ, it says so.
class SeatFields : public QWidget
{
    Q_OBJECT

public:
    // The document outlives it.
    explicit SeatFields(DesignDocument &document, QWidget *parent = nullptr);

    // Shows the seats that are selected now. Another house's categories need other fields.
    void refresh();

private:
    void addAttributes(QVBoxLayout &column);
    void showCustomAttributes(const QMap<QString, qsizetype> &counts);
    void nameSeat();
    void joinCompanion();
    void addCustomAttributes();

    DesignDocument &m_document;
    TextLabel *m_heading;
    QComboBox *m_category;
    FormField *m_categoryField;
    QLineEdit *m_number;
    FormField *m_numberField;
    QPushButton *m_join;
    QList<QCheckBox *> m_attributes;         // in the order of their names
    QMap<QString, QCheckBox *> m_custom;
    QVBoxLayout *m_customColumn;
    QLineEdit *m_newCustom;
    FormField *m_newCustomField;
    QSet<SeatRef> m_seats;                   // that are shown
};

} // namespace parterre::ui
