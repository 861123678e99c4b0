// SPDX-License-Identifier: GPL-3.0-or-later
#include "doortest.h"

#include <QApplication>

namespace parterre::testing {

using namespace parterre::ui;
using namespace Qt::StringLiterals;

void DoorTest::setUpLooks()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void DoorTest::openHouse()
{
    m_theme->apply(Scheme::Light);
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
    m_guest = m_house->visitor();
    QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31, 32})).ok());
    m_booking = m_guest->call(u"bookings.checkout"_s, testing::checkoutOf(m_house->events().evening, {30, 31, 32}, newKey())).at(u"booking"_s);
}

void DoorTest::closeHouse()
{
    m_guest.reset();
    m_house.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QString DoorTest::code(int ticket) const
{
    return m_guest->call(u"tickets.codes"_s, {{u"booking"_s, m_booking[u"id"_s]}}).at(u"prints.%1.code"_s.arg(ticket)).toString();
}

void DoorTest::openDoor(Desk &desk, Role role) const
{
    QVERIFY(desk.openAs(role));
    desk.navigator->goTo(Page::Door);
    QTRY_VERIFY(desk.models.door.event());
    desk.models.door.setEvent(m_house->events().evening);
    QTRY_COMPARE(desk.models.door.attendance().expected, 3);
}

void DoorTest::scan(Desk &desk, const QString &text)
{
    type(*desk.window, text);
    press(*desk.window, Qt::Key_Return);
}

} // namespace parterre::testing
