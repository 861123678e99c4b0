// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/theme.h"
#include "app/screens/verdictpanel.h"
#include "tests/gui/desk.h"
#include "tests/support/testdatabases.h"

namespace parterre::testing {

// A house with three tickets sold, and a window that stands at its door.
class DoorTest : public QObject
{
protected:
    void setUpLooks();
    void openHouse();
    void closeHouse();
    // What a scanner does: types and presses Enter, wherever the focus is.
    static void scan(Desk &desk, const QString &text);
    [[nodiscard]] static const ui::DoorWords &sign(Desk &desk) { return desk.window->findChild<ui::VerdictPanel *>()->words(); }
    [[nodiscard]] QString code(int ticket) const;
    void openDoor(Desk &desk, Role role = Role::Door) const;

    std::unique_ptr<ui::Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    std::unique_ptr<WireClient> m_guest;
    QJsonValue m_booking; // of seats 30, 31, 32 of the evening
};

} // namespace parterre::testing
