// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/arrivalsmodel.h"

#include <QWidget>

class QListView;

namespace parterre::ui {

class BusyOverlay;
class MapPane;

// The house with who is in, on the map and section by section. Only looked at; a section of the list is shown on the map.
class HousePane : public QWidget
{
    Q_OBJECT
public:
    // The model outlives the pane.
    explicit HousePane(ArrivalsModel &arrivals, QWidget *parent = nullptr);

    // For the owner's layout, which then has it.
    [[nodiscard]] QListView *sections() const { return m_sections; }

Q_SIGNALS:
    // A letter or digit was typed while the map had the focus, which has no use for it.
    void typed(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void showSection(const QModelIndex &index);

    ArrivalsModel &m_arrivals;
    MapPane *m_map;
    QListView *m_sections;
    BusyOverlay *m_busy;
};

} // namespace parterre::ui
