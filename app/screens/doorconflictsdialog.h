// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/admissionconflictlist.h"

#include <QDialog>

class QListView;
class QStackedWidget;

namespace parterre::ui {

class EmptyState;

// Whom doors of an event let in without the server and with what did not stand: when, through which door, and what stands against it.
class DoorConflictsDialog : public QDialog
{
    Q_OBJECT
public:
    // `list` outlives it.
    DoorConflictsDialog(AdmissionConflictList &list, const EventId &event, QWidget *parent = nullptr);

    // An entry's heading, a line feed, and its words.
    [[nodiscard]] static QString textOf(const AdmissionConflict &conflict, const QLocale &locale);

private:
    void showState();

    AdmissionConflictList &m_list;
    QListView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
};

} // namespace parterre::ui
