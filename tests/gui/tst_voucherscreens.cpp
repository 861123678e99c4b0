// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/refunddialog.h"
#include "app/screens/voucherchangedialog.h"
#include "app/screens/vouchersaledialog.h"
#include "app/screens/voucherscreen.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/formfield.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Vouchers in the window: sold, paid with, paid back to and looked after, at a real server.
class TestVoucherScreens : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kPrice = TestHouse::kRearPrice;

    static QLineEdit *fieldOf(const QWidget &window, const QString &name) { return window.findChild<QLineEdit *>(name); }
    static QPushButton *buttonOf(const QWidget &window, const QString &name) { return window.findChild<QPushButton *>(name); }
    static QString errorOf(const QLineEdit *edit)
    {
        QWidget *at = edit->parentWidget();
        while (at && !dynamic_cast<FormField *>(at))
            at = at->parentWidget();
        return at ? static_cast<FormField *>(at)->error() : QString();
    }
    static QAbstractButton *wayOf(const QWidget &dialog, const QString &words)
    {
        for (auto *button : dialog.findChild<ChoiceBar *>()->findChildren<QAbstractButton *>()) {
            if (QString(button->text()).remove(u'&') == words)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QString issued(qint64 amount) const
    {
        QJsonObject voucher = voucherOf(amount);
        if (amount == 0)
            voucher.remove(u"payments"_s);
        return m_house->visitor(Role::Clerk)->call(u"vouchers.issue"_s, voucher).at(u"code"_s).toString();
    }
    [[nodiscard]] qint64 balance(const QString &code) const
    {
        return m_house->visitor(Role::Clerk)->call(u"vouchers.check"_s, {{u"code"_s, code}}).at(u"voucher.balance.amount"_s).toInteger(-1);
    }
    CheckoutDialog *startCheckout(Desk &desk) const
    {
        if (!desk.openEvent(m_house->events().evening))
            qFatal("the event was not opened");
        desk.pressSeat(30);
        if (!QTest::qWaitFor([&desk] { return desk.models.cart.rowCount() == 1; }))
            qFatal("the seat was not held");
        if (!QTest::qWaitFor([&desk] { return desk.models.cart.quote().due().has_value(); }))
            qFatal("the price was not told");
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }))
            qFatal("the dialog was not shown");
        return dialog;
    }
    void openVouchers(Desk &desk, Role role) const
    {
        QVERIFY(desk.openAs(role));
        desk.navigator->goTo(Page::Vouchers);
        QCOMPARE(desk.window->page(), Page::Vouchers);
        QTRY_COMPARE(desk.models.voucherDesk.list().loadState(), LoadState::Ready);
    }

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void page_isTheCountersAlone()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        desk.navigator->goTo(Page::Vouchers);
        QVERIFY(desk.window->page() != Page::Vouchers);
    }

    void selling_showsTheCodeOnce()
    {
        Desk desk(*m_house);
        openVouchers(desk, Role::Clerk);
        buttonOf(*desk.window, u"newVoucher"_s)->click();
        auto *dialog = desk.window->findChild<VoucherSaleDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        QLineEdit *amount = fieldOf(*dialog, u"voucherAmount"_s);
        buttonOf(*dialog, u"sellVoucher"_s)->click(); // of nothing
        QVERIFY(!errorOf(amount).isEmpty());
        QVERIFY(!wayOf(*dialog, u"Voucher"_s)); // none is paid for by another
        amount->setText(u"50"_s);
        fieldOf(*dialog, u"voucherNote"_s)->setText(u"Raffle"_s);
        keepPicture(*dialog, u"dialog-voucher-sale"_s);
        QSignalSpy sold(&desk.models.voucherDesk, &VoucherDesk::sold);
        buttonOf(*dialog, u"sellVoucher"_s)->click();
        QTRY_COMPARE(sold.size(), 1);
        const QString code = sold.at(0).at(1).toString();
        QTRY_VERIFY(shows(*dialog, code));
        keepPicture(*dialog, u"dialog-voucher-sold"_s);
        QCOMPARE(balance(code), 5'000);
        buttonOf(*dialog, u"voucherDone"_s)->click();
        QTRY_COMPARE(desk.models.voucherDesk.list().rowCount(), 1);
        QCOMPARE(desk.models.voucherDesk.list().row(0).note, std::optional(u"Raffle"_s));
        QTRY_VERIFY(shows(*desk.window, u"Raffle"_s));
        QVERIFY(!buttonOf(*desk.window, u"blockVoucher"_s)->isVisible()); // that is the managers'
    }

    // A customer, too: as much as is on it, and the rest another way.
    void paying_takesWhatIsOnIt()
    {
        const QString code = issued(1'000);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
        wayOf(*dialog, u"Voucher"_s)->click();
        QLineEdit *entry = fieldOf(*dialog, u"partCode"_s);
        QTRY_VERIFY(entry->hasFocus());
        type(*dialog, code.left(18)); // without its last character
        press(*dialog, Qt::Key_Return);
        QVERIFY(!errorOf(entry).isEmpty());
        QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
        entry->setText(code.toLower());
        QTRY_VERIFY(shows(*dialog, u"€10.00 is on it"_s));
        keepPicture(*dialog, u"dialog-voucher"_s);
        buttonOf(*dialog, u"addPart"_s)->click();
        QTRY_VERIFY(shows(*dialog, u"Paid by voucher"_s));
        QVERIFY(shows(*dialog, u"€15.00"_s));
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(sold.size(), 1);
        const Booking booking = sold.at(0).at(0).value<Booking>();
        QCOMPARE(booking.payments.size(), 2);
        QCOMPARE(booking.payments.at(0).kind, PaymentKind::Voucher);
        QCOMPARE(booking.payments.at(0).lastFour, std::optional(code.right(4)));
        QCOMPARE(booking.payments.at(1).amount.amount, kPrice - 1'000);
        QCOMPARE(balance(code), 0);
    }

    void aCodeThatIsNone_isRefusedAtOnce()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        CheckoutDialog *dialog = startCheckout(desk);
        wayOf(*dialog, u"Voucher"_s)->click();
        QLineEdit *entry = fieldOf(*dialog, u"partCode"_s);
        entry->setText(u"0000-0000-0000-0000"_s);
        QTRY_VERIFY(errorOf(entry).contains(u"no voucher of this code"_s));
        QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
    }

    void cash_goesOntoAVoucher()
    {
        const QString code = issued(0);
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {30})).ok());
        QVERIFY(clerk->call(u"bookings.checkout"_s, testing::checkoutOf(m_house->events().evening, {30}, newKey())).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        desk.navigator->goTo(Page::Bookings);
        QTRY_VERIFY(shows(*desk.window, u"Paid in cash"_s));
        desk.prompter.answer = {.other = true};
        QPushButton *cancel = nullptr;
        for (auto *button : desk.window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"ancel this booking"_s))
                cancel = button;
        }
        QVERIFY(cancel);
        cancel->click();
        QCOMPARE(desk.prompter.asked.size(), 1);
        QVERIFY(!desk.prompter.asked.constFirst().other.isEmpty());
        auto *dialog = desk.window->findChild<RefundDialog *>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        keepPicture(*dialog, u"dialog-refund-voucher"_s);
        buttonOf(*dialog, u"reallyRefund"_s)->click(); // to none
        QVERIFY(dialog->isVisible());
        fieldOf(*dialog, u"refundVoucher"_s)->setText(code);
        buttonOf(*dialog, u"reallyRefund"_s)->click();
        QTRY_COMPARE(desk.models.bookings.row(0).state, BookingState::Cancelled);
        QTRY_VERIFY(shows(*desk.window, u"Paid back to the voucher"_s));
        QVERIFY(shows(*desk.window, code.right(4)));
        QCOMPARE(balance(code), kPrice);
    }

    void managers_blockAndCorrect()
    {
        const QString code = issued(1'000);
        Desk desk(*m_house);
        openVouchers(desk, Role::Manager);
        QTRY_VERIFY(buttonOf(*desk.window, u"blockVoucher"_s)->isVisible());
        QTRY_VERIFY(shows(*desk.window, u"Issued"_s));
        buttonOf(*desk.window, u"correctVoucher"_s)->click();
        auto *dialog = desk.window->findChild<VoucherChangeDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        wayOf(*dialog, u"Take"_s)->click();
        QLineEdit *amount = fieldOf(*dialog, u"correctionAmount"_s);
        amount->setText(u"11"_s); // more than is left
        fieldOf(*dialog, u"voucherReason"_s)->setText(u"mistyped"_s);
        buttonOf(*dialog, u"changeVoucher"_s)->click();
        QVERIFY(!errorOf(amount).isEmpty());
        amount->setText(u"2.50"_s);
        keepPicture(*dialog, u"dialog-voucher-correction"_s);
        buttonOf(*dialog, u"changeVoucher"_s)->click();
        QTRY_COMPARE(balance(code), 750);
        QTRY_VERIFY(shows(*desk.window, u"mistyped"_s));
        keepPicture(*desk.window, u"screen-vouchers"_s);
        QTRY_VERIFY(!desk.window->findChild<VoucherChangeDialog *>());
        buttonOf(*desk.window, u"blockVoucher"_s)->click();
        dialog = desk.window->findChild<VoucherChangeDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        buttonOf(*dialog, u"changeVoucher"_s)->click(); // without a reason
        QVERIFY(dialog->isVisible());
        fieldOf(*dialog, u"voucherReason"_s)->setText(u"lost"_s);
        buttonOf(*dialog, u"changeVoucher"_s)->click();
        QTRY_COMPARE(desk.models.voucherDesk.list().row(0).state, VoucherState::Blocked);
        QTRY_VERIFY(buttonOf(*desk.window, u"unblockVoucher"_s)->isVisible());
        const auto *why = desk.window->findChild<QLabel *>(u"whyBlocked"_s);
        QVERIFY2(why->isVisible() && why->text().contains(u"lost"_s), qPrintable(why->text()));
        QVERIFY(!desk.window->findChild<QLabel *>(u"forManagers"_s)->isVisible());
        keepPicture(*desk.window, u"screen-voucher-blocked"_s);
        // Of nothing that moves there are no sums.
        QTRY_VERIFY(!desk.window->findChild<VoucherChangeDialog *>());
        buttonOf(*desk.window, u"unblockVoucher"_s)->click();
        dialog = desk.window->findChild<VoucherChangeDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        fieldOf(*dialog, u"voucherReason"_s)->setText(u"found again"_s);
        buttonOf(*dialog, u"changeVoucher"_s)->click();
        QTRY_VERIFY(shows(*desk.window, u"May pay again"_s));
        QVERIFY(!why->isVisible());
        QVERIFY(!shows(*desk.window, u"€0.00"_s));
    }

    void clerks_readWhyAVoucherIsBlocked_andWhoMayChangeThat()
    {
        const QString code = issued(1'000);
        Desk desk(*m_house);
        openVouchers(desk, Role::Clerk);
        const auto *forManagers = desk.window->findChild<QLabel *>(u"forManagers"_s);
        QTRY_VERIFY(forManagers->isVisible());
        QVERIFY(!buttonOf(*desk.window, u"blockVoucher"_s)->isVisible());
        const QString before = forManagers->text();
        const auto manager = m_house->visitor(Role::Manager);
        const QJsonValue voucher = manager->call(u"vouchers.check"_s, {{u"code"_s, code}}).at(u"voucher.id"_s);
        QVERIFY(manager->call(u"vouchers.block"_s, {{u"voucher"_s, voucher}, {u"reason"_s, u"reported stolen"_s}}).ok());
        desk.models.voucherDesk.list().refresh();
        const auto *why = desk.window->findChild<QLabel *>(u"whyBlocked"_s);
        QTRY_VERIFY2(why->isVisible() && why->text().contains(u"reported stolen"_s), qPrintable(why->text()));
        QVERIFY(forManagers->isVisible() && forManagers->text() != before);
        keepPicture(*desk.window, u"screen-voucher-blocked-clerk"_s);
    }
};

QTEST_MAIN(TestVoucherScreens)
#include "tst_voucherscreens.moc"
