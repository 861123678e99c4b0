// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/askform.h"

#include "app/widgets/textlabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace parterre::ui {

AskForm::AskForm(AskPreferences &preferences, QWidget *parent) : Card(parent), m_preferences(preferences)
{
    body()->addWidget(new TextLabel(tr("On the map"), TextScale::Heading));
    addStep(Step::Hold, tr("Ask &before seats are held"), QStringLiteral("asksBeforeHold"));
    addStep(Step::Release, tr("Ask before seats are &given back"), QStringLiteral("asksBeforeRelease"));
}

void AskForm::addStep(Step step, const QString &words, const QString &name)
{
    auto *box = new QCheckBox(words);
    box->setObjectName(name);
    body()->addWidget(box);
    m_boxes.append({step, box});
    connect(box, &QCheckBox::clicked, this, [this, step](bool ask) { m_preferences.setAsksBefore(step, ask); });
}

void AskForm::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    for (const auto &[step, box] : std::as_const(m_boxes))
        box->setChecked(m_preferences.asksBefore(step));
}

} // namespace parterre::ui
