// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/cartdock.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/eventdetails.h"
#include "app/screens/eventlistscreen.h"
#include "app/screens/eventscreen.h"
#include "app/screens/mappane.h"
#include "app/widgets/eventcarddelegate.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>

#include <numeric>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// From the list of events to the receipt, in the real window at a real server.
class TestSaleScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_house.reset(); }
    void events_areFoundByTypingAndOpenedByEnter();
    void events_areOrderedAndLeftOutBySeats();
    void events_sayWhenNothingMatches();
    void events_areOrderedAndKeepOnlyRoomForAGroup();
    void event_isOpenedForTheGroupThatWasLookedFor();
    void details_areReadAndLeftByEscape();
    void seat_isHeldByEnterAndGivenBackByEnter();
    void question_isAskedUntilNoLongerWanted();
    void otherWindow_seesTheHeldSeatAndCannotTakeIt();
    void lostRace_namesTheSeat();
    void seatLimit_isSaidInWords();
    void closedSale_isSaidInWords();
    void expiredHold_isSaidInWords();
    void visitorWithoutName_isAskedToSignInAndComesBack();
    void ticketType_changesTheTotal();
    void sale_isDoneFromTheKeyboardAlone();
    void checkout_refusesTooLittleMoney();
    void lostConnection_isVisible();
    void cart_survivesANewWindow();
    void map_isSavedAsPdf();

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestSaleScreens::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestSaleScreens::init()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
}

void TestSaleScreens::events_areFoundByTypingAndOpenedByEnter()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    const int all = desk.models.events.rowCount();
    QVERIFY(all > 3);
    desk.screen<QWidget>(Page::Events)->setFocus();
    type(*desk.window, u"hamlet"_s);
    QTRY_COMPARE(desk.models.events.rowCount(), 1);
    press(*desk.window, Qt::Key_Down);
    auto *list = desk.screen<QWidget>(Page::Events)->findChild<QListView *>(u"events"_s);
    QVERIFY(list->hasFocus());
    QVERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"Hamlet"_s));
    press(*desk.window, Qt::Key_Return);
    QCOMPARE(desk.window->page(), Page::Event);
    QTRY_COMPARE(desk.models.event.state(), EventModel::State::Ready);
    QCOMPARE(desk.models.event.event(), m_house->events().evening);
}

void TestSaleScreens::events_areOrderedAndLeftOutBySeats()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    const auto names = [&desk] {
        QStringList list;
        for (const EventSummary &event : desk.models.events.rows())
            list.append(event.name);
        return list;
    };
    const QStringList soonest = names();
    const auto choose = [&desk](const QString &accessibleName, const QVariant &data) {
        for (QComboBox *box : desk.screen<QWidget>(Page::Events)->findChildren<QComboBox *>()) {
            if (box->accessibleName() == accessibleName)
                box->setCurrentIndex(box->findData(data));
        }
    };
    choose(u"Order"_s, static_cast<int>(EventSort::Name));
    QStringList sorted = soonest;
    std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    QTRY_COMPARE(names(), sorted);
    choose(u"Order"_s, static_cast<int>(EventSort::Start));
    QTRY_COMPARE(names(), soonest);
    // All seats of one are taken, another was called off: they are left out by whoever wants one.
    QVERIFY(desk.openEvent(m_house->events().tidy));
    QList<qint32> seats;
    for (qint32 seat = 0; seat < TestHouse::kSeats; ++seat)
        seats.append(seat);
    std::vector<std::unique_ptr<WireClient>> buyers;
    for (qsizetype first = 0; first < seats.size(); first += kMaxPlacesPerRequest) {
        buyers.push_back(m_house->visitor(Role::Clerk));
        QVERIFY(buyers.back()->call(u"holds.acquire"_s, placesOf(m_house->events().tidy, seats.mid(first, kMaxPlacesPerRequest))).ok());
    }
    desk.navigator->goTo(Page::Events);
    QTRY_COMPARE(desk.models.events.loadState(), LoadState::Ready);
    const qsizetype all = soonest.size();
    choose(u"How many seats"_s, 1);
    QTRY_COMPARE(names().size(), all - 2);
    choose(u"How many seats"_s, 0);
    QTRY_COMPARE(names(), soonest);
    keepPicture(*desk.window, u"screen-events"_s);
}

void TestSaleScreens::events_sayWhenNothingMatches()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    auto *screen = desk.screen<EventListScreen>(Page::Events);
    screen->setFocus();
    type(*desk.window, u"nothing of the kind"_s);
    QTRY_COMPARE(desk.models.events.rowCount(), 0);
    QPushButton *showAll = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton *button : screen->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Show all events"_s)
                showAll = button;
        }
        return showAll != nullptr;
    }());
    showAll->click();
    QTRY_VERIFY(desk.models.events.rowCount() > 3);
}

static QComboBox *choice(QWidget *screen, const QString &name)
{
    for (QComboBox *box : screen->findChildren<QComboBox *>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

static QStringList namesOf(const EventListModel &events)
{
    QStringList names;
    for (const EventSummary &event : events.rows())
        names.append(event.name);
    return names;
}

void TestSaleScreens::events_areOrderedAndKeepOnlyRoomForAGroup()
{
    const auto rival = m_house->visitor(Role::Clerk);
    QList<qint32> places(100);
    for (int taken = 0; taken < TestHouse::kSeats - 100; taken += 100) {
        std::iota(places.begin(), places.end(), taken);
        QVERIFY(m_house->visitor(Role::Clerk)->call(u"holds.acquire"_s, placesOf(m_house->events().evening, places)).ok());
    }
    std::iota(places.begin(), places.end(), 300);
    QVERIFY(rival->call(u"holds.acquire"_s, placesOf(m_house->events().evening, places.sliced(0, 97))).ok());
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(namesOf(desk.models.events).constLast() != u"Hamlet"_s);
    auto *screen = desk.screen<QWidget>(Page::Events);
    QComboBox *order = choice(screen, u"Order"_s);
    order->setCurrentIndex(order->findText(u"Most free seats first"_s));
    const auto fewest = [&desk] { return namesOf(desk.models.events).last(2); };
    QTRY_COMPARE(fewest(), QStringList({u"Hamlet"_s, u"Called off"_s}));
    QCOMPARE(availabilityText(desk.models.events.rows().last(2).constFirst(), QLocale()), u"3 seats left"_s);
    QComboBox *party = choice(screen, u"How many seats"_s);
    party->setCurrentIndex(party->findText(u"For 4 people"_s));
    QTRY_VERIFY(!namesOf(desk.models.events).contains(u"Hamlet"_s));
    QVERIFY(namesOf(desk.models.events).contains(u"Macbeth"_s));
    // Both are there the next time.
    Settings later(desk.folder.filePath(u"parterre.ini"_s));
    QCOMPARE(later.eventOrder(), EventSort::Free);
    QCOMPARE(later.partySize(), 4);
    MainWindow window;
    Navigator navigator(window, desk.models, desk.settings, desk.prompter, {});
    QCOMPARE(choice(window.screen(Page::Events), u"Order"_s)->currentText(), u"Most free seats first"_s);
    QCOMPARE(choice(window.screen(Page::Events), u"How many seats"_s)->currentText(), u"For 4 people"_s);
}

void TestSaleScreens::event_isOpenedForTheGroupThatWasLookedFor()
{
    Desk desk(*m_house);
    desk.settings.setPartySize(5);
    desk.navigator = new Navigator(*(desk.window = std::make_unique<MainWindow>()), desk.models, desk.settings, desk.prompter, {});
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->openEvent(m_house->events().evening);
    QTRY_COMPARE(desk.models.event.state(), EventModel::State::Ready);
    auto *size = desk.screen<QWidget>(Page::Event)->findChild<QSpinBox *>();
    QCOMPARE(size->value(), 5);
    QTRY_VERIFY(size->hasFocus());
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.finder.state(), SeatFinderModel::State::Offering);
    QCOMPARE(desk.models.finder.seats().size(), 5);
}

void TestSaleScreens::details_areReadAndLeftByEscape()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    press(*desk.window, Qt::Key_A, Qt::AltModifier);
    auto *details = desk.screen<QWidget>(Page::Event)->findChild<EventDetails *>();
    QTRY_VERIFY(details->isVisible());
    QVERIFY(details->hasFocus());
    QStringList texts;
    for (const QLabel *label : details->findChildren<QLabel *>())
        texts.append(label->text());
    const QString all = texts.join(u'\n');
    for (const QString &part : {u"Hamlet"_s, u"A play"_s, u"120 minutes"_s, u"Adult"_s, u"Child"_s, u"€40.00"_s, u"€12.50"_s, u"At most 6 seats"_s, u"At most 6 tickets in one booking"_s, u"10 minutes"_s})
        QVERIFY2(all.contains(part), qPrintable(part + u" in "_s + all));
    keepPicture(*desk.window, u"screen-event-details"_s);
    press(*desk.window, Qt::Key_Escape);
    QVERIFY(!details->isVisible());
    QVERIFY(desk.screen<QWidget>(Page::Event)->findChild<SeatMapView *>()->hasFocus());
}

void TestSaleScreens::seat_isHeldByEnterAndGivenBackByEnter()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_COMPARE(desk.models.event.seatMap().look(30), SeatLook::Mine);
    QVERIFY(desk.prompter.asked.isEmpty()); // a hold is not asked about by default
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QTRY_COMPARE(desk.models.event.seatMap().look(30), SeatLook::Free);
    QCOMPARE(desk.prompter.asked.size(), 1);
    QVERIFY(desk.prompter.asked.constFirst().text.contains(u"Stalls B 11"_s));
}

void TestSaleScreens::question_isAskedUntilNoLongerWanted()
{
    Desk desk(*m_house);
    desk.settings.setAsksBefore(Step::Hold, true);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.prompter.answer = {.yes = false};
    desk.pressSeat(30);
    QCOMPARE(desk.prompter.asked.size(), 1);
    QCOMPARE(desk.models.event.seatMap().look(30), SeatLook::Free);
    desk.prompter.answer = {.yes = true, .dontAskAgain = true};
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    desk.pressSeat(31);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2);
    QCOMPARE(desk.prompter.asked.size(), 2);
    QVERIFY(!desk.settings.asksBefore(Step::Hold));
}

void TestSaleScreens::otherWindow_seesTheHeldSeatAndCannotTakeIt()
{
    Desk first(*m_house);
    Desk second(*m_house);
    QVERIFY(first.openAs(Role::Customer));
    QVERIFY(first.openEvent(m_house->events().evening));
    QVERIFY(second.openAs(Role::Clerk));
    QVERIFY(second.openEvent(m_house->events().evening));
    first.models.event.requestHold({30});
    QTRY_COMPARE(second.models.event.seatMap().look(30), SeatLook::HeldByOther);
    second.pressSeat(30);
    QTRY_VERIFY2(second.banner()->text().contains(u"is held by someone else"_s), qPrintable(second.banner()->text()));
    QCOMPARE(second.models.cart.rowCount(), 0);
}

void TestSaleScreens::lostRace_namesTheSeat()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    const auto rival = m_house->visitor(Role::Guest);
    QVERIFY(rival->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    desk.models.event.requestHold({30, 31});
    QTRY_VERIFY(desk.banner()->isVisible());
    QVERIFY2(desk.banner()->text().contains(u"Stalls B 11"_s) && desk.banner()->text().contains(u"just taken by someone else"_s), qPrintable(desk.banner()->text()));
    QVERIFY(!desk.banner()->text().contains(u"B 12"_s));
    QCOMPARE(desk.models.cart.rowCount(), 0);
    keepPicture(*desk.window, u"screen-lost-race"_s);
}

void TestSaleScreens::seatLimit_isSaidInWords()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.models.event.requestHold({30, 31, 32, 33, 34, 35, 36});
    QTRY_VERIFY(desk.banner()->text().contains(u"at most 6 seats"_s));
    QCOMPARE(desk.models.cart.rowCount(), 0);
}

void TestSaleScreens::closedSale_isSaidInWords()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().later));
    desk.pressSeat(30);
    QTRY_VERIFY2(desk.banner()->text().contains(u"not on sale now"_s), qPrintable(desk.banner()->text()));
}

void TestSaleScreens::expiredHold_isSaidInWords()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().hasty));
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(desk.banner()->text().contains(u"time to book"_s), 20'000);
    QVERIFY(desk.banner()->text().contains(u"Stalls B 11"_s));
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
}

void TestSaleScreens::visitorWithoutName_isAskedToSignInAndComesBack()
{
    Desk desk(*m_house);
    QVERIFY(desk.open());
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QCOMPARE(desk.window->page(), Page::SignIn);
    desk.models.session.continueAsGuest(u"Gus"_s);
    QTRY_COMPARE(desk.window->page(), Page::Event);
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
}

void TestSaleScreens::ticketType_changesTheTotal()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QCOMPARE(desk.models.cart.total()->amount, TestHouse::kRearPrice);
    auto *types = desk.screen<QWidget>(Page::Event)->findChild<CartDock *>()->findChild<QComboBox *>();
    types->setFocus();
    QTest::keyClick(types, Qt::Key_Down);
    QTRY_COMPARE(desk.models.cart.total()->amount, TestHouse::kRearPrice / 2);
}

void TestSaleScreens::sale_isDoneFromTheKeyboardAlone()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    press(*desk.window, Qt::Key_Right);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2);
    QTRY_VERIFY(desk.models.cart.quote().due());
    QTest::keyClick(desk.window.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_VERIFY(desk.window->findChild<CheckoutDialog *>());
    auto *dialog = desk.window->findChild<CheckoutDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    keepPicture(*dialog, u"screen-checkout"_s);
    type(*dialog, u"60"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(desk.models.cart.rowCount(), 0);
    QTRY_COMPARE(desk.models.event.seatMap().look(30), SeatLook::Sold);
    QCOMPARE(desk.models.event.seatMap().look(31), SeatLook::Sold);
    bool change = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        change = change || (label->isVisible() && label->text().contains(u"€10.00"_s));
    QVERIFY(change);
    keepPicture(*dialog, u"screen-receipt"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_VERIFY(!desk.window->findChild<CheckoutDialog *>());
    desk.window->activateWindow(); // a window manager does that, the offscreen platform does not
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    press(*desk.window, Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->page(), Page::Bookings);
}

void TestSaleScreens::checkout_refusesTooLittleMoney()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    type(*dialog, u"24.99"_s);
    press(*dialog, Qt::Key_Return);
    QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
    QCOMPARE(desk.models.cart.rowCount(), 1);
    press(*dialog, Qt::Key_Escape);
    QTRY_VERIFY(!desk.window->findChild<CheckoutDialog *>());
}

void TestSaleScreens::lostConnection_isVisible()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    auto *indicator = desk.window->findChild<ConnectionIndicator *>();
    QTRY_COMPARE(indicator->state(), LinkState::Connected);
    QVERIFY(desk.openEvent(m_house->events().evening));
    m_house->stop();
    QTRY_COMPARE(indicator->state(), LinkState::Connecting);
    QVERIFY(desk.window->banner()->isVisible());
    QVERIFY(desk.window->banner()->text().contains(u"lost"_s));
}

void TestSaleScreens::cart_survivesANewWindow()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    // What a change of language does.
    auto window = std::make_unique<MainWindow>();
    desk.navigator = new Navigator(*window, desk.models, desk.settings, desk.prompter, {});
    window->showPage(Page::Event);
    desk.window.swap(window);
    window.reset();
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QCOMPARE(desk.models.cart.rowCount(), 1);
    desk.pressSeat(31);
    QTRY_COMPARE(desk.models.cart.rowCount(), 2);
}

void TestSaleScreens::map_isSavedAsPdf()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    QVERIFY(desk.openEvent(m_house->events().evening));
    const auto save = [&desk](const QString &path) {
        Q_EMIT desk.screen<QWidget>(Page::Event)->findChild<MapPane *>()->printRequested();
        auto *dialog = desk.window->findChild<QFileDialog *>();
        if (!dialog)
            return false;
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        return QTest::qWaitFor([&desk] { return !desk.window->findChild<QFileDialog *>(); });
    };
    const QString path = desk.folder.filePath(u"map.pdf"_s);
    QVERIFY(save(path));
    QTRY_VERIFY2(desk.banner()->text().contains(path), qPrintable(desk.banner()->text()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(file.size() > 5'000);
    QVERIFY(save(desk.folder.filePath(u"nowhere/map.pdf"_s)));
    QTRY_VERIFY(desk.banner()->text().contains(u"could not be saved"_s));
}

QTEST_MAIN(TestSaleScreens)
#include "tst_salescreens.moc"
