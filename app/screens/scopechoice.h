// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventdesk.h"

#include <QComboBox>

namespace parterre::ui {

// Which dates of its series are changed with the event that is worked on: one choice of the desk, wherever it is offered.
// Hidden for an event that is no date of a series, or is cancelled.
class ScopeChoice : public QComboBox
{
    Q_OBJECT
public:
    // The desk outlives it. `name` says what for, to who cannot see where it stands.
    ScopeChoice(EventDesk &desk, const QString &name, QWidget *parent = nullptr);

private:
    void showScope();

    EventDesk &m_desk;
};

} // namespace parterre::ui
