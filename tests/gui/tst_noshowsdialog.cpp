// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/doorscreen.h"
#include "app/screens/noshowsdialog.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListWidget>
#include <QPushButton>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Seats of people who have not come, given free at the door: the real window at a real server.
class TestNoShowsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<SharedManualClock> m_clock;
    std::unique_ptr<TestHouse> m_house;

    // Two people have bought, and the play begins in an hour.
    void sellAndWait()
    {
        const auto clerk = m_house->visitor(Role::Clerk);
        const EventId event = m_house->events().evening;
        if (!clerk->call(u"holds.acquire"_s, placesOf(event, {30, 31})).ok() || !clerk->call(u"bookings.checkout"_s, checkoutOf(event, {30, 31}, newKey())).ok())
            qFatal("nothing was sold");
        m_clock->advanceTo(m_clock->utcNow() + std::chrono::hours(47));
    }
    static DoorScreen *openHouse(Desk &desk)
    {
        desk.navigator->goTo(Page::Door);
        auto *door = desk.screen<DoorScreen>(Page::Door);
        desk.models.door.setEvent(desk.house.events().evening);
        for (auto *button : door->findChildren<QAbstractButton *>()) {
            if (QString(button->text()).remove(u'&') == u"House"_s)
                button->click();
        }
        return door;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init()
    {
        m_clock = std::make_unique<SharedManualClock>(SystemClock().utcNow());
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite), HouseWishes {.clock = m_clock.get()});
        sellAndWait();
    }
    void cleanup() { m_house.reset(); }

    void tickedSeats_areOnSaleAgain()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        const DoorScreen *door = openHouse(desk);
        QTRY_COMPARE(desk.models.door.attendance().expected, 2);
        auto *ask = door->findChild<QPushButton *>(u"askToReleaseNoShows"_s);
        QTRY_VERIFY(ask->isVisible() && ask->isEnabled());
        ask->click();
        auto *dialog = door->findChild<NoShowsDialog *>();
        auto *list = dialog->findChild<QListWidget *>(u"noShows"_s);
        auto *release = dialog->findChild<QPushButton *>(u"releaseNoShows"_s);
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(QString(release->text()).remove(u'&'), u"Release 2 seats"_s);
        list->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(QString(release->text()).remove(u'&'), u"Release 1 seat"_s);
        keepPicture(*dialog, u"no-shows"_s);
        release->click();
        QTRY_VERIFY(desk.banner()->text().contains(u"on sale again"_s));
        QTRY_COMPARE(desk.models.door.attendance().expected, 1);
        keepPicture(*desk.window, u"no-shows-released"_s);
        const auto guest = m_house->visitor();
        QCOMPARE(guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).kind(), u"seat_taken"_s);
        QVERIFY(guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {31})).ok());
    }

    void doors_haveNoButtonForIt()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Door));
        const DoorScreen *door = openHouse(desk);
        QTRY_COMPARE(desk.models.door.attendance().expected, 2);
        QVERIFY(!door->findChild<QPushButton *>(u"askToReleaseNoShows"_s)->isVisible());
    }
};

QTEST_MAIN(TestNoShowsDialog)
#include "tst_noshowsdialog.moc"
