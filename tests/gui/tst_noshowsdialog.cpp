// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/doorscreen.h"
#include "app/screens/noshowsdialog.h"
#include "app/screens/verdictpanel.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/searchfield.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/noshowparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Seats of people who have not come, given free at the door and taken back: the real window at a real server.
class TestNoShowsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    EventId m_event;
    QJsonValue m_booking; // of seats 30, 31, 32

    [[nodiscard]] QString number(int ticket) const { return m_booking[u"tickets"_s][ticket][u"number"_s].toString(); }
    DoorScreen *openHouse(Desk &desk, Role role) const
    {
        if (!desk.openAs(role))
            return nullptr;
        desk.navigator->goTo(Page::Door);
        auto *door = desk.screen<DoorScreen>(Page::Door);
        desk.models.door.setEvent(m_event);
        for (auto *button : door->findChildren<QAbstractButton *>()) {
            if (QString(button->text()).remove(u'&') == u"House"_s)
                button->click();
        }
        return door;
    }
    static QString words(const QPushButton &button) { return QString(button.text()).remove(u'&'); }
    static void pressOnBanner(const MessageBanner &banner, const QString &action)
    {
        for (auto *button : banner.findChildren<QPushButton *>()) {
            if (words(*button) == action)
                return button->click();
        }
        QFAIL(qPrintable(u"no button %1"_s.arg(action)));
    }
    QString takeSeat(qint32 place) const { return m_house->visitor()->call(u"holds.acquire"_s, placesOf(m_event, {place})).kind(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init()
    {
        m_theme->apply(Scheme::Light);
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
        const QString event = openTonight(*m_house);
        m_event = *EventId::fromString(event);
        m_booking = soldTo(*m_house->visitor(), event, {30, 31, 32});
    }
    void cleanup() { m_house.reset(); }

    void tickedSeats_areOnSaleAgain_andTakenBack()
    {
        Desk desk(*m_house);
        DoorScreen *door = openHouse(desk, Role::Clerk);
        QVERIFY(door);
        QTRY_COMPARE(desk.models.door.attendance().expected, 3);
        auto *ask = door->findChild<QPushButton *>(u"askToReleaseNoShows"_s);
        QTRY_VERIFY(ask->isVisible() && ask->isEnabled());
        ask->click();
        auto *dialog = door->findChild<NoShowsDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>(u"noShows"_s);
        auto *release = dialog->findChild<QPushButton *>(u"releaseNoShows"_s);
        QTRY_COMPARE(list->count(), 3);
        QCOMPARE(words(*release), u"Release 3 seats"_s);
        list->item(0)->setCheckState(Qt::Unchecked);
        QCOMPARE(words(*release), u"Release 2 seats"_s);
        QCOMPARE(dialog->findChild<QCheckBox *>()->checkState(), Qt::PartiallyChecked);
        keepPicture(*dialog, u"no-shows"_s);
        release->click();
        auto *banner = door->findChild<MessageBanner *>();
        QTRY_COMPARE(banner->text(), u"2 seats are on sale again."_s);
        QTRY_COMPARE(desk.models.door.attendance().expected, 1);
        keepPicture(*desk.window, u"no-shows-released"_s);
        QCOMPARE(takeSeat(30), u"seat_taken"_s);
        // Of the two others one is sold meanwhile.
        const auto buyer = m_house->visitor(Role::Clerk);
        QVERIFY(!soldTo(*buyer, m_event.toString(), {32}).isNull());
        pressOnBanner(*banner, u"Undo"_s);
        QTRY_COMPARE(banner->text(), u"1 seat is its owner's again. 1 seat is somebody else's already."_s);
        QCOMPARE(takeSeat(31), u"seat_taken"_s);
    }

    void search_findsByNameSeatAndTicket_andAllOfThemAreTickedAtOnce()
    {
        Desk desk(*m_house);
        DoorScreen *door = openHouse(desk, Role::Manager);
        QVERIFY(door);
        auto *ask = door->findChild<QPushButton *>(u"askToReleaseNoShows"_s);
        QTRY_VERIFY(ask->isVisible() && ask->isEnabled());
        ask->click();
        auto *dialog = door->findChild<NoShowsDialog *>();
        auto *list = dialog->findChild<QListWidget *>(u"noShows"_s);
        auto *release = dialog->findChild<QPushButton *>(u"releaseNoShows"_s);
        QTRY_COMPARE(list->count(), 3);
        dialog->findChild<SearchField *>()->setText(number(1).toLower());
        QTRY_VERIFY(list->item(0)->isHidden() && !list->item(1)->isHidden() && list->item(2)->isHidden());
        auto *all = dialog->findChild<QCheckBox *>();
        QCOMPARE(all->checkState(), Qt::Checked);
        all->click(); // of what is shown
        QCOMPARE(words(*release), u"Release 2 seats"_s);
        dialog->findChild<SearchField *>()->clear();
        QTRY_VERIFY(!list->item(0)->isHidden());
        all->click();
        QCOMPARE(words(*release), u"Release 3 seats"_s);
        all->click();
        QVERIFY(!release->isEnabled());
        dialog->reject();
        QTRY_VERIFY(!door->findChild<NoShowsDialog *>());
        QCOMPARE(desk.models.noShows.state(), NoShowDesk::State::Idle);
    }

    void latecomer_isLetInWhileTheSeatIsFree()
    {
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(m_event.toString(), {number(0), number(1)})).ok());
        Desk desk(*m_house);
        DoorScreen *door = openHouse(desk, Role::Door);
        QVERIFY(door);
        QTRY_COMPARE(desk.models.door.attendance().expected, 1);
        auto *banner = door->findChild<MessageBanner *>();
        const auto *sign = desk.window->findChild<VerdictPanel *>();
        desk.models.door.admit(number(0));
        QTRY_COMPARE(sign->words().word, u"Seat given free"_s);
        QVERIFY2(sign->words().details.contains(u"There is still a place"_s), qPrintable(sign->words().details));
        keepPicture(*desk.window, u"door-seat-given-free"_s);
        pressOnBanner(*banner, u"Let in after all"_s);
        QTRY_COMPARE(sign->words().word, u"Come in"_s);
        QTRY_COMPARE(desk.models.door.attendance().admitted, 1);
        // The other one's is sold before anybody decides.
        desk.models.door.admit(number(1));
        QTRY_COMPARE(sign->words().word, u"Seat given free"_s);
        QVERIFY(!soldTo(*clerk, m_event.toString(), {31}).isNull());
        pressOnBanner(*banner, u"Let in after all"_s);
        QTRY_VERIFY2(sign->words().details.contains(u"another seat"_s), qPrintable(sign->words().details));
    }

    // The button is about the event that was looked at.
    void offer_goesWithTheEvent()
    {
        QVERIFY(m_house->visitor(Role::Clerk)->call(u"checkins.releaseNoShows"_s, noShowsOf(m_event.toString(), {number(0)})).ok());
        Desk desk(*m_house);
        DoorScreen *door = openHouse(desk, Role::Door);
        QVERIFY(door);
        const auto *banner = door->findChild<MessageBanner *>();
        desk.models.door.admit(number(0));
        QTRY_VERIFY(banner->isVisible());
        desk.models.door.setEvent(m_house->events().evening);
        QVERIFY(!banner->isVisible());
    }

    void doors_haveNoButtonForIt()
    {
        Desk desk(*m_house);
        DoorScreen *door = openHouse(desk, Role::Door);
        QVERIFY(door);
        QTRY_COMPARE(desk.models.door.attendance().expected, 3);
        QVERIFY(!door->findChild<QPushButton *>(u"askToReleaseNoShows"_s)->isVisible());
    }
};

QTEST_MAIN(TestNoShowsDialog)
#include "tst_noshowsdialog.moc"
