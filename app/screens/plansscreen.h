// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/plandesk.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace parterre::ui {

class BusyOverlay;
class Card;
class ElidedLabel;
class EmptyState;
class FormField;
class KeptChoice;
class MapPane;
class MessageBanner;
class TextLabel;
class VersionsPane;

// The plans of the houses: look at the newest version of each, compare it with those before, save it to a file, and make a
// file the next version, with what had to be repaired in it listed beside the map.
class PlansScreen : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    PlansScreen(PlanDesk &desk, VenueListModel &venues, QWidget *parent = nullptr);

    // As if it had been chosen or dropped.
    void importFile(const QString &path);
    // That what is imported is for.
    void chooseVenue(VenueId venue);

Q_SIGNALS:
    // A plan is to be drawn anew; and the one that is shown, or was imported, to be drawn on.
    void newDesignRequested();
    void designRequested();
    // Houses are to be made or changed.
    void venuesRequested();
    // The logo of a house is to be looked at or changed.
    void logoRequested(const parterre::VenueRef &venue);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpPictures();
    QWidget *buildHead();
    QWidget *buildPlan();
    Card *buildImport();
    void connectDesk();
    void askForFile();
    void askWhereToSave();
    void saveAs(const QString &path, planio::PlanFileFormat format);
    void showState();
    void showFacts();
    void showEmpty();
    void askForHall();
    void arrange();
    void onVersionsChanged();
    void showChosen();
    void showImport();
    void showVersion();
    void choose(const QModelIndex &index);
    void goToRepair(int row);
    void publish();
    void onExported(const PlanDesk::Export &done);
    void onPublished(const PlanSummary &plan);

    PlanDesk &m_desk;
    VenueListModel &m_venues;
    MessageBanner *m_banner;
    QListView *m_list;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_name;
    ElidedLabel *m_facts;
    QPushButton *m_hall;
    QPushButton *m_logo;
    QPushButton *m_compare;
    QPushButton *m_save;
    MapPane *m_map;
    VersionsPane *m_versions;
    Card *m_import;
    TextLabel *m_repairCount;
    QListWidget *m_repairs;
    KeptChoice *m_venue;
    FormField *m_venueField; // has it
    QLineEdit *m_planName;
    TextLabel *m_version;
    QPushButton *m_changes;
    QPushButton *m_publish;
    QPushButton *m_discard;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
