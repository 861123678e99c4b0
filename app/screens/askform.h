// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/askpreferences.h"
#include "app/widgets/card.h"

class QCheckBox;

namespace parterre::ui {

// Which steps somebody wants to be asked about before they are taken. What is ticked is kept at once.
class AskForm : public Card
{
    Q_OBJECT
public:
    // `preferences` outlive the form.
    explicit AskForm(AskPreferences &preferences, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; // a question may have been answered with "do not ask again"

private:
    void addStep(Step step, const QString &words, const QString &name);

    AskPreferences &m_preferences;
    QList<std::pair<Step, QCheckBox *>> m_boxes;
};

} // namespace parterre::ui
