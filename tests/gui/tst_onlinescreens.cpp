// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/checkoutdialog.h"
#include "tests/gui/desk.h"
#include "tests/support/eventparams.h"
#include "tests/support/stripedouble.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Takes the place of the browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> pages;

public Q_SLOTS:
    void open(const QUrl &page) { pages.append(page); }
};

// Paying online: the real window at a real server before a double of Stripe.
class TestOnlineScreens : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<StripeDouble> m_stripe;
    std::unique_ptr<TestHouse> m_house;
    Browser m_browser;

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

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
        QDesktopServices::setUrlHandler(u"http"_s, &m_browser, "open");
    }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"http"_s); }
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
