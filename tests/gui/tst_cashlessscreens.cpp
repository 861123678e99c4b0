// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/cashpanel.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/contactform.h"
#include "app/screens/paymentpanel.h"
#include "app/screens/refundform.h"
#include "app/widgets/buttons.h"
#include "app/widgets/choicebar.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/gui/standinbrowser.h"
#include "tests/support/eventparams.h"
#include "tests/support/stripedouble.h"
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

// The checkout where customers and guests may not pay in cash: nothing is offered there that the server would refuse.
class TestCashlessScreens : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kPrice = TestHouse::kRearPrice;

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<StripeDouble> m_stripe;
    std::unique_ptr<TestHouse> m_house;
    StandInBrowser m_browser;

    void openHouse(bool online)
    {
        m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite),
                                              HouseWishes {.selfServiceCash = false, .stripe = online ? m_stripe->url() : QUrl()});
    }
    static QPushButton *buttonOf(const QWidget &window, const QString &name) { return window.findChild<QPushButton *>(name); }
    static QAbstractButton *wayOf(const QWidget &dialog, const QString &words)
    {
        for (auto *button : dialog.findChild<ChoiceBar *>()->findChildren<QAbstractButton *>()) {
            if (QString(button->text()).remove(u'&') == words)
                return button;
        }
        return nullptr;
    }
    static bool asksForCash(const QWidget &dialog) { return dialog.findChild<CashPanel *>()->isVisible(); }
    [[nodiscard]] QString voucher(qint64 amount) const { return m_house->visitor(Role::Clerk)->call(u"vouchers.issue"_s, voucherOf(amount)).at(u"code"_s).toString(); }
    CheckoutDialog *startCheckout(Desk &desk, qint32 seat = 30) const
    {
        if (!desk.openEvent(m_house->events().evening))
            qFatal("the event was not opened");
        desk.pressSeat(seat);
        if (!QTest::qWaitFor([&desk] { return desk.models.cart.rowCount() == 1; }))
            qFatal("the seat was not held");
        return showCheckout(desk);
    }
    static CheckoutDialog *showCheckout(Desk &desk)
    {
        if (!QTest::qWaitFor([&desk] { return desk.models.cart.quote().due().has_value(); }))
            qFatal("the price was not told");
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }))
            qFatal("the dialog was not shown");
        return dialog;
    }
    // Of a ticket of the customer's, paid by voucher; perhaps the counter exchanged it before, for a dearer one, and took cash.
    void startExchange(Desk &desk, qint32 seat, qint64 price, std::optional<qint32> dearer = {}) const
    {
        const EventId event = m_house->events().evening;
        const auto customer = m_house->visitor(Role::Customer);
        QVERIFY(customer->call(u"holds.acquire"_s, placesOf(event, {seat})).ok());
        QJsonObject sale = testing::checkoutOf(event, {seat}, newKey());
        sale.remove(u"payment"_s);
        sale.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"voucher"_s},
                                                            {u"amount"_s, QJsonObject {{u"amount"_s, price}, {u"currency"_s, u"EUR"_s}}},
                                                            {u"code"_s, voucher(price)}}});
        const WireReply sold = customer->call(u"bookings.checkout"_s, sale);
        QVERIFY(sold.ok());
        if (dearer) {
            const auto clerk = m_house->visitor(Role::Clerk);
            QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event, {*dearer})).ok());
            QVERIFY(clerk->call(u"bookings.exchange"_s, exchangeOf(sold.at(u"booking"_s), event, {*dearer}, newKey())).ok());
        }
        QVERIFY(desk.openAs(Role::Customer));
        QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
        QSignalSpy fetched(&desk.models.bookings, &BookingListModel::fetched);
        desk.models.bookings.fetch(desk.models.bookings.row(0).id);
        QTRY_VERIFY(!fetched.isEmpty());
        const Booking booking = fetched.constLast().at(0).value<Booking>();
        QList<Ticket> kept = booking.tickets;
        kept.removeIf([](const Ticket &ticket) { return !ticket.isKept(); });
        Q_EMIT desk.screen<BookingsScreen>(Page::Bookings)->exchangeRequested(booking, kept);
    }
    // Nothing can be entered or pressed but what leads back.
    static void verifyOnlyBack(CheckoutDialog &dialog)
    {
        QVERIFY(shows(dialog, u"at the box office only"_s));
        QVERIFY(!dialog.findChild<PaymentPanel *>()->isVisible());
        QVERIFY(!dialog.findChild<ContactForm *>()->isVisible());
        QVERIFY(!dialog.findChild<RefundForm *>()->isVisible());
        QVERIFY(!buttonOf(dialog, u"book"_s)->isVisible());
        QVERIFY(!buttonOf(dialog, u"payOnline"_s)->isVisible());
        auto *back = qobject_cast<QPushButton *>(dialog.focusWidget());
        QVERIFY(back);
        QCOMPARE(back->text(), u"Back"_s);
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
        m_browser.pages.clear();
    }
    void cleanup()
    {
        m_house.reset();
        m_stripe.reset();
    }

    void whereTheHouseTakesPaymentsOnline_enterPaysSo()
    {
        openHouse(true);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        QPushButton *online = buttonOf(*dialog, u"payOnline"_s);
        QVERIFY(online->isVisible());
        QCOMPARE(buttonKind(online), ButtonKind::Primary);
        QVERIFY(online->hasFocus());
        QVERIFY(!buttonOf(*dialog, u"book"_s)->isVisible());
        QVERIFY(!asksForCash(*dialog));
        QVERIFY(shows(*dialog, u"€25.00"_s));
        QVERIFY(!dialog->findChild<QLineEdit *>(u"partAmount"_s)->isVisible()); // online it is the whole
        QVERIFY(!dialog->findChild<QLabel *>(u"boxOffice"_s)->isVisible());
        keepPicture(*dialog, u"dialog-cashless-online"_s);
        auto *name = dialog->findChild<ContactForm *>()->findChild<QLineEdit *>();
        name->setFocus();
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(m_browser.pages.size(), 1);
        QCOMPARE(m_stripe->intents().size(), 1);
    }

    void aVoucher_paysInsteadOfOnline()
    {
        openHouse(true);
        const QString code = voucher(kPrice);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        wayOf(*dialog, u"Voucher"_s)->click();
        QPushButton *book = buttonOf(*dialog, u"book"_s);
        QVERIFY(book->isVisible());
        QVERIFY(book->isDefault());
        QVERIFY(!buttonOf(*dialog, u"payOnline"_s)->isVisible());
        auto *entry = dialog->findChild<QLineEdit *>(u"partCode"_s);
        QTRY_VERIFY(entry->hasFocus());
        entry->setText(code);
        QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(sold.size(), 1);
        QCOMPARE(sold.at(0).at(0).value<Booking>().payments.constFirst().kind, PaymentKind::Voucher);
        QVERIFY(m_browser.pages.isEmpty());
    }

    void aVoucherThatIsAPart_isNoneOfWhatIsPaidOnline()
    {
        openHouse(true);
        const QString code = voucher(1'000);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        wayOf(*dialog, u"Voucher"_s)->click();
        dialog->findChild<QLineEdit *>(u"partCode"_s)->setText(code);
        QTRY_VERIFY(shows(*dialog, u"€10.00 is on it"_s));
        buttonOf(*dialog, u"addPart"_s)->click();
        QCOMPARE(dialog->findChild<PaymentPanel *>()->parts().size(), 1);
        QVERIFY(!asksForCash(*dialog)); // of the rest
        wayOf(*dialog, u"Online"_s)->click();
        buttonOf(*dialog, u"payOnline"_s)->click();
        QVERIFY(shows(*dialog, u"Online the whole amount is paid."_s));
        QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
        QVERIFY(m_stripe->intents().isEmpty());
    }

    void whereItDoesNot_vouchersAreLeftToGuests()
    {
        openHouse(false);
        const QString code = voucher(kPrice);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Guest));
        CheckoutDialog *dialog = startCheckout(desk);
        QVERIFY(shows(*dialog, u"This house takes payments at its box office, and here by voucher only."_s));
        QVERIFY(!asksForCash(*dialog));
        QVERIFY(!buttonOf(*dialog, u"payOnline"_s)->isVisible());
        auto *entry = dialog->findChild<QLineEdit *>(u"partCode"_s);
        QVERIFY(entry->isVisible());
        QVERIFY(entry->hasFocus());
        keepPicture(*dialog, u"dialog-cashless"_s);
        press(*dialog, Qt::Key_Return); // without a code
        QVERIFY(shows(*dialog, u"Enter the code as it is printed"_s));
        QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
        entry->setText(code);
        QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(sold.size(), 1);
    }

    void whatCostsNothing_isBookedWithoutPaying()
    {
        openHouse(true);
        QVERIFY(m_house->visitor(Role::Manager)->call(u"discounts.save"_s, {{u"discount"_s, codeDiscount(u"GIFT"_s, 10'000)}}).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        CheckoutDialog *dialog = startCheckout(desk);
        dialog->reject();
        auto *code = desk.screen<QWidget>(Page::Event)->findChild<QLineEdit *>(u"promoCode"_s);
        code->setText(u"gift"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(desk.models.cart.quote().usedCode());
        dialog = showCheckout(desk);
        QCOMPARE(desk.models.cart.quote().due()->amount, 0);
        QVERIFY(!dialog->findChild<PaymentPanel *>()->isVisible());
        QVERIFY(!buttonOf(*dialog, u"payOnline"_s)->isVisible());
        QVERIFY(!dialog->findChild<QLabel *>(u"boxOffice"_s)->isVisible());
        QCOMPARE(buttonOf(*dialog, u"book"_s)->text(), u"&Book"_s);
        keepPicture(*dialog, u"dialog-cashless-free"_s);
        QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(sold.size(), 1);
        QCOMPARE(sold.at(0).at(0).value<Booking>().state, BookingState::Confirmed);
    }

    void dearerSeats_areExchangedForByVoucher()
    {
        openHouse(true);
        const QString code = voucher(TestHouse::kFrontPrice - kPrice);
        Desk desk(*m_house);
        startExchange(desk, 30, kPrice);
        CheckoutDialog *dialog = startCheckout(desk, 4);
        QVERIFY(shows(*dialog, u"€15.00"_s));
        QVERIFY(!asksForCash(*dialog));
        QVERIFY(!buttonOf(*dialog, u"payOnline"_s)->isVisible()); // exchanges are not paid so
        QVERIFY(dialog->findChild<QLabel *>(u"boxOffice"_s)->isVisible());
        dialog->findChild<QLineEdit *>(u"partCode"_s)->setText(code);
        QSignalSpy exchanged(&desk.models.cart, &CartModel::checkedOut);
        buttonOf(*dialog, u"book"_s)->click();
        QTRY_COMPARE(exchanged.size(), 1);
    }

    void cheaperSeats_goBackToTheVoucher()
    {
        openHouse(true);
        Desk desk(*m_house);
        startExchange(desk, 4, TestHouse::kFrontPrice);
        CheckoutDialog *dialog = startCheckout(desk, 30);
        QVERIFY(!dialog->findChild<PaymentPanel *>()->isVisible());
        QSignalSpy exchanged(&desk.models.cart, &CartModel::checkedOut);
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(exchanged.size(), 1);
        const QList<Payment> payments = exchanged.at(0).at(0).value<Booking>().payments;
        QCOMPARE(payments.constLast().kind, PaymentKind::Voucher);
        QCOMPARE(payments.constLast().amount.amount, TestHouse::kFrontPrice - kPrice);
    }

    void cheaperSeats_areForTheBoxOfficeWhereCashGoesBack()
    {
        openHouse(true);
        Desk desk(*m_house);
        startExchange(desk, 30, kPrice, 4);
        CheckoutDialog *dialog = startCheckout(desk, 31);
        verifyOnlyBack(*dialog);
        press(*dialog, Qt::Key_Return);
        QTRY_VERIFY(!desk.window->findChild<CheckoutDialog *>());
        QCOMPARE(desk.models.cart.rowCount(), 1);
    }

    void theCounter_takesCashAsEver()
    {
        openHouse(true);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        CheckoutDialog *dialog = startCheckout(desk);
        QVERIFY(asksForCash(*dialog));
        QVERIFY(!dialog->findChild<QLabel *>(u"boxOffice"_s)->isVisible());
        QCOMPARE(buttonKind(buttonOf(*dialog, u"payOnline"_s)), ButtonKind::Standard);
        QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(sold.size(), 1);
    }
};

QTEST_MAIN(TestCashlessScreens)
#include "tst_cashlessscreens.moc"
