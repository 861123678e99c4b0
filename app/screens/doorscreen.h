// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/doorpreferences.h"
#include "app/state/doormodel.h"
#include "app/widgets/messagebanner.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace parterre::ui {

class AdmissionList;
class TextLabel;
class VerdictPanel;

// The door: a line that scanners type into, the sign that says what to do, who came in last and how many are expected.
// The line takes the focus back after everything, so that the next ticket can always be scanned.
class DoorScreen : public QWidget
{
    Q_OBJECT
public:
    // Both outlive the screen.
    DoorScreen(DoorModel &door, DoorPreferences &preferences, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildSide();
    void connectModel();
    void onScanned();
    void onVerdict(const DoorVerdict &verdict);
    void showReady();
    void showEvents();
    void showCounter();
    void showLink();
    [[nodiscard]] QString listTime() const; // when it is offline
    void onTold(const QList<DoorConflict> &conflicts);
    void askToUndo(const Admission &admission);

    DoorModel &m_door;
    DoorPreferences &m_preferences;
    MessageBanner *m_banner;
    QComboBox *m_events;
    QLineEdit *m_name;
    VerdictPanel *m_panel;
    QLineEdit *m_scan;
    TextLabel *m_admitted;
    TextLabel *m_expected;
    AdmissionList *m_latest;
    bool m_saysOffline = false;
};

} // namespace parterre::ui
