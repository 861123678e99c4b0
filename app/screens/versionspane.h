// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/versiondesk.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QStackedWidget;
class QToolButton;

namespace parterre::ui {

class BusyOverlay;
class ElidedLabel;
class EmptyState;
class FormField;
class MapPane;
class TextLabel;

// Two versions of a plan beside each other: which, the later one on a map with the signs of what differs, and a list of
// that, whose entries lead to their places. Esc lets go of the entry, then closes.
class VersionsPane : public QWidget
{
    Q_OBJECT
public:
    // The desk outlives it.
    explicit VersionsPane(VersionDesk &desk, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildChoice();
    QWidget *buildDifferences();
    void showState();
    void fillChoice();
    void fillDifferences();
    void choose();
    void goTo(int row);
    [[nodiscard]] QString wordsOf(const PlanVersion &version) const;

    VersionDesk &m_desk;
    ElidedLabel *m_name;
    QToolButton *m_close;
    QStackedWidget *m_pages;
    EmptyState *m_alone;
    QComboBox *m_before;
    QComboBox *m_after;
    FormField *m_afterField;
    MapPane *m_map;
    TextLabel *m_count;
    TextLabel *m_places;
    QStackedWidget *m_found;
    EmptyState *m_nothing;
    QListWidget *m_list;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
