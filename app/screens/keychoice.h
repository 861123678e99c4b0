// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/keychoicemodel.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace parterre::ui {

class FormField;

// A short list of names to tick, as high as it is however many there are, and a line for what is not in it. Space ticks
// the one the cursor is at.
class KeyChoice : public QWidget
{
    Q_OBJECT
public:
    // `other` is what the line is for.
    KeyChoice(const QString &label, const QString &other, QWidget *parent = nullptr);

    void setOffered(const QList<NamedKey> &offered);
    // What is offered is still being read.
    void setLoading(bool loading);
    void setKeys(const QStringList &keys);
    // With what is typed and not in the list yet.
    [[nodiscard]] QStringList keys() const { return m_model->chosenWith(typed()); }

Q_SIGNALS:
    void edited();

private:
    class Shown;

    [[nodiscard]] QString typed() const;
    void takeTyped();
    void judge();

    KeyChoiceModel *m_model;
    Shown *m_shown;
    QListView *m_list;
    FormField *m_field; // has it
    const QString m_otherIs;
    QLineEdit *m_other;
};

} // namespace parterre::ui
