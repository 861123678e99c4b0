// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/scopechoice.h"

namespace parterre::ui {

ScopeChoice::ScopeChoice(EventDesk &desk, const QString &name, QWidget *parent) : QComboBox(parent), m_desk(desk)
{
    setAccessibleName(name);
    addItem(tr("Only this date"), QVariant::fromValue(EventDesk::Scope::ThisDate));
    addItem(tr("This date and later"), QVariant::fromValue(EventDesk::Scope::LaterDates));
    addItem(tr("All dates"), QVariant::fromValue(EventDesk::Scope::AllDates));
    hide();
    connect(this, &QComboBox::activated, this, [this] { m_desk.setScope(currentData().value<EventDesk::Scope>()); });
    for (const auto signal : {&EventDesk::stateChanged, &EventDesk::edited, &EventDesk::scopeChanged})
        connect(&m_desk, signal, this, &ScopeChoice::showScope);
}

void ScopeChoice::showScope()
{
    setVisible(m_desk.stored() && m_desk.stored()->summary.series && m_desk.eventState() != EventState::Cancelled);
    setEnabled(m_desk.mayChooseScope());
    setToolTip(m_desk.mayChooseScope() ? tr("Of the other dates only that is changed which is as it was on this one; what they have of their own stays")
                                       : tr("Another plan is chosen for each date alone"));
    setCurrentIndex(findData(QVariant::fromValue(m_desk.scope())));
}

} // namespace parterre::ui
