// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/doormodel.h"

#include <QWidget>

class QPushButton;

namespace parterre::ui {

class TextLabel;

// What became of those a door let in without the server: how many it is not told of yet, and a button to those that did not stand.
// Says nothing when there is nothing to say.
class DoorReport : public QWidget
{
    Q_OBJECT
public:
    // `door` outlives it.
    explicit DoorReport(const DoorModel &door, QWidget *parent = nullptr);

Q_SIGNALS:
    void conflictsRequested();

private:
    void showState();

    const DoorModel &m_door;
    TextLabel *m_untold;
    TextLabel *m_foreign;
    TextLabel *m_lost;
    QPushButton *m_conflicts;
};

} // namespace parterre::ui
