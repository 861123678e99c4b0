// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/state/eventmodel.h"
#include "app/widgets/card.h"

class QPushButton;
class QSpinBox;

namespace parterre::ui {

class MapPane;
class TextLabel;

// Lies over the map at an area and asks how many places there are wanted. Enter takes them, Escape goes back to the map;
// it follows the map and what becomes free or taken, and goes when something else gets the focus.
class AreaPopover : public Card
{
    Q_OBJECT
public:
    // Both outlive it; it is a child of the pane.
    AreaPopover(EventModel &event, MapPane &pane);

    void openFor(qint32 area);
    // kNone (PlaceGroups) while it is closed.
    [[nodiscard]] qint32 area() const { return m_area; }

Q_SIGNALS:
    // So many are to be mine; 0 gives all back.
    void chosen(qint32 area, qint32 seats);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void sync();
    void place();
    void accept();
    void close(bool toMap);

    EventModel &m_event;
    MapPane &m_pane;
    qint32 m_area = PlaceGroups::kNone;
    TextLabel *m_name;
    TextLabel *m_state;
    TextLabel *m_question;
    QSpinBox *m_seats;
    QPushButton *m_take;
};

} // namespace parterre::ui
