// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/contactdesk.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace parterre::ui {

class FormField;

// What staff wrote down of the booking that is looked at, and a line to write one more.
class NotesPanel : public QWidget
{
    Q_OBJECT
public:
    // `desk` outlives it.
    explicit NotesPanel(ContactDesk &desk, QWidget *parent = nullptr);

private:
    void showNotes();
    void sync();
    void add();

    ContactDesk &m_desk;
    BookingId m_of; // what is being written is for
    QVBoxLayout *m_notes;
    QLineEdit *m_text;
    FormField *m_field;
    QPushButton *m_add;
};

} // namespace parterre::ui
