// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <initializer_list>
#include <utility>

class QLineEdit;

namespace parterre::ui {

class TextLabel;

// A labelled control with room below for a hint or for what is wrong. Does not judge the value: whoever reads it does.
class FormField : public QWidget
{
    Q_OBJECT
public:
    FormField(const QString &label, QWidget *control, const QString &hint = {}, QWidget *parent = nullptr);

    void setError(const QString &text); // empty: none
    [[nodiscard]] QString error() const;
    void setHint(const QString &text);
    void setLabel(const QString &text);
    [[nodiscard]] QWidget *control() const { return m_control; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNote();
    void fitNote();

    class Note;
    QWidget *m_control;
    TextLabel *m_label;
    Note *m_note;
    QString m_hint;
    QString m_error;
};

// Shows some parts of a form and hides the others, these first: with both to be seen for a moment a window would grow for good.
void showOnly(std::initializer_list<std::pair<QWidget *, bool>> parts);

// What to say where such a text would be kept: that it may have the number of a card in it; empty: it has not.
[[nodiscard]] QString cardNumberFault(const QString &text);
// Why this is no phone number; empty: it is one, or nothing.
[[nodiscard]] QString phoneFault(const QString &text);

// A line for a password, with a button that shows what was typed.
[[nodiscard]] QLineEdit *makePasswordField(QWidget *parent = nullptr);

} // namespace parterre::ui
