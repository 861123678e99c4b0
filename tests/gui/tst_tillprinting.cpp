// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/paperbar.h"
#include "app/screens/printerform.h"
#include "app/screens/tilldesk.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/gui/printedroll.h"
#include "tests/support/fakeprinter.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// The receipt printer beside the till: what comes out of it, and when the drawer opens.
class TestTillPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }
    void cash_opensTheDrawer_data();
    void cash_opensTheDrawer();
    void everyWayOfCash_opensTheDrawer();
    void cards_leaveTheDrawerShut();
    void exchange_withoutCash_leavesTheDrawerShut();
    void sales_arePrintedWhenWished();
    void reservations_arePrintedWhenTheyArePaid();
    void sale_isSold_whateverBecomesOfThePaper();
    void bookings_arePrintedOneAfterTheOther();
    void booking_isPrintedFromItsPage();
    void cancelledBooking_hasItsReceiptOnly();
    void test_saysHowItWent();
    void address_isJudgedAndKept();
    void customers_haveNoPrinter();

private:
    static TillDesk &till(Desk &desk) { return *desk.window->findChild<TillDesk *>(); }
    static PrinterForm &form(Desk &desk) { return *desk.window->findChild<PrinterForm *>(); }
    // In cash, through the dialog.
    void sell(Desk &desk, qint32 seat = 30) const;
    [[nodiscard]] QJsonObject bookedInCash(const QList<qint32> &places) const;
    // Of the booking that is in the list first.
    [[nodiscard]] static std::optional<Booking> firstBooking(Desk &desk);

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestTillPrinting::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Scheme::Light);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestTillPrinting::sell(Desk &desk, qint32 seat) const
{
    QVERIFY(desk.openEvent(m_house->events().evening));
    desk.pressSeat(seat);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(dialog));
    QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(sold.size(), 1);
    dialog->close();
}

QJsonObject TestTillPrinting::bookedInCash(const QList<qint32> &places) const
{
    const auto clerk = m_house->visitor(Role::Clerk);
    if (!clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, places)).ok())
        qFatal("the seats could not be held");
    return clerk->call(u"bookings.checkout"_s, testing::checkoutOf(m_house->events().evening, places, newKey())).at(u"booking"_s).toObject();
}

std::optional<Booking> TestTillPrinting::firstBooking(Desk &desk)
{
    if (!QTest::qWaitFor([&desk] { return desk.models.bookings.rowCount() > 0; }))
        return std::nullopt;
    QSignalSpy fetched(&desk.models.bookings, &BookingListModel::fetched);
    desk.models.bookings.fetch(desk.models.bookings.row(0).id);
    if (!QTest::qWaitFor([&fetched] { return !fetched.isEmpty(); }))
        return std::nullopt;
    return fetched.constLast().at(0).value<Booking>();
}

void TestTillPrinting::cash_opensTheDrawer_data()
{
    QTest::addColumn<bool>("opens");
    QTest::newRow("when it shall") << true;
    QTest::newRow("not when it shall not") << false;
}

void TestTillPrinting::cash_opensTheDrawer()
{
    QFETCH(bool, opens);
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address(), .opensDrawer = opens, .printsSales = true, .withReceipt = false});
    sell(desk);
    const auto roll = [&printer] { return printedBy(printer.printed).value_or(PrintedRoll()); };
    QTRY_COMPARE(roll().papers.size(), 1); // that of the ticket, which comes after the drawer
    QCOMPARE(roll().drawerKicks, opens ? 1 : 0);
}

void TestTillPrinting::everyWayOfCash_opensTheDrawer()
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
    QVERIFY(clerk->call(u"bookings.reserve"_s, reservationOf(m_house->events().evening, {30, 31}, newKey())).ok());
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address()});
    const auto kicks = [&printer] { return printedBy(printer.printed).value_or(PrintedRoll()).drawerKicks; };
    const auto booking = firstBooking(desk);
    QVERIFY(booking);
    // A reservation that is paid.
    desk.models.reservationDesk.pay(booking->id, {.tendered = booking->total});
    QTRY_COMPARE(kicks(), 1);
    // Cash that goes back for one of its tickets.
    QVERIFY(firstBooking(desk)); // as it is now
    desk.models.bookings.cancel(booking->id, {booking->tickets.at(0).number});
    QTRY_COMPARE(kicks(), 2);
    // A voucher.
    desk.models.voucherDesk.sell({.amount = {5'000, booking->total.currency}, .settlement = {.tendered = Money {5'000, booking->total.currency}}});
    QTRY_COMPARE(kicks(), 3);
    QSignalSpy sold(&desk.models.voucherDesk, &VoucherDesk::sold);
    desk.models.voucherDesk.sell({.amount = {5'000, booking->total.currency},
                                  .settlement = {.parts = {{.kind = PaymentKind::Card, .amount = {5'000, booking->total.currency}, .reference = u"T-1"_s}}}});
    QTRY_COMPARE(sold.size(), 1);
    // What is owed for an event that was cancelled, when it is paid out.
    const EventId evening = m_house->events().evening;
    const auto manager = m_house->visitor(Role::Manager);
    const int version = manager->call(u"events.get"_s, {{u"event"_s, evening.toString()}}).at(u"event.version"_s).toInt();
    QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, evening.toString()}, {u"version"_s, version}, {u"reason"_s, u"Fire"_s}}).ok());
    const auto isOwed = [&] {
        return !clerk->call(u"bookings.get"_s, {{u"booking"_s, booking->id.toString()}}).at(u"booking.refunds"_s).toArray().isEmpty();
    };
    QTRY_VERIFY(isOwed());
    desk.models.refundDesk.payOut(booking->id, evening);
    QTRY_COMPARE(kicks(), 4);
    till(desk).printTest(); // one thing after the other: nothing else opened it
    QTRY_COMPARE(kicks(), 5);
}

void TestTillPrinting::cards_leaveTheDrawerShut()
{
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address()});
    till(desk).onPaid({{.kind = PaymentKind::Card, .amount = {2'500, {}}}, {.kind = PaymentKind::Invoice, .amount = {2'500, {}}}, {.kind = PaymentKind::Cash, .amount = {0, {}}}});
    till(desk).onPaid({});
    till(desk).printTest(); // one thing after the other: what would have opened it has been sent before this
    QTRY_VERIFY(printer.printed.contains("\x1b@"));
    QTRY_COMPARE(printedBy(printer.printed).value_or(PrintedRoll()).drawerKicks, 1); // the test's
}

void TestTillPrinting::exchange_withoutCash_leavesTheDrawerShut()
{
    (void)bookedInCash({30});
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address()});
    const auto booking = firstBooking(desk);
    QVERIFY(booking);
    QSignalSpy paid(&desk.models.cart, &CartModel::paid);
    Q_EMIT desk.screen<BookingsScreen>(Page::Bookings)->exchangeRequested(*booking, booking->tickets);
    sell(desk, 31); // of the same price
    QCOMPARE(paid.size(), 1);
    QVERIFY(paid.at(0).at(0).value<QList<Payment>>().isEmpty());
}

void TestTillPrinting::sales_arePrintedWhenWished()
{
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address(), .width = RollWidth::Narrow, .opensDrawer = false, .printsSales = true, .withReceipt = true});
    sell(desk);
    const auto roll = [&printer] { return printedBy(printer.printed).value_or(PrintedRoll()); };
    QTRY_COMPARE(roll().papers.size(), 2); // ticket and receipt
    QCOMPARE(roll().papers.at(0).width(), 384);
    keepPicture(roll().papers.at(1), u"roll-sold"_s);
    // And not when it is not wished.
    printer.printed.clear();
    till(desk).setSetup({.address = printer.address(), .opensDrawer = false});
    desk.pressSeat(31);
    QTRY_COMPARE(desk.models.cart.rowCount(), 1);
    QTRY_VERIFY(desk.models.cart.quote().due());
    QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
    desk.models.cart.checkout({.tendered = *desk.models.cart.quote().due()});
    QTRY_COMPARE(sold.size(), 1);
    till(desk).printTest();
    QTRY_COMPARE(roll().papers.size(), 1);
}

void TestTillPrinting::reservations_arePrintedWhenTheyArePaid()
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
    QVERIFY(clerk->call(u"bookings.reserve"_s, reservationOf(m_house->events().evening, {30, 31}, newKey())).ok());
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address(), .opensDrawer = false, .printsSales = true, .withReceipt = true});
    const auto reserved = firstBooking(desk);
    QVERIFY(reserved && reserved->state == BookingState::Reserved);
    QSignalSpy said(&till(desk), &TillDesk::said);
    QSignalSpy printed(&till(desk), &TillDesk::printed);
    Q_EMIT desk.models.cart.checkedOut(*reserved); // as the dialog does that reserves
    till(desk).printTest();
    QTRY_COMPARE(printed.size(), 1); // one job after the other: nothing came before the test
    QCOMPARE(printed.at(0).at(0).toString(), QString());
    printer.printed.clear();
    desk.models.reservationDesk.pay(reserved->id, {.tendered = reserved->total});
    QTRY_COMPARE(printed.size(), 2);
    QCOMPARE(printed.at(1).at(0).toString(), reserved->reference);
    QTRY_COMPARE(printedBy(printer.printed).value_or(PrintedRoll()).papers.size(), 3); // two tickets and the receipt
    QVERIFY(said.isEmpty());
}

void TestTillPrinting::sale_isSold_whateverBecomesOfThePaper()
{
    FakePrinter printer;
    printer.answers = true;
    printer.paper = FakePrinter::kNoPaper;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address(), .printsSales = true});
    sell(desk);
    QTRY_VERIFY(shows(*desk.window, u"out of paper"_s));
    QVERIFY(shows(*desk.window, u"was not printed"_s));
    QCOMPARE(printedBy(printer.printed).value_or(PrintedRoll()).drawerKicks, 1); // the money has to go somewhere

    // Printed later, nothing is the matter any more; what is printed besides changes nothing.
    printer.paper = FakePrinter::kFine;
    desk.navigator->goTo(Page::Bookings);
    const std::optional<Booking> sold = firstBooking(desk);
    QVERIFY(sold);
    Q_EMIT till(desk).printed(u"ABCD-EFGH"_s);
    QVERIFY(shows(*desk.window, u"was not printed"_s));
    till(desk).print(*sold, false, false);
    QTRY_VERIFY(!shows(*desk.window, u"was not printed"_s));
}

void TestTillPrinting::bookings_arePrintedOneAfterTheOther()
{
    (void)bookedInCash({30});
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    till(desk).setSetup({.address = printer.address()});
    const auto booking = firstBooking(desk);
    QVERIFY(booking);
    QSignalSpy printed(&till(desk), &TillDesk::printed);
    for (int i = 0; i < 3; ++i)
        till(desk).print(*booking, false, false);
    QTRY_COMPARE(printed.size(), 3);
    QTRY_COMPARE(printedBy(printer.printed).value_or(PrintedRoll()).papers.size(), 3);
}

void TestTillPrinting::booking_isPrintedFromItsPage()
{
    (void)bookedInCash({30, 31});
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    auto *bar = desk.window->findChild<PaperBar *>();
    auto *paper = bar->findChild<QComboBox *>();
    QTRY_VERIFY(bar->isVisible());
    const int stocks = paper->count();
    till(desk).setSetup({.address = printer.address()});
    QCOMPARE(paper->count(), stocks + 1);
    QCOMPARE(paper->currentText(), u"Receipt printer"_s);
    QTRY_VERIFY(paper->width() >= paper->fontMetrics().horizontalAdvance(paper->currentText()) + 40); // beside what drops it down
    const auto *print = desk.window->findChild<QPushButton *>(u"printTickets"_s);
    QCOMPARE(print->text(), u"&Print"_s); // at once
    paper->setCurrentIndex(1);
    QCOMPARE(print->text(), u"&Print…"_s); // after a dialog
    paper->setCurrentIndex(0);
    keepPicture(*desk.window, u"bookings-till"_s);
    bar->findChildren<QCheckBox *>().constFirst()->setChecked(true); // all on one page
    desk.window->findChild<QPushButton *>(u"printTickets"_s)->click();
    QTRY_VERIFY(desk.banner()->text().contains(u"is printed"_s));
    QTRY_COMPARE(printedBy(printer.printed).value_or(PrintedRoll()).papers.size(), 1);
    till(desk).setSetup({});
    QCOMPARE(paper->count(), stocks);
    QCOMPARE(paper->currentIndex(), 0);
}

void TestTillPrinting::cancelledBooking_hasItsReceiptOnly()
{
    const QString id = bookedInCash({30, 31}).value(u"id"_s).toString();
    QVERIFY(m_house->visitor(Role::Clerk)->call(u"bookings.cancel"_s, {{u"booking"_s, id}, {u"key"_s, newKey()}}).ok());
    FakePrinter printer;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    auto *bar = desk.window->findChild<PaperBar *>();
    QTRY_VERIFY(bar->isVisible());
    for (const QCheckBox *box : bar->findChildren<QCheckBox *>())
        QVERIFY(!box->isVisible());
    for (const QString &ofTickets : {u"saveCalendar"_s, u"reprintTicket"_s, u"mailTickets"_s})
        QVERIFY(!bar->findChild<QPushButton *>(ofTickets)->isVisible());
    till(desk).setSetup({.address = printer.address()});
    desk.window->findChild<QPushButton *>(u"printTickets"_s)->click();
    QTRY_VERIFY(desk.banner()->text().contains(u"is printed"_s));
    QTRY_COMPARE(printedBy(printer.printed).value_or(PrintedRoll()).papers.size(), 1);
    keepPicture(printedBy(printer.printed)->papers.constFirst(), u"roll-cancelled"_s);
}

void TestTillPrinting::test_saysHowItWent()
{
    FakePrinter printer;
    printer.answers = true;
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Profile);
    QTRY_VERIFY(form(desk).isVisible());
    QTRY_VERIFY(!desk.models.profile.isBusy());
    auto *address = form(desk).findChild<QLineEdit *>(u"printerAddress"_s);
    auto *test = form(desk).findChild<QPushButton *>(u"testPrint"_s);
    QVERIFY(!test->isEnabled());
    address->setFocus();
    type(*desk.window, printer.address());
    press(*desk.window, Qt::Key_Tab);
    QVERIFY(test->isEnabled());
    test->click();
    QTRY_VERIFY(shows(form(desk), u"The printer took the test."_s));
    const auto roll = printedBy(printer.printed);
    QVERIFY(roll);
    QCOMPARE(roll->papers.size(), 1);
    QCOMPARE(roll->drawerKicks, 1);
    keepPicture(*desk.window, u"profile-printer"_s);
    keepPicture(roll->papers.constFirst(), u"roll-test"_s);
    printer.offline = FakePrinter::kCoverOpen;
    test->click();
    QTRY_VERIFY(shows(form(desk), u"Close its cover"_s));
}

void TestTillPrinting::address_isJudgedAndKept()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Profile);
    QTRY_VERIFY(form(desk).isVisible());
    QTRY_VERIFY(!desk.models.profile.isBusy());
    auto *address = form(desk).findChild<QLineEdit *>(u"printerAddress"_s);
    address->setFocus();
    type(*desk.window, u"/dev/usb/lp0"_s);
    press(*desk.window, Qt::Key_Tab);
    for (QCheckBox *box : form(desk).findChildren<QCheckBox *>())
        QTest::keyClick(box, Qt::Key_Space);
    const PrinterSetup wanted {.address = u"/dev/usb/lp0"_s, .opensDrawer = false, .printsSales = true, .withReceipt = false};
    QCOMPARE(desk.settings.printer(), wanted);
    address->setFocus();
    address->selectAll();
    type(*desk.window, u"not an address"_s);
    press(*desk.window, Qt::Key_Tab);
    QVERIFY(!form(desk).findChild<FormField *>()->error().isEmpty());
    QVERIFY(!form(desk).findChild<QPushButton *>(u"testPrint"_s)->isEnabled());
    QCOMPARE(desk.settings.printer(), wanted);
    Settings next(desk.folder.filePath(u"parterre.ini"_s));
    QCOMPARE(next.printer(), wanted);
}

void TestTillPrinting::customers_haveNoPrinter()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    desk.navigator->goTo(Page::Profile);
    QTRY_VERIFY(desk.models.profile.profile());
    QVERIFY(!form(desk).isVisible());
}

QTEST_MAIN(TestTillPrinting)
#include "tst_tillprinting.moc"
