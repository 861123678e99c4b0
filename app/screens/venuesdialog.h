// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/venuedesk.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace parterre::ui {

class BusyOverlay;
class MessageBanner;
class Prompter;
class VenueForm;

// The houses: a list, and the one that is worked on beside it. Asks before events are shown by another clock.
class VenuesDialog : public QDialog
{
    Q_OBJECT
public:
    // Desk and prompter outlive it.
    VenuesDialog(VenueDesk &desk, Prompter &prompter, QWidget *parent = nullptr);

private:
    QWidget *buildList();
    QWidget *buildForm();
    void connectDesk();
    void showVenue(const Venue &venue);
    void startNew();
    void choose(const QModelIndex &index);
    void showChosen();
    void syncButtons();
    [[nodiscard]] Venue wanted() const;
    void askToSave();
    void save();
    void askToRemove();
    void onFailed(const Error &error);

    VenueDesk &m_desk;
    Prompter &m_prompter;
    Venue m_open; // as it is stored, or new
    MessageBanner *m_banner;
    QListView *m_list;
    VenueForm *m_form;
    QPushButton *m_save;
    QPushButton *m_remove;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
