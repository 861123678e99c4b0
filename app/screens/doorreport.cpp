// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/doorreport.h"

#include "app/widgets/buttons.h"
#include "app/widgets/errortexts.h"
#include "app/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace parterre::ui {

DoorReport::DoorReport(const DoorModel &door, QWidget *parent)
    : QWidget(parent), m_door(door), m_untold((new TextLabel({}, TextScale::Body, Tone::Warning))->wrapped()), m_foreign((new TextLabel({}, TextScale::Body, Tone::Warning))->wrapped()),
      m_lost((new TextLabel({}, TextScale::Body, Tone::Danger))->wrapped()), m_conflicts(makeButton({}, ButtonKind::Standard, Glyph::Alert))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    m_untold->setObjectName(QStringLiteral("untold"));
    m_foreign->setObjectName(QStringLiteral("foreignUntold"));
    m_lost->setObjectName(QStringLiteral("notKept"));
    m_conflicts->setObjectName(QStringLiteral("showConflicts"));
    for (QWidget *part : std::initializer_list<QWidget *> {m_untold, m_foreign, m_lost, m_conflicts})
        column->addWidget(part);
    connect(m_conflicts, &QPushButton::clicked, this, &DoorReport::conflictsRequested);
    connect(&door, &DoorModel::linkChanged, this, &DoorReport::showState);
    connect(&door, &DoorModel::latestChanged, this, &DoorReport::showState);
    showState();
}

void DoorReport::showState()
{
    const auto untold = static_cast<int>(m_door.untold());
    const auto foreign = static_cast<int>(m_door.foreignUntold());
    QString words = untold == 1 ? tr("The server is not told of 1 admission yet.") : tr("The server is not told of %n admissions yet.", nullptr, untold);
    if (m_door.tellingProblem())
        words += u' ' + errorText(*m_door.tellingProblem());
    m_untold->setText(words);
    m_untold->setVisible(untold > 0 && !m_door.isOffline()); // else the line at the top says it
    m_foreign->setText(foreign == 1 ? tr("1 admission was at an event that this server does not know. It is told when you sign in at the right one.")
                                    : tr("%n admissions were at events that this server does not know. They are told when you sign in at the right one.", nullptr, foreign));
    m_foreign->setVisible(foreign > 0);
    m_lost->setText(tr("Who came in cannot be kept on this computer; its disk may be full. Leave Parterre open until the server is told."));
    m_lost->setVisible(!m_door.keepsUntold());
    m_conflicts->setText(m_door.conflicts() == 1 ? tr("1 &conflict…") : tr("%n &conflicts…", nullptr, m_door.conflicts()));
    m_conflicts->setVisible(m_door.conflicts() > 0);
    setVisible(!m_untold->isHidden() || !m_foreign->isHidden() || !m_lost->isHidden() || !m_conflicts->isHidden());
}

} // namespace parterre::ui
