// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/onlinedialog.h"
#include "app/screens/tilldesk.h"
#include "app/screens/unmatchedpanel.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/gui/standinbrowser.h"
#include "tests/support/eventparams.h"
#include "tests/support/fakeprinter.h"
#include "tests/support/stripedouble.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Paying online: the real window at a real server before a double of Stripe.
class TestOnlineScreens : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<StripeDouble> m_stripe;
    std::unique_ptr<TestHouse> m_house;
    StandInBrowser m_browser;

    CheckoutDialog *startCheckout(Desk &desk) const
    {
        if (!desk.openEvent(m_house->events().evening))
            qFatal("the event was not opened");
        desk.pressSeat(30);
        if (!QTest::qWaitFor([&desk] { return desk.models.cart.rowCount() == 1; }))
            qFatal("the seat was not held");
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }))
            qFatal("the dialog was not shown");
        return dialog;
    }
    [[nodiscard]] QString intent() const { return m_stripe->intents().constLast().value("id"_L1).toString(); }
    [[nodiscard]] int deliver(const QString &type) const
    {
        QUrl webhook = m_house->url();
        webhook.setScheme(u"http"_s);
        webhook.setPath(u"/webhooks/stripe"_s);
        return StripeDouble::deliver(*m_stripe->lastEvent(type), webhook);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init()
    {
        m_stripe = std::make_unique<StripeDouble>();
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite), HouseWishes {.stripe = m_stripe->url()});
        m_browser.pages.clear();
    }
    void cleanup()
    {
        m_house.reset();
        m_stripe.reset();
    }

    void paying_opensThePageAndEndsInTheReceipt()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        auto *online = dialog->findChild<QPushButton *>(u"payOnline"_s);
        QTRY_VERIFY(online->isVisible());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        QVERIFY(m_browser.pages.constFirst().path().startsWith(u"/pay/"_s));
        auto *again = dialog->findChild<QPushButton *>(u"openPage"_s);
        QTRY_VERIFY(again->isVisible() && again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(m_browser.pages.size(), 2);
        m_stripe->pay(intent());
        QTRY_COMPARE_WITH_TIMEOUT(dialog->findChild<QStackedWidget *>()->currentIndex(), 1, 30'000); // the receipt
    }

    void paymentThatIsConfirmed_isPrintedAtTheTill()
    {
        FakePrinter printer;
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        auto *till = desk.window->findChild<TillDesk *>();
        till->setSetup({.address = printer.address(), .opensDrawer = false, .printsSales = true, .withReceipt = false});
        QSignalSpy printed(till, &TillDesk::printed);
        CheckoutDialog *dialog = startCheckout(desk);
        auto *online = dialog->findChild<QPushButton *>(u"payOnline"_s);
        QTRY_VERIFY(online->isVisible());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        QVERIFY(printed.isEmpty());
        m_stripe->pay(intent());
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 1, 30'000);
        QVERIFY(!printed.at(0).at(0).toString().isEmpty());
    }

    void code_countsForWhatIsPaidOnline()
    {
        const auto manager = m_house->visitor(Role::Manager);
        QVERIFY(manager->call(u"discounts.save"_s, {{u"discount"_s, codeDiscount(u"SPRING"_s, 2'500)}}).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        dialog->reject();
        auto *code = desk.screen<QWidget>(Page::Event)->findChild<QLineEdit *>(u"promoCode"_s);
        code->setText(u"spring"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(desk.models.cart.quote().usedCode());
        dialog = desk.navigator->startCheckout();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        auto *online = dialog->findChild<QPushButton *>(u"payOnline"_s);
        QTRY_VERIFY(online->isVisible());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        QCOMPARE(m_stripe->intents().constLast().value("amount"_L1).toInteger(), TestHouse::kRearPrice * 3 / 4);
        QCOMPARE(manager->call(u"discounts.list"_s).at(u"discounts.0.uses"_s).toInt(), 1);
        QVERIFY(desk.models.cart.quote().code().isEmpty());
    }

    void declined_isSaidAndGivingUpFreesTheSeats()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        auto *online = dialog->findChild<QPushButton *>(u"payOnline"_s);
        QTRY_VERIFY(online->isVisible());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        m_stripe->decline(intent());
        const auto *words = dialog->findChild<QLabel *>(u"onlineWords"_s);
        QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(u"declined"_s), 30'000);
        auto *giveUp = dialog->findChild<QPushButton *>(u"giveUp"_s);
        QTest::mouseClick(giveUp, Qt::LeftButton);
        QTRY_VERIFY(words->text().contains(u"Nothing was paid"_s));
        QVERIFY(!giveUp->isVisible());
        QVERIFY(m_house->visitor(Role::Guest)->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    }

    void whoeverClosesTheDialog_goesOnInTheBookings_orGivesUp()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        auto *online = dialog->findChild<QPushButton *>(u"payOnline"_s);
        QTRY_VERIFY(online->isVisible());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.navigator->goTo(Page::Bookings);
        auto *screen = desk.screen<QWidget>(Page::Bookings);
        auto *goOn = screen->findChild<QPushButton *>(u"goOnPaying"_s);
        QTRY_VERIFY(goOn->isVisible());
        QVERIFY(!screen->findChild<QPushButton *>(u"payReservedOnline"_s)->isVisible());
        QVERIFY(!screen->findChild<QPushButton *>(u"takePayment"_s)->isVisible()); // the counter's
        QVERIFY(shows(*screen, u"You have begun to pay online"_s));
        QTest::mouseClick(goOn, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 2);
        QCOMPARE(m_browser.pages.constLast(), m_browser.pages.constFirst());
        auto *panel = desk.window->findChild<OnlineDialog *>();
        QVERIFY(panel && shows(*panel, u"Waiting for the payment"_s));
        QTest::keyClick(panel, Qt::Key_Escape);
        QTRY_VERIFY(goOn->isVisible() && goOn->isEnabled());
        auto *giveUp = screen->findChild<QPushButton *>(u"giveUpPaying"_s);
        desk.prompter.answer = {.yes = false};
        QTest::mouseClick(giveUp, Qt::LeftButton);
        QVERIFY(desk.prompter.asked.constLast().text.contains(u"on sale again at once"_s));
        QVERIFY(giveUp->isVisible());
        desk.prompter.answer = {.yes = true};
        QTest::mouseClick(giveUp, Qt::LeftButton);
        QTRY_VERIFY(shows(*screen, u"are free again"_s));
        QTRY_VERIFY(!giveUp->isVisible());
        QCOMPARE(m_stripe->intent(intent()).value("status"_L1).toString(), u"canceled"_s);
        QVERIFY(m_house->visitor(Role::Guest)->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
    }

    void whatIsLeftOfAReservation_isPaidInTheBookings()
    {
        const auto customer = m_house->visitor(Role::Customer);
        QVERIFY(customer->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
        const QJsonValue booking = customer->call(u"payments.begin"_s, onlineOf(m_house->events().evening, {30, 31}, newKey())).at(u"payment.booking"_s);
        const QJsonValue ticket = customer->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking.tickets.0.number"_s);
        QVERIFY(customer->call(u"bookings.cancel"_s, {{u"booking"_s, booking}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {ticket}}}).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        desk.navigator->goTo(Page::Bookings);
        auto *screen = desk.screen<QWidget>(Page::Bookings);
        auto *online = screen->findChild<QPushButton *>(u"payReservedOnline"_s);
        QTRY_VERIFY(online->isVisible());
        QVERIFY(!screen->findChild<QPushButton *>(u"giveUpPaying"_s)->isVisible());
        QTest::mouseClick(online, Qt::LeftButton);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        QCOMPARE(m_stripe->intents().constLast().value("amount"_L1).toInteger(), TestHouse::kRearPrice);
        QTRY_VERIFY(desk.window->findChild<OnlineDialog *>());
        auto *dialog = desk.window->findChild<OnlineDialog *>();
        m_stripe->pay(intent());
        QTRY_VERIFY_WITH_TIMEOUT(shows(*dialog, u"The booking is confirmed."_s), 30'000);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(shows(*screen, u"Confirmed"_s));
        QVERIFY(!online->isVisible());
    }

    void unmatchedMoney_isTriedAgainOrSettledByManagers()
    {
        const auto customer = m_house->visitor(Role::Customer);
        QVERIFY(customer->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30, 31})).ok());
        const WireReply begun = customer->call(u"payments.begin"_s, onlineOf(m_house->events().evening, {30, 31}, newKey()));
        const QJsonValue booking = begun.at(u"payment.booking"_s);
        const auto ticket = [&](int position) { return customer->call(u"bookings.get"_s, {{u"booking"_s, booking}}).at(u"booking.tickets.%1.number"_s.arg(position)); };
        m_stripe->pay(intent());
        QVERIFY(QTest::qWaitFor([&] { return customer->call(u"payments.get"_s, {{u"booking"_s, booking}}).at(u"payment.state"_s).toString() == u"succeeded"_s; }, 30'000));
        m_stripe->setRefundsAre(u"failed"_s);
        QVERIFY(customer->call(u"bookings.cancel"_s, {{u"booking"_s, booking}, {u"key"_s, newKey()}, {u"tickets"_s, QJsonArray {ticket(0)}}}).ok());
        const auto manager = m_house->visitor(Role::Manager);
        const auto unmatched = [&] { return manager->call(u"payments.unmatched"_s).at(u"money"_s).toArray().size(); };
        QVERIFY(QTest::qWaitFor([&] { return unmatched() == 1; }, 30'000));

        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Bookings);
        auto *panel = desk.screen<QWidget>(Page::Bookings)->findChild<UnmatchedPanel *>();
        QTRY_VERIFY(panel->isVisible());
        QTRY_VERIFY(shows(*panel, begun.at(u"payment.reference"_s).toString()));
        QVERIFY(shows(*panel, intent()));
        const auto button = [panel](const QString &name) { return panel->findChild<QPushButton *>(name); };
        QVERIFY(button(u"refundAgain"_s)->isVisible());
        QTRY_COMPARE(button(u"settled"_s)->visibleRegion().boundingRect(), button(u"settled"_s)->rect());
        keepPicture(*desk.window, u"unmatched-money"_s);
        QTest::mouseClick(button(u"settled"_s), Qt::LeftButton);
        QVERIFY(shows(*panel, u"Say what was done."_s));
        QCOMPARE(unmatched(), 1);
        m_stripe->setRefundsAre(u"succeeded"_s);
        QTest::mouseClick(button(u"refundAgain"_s), Qt::LeftButton);
        QTRY_VERIFY(!panel->isVisible());
        QTRY_COMPARE(m_stripe->refunds().size(), 2);

        // What went at the service's own desk can only be settled.
        for (const int amount : {100, 200, 300}) {
            m_stripe->refundAtDesk(intent(), amount);
            QCOMPARE(deliver(u"refund.created"_s), 200);
        }
        desk.models.unmatchedDesk.refresh();
        const auto amounts = [panel] {
            QStringList shown;
            for (const QPushButton *settled : panel->findChildren<QPushButton *>(u"settled"_s)) {
                if (settled->isVisible())
                    shown.append(settled->accessibleDescription());
            }
            return shown;
        };
        QTRY_COMPARE(amounts(), (QStringList {u"€1.00"_s, u"€2.00"_s, u"€3.00"_s}));
        QVERIFY(shows(*panel, u"Paid back at the payment service, not here."_s));
        QVERIFY(panel->height() < desk.window->height() / 2); // the bookings have the room
        QVERIFY(!button(u"refundAgain"_s)->isVisible());
        QTRY_COMPARE(button(u"settled"_s)->visibleRegion().boundingRect(), button(u"settled"_s)->rect());
        auto *reason = panel->findChild<QLineEdit *>(u"howSettled"_s);
        reason->setFocus();
        QTest::keyClicks(reason, u"A gesture"_s);
        QTest::mouseClick(button(u"settled"_s), Qt::LeftButton);
        QTRY_COMPARE(amounts(), (QStringList {u"€2.00"_s, u"€3.00"_s}));
        QCOMPARE(unmatched(), 2);
    }

    void moneyThatCameTooLate_isSaidOfTheBooking()
    {
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite), HouseWishes {.stripe = m_stripe->url(), .payWithin = std::chrono::seconds(1)});
        const auto customer = m_house->visitor(Role::Customer);
        QVERIFY(customer->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
        const QJsonValue booking = customer->call(u"payments.begin"_s, onlineOf(m_house->events().evening, {30}, newKey())).at(u"payment.booking"_s);
        m_stripe->setMood(StripeDouble::Mood::Unreachable); // else it would be cancelled there
        const auto rival = m_house->visitor(Role::Guest);
        QVERIFY(QTest::qWaitFor([&] { return rival->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok(); }, 30'000));
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        desk.navigator->goTo(Page::Bookings);
        auto *screen = desk.screen<QWidget>(Page::Bookings);
        const auto *strayed = screen->findChild<QLabel *>(u"strayedPayment"_s);
        QTRY_VERIFY(shows(*screen, u"Cancelled"_s));
        QTRY_COMPARE(strayed->text(), u"Nothing was paid for it."_s);
        QVERIFY(!screen->findChild<QLabel *>(u"bookingTotal"_s)->isVisible()); // nobody paid anything
        m_stripe->setMood(StripeDouble::Mood::Well);
        m_stripe->setRefundsAre(u"pending"_s);
        m_stripe->pay(intent());
        QCOMPARE(deliver(u"payment_intent.succeeded"_s), 200);
        QTRY_COMPARE_WITH_TIMEOUT(strayed->text(), u"€25.00 arrived after the seats were gone and is on its way back."_s, 30'000);
        QVERIFY(strayed->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(m_stripe->refunds().size(), 1, 30'000);
        m_stripe->settleRefund(m_stripe->refunds().constFirst().value("id"_L1).toString(), u"succeeded"_s);
        QCOMPARE(deliver(u"refund.updated"_s), 200);
        desk.models.bookings.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(strayed->text(), u"€25.00 arrived after the seats were gone and went back the way it came."_s, 30'000);
    }

    void unmatchedMoney_isNotForClerks()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        desk.navigator->goTo(Page::Bookings);
        QTRY_VERIFY(desk.screen<QWidget>(Page::Bookings)->isVisible());
        QVERIFY(!desk.screen<QWidget>(Page::Bookings)->findChild<UnmatchedPanel *>()->isVisible());
    }

    void aHouseWithoutAProvider_offersNone()
    {
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        QVERIFY(!startCheckout(desk)->findChild<QPushButton *>(u"payOnline"_s)->isVisible());
    }
};

QTEST_MAIN(TestOnlineScreens)
#include "tst_onlinescreens.moc"
