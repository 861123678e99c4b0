// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/contactdialog.h"
#include "app/widgets/optionaltime.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Whom bookings are for, at the till and afterwards: the real window at a real server.
class TestContactScreens : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    static BookingsScreen *screenOf(const Desk &desk) { return desk.screen<BookingsScreen>(Page::Bookings); }
    static void write(const QWidget &form, const QString &field, const QString &text) { form.findChild<QLineEdit *>(field)->setText(text); }
    static void choose(const QWidget &dialog, const QString &words)
    {
        for (auto *button : dialog.findChildren<QPushButton *>()) {
            if (QString(button->text()).remove(u'&') == words)
                button->click();
        }
    }
    // A booking of one seat for Ada, whom one can ring, in front of the counter.
    static void openBooking(Desk &desk)
    {
        QVERIFY(desk.openEvent(desk.house.events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        QSignalSpy done(&desk.models.cart, &CartModel::checkedOut);
        desk.models.cart.checkout({.tendered = *desk.models.cart.quote().due()}, {.name = u"Ada"_s, .phone = u"030 1234"_s});
        QTRY_COMPARE(done.size(), 1);
        desk.navigator->goTo(Page::Bookings);
        QTRY_VERIFY(shows(*screenOf(desk), u"030 1234"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void checkout_takesHowToReachThem()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(desk.openEvent(m_house->events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        write(*dialog, u"contactName"_s, u"Mrs Miller"_s);
        write(*dialog, u"contactEmail"_s, u"miller at example"_s);
        QSignalSpy done(&desk.models.cart, &CartModel::checkedOut);
        choose(*dialog, u"Book and pay"_s);
        QVERIFY(shows(*dialog, u"name@example.org"_s)); // what an address looks like
        QCOMPARE(dialog->focusWidget()->objectName(), u"contactEmail"_s);
        write(*dialog, u"contactEmail"_s, u"miller@example.org"_s);
        write(*dialog, u"contactPhone"_s, u"twelve"_s);
        choose(*dialog, u"Book and pay"_s);
        QVERIFY(shows(*dialog, u"+49 30 123456"_s));
        write(*dialog, u"contactPhone"_s, u"030 1234"_s);
        keepPicture(*dialog, u"checkout-contact"_s);
        choose(*dialog, u"Book and pay"_s);
        QTRY_COMPARE(done.size(), 1);
        const auto booking = done.at(0).at(0).value<Booking>();
        QCOMPARE(booking.contact(), (Contact {.name = u"Mrs Miller"_s, .email = u"miller@example.org"_s, .phone = u"030 1234"_s}));
    }

    // Whoever stands at the till and pays may stay unknown; who pays later may not.
    void counter_asksForTheCustomersName()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(desk.openEvent(m_house->events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *name = dialog->findChild<QLineEdit *>(u"contactName"_s);
        QCOMPARE(name->text(), QString());
        QVERIFY(!name->placeholderText().isEmpty());
        auto *later = dialog->findChild<OptionalTime *>(u"payLater"_s)->findChild<QCheckBox *>();
        later->click();
        QVERIFY(name->placeholderText().isEmpty());
        QSignalSpy done(&desk.models.cart, &CartModel::checkedOut);
        choose(*dialog, u"Reserve"_s);
        QVERIFY(shows(*dialog, u"Enter the name the tickets are for."_s));
        QCOMPARE(dialog->focusWidget(), name);
        later->click();
        QVERIFY(!shows(*dialog, u"Enter the name the tickets are for."_s));
        keepPicture(*dialog, u"checkout-no-name"_s);
        choose(*dialog, u"Book and pay"_s);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.at(0).at(0).value<Booking>().customerName, desk.models.session.user()->name);
    }

    void customers_areOfferedTheirOwnName()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        QVERIFY(desk.openEvent(m_house->events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCOMPARE(dialog->findChild<QLineEdit *>(u"contactName"_s)->text(), desk.models.session.user()->name);
        write(*dialog, u"contactName"_s, QString());
        choose(*dialog, u"Book and pay"_s);
        QVERIFY(shows(*dialog, u"Enter the name the tickets are for."_s));
    }

    void contact_isChangedAndFoundByItsNewName()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openBooking(desk);
        screenOf(desk)->findChild<QAbstractButton *>(u"changeContact"_s)->click();
        auto *dialog = screenOf(desk)->findChild<ContactDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"contactName"_s)->text(), u"Ada"_s);
        write(*dialog, u"contactName"_s, QString());
        dialog->findChild<QPushButton *>(u"saveContact"_s)->click();
        QVERIFY(dialog->isVisible());
        write(*dialog, u"contactName"_s, u"Grace Hopper"_s);
        write(*dialog, u"contactEmail"_s, u"grace@example.org"_s);
        keepPicture(*dialog, u"contact-dialog"_s);
        dialog->findChild<QPushButton *>(u"saveContact"_s)->click();
        QTRY_VERIFY(desk.banner()->text().contains(u"Grace Hopper"_s));
        QVERIFY(shows(*screenOf(desk), u"grace@example.org"_s));
        QCOMPARE(desk.models.bookings.row(0).customerName, u"Grace Hopper"_s);
        desk.models.bookings.setFilter({.text = u"hopper"_s});
        QTRY_COMPARE(desk.models.bookings.loadState(), LoadState::Ready);
        QCOMPARE(desk.models.bookings.rowCount(), 1);
        desk.models.bookings.setFilter({.text = u"ada"_s});
        QTRY_COMPARE(desk.models.bookings.rowCount(), 0);
    }

    void contact_isJudgedWhileItIsTyped()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openBooking(desk);
        screenOf(desk)->findChild<QAbstractButton *>(u"changeContact"_s)->click();
        auto *dialog = screenOf(desk)->findChild<ContactDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        dialog->activateWindow(); // a window manager does that, the offscreen platform does not
        dialog->findChild<QLineEdit *>(u"contactEmail"_s)->setFocus();
        QTRY_VERIFY(dialog->isActiveWindow());
        type(*dialog, u"grace"_s);
        QVERIFY(!shows(*dialog, u"name@example.org"_s)); // it may still become one
        press(*dialog, Qt::Key_Tab);
        QVERIFY(shows(*dialog, u"name@example.org"_s));
        dialog->findChild<QLineEdit *>(u"contactEmail"_s)->setFocus();
        press(*dialog, Qt::Key_End);
        type(*dialog, u"@example.org"_s);
        QVERIFY(!shows(*dialog, u"name@example.org"_s));
    }

    // Another desk was faster: nothing is overwritten, and what is there now is shown.
    void contact_ofTwoDesksIsNotOverwritten()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openBooking(desk);
        screenOf(desk)->findChild<QAbstractButton *>(u"changeContact"_s)->click();
        auto *dialog = screenOf(desk)->findChild<ContactDialog *>();
        QVERIFY(dialog);
        const Booking seen = *desk.models.contactDesk.booking();
        const auto other = m_house->visitor(Role::Manager);
        QVERIFY(other->call(u"bookings.update"_s, {{u"booking"_s, seen.id.toString()},
                                                   {u"before"_s, QJsonObject {{u"name"_s, u"Ada"_s}, {u"phone"_s, u"030 1234"_s}}},
                                                   {u"contact"_s, QJsonObject {{u"name"_s, u"Grace Hopper"_s}}}}).ok());
        desk.models.bookings.fetch(seen.id); // the screen has it before the dialog is answered
        QTRY_VERIFY(shows(*screenOf(desk), u"Grace Hopper"_s));
        write(*dialog, u"contactName"_s, u"Bob"_s);
        dialog->findChild<QPushButton *>(u"saveContact"_s)->click();
        QTRY_VERIFY(desk.banner()->text().contains(u"meanwhile"_s));
        QTRY_VERIFY(shows(*screenOf(desk), u"Grace Hopper"_s));
        QCOMPARE(desk.models.contactDesk.booking()->customerName, u"Grace Hopper"_s);
    }

    void note_isThereForTheNextClerk()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openBooking(desk);
        auto *text = screenOf(desk)->findChild<QLineEdit *>(u"noteText"_s);
        QTRY_VERIFY(text->isVisible());
        text->setFocus();
        type(*desk.window, u"4111 1111 1111 1111"_s);
        press(*desk.window, Qt::Key_Return);
        QVERIFY(shows(*screenOf(desk), u"must not be written down"_s));
        text->clear();
        type(*desk.window, u"Comes with a wheelchair"_s);
        press(*desk.window, Qt::Key_Return);
        QTRY_COMPARE(desk.models.contactDesk.notes().size(), 1);
        QVERIFY(text->text().isEmpty());
        QVERIFY(shows(*screenOf(desk), u"Comes with a wheelchair"_s));
        keepPicture(*desk.window, u"screen-notes"_s);

        Desk other(*m_house);
        QVERIFY(other.openAs(Role::Manager));
        other.navigator->goTo(Page::Bookings);
        QTRY_VERIFY(shows(*screenOf(other), u"Comes with a wheelchair"_s));
    }

    void customers_seeNoNotes()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        openBooking(desk);
        QVERIFY(!screenOf(desk)->findChild<QLineEdit *>(u"noteText"_s)->isVisible());
        auto *change = screenOf(desk)->findChild<QAbstractButton *>(u"changeContact"_s);
        QVERIFY(change->isVisible());
        // Nothing of what was given back can be changed here.
        QSignalSpy cancelled(&desk.models.bookings, &BookingListModel::cancelled);
        desk.models.bookings.cancel(desk.models.contactDesk.booking()->id);
        QTRY_COMPARE(cancelled.size(), 1);
        QVERIFY(!change->isVisible());
    }
};

QTEST_MAIN(TestContactScreens)
#include "tst_contactscreens.moc"
