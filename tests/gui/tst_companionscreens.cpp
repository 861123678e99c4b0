// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/ticketlist.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/accessiblehall.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;
using Hall = AccessibleHall;

// Companions' seats and their wheelchair places, in the window: who buys or cancels is told what belongs together.
class TestCompanionScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_house.reset(); }
    void companionsSeat_customerIsToldBeforePaying();
    void companionsSeat_isTheClerksToSell();
    void wheelchairPlace_isNotCancelledWithoutItsCompanions();

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    EventId m_event;
};

void TestCompanionScreens::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestCompanionScreens::init()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
    m_event = Hall::addEvent(*m_house);
}

void TestCompanionScreens::companionsSeat_customerIsToldBeforePaying()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_event));
    desk.pressSeat(Hall::kCompanion);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    const auto *banner = dialog->findChild<MessageBanner *>(u"checkoutMessage"_s);
    const auto isTold = [banner] { return banner->isVisible() && banner->text().contains(u"Stalls F 13"_s) && banner->text().contains(u"Stalls F 12"_s); };
    QVERIFY2(isTold(), qPrintable(banner->text()));
    keepPicture(*dialog, u"screen-companion"_s);
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_VERIFY(desk.models.cart.checkoutState() == CartModel::Checkout::None && isTold()); // the server says the same
    QCOMPARE(desk.models.cart.rowCount(), 1);
    QCOMPARE(desk.models.event.seatMap().look(Hall::kCompanion), SeatLook::Mine);
    press(*dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.window->findChild<CheckoutDialog *>());

    // Together with the wheelchair place nothing is to be said.
    desk.pressSeat(Hall::kWheelchair);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2);
    QTRY_VERIFY(desk.models.cart.quote().due() && desk.models.cart.quote().due()->amount == 2 * TestHouse::kRearPrice);
    dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(!dialog->findChild<MessageBanner *>(u"checkoutMessage"_s)->isVisible());
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QTRY_COMPARE(desk.models.event.seatMap().look(Hall::kCompanion), SeatLook::Sold);
}

void TestCompanionScreens::companionsSeat_isTheClerksToSell()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    QVERIFY(desk.openEvent(m_event));
    desk.pressSeat(Hall::kCompanion);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(!dialog->findChild<MessageBanner *>(u"checkoutMessage"_s)->isVisible());
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QTRY_COMPARE(desk.models.event.seatMap().look(Hall::kCompanion), SeatLook::Sold);
}

void TestCompanionScreens::wheelchairPlace_isNotCancelledWithoutItsCompanions()
{
    const QList<qint32> both {Hall::kWheelchair, Hall::kCompanion};
    const auto customer = m_house->visitor(Role::Customer);
    QVERIFY(customer->call(u"holds.acquire"_s, placesOf(m_event, both)).ok());
    QVERIFY(customer->call(u"bookings.checkout"_s, checkoutOf(m_event, both, newKey())).ok());
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->goTo(Page::Bookings);
    auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
    const auto cancelButton = [screen](const QString &words) {
        const QList<QPushButton *> buttons = screen->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&words](QPushButton *button) { return button->isVisible() && button->isEnabled() && button->text().contains(words); });
        return found == buttons.end() ? nullptr : *found;
    };
    QTRY_VERIFY(cancelButton(u"ancel this booking"_s));
    const QList<QCheckBox *> ticks = screen->findChild<TicketList *>()->findChildren<QCheckBox *>();
    QCOMPARE(ticks.size(), 2);
    QTest::keyClick(ticks.at(0), Qt::Key_Space);
    QTRY_VERIFY(cancelButton(u"ancel 1 ticket"_s));
    cancelButton(u"ancel 1 ticket"_s)->click();
    QVERIFY(desk.prompter.asked.constFirst().text.contains(u"Stalls F 12"_s));
    QTRY_VERIFY2(desk.banner()->text().contains(u"Stalls F 13"_s), qPrintable(desk.banner()->text()));
    QVERIFY(desk.banner()->text().contains(u"wheelchair place"_s));
    QCOMPARE(desk.models.bookings.row(0).total.amount, 2 * TestHouse::kRearPrice);
}

QTEST_MAIN(TestCompanionScreens)
#include "tst_companionscreens.moc"
