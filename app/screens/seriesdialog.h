// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/seriesdesk.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace parterre::ui {

class BusyOverlay;
class FormField;
class MessageBanner;
class SeriesTable;
class TextLabel;

// Many dates of one event: how they repeat on the left, the dates that makes on the right, as the server sees them. Closes
// itself once they are made.
class SeriesDialog : public QDialog
{
    Q_OBJECT
public:
    // The desk outlives it, and has a series started.
    explicit SeriesDialog(SeriesDesk &desk, QWidget *parent = nullptr);

private:
    QWidget *buildPattern();
    QWidget *buildWeekdays();
    QWidget *buildDates();
    void showPattern();
    // What the first date says of the choices.
    void showChoices();
    void edit();
    void showDates();

    SeriesDesk &m_desk;
    bool m_showing = false;
    MessageBanner *m_banner;
    QDateTimeEdit *m_first;
    QComboBox *m_repeat;
    QSpinBox *m_interval;
    FormField *m_intervalField;
    QList<std::pair<Qt::DayOfWeek, QCheckBox *>> m_days;
    QWidget *m_weekdays; // the boxes of m_days
    QComboBox *m_end;
    QSpinBox *m_count;
    QDateEdit *m_until;
    QLineEdit *m_rule;
    FormField *m_ruleField;
    SeriesTable *m_table;
    TextLabel *m_summary;
    QPushButton *m_create;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
