// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/paper/ticketdrawing.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/paperbar.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/optionaltime.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/noshowparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Tickets out of a booking: on paper, in a calendar, and printed anew.
class TestTicketScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }
    void tickets_areSavedAsPdf();
    void tickets_areShownBeforePrinting();
    void calendar_isSaved();
    void ticket_getsANewCodeAfterYes();
    void ticket_keepsItsCodeAfterNo();
    void customers_printTheirOwn();
    void seatsThatWereGivenFree_leaveNothingToPrint();
    void sale_isPrintedWhereItIsShown();
    void reservation_leavesNothingToPrint();

private:
    // The booking of two seats on the screen.
    void openBooking(Desk &desk, Role role = Role::Clerk) const;
    [[nodiscard]] static QPushButton *button(Desk &desk, const QString &name) { return desk.window->findChild<QPushButton *>(name); }
    // Presses the button and chooses the file in the dialog that comes.
    [[nodiscard]] static bool save(Desk &desk, const QString &buttonName, const QString &path);
    // With seat 30 in the cart.
    [[nodiscard]] CheckoutDialog *startCheckout(Desk &desk) const;

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestTicketScreens::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Scheme::Light);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestTicketScreens::openBooking(Desk &desk, Role role) const
{
    const auto seller = m_house->visitor(role);
    QVERIFY(seller->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
    QVERIFY(seller->call(u"bookings.checkout"_s, testing::checkoutOf(m_house->events().evening, {30, 31}, newKey())).ok());
    QVERIFY(desk.openAs(role));
    desk.navigator->goTo(Page::Bookings);
    QTRY_VERIFY(button(desk, u"saveTickets"_s) && button(desk, u"saveTickets"_s)->isVisible());
}

bool TestTicketScreens::save(Desk &desk, const QString &buttonName, const QString &path)
{
    button(desk, buttonName)->click();
    const auto dialog = [&desk] { return desk.window->findChild<QFileDialog *>(); };
    if (!QTest::qWaitFor([&] { return dialog() != nullptr; }))
        return false;
    Q_EMIT dialog()->fileSelected(path);
    dialog()->close();
    return QTest::qWaitFor([&] { return dialog() == nullptr; });
}

void TestTicketScreens::tickets_areSavedAsPdf()
{
    Desk desk(*m_house);
    openBooking(desk);
    auto *bar = desk.window->findChild<PaperBar *>();
    for (QCheckBox *box : bar->findChildren<QCheckBox *>())
        box->setChecked(true); // together, with a receipt
    keepPicture(*desk.window, u"bookings-paper"_s);
    const QString path = desk.folder.filePath(u"tickets.pdf"_s);
    QVERIFY(save(desk, u"saveTickets"_s, path));
    QTRY_VERIFY2(desk.banner()->text().contains(path), qPrintable(desk.banner()->text()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/Type /Page\n"), 2); // one sheet and the receipt
    QVERIFY(save(desk, u"saveTickets"_s, desk.folder.filePath(u"nowhere/tickets.pdf"_s)));
    QTRY_VERIFY(desk.banner()->text().contains(u"Nothing could be saved"_s));
}

void TestTicketScreens::tickets_areShownBeforePrinting()
{
    Desk desk(*m_house);
    openBooking(desk);
    QTest::failOnWarning(QRegularExpression(u"QPrinter"_s));
    button(desk, u"printTickets"_s)->click();
    const auto dialog = [&desk] { return desk.window->findChild<QPrintPreviewDialog *>(); };
    const auto paper = [&dialog] { return dialog()->printer()->pageLayout().fullRect(QPageLayout::Millimeter).size().toSize(); };
    QTRY_VERIFY(dialog());
    auto *view = dialog()->findChild<QPrintPreviewWidget *>();
    QTRY_COMPARE(view->pageCount(), 2);
    QCOMPARE(paper(), ticketSize(Stock::Strip).toSize());
    keepPicture(*dialog(), u"print-preview"_s);
    dialog()->close();
    QTRY_VERIFY(!dialog());
    // A preview shows all pages in one size, so that of the receipt.
    for (QCheckBox *box : desk.window->findChild<PaperBar *>()->findChildren<QCheckBox *>())
        box->setChecked(box->text().contains(u"receipt"_s));
    button(desk, u"printTickets"_s)->click();
    QTRY_VERIFY(dialog());
    QTRY_COMPARE(dialog()->findChild<QPrintPreviewWidget *>()->pageCount(), 3);
    QCOMPARE(paper(), QSize(210, 297));
    dialog()->close();
    QTRY_VERIFY(!dialog());
}

void TestTicketScreens::calendar_isSaved()
{
    Desk desk(*m_house);
    openBooking(desk);
    const QString path = desk.folder.filePath(u"date.ics"_s);
    QVERIFY(save(desk, u"saveCalendar"_s, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray calendar = file.readAll();
    QVERIFY(calendar.startsWith("BEGIN:VCALENDAR\r\n"));
    QVERIFY(calendar.contains("SUMMARY:Hamlet\r\n"));
}

void TestTicketScreens::ticket_getsANewCodeAfterYes()
{
    Desk desk(*m_house);
    openBooking(desk);
    QPushButton *reprint = button(desk, u"reprintTicket"_s);
    QVERIFY(!reprint->isEnabled()); // which of the two?
    auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
    for (QCheckBox *box : screen->findChildren<QCheckBox *>()) {
        if (box->accessibleName().contains(u"Stalls B 12"_s))
            QTest::keyClick(box, Qt::Key_Space);
    }
    QVERIFY(reprint->isEnabled());
    QSignalSpy reprinted(&desk.models.tickets, &TicketDesk::reprinted);
    reprint->click();
    QCOMPARE(desk.prompter.asked.size(), 1);
    QTRY_COMPARE(reprinted.size(), 1);
    const auto print = reprinted.at(0).at(0).value<protocol::TicketPrint>();
    QCOMPARE(print.generation, 1);
    QVERIFY(print.ticket.endsWith(u"-2"_s));
    QVERIFY2(desk.banner()->text().contains(u"new code"_s), qPrintable(desk.banner()->text()));
}

void TestTicketScreens::ticket_keepsItsCodeAfterNo()
{
    Desk desk(*m_house);
    openBooking(desk);
    desk.prompter.answer.yes = false;
    QTest::keyClick(desk.screen<BookingsScreen>(Page::Bookings)->findChildren<QCheckBox *>().constFirst(), Qt::Key_Space);
    button(desk, u"reprintTicket"_s)->click();
    QCOMPARE(desk.prompter.asked.size(), 1);
    QVERIFY(!desk.models.tickets.isBusy());
}

void TestTicketScreens::customers_printTheirOwn()
{
    Desk desk(*m_house);
    openBooking(desk, Role::Customer);
    const QString path = desk.folder.filePath(u"mine.pdf"_s);
    QVERIFY(save(desk, u"saveTickets"_s, path));
    QTRY_VERIFY(QFile::exists(path));
}

// Of a booking that nobody has cancelled: the counter may still pay it back, or exchange it for another evening.
void TestTicketScreens::seatsThatWereGivenFree_leaveNothingToPrint()
{
    const QString event = openTonight(*m_house);
    const auto clerk = m_house->visitor(Role::Clerk);
    const QJsonValue booking = soldTo(*clerk, event, {30});
    QVERIFY(clerk->call(u"checkins.releaseNoShows"_s, noShowsOf(event, {booking[u"tickets"_s][0][u"number"_s].toString()})).ok());
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    const auto *contact = desk.window->findChild<QToolButton *>(u"changeContact"_s);
    QTRY_VERIFY(contact->isVisible());
    QTRY_VERIFY(button(desk, u"saveTickets"_s)->isVisible()); // as the receipt alone
    QPushButton *exchange = button(desk, u"exchangeTickets"_s);
    QVERIFY(exchange->isVisible() && exchange->isEnabled());
    exchange->click();
    QTRY_VERIFY(desk.models.cart.exchange());
    QCOMPARE(desk.models.cart.exchange()->tickets.size(), 1);
    QCOMPARE(desk.models.cart.exchange()->tickets.constFirst().state, TicketState::Released);
}

CheckoutDialog *TestTicketScreens::startCheckout(Desk &desk) const
{
    if (!desk.openAs(Role::Clerk) || !desk.openEvent(m_house->events().evening))
        return nullptr;
    desk.pressSeat(30);
    if (!QTest::qWaitFor([&desk] { return desk.models.cart.rowCount() == 1 && desk.models.cart.quote().due(); }))
        return nullptr;
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    return QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }) ? dialog : nullptr;
}

// Without a receipt printer, and without the mouse.
void TestTicketScreens::sale_isPrintedWhereItIsShown()
{
    Desk desk(*m_house);
    QPointer<CheckoutDialog> dialog = startCheckout(desk);
    QVERIFY(dialog);
    auto *bar = dialog->findChild<PaperBar *>();
    QVERIFY(!bar->isVisible());
    press(*dialog, Qt::Key_Return);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!bar->findChild<QPushButton *>(u"reprintTicket"_s)->isVisible());
    keepPicture(*dialog, u"checkout-print"_s);
    press(*dialog, Qt::Key_P, Qt::AltModifier);
    const auto preview = [&dialog] { return dialog->findChild<QPrintPreviewDialog *>(); };
    QTRY_VERIFY(preview());
    QTRY_COMPARE(preview()->findChild<QPrintPreviewWidget *>()->pageCount(), 1);
    preview()->close();
    QTRY_VERIFY(!preview());
    // What goes wrong is said there, and Enter still ends it.
    dialog->findChild<QPushButton *>(u"saveTickets"_s)->click();
    const auto file = [&dialog] { return dialog->findChild<QFileDialog *>(); };
    QTRY_VERIFY(file());
    Q_EMIT file()->fileSelected(desk.folder.filePath(u"nowhere/tickets.pdf"_s));
    file()->close();
    auto *banner = dialog->findChild<MessageBanner *>(u"paperMessage"_s);
    QTRY_VERIFY2(banner->text().contains(u"Nothing could be saved"_s), qPrintable(banner->text()));
    QTRY_VERIFY(!file());
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    press(*dialog, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
}

void TestTicketScreens::reservation_leavesNothingToPrint()
{
    Desk desk(*m_house);
    CheckoutDialog *dialog = startCheckout(desk);
    QVERIFY(dialog);
    QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
    dialog->findChild<QLineEdit *>(u"contactName"_s)->setText(u"Mrs Miller"_s);
    dialog->findChild<OptionalTime *>(u"payLater"_s)->findChild<QCheckBox *>()->click();
    dialog->findChild<QLineEdit *>(u"contactName"_s)->setFocus();
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(sold.size(), 1);
    QVERIFY(shows(*dialog, u"Reserved"_s));
    QVERIFY(!dialog->findChild<PaperBar *>()->isVisible());
}

QTEST_MAIN(TestTicketScreens)
#include "tst_ticketscreens.moc"
