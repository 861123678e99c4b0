// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/admissionlist.h"
#include "app/screens/doorbell.h"
#include "app/screens/doorscreen.h"
#include "app/screens/housepane.h"
#include "app/screens/undodialog.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "doortest.h"
#include "tests/gui/picture.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// The door in a window, at a real server: what a scanner types, and what the sign says.
class TestDoorScreen : public DoorTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLooks(); }
    void init() { openHouse(); }
    void cleanup() { closeHouse(); }
    void door_isForThoseWhoLetPeopleIn_data();
    void door_isForThoseWhoLetPeopleIn();
    void scannedTicket_isLetInOnce();
    void sign_saysWhyNot();
    void admission_isTakenBackForAReason();
    void doorsName_isRemembered();
    void otherDoors_areCounted();
    void words_sayNothingThatNobodyKnows();
    void bell_isAnotherForEachColour_data();
    void bell_isAnotherForEachColour();
    void bell_ofTheNextGuestEndsTheLast();
    void house_showsWhoIsIn();
    void house_staysInStepWithOtherDoors();
    void house_givesWayToTheSign();
    void house_takesNothingFromTheSale();
    void sign_isNeverColourAlone_data();
    void sign_isNeverColourAlone();

private:
    static void showHouse(Desk &desk);
};

void TestDoorScreen::door_isForThoseWhoLetPeopleIn_data()
{
    QTest::addColumn<Role>("role");
    for (const Role role : {Role::Customer, Role::Door, Role::Clerk, Role::Manager, Role::Administrator})
        QTest::newRow(roleName(role).data()) << role;
}

void TestDoorScreen::door_isForThoseWhoLetPeopleIn()
{
    QFETCH(Role, role);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(role));
    desk.navigator->goTo(Page::Door);
    QCOMPARE(desk.window->page() == Page::Door, role != Role::Customer);
}

void TestDoorScreen::scannedTicket_isLetInOnce()
{
    Desk desk(*m_house);
    openDoor(desk);
    keepPicture(*desk.window, u"door-ready"_s);
    scan(desk, code(0));
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
    QCOMPARE(sign(desk).tone, Tone::Success);
    QVERIFY(sign(desk).seat.contains(u"Stalls B 11"_s));
    QVERIFY(sign(desk).details.contains(u"Adult"_s));
    QTRY_COMPARE(desk.models.door.attendance().admitted, 1);
    QVERIFY(desk.window->findChild<QLineEdit *>()); // and the line is empty for the next one
    keepPicture(*desk.window, u"door-come-in"_s);
    scan(desk, m_booking[u"tickets"_s][0][u"number"_s].toString());
    QTRY_COMPARE(sign(desk).word, u"Already in"_s);
    QCOMPARE(sign(desk).tone, Tone::Danger);
    QVERIFY2(sign(desk).details.contains(u"Came in at"_s), qPrintable(sign(desk).details));
    QTRY_COMPARE(desk.window->findChild<AdmissionList *>()->findChildren<QToolButton *>().size(), 1);
    keepPicture(*desk.window, u"door-already-in"_s);
}

void TestDoorScreen::sign_saysWhyNot()
{
    Desk desk(*m_house);
    openDoor(desk);
    const QString old = code(0);
    QVERIFY(m_guest->call(u"tickets.reprint"_s, {{u"ticket"_s, m_booking[u"tickets"_s][0][u"number"_s]}, {u"key"_s, newKey()}}).ok());
    scan(desk, old);
    QTRY_COMPARE(sign(desk).word, u"Old print"_s);
    keepPicture(*desk.window, u"door-old-print"_s);
    const QString cancelled = code(1);
    QVERIFY(m_guest->call(u"bookings.cancel"_s, {{u"booking"_s, m_booking[u"id"_s]}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {m_booking[u"tickets"_s][1][u"number"_s]}}}).ok());
    scan(desk, cancelled);
    QTRY_COMPARE(sign(desk).word, u"Cancelled"_s);
    scan(desk, u"ABCD-EFGH-1"_s);
    QTRY_COMPARE(sign(desk).word, u"Not our ticket"_s);
    desk.models.door.setEvent(m_house->events().matinee);
    scan(desk, code(0));
    QTRY_COMPARE(sign(desk).word, u"Another event"_s);
    QVERIFY2(sign(desk).details.contains(u"Hamlet"_s), qPrintable(sign(desk).details));
    keepPicture(*desk.window, u"door-another-event"_s);
}

void TestDoorScreen::admission_isTakenBackForAReason()
{
    Desk desk(*m_house);
    openDoor(desk);
    scan(desk, code(0));
    auto *list = desk.window->findChild<AdmissionList *>();
    QTRY_COMPARE(list->findChildren<QToolButton *>().size(), 1);
    list->findChild<QToolButton *>()->click();
    auto *dialog = desk.window->findChild<UndoDialog *>();
    QVERIFY(dialog);
    auto *reason = dialog->findChild<QComboBox *>();
    auto *yes = dialog->findChild<QPushButton *>(u"takeBack"_s);
    reason->setEditText(u"  "_s);
    QVERIFY(!yes->isEnabled());
    reason->setEditText(u"Fetched his coat"_s);
    keepPicture(*dialog, u"door-undo"_s);
    yes->click();
    QTRY_COMPARE(desk.models.door.attendance().admitted, 0);
    QTRY_VERIFY(!desk.models.door.latest().isEmpty() && desk.models.door.latest().constFirst().undoReason == u"Fetched his coat"_s);
    QTRY_VERIFY(!desk.window->findChild<UndoDialog *>());
    scan(desk, code(0)); // the focus came back
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
}

void TestDoorScreen::doorsName_isRemembered()
{
    Desk desk(*m_house);
    openDoor(desk);
    QLineEdit *name = nullptr;
    for (QLineEdit *line : desk.screen<DoorScreen>(Page::Door)->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Name of this door")
            name = line;
    }
    QVERIFY(name);
    name->setFocus();
    type(*desk.window, u"Garden"_s);
    press(*desk.window, Qt::Key_Return);
    QCOMPARE(desk.settings.doorName(), u"Garden"_s);
    scan(desk, code(0));
    QTRY_COMPARE(desk.models.door.latest().size(), 1);
    QCOMPARE(desk.models.door.latest().constFirst().door, u"Garden"_s);
}

void TestDoorScreen::otherDoors_areCounted()
{
    Desk desk(*m_house);
    openDoor(desk);
    const auto other = m_house->visitor(Role::Door);
    QVERIFY(other->call(u"checkins.admit"_s, {{u"event"_s, m_house->events().evening.toString()}, {u"code"_s, code(2)}, {u"key"_s, newKey()}}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(desk.models.door.attendance().admitted, 1, 15'000);
    scan(desk, code(2));
    QTRY_COMPARE(sign(desk).word, u"Already in"_s);
}

void TestDoorScreen::words_sayNothingThatNobodyKnows()
{
    const QLocale locale(u"en_GB"_s);
    const DoorWords older = doorWords({.outcome = AdmitOutcome::Reprinted}, locale);
    QVERIFY2(older.details.contains(u"older print"_s) && !older.details.contains(QRegularExpression(u"\\d"_s)), qPrintable(older.details));
    // Whether the price of a cancelled ticket is paid back or only owed.
    QVERIFY(!doorWords({.outcome = AdmitOutcome::Cancelled}, locale).details.contains(u"paid back"_s));
    // A code that the house did not sign is none of any evening.
    QCOMPARE(listWords({.outcome = AdmitOutcome::NotOfHouse}, false, Instant(), locale).word, u"Not our ticket"_s);
    QCOMPARE(listWords({.outcome = AdmitOutcome::Cancelled}, false, Instant(), locale).word, u"Not on the list"_s);
    QVERIFY(!listWords({.outcome = AdmitOutcome::Cancelled}, false, Instant(), locale).details.contains(u"another evening"_s));
    QCOMPARE(listWords({.outcome = AdmitOutcome::AlreadyIn}, true, Instant(), locale).word, u"Already in"_s);
}

void TestDoorScreen::bell_isAnotherForEachColour_data()
{
    QTest::addColumn<Tone>("sign");
    QTest::addColumn<int>("beeps");
    QTest::newRow("green") << Tone::Success << 1;
    QTest::newRow("amber") << Tone::Warning << 2;
    QTest::newRow("red") << Tone::Danger << 3;
}

void TestDoorScreen::bell_isAnotherForEachColour()
{
    QFETCH(Tone, sign);
    QFETCH(int, beeps);
    int heard = 0;
    DoorBell bell([&] { ++heard; });
    bell.ring(sign);
    QCOMPARE(heard, 1); // at once
    QTRY_COMPARE(heard, beeps);
    QVERIFY(!bell.isSounding()); // and no more
}

void TestDoorScreen::bell_ofTheNextGuestEndsTheLast()
{
    int heard = 0;
    DoorBell bell([&] { ++heard; });
    bell.ring(Tone::Danger);
    bell.ring(Tone::Success);
    QCOMPARE(heard, 2);
    QVERIFY(!bell.isSounding());
}

void TestDoorScreen::showHouse(Desk &desk)
{
    auto *screen = desk.screen<DoorScreen>(Page::Door);
    for (auto *button : screen->findChild<ChoiceBar *>()->findChildren<QAbstractButton *>()) {
        if (QString(button->text()).remove(u'&') == u"House"_s)
            button->click();
    }
    QTRY_VERIFY(desk.models.arrivals.isLive());
}

void TestDoorScreen::house_showsWhoIsIn()
{
    Desk desk(*m_house);
    openDoor(desk);
    scan(desk, code(0));
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
    QCOMPARE(desk.models.arrivals.rowCount(), 0); // nobody looks
    showHouse(desk);
    SeatMapModel &map = desk.models.arrivals.seatMap();
    QCOMPARE(map.look(30), SeatLook::Arrived);
    QCOMPARE(map.look(31), SeatLook::Sold);
    QCOMPARE(map.look(33), SeatLook::Free);
    auto *pane = desk.window->findChild<HousePane *>();
    QVERIFY(pane->isVisible());
    QCOMPARE(pane->sections()->model()->rowCount(), map.plan().sections.size());
    QVERIFY(pane->sections()->isVisible());
    // Said, not only painted.
    const int row = map.table().section(30);
    const QString spoken = pane->sections()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"1 of 3 in"_s), qPrintable(spoken));
    keepPicture(*desk.window, u"door-house"_s);
    m_theme->apply(Scheme::Dark);
    keepPicture(*desk.window, u"door-house-dark"_s);
}

void TestDoorScreen::house_staysInStepWithOtherDoors()
{
    Desk desk(*m_house);
    openDoor(desk, Role::Manager);
    showHouse(desk);
    const SeatMapModel &map = desk.models.arrivals.seatMap();
    const auto door = m_house->visitor(Role::Door);
    const QString number = m_booking[u"tickets"_s][2][u"number"_s].toString();
    const QString event = m_house->events().evening.toString();
    QVERIFY(door->call(u"checkins.admit"_s, {{u"event"_s, event}, {u"code"_s, number}, {u"key"_s, newKey()}}).ok());
    QTRY_COMPARE(map.look(32), SeatLook::Arrived);
    QCOMPARE(desk.models.arrivals.section(map.table().section(32)).in, 1);
    QVERIFY(door->call(u"checkins.undo"_s, {{u"event"_s, event}, {u"ticket"_s, number}, {u"reason"_s, u"went out"_s}, {u"key"_s, newKey()}}).ok());
    QTRY_COMPARE(map.look(32), SeatLook::Sold);
    // A seat sold at the last minute is expected, too.
    QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {33})).ok());
    QVERIFY(m_guest->call(u"bookings.checkout"_s, testing::checkoutOf(m_house->events().evening, {33}, newKey())).ok());
    QTRY_COMPARE(map.look(33), SeatLook::Sold);
    QCOMPARE(desk.models.arrivals.section(map.table().section(32)).expected, 4);
}

// Whoever stands at the door has to be told, and scanners type wherever the focus is.
void TestDoorScreen::house_givesWayToTheSign()
{
    Desk desk(*m_house);
    openDoor(desk);
    showHouse(desk);
    auto *map = desk.window->findChild<HousePane *>()->findChild<SeatMapView *>();
    map->setFocus();
    QTRY_VERIFY(map->hasFocus());
    for (const QChar letter : m_booking[u"tickets"_s][1][u"number"_s].toString())
        QTest::keyClick(desk.window->focusWidget(), letter.toLatin1());
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
    QVERIFY(desk.window->findChild<VerdictPanel *>()->isVisible());
    QVERIFY(!map->isVisible());
    QTRY_COMPARE(desk.models.arrivals.rowCount(), 0); // nobody looks any more
    showHouse(desk);
    QCOMPARE(desk.models.arrivals.seatMap().look(31), SeatLook::Arrived);
}

// The clerk's open sale of the same event goes on.
void TestDoorScreen::house_takesNothingFromTheSale()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.navigator->goTo(Page::Door);
    QTRY_VERIFY(desk.models.door.event());
    desk.models.door.setEvent(m_house->events().evening);
    showHouse(desk);
    scan(desk, code(0));
    QTRY_COMPARE(sign(desk).word, u"Come in"_s);
    QCOMPARE(desk.models.event.seatMap().look(30), SeatLook::Sold);
    QVERIFY(m_guest->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {34})).ok());
    QTRY_COMPARE(desk.models.event.seatMap().look(34), SeatLook::HeldByOther);
}

void TestDoorScreen::sign_isNeverColourAlone_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("English") << u"en_GB"_s;
    QTest::newRow("Arabic") << u"ar_EG"_s;
}

void TestDoorScreen::sign_isNeverColourAlone()
{
    QFETCH(QString, locale);
    QSet<QString> words;
    QSet<int> glyphs;
    constexpr std::array outcomes {AdmitOutcome::Admitted, AdmitOutcome::AlreadyIn, AdmitOutcome::WrongEvent, AdmitOutcome::Cancelled,
                                   AdmitOutcome::Exchanged, AdmitOutcome::Reprinted, AdmitOutcome::Unpaid, AdmitOutcome::Released, AdmitOutcome::NotOfHouse};
    for (const AdmitOutcome outcome : outcomes) {
        const DoorWords sign = doorWords({.outcome = outcome}, QLocale(locale));
        words.insert(sign.word);
        glyphs.insert(static_cast<int>(sign.glyph));
        QVERIFY(sign.spoken().startsWith(sign.word));
        QCOMPARE(sign.tone == Tone::Success, outcome == AdmitOutcome::Admitted);
    }
    QCOMPARE(words.size(), qsizetype(outcomes.size()));
    QCOMPARE(glyphs.size(), qsizetype(outcomes.size()));
}

QTEST_MAIN(TestDoorScreen)
#include "tst_doorscreen.moc"
