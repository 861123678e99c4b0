// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/showtime.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace parterre::ui {

class FormField;

// Where showtimes come from, and what becomes of them. Only asks; who opened it reads definition().
class ShowtimeSourceDialog : public QDialog
{
    Q_OBJECT
public:
    // `events`: that new ones can be made like.
    ShowtimeSourceDialog(const ShowtimeSourceDefinition &definition, const QList<EventSummary> &events, QWidget *parent = nullptr);

    [[nodiscard]] ShowtimeSourceDefinition definition() const;

private:
    void fillChoices(const QList<EventSummary> &events);
    void showDefinition(const ShowtimeSourceDefinition &definition);
    void showChoices();
    void tryToAccept();

    QLineEdit *m_name;
    QLineEdit *m_url;
    QLineEdit *m_hall;
    QComboBox *m_format;
    QComboBox *m_like;
    QComboBox *m_schedule;
    QComboBox *m_mode;
    FormField *m_nameField;
    FormField *m_likeField;
    QPushButton *m_save;
};

} // namespace parterre::ui
