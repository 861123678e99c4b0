// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/screens/doorpreferences.h"
#include "app/state/arrivalsmodel.h"
#include "app/state/doormodel.h"
#include "app/state/noshowdesk.h"
#include "app/widgets/messagebanner.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class AdmissionList;
class ChoiceBar;
class DoorBell;
class HousePane;
class TextLabel;
class VerdictPanel;

// The door: a line that scanners type into, the sign that says what to do, who came in last and how many are expected; in
// place of the sign also the house with who is in, until the next ticket is scanned. The line takes the focus back after everything, so that the next ticket can always be scanned.
class DoorScreen : public QWidget
{
    Q_OBJECT
public:
    // All of them outlive the screen.
    DoorScreen(DoorModel &door, ArrivalsModel &arrivals, NoShowDesk &noShows, DoorPreferences &preferences, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildSide();
    QWidget *buildLatest();
    QWidget *buildSections();
    void connectModel();
    void connectHouse(ArrivalsModel &arrivals);
    void connectNoShows();
    enum class View { Sign, House };
    void showView(View view);
    void onScanned();
    void onVerdict(const DoorVerdict &verdict);
    void showReady();
    void showEvents();
    void showCounter();
    void showLink();
    void sayOffline();
    void onTold(const QList<DoorConflict> &conflicts);
    void showConflicts(const EventId &event);
    void askToRelease();
    void offer(Severity severity, const QString &text, const QString &action, const std::function<void()> &act);
    void askToUndo(const Admission &admission);

    DoorModel &m_door;
    NoShowDesk &m_noShows;
    DoorPreferences &m_preferences;
    MessageBanner *m_banner;
    QComboBox *m_events;
    QLineEdit *m_name;
    ChoiceBar *m_views;
    QStackedWidget *m_middle; // by View
    QStackedWidget *m_lists;  // by View
    VerdictPanel *m_panel;
    HousePane *m_house;
    QLineEdit *m_scan;
    TextLabel *m_admitted;
    TextLabel *m_expected;
    AdmissionList *m_latest;
    DoorBell *m_bell;
    QPushButton *m_releaseNoShows = nullptr; // at the counter
    std::function<void()> m_offered;  // what the banner's button does
    bool m_saysOffline = false;
};

} // namespace parterre::ui
