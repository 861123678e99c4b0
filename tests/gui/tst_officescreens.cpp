// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/daterange.h"
#include "app/screens/profilescreen.h"
#include "app/screens/ticketlist.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "shared/core/utctime.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
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

// Bookings and profile, and what holds for every page.
class TestOfficeScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bookings_areListedWithTheirDetails();
    void booking_isCancelledOnlyAfterYes();
    void singleTickets_areCancelled();
    void tickets_areExchangedForDearerSeats();
    void tickets_areExchangedForCheaperSeatsAndMoneyBack();
    void exchange_isGivenUp();
    void bookings_areFoundByWord();
    void bookings_sayWhenThereAreNone();
    void profile_isChanged();
    void password_isChangedOrItsErrorSaid();
    void questions_areSwitchedOnAndOff();
    void logOut_leadsBackToSigningIn();
    void pages_fitTheSmallestScreen_data() { addPages(); }
    void pages_fitTheSmallestScreen();
    void pages_nameEverythingForScreenReaders_data() { addPages(); }
    void pages_nameEverythingForScreenReaders();
    void pages_showForeignTextLetterByLetter_data() { addPages(); }
    void pages_showForeignTextLetterByLetter();
    void pages_mirrorRightToLeft_data() { addPages(); }
    void pages_mirrorRightToLeft();
    void dates_areWholeDaysOfTheViewer();

private:
    static void addPages();
    static void goTo(Desk &desk, Page page);
    void book(const QString &customer) const;
    // The visible button whose text contains the words; waits for it.
    static QPushButton *buttonOf(QWidget &window, const QString &words);
    // Opens the booking and presses Exchange for its first ticket.
    void startExchange(Desk &desk);

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestOfficeScreens::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestOfficeScreens::init()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
}

void TestOfficeScreens::cleanup()
{
    m_house.reset();
    m_theme->apply(Scheme::Light);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

// Seats 30 and 31 of the evening, sold by the clerk to somebody.
void TestOfficeScreens::book(const QString &customer) const
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
    QJsonObject checkout = testing::checkoutOf(m_house->events().evening, {30, 31}, newKey());
    checkout.insert(u"customerName"_s, customer);
    const WireReply reply = clerk->call(u"bookings.checkout"_s, checkout);
    QVERIFY2(reply.ok(), QJsonDocument(reply.error).toJson().constData());
}

void TestOfficeScreens::bookings_areListedWithTheirDetails()
{
    book(u"Bob <i>Buyer</i>"_s);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
    auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
    QTRY_VERIFY(shows(*screen, desk.models.bookings.row(0).reference));
    QVERIFY(shows(*screen, u"Stalls B 11"_s));
    QVERIFY(shows(*screen, u"€50.00"_s));
    QVERIFY(shows(*screen, u"Bob <i>Buyer</i>"_s));
    keepPicture(*desk.window, u"screen-bookings"_s);
}

void TestOfficeScreens::booking_isCancelledOnlyAfterYes()
{
    book(u"Bob"_s);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
    QPushButton *cancel = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton *button : screen->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"ancel this booking"_s))
                cancel = button;
        }
        return cancel != nullptr;
    }());
    desk.prompter.answer = {.yes = false};
    cancel->click();
    QCOMPARE(desk.prompter.asked.size(), 1);
    QVERIFY(desk.prompter.asked.constFirst().dangerous);
    QVERIFY(!desk.models.bookings.isCancelling(desk.models.bookings.row(0).id));
    desk.prompter.answer = {.yes = true};
    cancel->click();
    QTRY_COMPARE(desk.models.bookings.row(0).state, BookingState::Cancelled);
    QTRY_VERIFY(!cancel->isVisible());
    QVERIFY(desk.banner()->text().contains(u"is cancelled"_s));
    const auto other = m_house->visitor(Role::Guest);
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
}

QPushButton *TestOfficeScreens::buttonOf(QWidget &window, const QString &words)
{
    QPushButton *found = nullptr;
    (void)QTest::qWaitFor([&] {
        for (QPushButton *button : window.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->isEnabled() && button->text().contains(words))
                found = button;
        }
        return found != nullptr;
    });
    if (!found)
        qFatal("there is no button \"%s\"", qPrintable(words));
    return found;
}

void TestOfficeScreens::startExchange(Desk &desk)
{
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    buttonOf(*desk.window, u"xchange…"_s);
    const QList<QCheckBox *> ticks = desk.screen<BookingsScreen>(Page::Bookings)->findChild<TicketList *>()->findChildren<QCheckBox *>();
    QCOMPARE(ticks.size(), 2);
    QTest::keyClick(ticks.at(0), Qt::Key_Space);
    QVERIFY(ticks.at(0)->isChecked());
    buttonOf(*desk.window, u"xchange 1 ticket"_s)->click();
    QCOMPARE(desk.window->page(), Page::Event);
    QTRY_COMPARE(desk.models.event.state(), EventModel::State::Ready);
}

void TestOfficeScreens::singleTickets_areCancelled()
{
    book(u"Bob"_s);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    buttonOf(*desk.window, u"ancel this booking"_s);
    auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
    QTest::keyClick(screen->findChild<TicketList *>()->findChildren<QCheckBox *>().at(1), Qt::Key_Space);
    buttonOf(*desk.window, u"ancel 1 ticket"_s)->click();
    QVERIFY(desk.prompter.asked.constFirst().text.contains(u"Stalls B 12"_s));
    QVERIFY(desk.prompter.asked.constFirst().text.contains(u"€25.00"_s));
    QCOMPARE(desk.prompter.asked.constFirst().yes, u"Cancel the ticket"_s);
    QTRY_COMPARE(screen->findChild<TicketList *>()->findChildren<QCheckBox *>().size(), 1); // only a valid ticket can be ticked
    QVERIFY(desk.banner()->text().contains(u"1 ticket of booking"_s));
    QVERIFY(shows(*screen, u"Cancelled"_s));
    QCOMPARE(desk.models.bookings.row(0).state, BookingState::Confirmed);
    QCOMPARE(desk.models.bookings.row(0).total.amount, TestHouse::kRearPrice);
    const auto other = m_house->visitor(Role::Guest);
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {31})).ok());
    QCOMPARE(other->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).kind(), u"seat_taken"_s);
}

void TestOfficeScreens::tickets_areExchangedForDearerSeats()
{
    book(u"Bob"_s);
    Desk desk(*m_house);
    startExchange(desk);
    QVERIFY(shows(*desk.window, u"Given back: "_s));
    desk.pressSeat(2); // in front
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(shows(*desk.window, u"€15.00"_s)); // 40 less 25
    keepPicture(*desk.window, u"screen-exchange"_s);
    buttonOf(*desk.window, u"E&xchange"_s)->click();
    QTRY_VERIFY(desk.window->findChild<CheckoutDialog *>());
    auto *dialog = desk.window->findChild<CheckoutDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    type(*dialog, u"20"_s);
    QTest::qWait(0); // the dialog is laid out when its window has been shown
    keepPicture(*dialog, u"dialog-exchange"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_VERIFY(shows(*dialog, u"Exchanged"_s));
    QVERIFY(shows(*dialog, u"Change to give back: €5.00"_s));
    press(*dialog, Qt::Key_Return);
    QVERIFY(!desk.models.cart.exchange());
    QCOMPARE(desk.models.cart.rowCount(), 0);
    // The booking says what became of it.
    desk.navigator->goTo(Page::Bookings);
    auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
    QTRY_VERIFY(shows(*screen, u"Stalls A 3"_s));
    QVERIFY(shows(*screen, u"Exchanged"_s));
    QVERIFY(shows(*screen, u"€65.00"_s));
    keepPicture(*desk.window, u"screen-exchanged"_s);
    const auto other = m_house->visitor(Role::Guest);
    QVERIFY(other->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    QCOMPARE(other->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {2})).kind(), u"seat_taken"_s);
}

void TestOfficeScreens::tickets_areExchangedForCheaperSeatsAndMoneyBack()
{
    book(u"Bob"_s);
    Desk desk(*m_house);
    startExchange(desk);
    desk.pressSeat(60);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    desk.models.cart.setTicketType(0, u"child"_s);
    QTRY_VERIFY(shows(*desk.window, u"To give back"_s));
    desk.navigator->startCheckout();
    auto *dialog = desk.window->findChild<CheckoutDialog *>();
    QTRY_VERIFY(shows(*dialog, u"To give back"_s));
    buttonOf(*dialog, u"&Exchange"_s)->click();
    QTRY_VERIFY(shows(*dialog, u"Money to give back: €12.50"_s));
}

void TestOfficeScreens::exchange_isGivenUp()
{
    book(u"Bob"_s);
    Desk desk(*m_house);
    startExchange(desk);
    desk.pressSeat(60);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    buttonOf(*desk.window, u"Sto&p"_s)->click();
    QVERIFY(!desk.models.cart.exchange());
    QVERIFY(!shows(*desk.window, u"Given back: "_s));
    buttonOf(*desk.window, u"&Book"_s); // an ordinary sale again
    QTRY_VERIFY(shows(*desk.window, u"€25.00"_s));
}

void TestOfficeScreens::bookings_areFoundByWord()
{
    book(u"Bob"_s);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
    auto *search = desk.screen<QWidget>(Page::Bookings)->findChild<QLineEdit *>();
    search->setFocus();
    type(*desk.window, u"nobody"_s);
    QTRY_COMPARE(desk.models.bookings.rowCount(), 0);
    search->selectAll();
    type(*desk.window, u"Bob"_s);
    QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
}

void TestOfficeScreens::bookings_sayWhenThereAreNone()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->goTo(Page::Bookings);
    QPushButton *look = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton *button : desk.screen<QWidget>(Page::Bookings)->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Look at the events"_s)
                look = button;
        }
        return look != nullptr;
    }());
    look->click();
    QCOMPARE(desk.window->page(), Page::Events);
}

void TestOfficeScreens::profile_isChanged()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->goTo(Page::Profile);
    QTRY_VERIFY(desk.models.profile.profile());
    QTRY_VERIFY(!desk.models.profile.isBusy());
    auto *name = desk.window->focusWidget();
    QCOMPARE(name->accessibleName(), u"Name"_s);
    static_cast<QLineEdit *>(name)->selectAll();
    type(*desk.window, u"Carla Changed"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_COMPARE(desk.models.session.user()->name, u"Carla Changed"_s);
    QTRY_COMPARE(desk.banner()->text(), u"Saved."_s);
    QVERIFY(desk.window->findChild<QToolButton *>(u"userMenu"_s)->accessibleName().contains(u"Carla Changed"_s));
}

void TestOfficeScreens::password_isChangedOrItsErrorSaid()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->goTo(Page::Profile);
    QTRY_VERIFY(desk.models.profile.profile());
    QTRY_VERIFY(!desk.models.profile.isBusy());
    FormField *current = nullptr;
    FormField *replacement = nullptr;
    for (FormField *field : desk.screen<QWidget>(Page::Profile)->findChildren<FormField *>()) {
        if (field->control()->accessibleName() == u"Current password"_s)
            current = field;
        if (field->control()->accessibleName() == u"New password"_s)
            replacement = field;
    }
    current->setFocus();
    press(*desk.window, Qt::Key_Return);
    QVERIFY(!current->error().isEmpty());
    type(*desk.window, u"wrong"_s);
    static_cast<QLineEdit *>(replacement->control())->setText(u"five quiet words in rows"_s);
    press(*desk.window, Qt::Key_Return);
    QTRY_VERIFY(current->error().contains(u"not your present password"_s));
    static_cast<QLineEdit *>(current->control())->setText(TestHouse::passwordOf(Role::Customer));
    QTest::keyClick(current->control(), Qt::Key_Return);
    QTRY_VERIFY(desk.banner()->text().contains(u"password is changed"_s));
    QVERIFY(static_cast<QLineEdit *>(replacement->control())->text().isEmpty());
}

// Also those that were answered with "do not ask again".
void TestOfficeScreens::questions_areSwitchedOnAndOff()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.settings.setAsksBefore(Step::Release, false);
    desk.navigator->goTo(Page::Profile);
    auto *hold = desk.screen<QWidget>(Page::Profile)->findChild<QCheckBox *>(u"asksBeforeHold"_s);
    auto *release = desk.screen<QWidget>(Page::Profile)->findChild<QCheckBox *>(u"asksBeforeRelease"_s);
    QVERIFY(!hold->isChecked() && !release->isChecked());
    hold->click();
    release->click();
    QVERIFY(desk.settings.asksBefore(Step::Hold) && desk.settings.asksBefore(Step::Release));
    desk.prompter.answer = {.yes = false};
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(30);
    QCOMPARE(desk.prompter.asked.size(), 1);
    hold->click();
    QVERIFY(!desk.settings.asksBefore(Step::Hold));
}

void TestOfficeScreens::logOut_leadsBackToSigningIn()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->goTo(Page::Profile);
    desk.models.session.logOut();
    QTRY_COMPARE(desk.window->page(), Page::SignIn);
    desk.navigator->goTo(Page::Bookings);
    QCOMPARE(desk.window->page(), Page::SignIn);
}

void TestOfficeScreens::addPages()
{
    QTest::addColumn<Page>("page");
    QTest::newRow("sign in") << Page::SignIn;
    QTest::newRow("events") << Page::Events;
    QTest::newRow("event") << Page::Event;
    QTest::newRow("bookings") << Page::Bookings;
    QTest::newRow("profile") << Page::Profile;
    QTest::newRow("plans") << Page::Plans;
    QTest::newRow("door") << Page::Door;
}

// Shows the page with something on it.
void TestOfficeScreens::goTo(Desk &desk, Page page)
{
    QVERIFY(desk.openAs(page == Page::Plans ? Role::Manager : Role::Clerk));
    if (page == Page::Event) {
        QVERIFY(desk.openEvent(desk.house.events().evening));
        desk.pressSeat(50);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        return;
    }
    if (page == Page::SignIn)
        desk.window->showPage(page);
    else
        desk.navigator->goTo(page);
    if (page == Page::Bookings)
        QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
    if (page == Page::Profile)
        QTRY_VERIFY(desk.models.profile.profile());
    if (page == Page::Door)
        QTRY_VERIFY(desk.models.door.event());
    if (page == Page::Plans) {
        desk.models.planDesk.importFile(QStringLiteral(PARTERRE_TEST_DATA "/plans/repeated.json"));
        QTRY_COMPARE(desk.models.planDesk.state(), PlanDesk::State::Ready);
    }
}

void TestOfficeScreens::pages_fitTheSmallestScreen()
{
    QFETCH(Page, page);
    book(u"Bob"_s);
    Desk desk(*m_house);
    goTo(desk, page);
    for (const Page any : {Page::SignIn, Page::Events, Page::Event, Page::Bookings, Page::Profile, Page::Plans}) {
        const auto needed = [&desk, any] { return desk.window->screen(any)->minimumSizeHint(); }; // some is still being laid out
        QTRY_VERIFY2(needed().width() <= 1024 - 112 && needed().height() <= 700, qPrintable(u"%1: %2 x %3"_s.arg(int(any)).arg(needed().width()).arg(needed().height())));
    }
    for (const QSize size : {QSize(1024, 700), QSize(3840, 2160)}) {
        desk.window->resize(size);
        QTRY_COMPARE(desk.window->size(), size);
        keepPicture(*desk.window, u"page-%1-%2"_s.arg(QString::fromLatin1(QTest::currentDataTag()).remove(u' ')).arg(size.width()));
    }
}

void TestOfficeScreens::pages_nameEverythingForScreenReaders()
{
    QFETCH(Page, page);
    book(u"Bob"_s);
    Desk desk(*m_house);
    goTo(desk, page);
    for (const QWidget *widget : desk.window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool control = button || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QListView *>(widget);
        if (!control || widget->accessibleName().size() > 0 || (button && !button->text().isEmpty()))
            continue;
        // The clear and reveal buttons that QLineEdit makes have their action's tool tip.
        QVERIFY2(qobject_cast<const QLineEdit *>(widget->parentWidget()), widget->metaObject()->className());
    }
}

void TestOfficeScreens::pages_showForeignTextLetterByLetter()
{
    QFETCH(Page, page);
    book(u"<b>Bob</b>"_s);
    Desk desk(*m_house);
    goTo(desk, page);
    for (const QLabel *label : desk.window->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }
}

void TestOfficeScreens::pages_mirrorRightToLeft()
{
    QFETCH(Page, page);
    book(u"Bob"_s);
    m_theme->apply(Scheme::Dark);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    Desk desk(*m_house);
    goTo(desk, page);
    keepPicture(*desk.window, u"page-%1-rtl"_s.arg(QString::fromLatin1(QTest::currentDataTag()).remove(u' ')));
    QVERIFY(desk.window->screen(page)->x() < 112); // the navigation is on the right
    if (page == Page::Event)
        QVERIFY(desk.window->screen(page)->findChild<SeatMapView *>()->seatRect(0).x() < desk.window->screen(page)->findChild<SeatMapView *>()->seatRect(10).x());
}

void TestOfficeScreens::dates_areWholeDaysOfTheViewer()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto at = [&berlin](int day, int hour) { return toInstant(QDateTime(QDate(2026, 11, day), QTime(hour, 0), berlin)); };
    const QLocale german(u"de_DE"_s);
    const Instant wednesday = at(18, 20);
    QCOMPARE(dateRange(DateChoice::Upcoming, wednesday, berlin, german), (DateRange {.from = at(18, 0)}));
    QCOMPARE(dateRange(DateChoice::Today, wednesday, berlin, german), (DateRange {.from = at(18, 0), .to = at(19, 0)}));
    QCOMPARE(dateRange(DateChoice::Weekend, wednesday, berlin, german), (DateRange {.from = at(21, 0), .to = at(23, 0)}));
    // On Sunday the weekend is what is left of it; in Egypt it is Friday and Saturday.
    QCOMPARE(dateRange(DateChoice::Weekend, at(22, 9), berlin, german), (DateRange {.from = at(22, 0), .to = at(23, 0)}));
    QCOMPARE(dateRange(DateChoice::Weekend, wednesday, berlin, QLocale(u"ar_EG"_s)), (DateRange {.from = at(20, 0), .to = at(22, 0)}));
    const DateRange month = dateRange(DateChoice::Month, wednesday, berlin, german);
    QCOMPARE(*month.to, toInstant(QDateTime(QDate(2026, 12, 1), QTime(0, 0), berlin)));
}

QTEST_MAIN(TestOfficeScreens)
#include "tst_officescreens.moc"
