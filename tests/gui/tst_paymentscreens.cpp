// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/paymentpanel.h"
#include "app/screens/refunddialog.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/formfield.h"
#include "shared/domain/paymentrules.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Ways of paying at the counter, and back: the real window at a real server.
class TestPaymentScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }
    void ways_areThoseOfTheRole_data();
    void ways_areThoseOfTheRole();
    void cash_isWhatEnterPays();
    void card_isPaidFromTheKeyboard();
    void parts_areAddedUntilNothingIsLeft();
    void cardNumbers_areNotTaken();
    void amounts_areJudged();
    void cards_arePaidBackWithAReference();
    void cheaperExchange_asksForTheCardsReference();

private:
    static constexpr qint64 kPrice = TestHouse::kRearPrice;

    // With this seat in the cart.
    CheckoutDialog *startCheckout(Desk &desk, qint32 seat = 30) const;
    static QAbstractButton *wayOf(const QWidget &dialog, const QString &words);
    static QLineEdit *fieldOf(const QWidget &dialog, const QString &name) { return dialog.findChild<QLineEdit *>(name); }
    // Sold by the clerk to Bob, by card.
    [[nodiscard]] QJsonValue soldByCard(const QList<qint32> &places, qint64 amount) const;

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
};

void TestPaymentScreens::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

CheckoutDialog *TestPaymentScreens::startCheckout(Desk &desk, qint32 seat) const
{
    if (!desk.openEvent(m_house->events().evening))
        qFatal("the event was not opened");
    desk.pressSeat(seat);
    if (!QTest::qWaitFor([&desk] { return desk.models.cart.rowCount() == 1; }))
        qFatal("the seat was not held");
    if (!QTest::qWaitFor([&desk] { return desk.models.cart.quote().due().has_value(); }))
        qFatal("the server did not say what it costs");
    CheckoutDialog *dialog = desk.navigator->startCheckout();
    if (!QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; })) // and not only its platform window
        qFatal("the dialog was not shown");
    return dialog;
}

QAbstractButton *TestPaymentScreens::wayOf(const QWidget &dialog, const QString &words)
{
    for (auto *button : dialog.findChild<ChoiceBar *>()->findChildren<QAbstractButton *>()) {
        if (QString(button->text()).remove(u'&') == words)
            return button;
    }
    return nullptr;
}

QJsonValue TestPaymentScreens::soldByCard(const QList<qint32> &places, qint64 amount) const
{
    const auto clerk = m_house->visitor(Role::Clerk);
    QJsonObject sale = testing::checkoutOf(m_house->events().evening, places, newKey());
    sale.remove(u"payment"_s);
    sale.insert(u"customerName"_s, u"Bob"_s);
    sale.insert(u"payments"_s, QJsonArray {QJsonObject {{u"kind"_s, u"card"_s}, {u"amount"_s, QJsonObject {{u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}}},
                                                        {u"reference"_s, u"T-17"_s}, {u"brand"_s, u"Girocard"_s}, {u"lastFour"_s, u"0042"_s}}});
    if (!clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, places)).ok())
        qFatal("the seats could not be held");
    return clerk->call(u"bookings.checkout"_s, sale).at(u"booking"_s);
}

void TestPaymentScreens::ways_areThoseOfTheRole_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QStringList>("ways"); // beside cash
    QTest::newRow("customer") << Role::Customer << QStringList {u"Voucher"_s};
    QTest::newRow("clerk") << Role::Clerk << QStringList {u"Card"_s, u"Voucher"_s, u"Invoice"_s};
    QTest::newRow("manager") << Role::Manager << QStringList {u"Card"_s, u"Voucher"_s, u"Invoice"_s, u"Complimentary"_s};
}

void TestPaymentScreens::ways_areThoseOfTheRole()
{
    QFETCH(Role, role);
    QFETCH(QStringList, ways);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(role));
    const CheckoutDialog *dialog = startCheckout(desk);
    QCOMPARE(dialog->findChild<ChoiceBar *>()->isVisible(), !ways.isEmpty());
    QCOMPARE(dialog->findChild<QPushButton *>(u"addPart"_s)->isVisible(), !ways.isEmpty());
    for (const QString &way : {u"Card"_s, u"Voucher"_s, u"Invoice"_s, u"Complimentary"_s})
        QCOMPARE(wayOf(*dialog, way) != nullptr, ways.contains(way));
}

void TestPaymentScreens::cash_isWhatEnterPays()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Manager));
    CheckoutDialog *dialog = startCheckout(desk);
    QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(sold.size(), 1);
    const Booking booking = sold.at(0).at(0).value<Booking>();
    QCOMPARE(booking.payments.size(), 1);
    QCOMPARE(booking.payments.at(0).kind, PaymentKind::Cash);
    QCOMPARE(booking.payments.at(0).amount.amount, kPrice);
}

void TestPaymentScreens::card_isPaidFromTheKeyboard()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    CheckoutDialog *dialog = startCheckout(desk);
    QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
    QTest::keyClick(dialog, Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(fieldOf(*dialog, u"partAmount"_s)->hasFocus());
    press(*dialog, Qt::Key_Return); // no reference yet
    QTRY_VERIFY(fieldOf(*dialog, u"partReference"_s)->hasFocus());
    QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
    type(*dialog, u"T-17"_s);
    fieldOf(*dialog, u"partLastFour"_s)->setFocus();
    type(*dialog, u"x00427"_s);
    QCOMPARE(fieldOf(*dialog, u"partLastFour"_s)->text(), u"0042"_s);
    keepPicture(*dialog, u"dialog-card"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(sold.size(), 1);
    const Booking booking = sold.at(0).at(0).value<Booking>();
    QCOMPARE(booking.payments.size(), 1);
    QCOMPARE(booking.payments.at(0).kind, PaymentKind::Card);
    QCOMPARE(booking.payments.at(0).amount.amount, kPrice);
    QCOMPARE(booking.payments.at(0).reference, std::optional(u"T-17"_s));
    QCOMPARE(booking.payments.at(0).lastFour, std::optional(u"0042"_s));
}

void TestPaymentScreens::parts_areAddedUntilNothingIsLeft()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Manager));
    CheckoutDialog *dialog = startCheckout(desk);
    auto *panel = dialog->findChild<PaymentPanel *>();
    auto *add = dialog->findChild<QPushButton *>(u"addPart"_s);
    QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
    type(*dialog, u"10"_s);
    add->click();
    QCOMPARE(panel->parts().size(), 1);
    QVERIFY(shows(*dialog, u"Left to pay"_s));
    QVERIFY(shows(*dialog, u"€15.00"_s));
    wayOf(*dialog, u"Invoice"_s)->click();
    type(*dialog, u"7.50"_s);
    add->click(); // to nobody
    QCOMPARE(panel->parts().size(), 1);
    QVERIFY(fieldOf(*dialog, u"partPayer"_s)->hasFocus());
    type(*dialog, u"The school, Main Street 1"_s);
    add->click();
    QCOMPARE(panel->parts().size(), 2);
    wayOf(*dialog, u"Complimentary"_s)->click();
    fieldOf(*dialog, u"partReason"_s)->setFocus();
    type(*dialog, u"press"_s);
    for (const QString &part : {u"Paid in cash"_s, u"Paid by invoice"_s})
        QTRY_VERIFY(shows(*dialog, part));
    keepPicture(*dialog, u"dialog-parts"_s);
    add->click();
    QVERIFY(shows(*dialog, u"Nothing is left to pay"_s));
    QVERIFY(!dialog->findChild<ChoiceBar *>()->isVisible());
    // One is taken out again, and paid in cash.
    QTRY_COMPARE(panel->findChildren<QToolButton *>().size(), 3);
    panel->findChildren<QToolButton *>().constLast()->click();
    QVERIFY(shows(*dialog, u"Left to pay"_s));
    type(*dialog, u"10"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(sold.size(), 1);
    const Booking booking = sold.at(0).at(0).value<Booking>();
    QCOMPARE(booking.payments.size(), 3);
    QCOMPARE(booking.payments.at(0).amount.amount, 1'000);
    QCOMPARE(booking.payments.at(1).kind, PaymentKind::Invoice);
    QCOMPARE(booking.payments.at(1).payer, std::optional(u"The school, Main Street 1"_s));
    QCOMPARE(booking.payments.at(2).kind, PaymentKind::Cash);
    QCOMPARE(booking.payments.at(2).change->amount, 250);
    QTRY_VERIFY(shows(*dialog, u"Change to give back: €2.50"_s));
}

void TestPaymentScreens::cardNumbers_areNotTaken()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    CheckoutDialog *dialog = startCheckout(desk);
    wayOf(*dialog, u"Card"_s)->click();
    QLineEdit *reference = fieldOf(*dialog, u"partReference"_s);
    reference->setFocus();
    type(*dialog, u"4111 1111 1111 1111"_s);
    press(*dialog, Qt::Key_Return);
    QVERIFY(static_cast<FormField *>(reference->parentWidget())->error().contains(u"number of a card"_s));
    QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
    QCOMPARE(desk.models.cart.rowCount(), 1);
    // Another way is shown empty.
    wayOf(*dialog, u"Invoice"_s)->click();
    QVERIFY(reference->text().isEmpty());
}

void TestPaymentScreens::amounts_areJudged()
{
    PaymentPanel panel(waysOf(Role::Clerk));
    panel.setDue({.amount = 5'000});
    panel.show();
    auto *add = panel.findChild<QPushButton *>(u"addPart"_s);
    add->click(); // of nothing
    QVERIFY(panel.parts().isEmpty());
    wayOf(panel, u"Card"_s)->click();
    QLineEdit *amount = fieldOf(panel, u"partAmount"_s);
    fieldOf(panel, u"partReference"_s)->setText(u"T-1"_s);
    for (const QString &wrong : {u"many"_s, u"0"_s, u"50.01"_s, u"20"_s}) { // 30 would be left
        amount->setText(wrong);
        QVERIFY2(!panel.check(), qPrintable(wrong));
        QVERIFY2(!static_cast<FormField *>(amount->parentWidget())->error().isEmpty(), qPrintable(wrong));
    }
    amount->setText(u"50"_s);
    QVERIFY(panel.check());
    QCOMPARE(panel.settlement().parts.size(), 1);
    // Seven parts and the last make eight, which are enough.
    amount->setText(u"1"_s);
    for (int part = 1; part < kMaxPaymentParts; ++part) {
        QVERIFY(add->isVisible());
        wayOf(panel, u"Card"_s)->click();
        amount->setText(u"1"_s);
        fieldOf(panel, u"partReference"_s)->setText(u"T-%1"_s.arg(part));
        add->click();
        QCOMPARE(panel.parts().size(), part);
    }
    QVERIFY(!add->isVisible());
    QVERIFY(panel.check());
    QCOMPARE(panel.settlement().parts.size(), kMaxPaymentParts);
    QCOMPARE(panel.settlement().parts.constLast().amount.amount, 4'300);
    panel.setDue({.amount = 6'000}); // the cart is another one
    QVERIFY(panel.parts().isEmpty());
}

void TestPaymentScreens::cards_arePaidBackWithAReference()
{
    static_cast<void>(soldByCard({30, 31}, 2 * kPrice));
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    desk.navigator->goTo(Page::Bookings);
    QTRY_VERIFY(shows(*desk.window, u"Paid by card"_s));
    QVERIFY(shows(*desk.window, u"0042"_s));
    QPushButton *cancel = nullptr;
    for (auto *button : desk.window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains(u"ancel this booking"_s))
            cancel = button;
    }
    QVERIFY(cancel);
    cancel->click();
    auto *dialog = desk.window->findChild<RefundDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(shows(*dialog, u"€50.00 to card"_s));
    keepPicture(*dialog, u"dialog-refund-card"_s);
    auto *yes = dialog->findChild<QPushButton *>(u"reallyRefund"_s);
    yes->click(); // without a reference
    QVERIFY(dialog->isVisible());
    QLineEdit *reference = fieldOf(*dialog, u"refundReference"_s);
    reference->setText(u"4111-1111-1111-1111"_s);
    yes->click();
    QVERIFY(dialog->isVisible());
    QCOMPARE(desk.models.bookings.row(0).state, BookingState::Confirmed);
    reference->setText(u"T-18"_s);
    yes->click();
    QTRY_COMPARE(desk.models.bookings.row(0).state, BookingState::Cancelled);
    QTRY_VERIFY(shows(*desk.window, u"Paid back to the card"_s));
    QVERIFY(shows(*desk.window, u"T-18"_s));
    QCOMPARE(desk.window->findChild<QLabel *>(u"bookingTotal"_s)->text(), u"€0.00"_s); // nothing of it stays with the house
    keepPicture(*desk.window, u"screen-booking-card"_s);
    QVERIFY(desk.prompter.asked.isEmpty());
}

void TestPaymentScreens::cheaperExchange_asksForTheCardsReference()
{
    const QJsonValue sold = soldByCard({4}, TestHouse::kFrontPrice);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
    QSignalSpy fetched(&desk.models.bookings, &BookingListModel::fetched);
    desk.models.bookings.fetch(desk.models.bookings.row(0).id);
    QTRY_VERIFY(!fetched.isEmpty());
    const Booking booking = fetched.constLast().at(0).value<Booking>();
    Q_EMIT desk.screen<BookingsScreen>(Page::Bookings)->exchangeRequested(booking, booking.tickets);
    CheckoutDialog *dialog = startCheckout(desk);
    QVERIFY(shows(*dialog, u"To give back"_s));
    QVERIFY(shows(*dialog, u"€15.00 to card"_s));
    QVERIFY(!dialog->findChild<ChoiceBar *>()->isVisible());
    QSignalSpy exchanged(&desk.models.cart, &CartModel::checkedOut);
    QLineEdit *reference = fieldOf(*dialog, u"refundReference"_s);
    reference->setFocus();
    press(*dialog, Qt::Key_Return); // without a reference
    QCOMPARE(desk.models.cart.checkoutState(), CartModel::Checkout::None);
    type(*dialog, u"T-18"_s);
    press(*dialog, Qt::Key_Return);
    QTRY_COMPARE(exchanged.size(), 1);
    const Payment back = exchanged.at(0).at(0).value<Booking>().payments.constLast();
    QCOMPARE(back.kind, PaymentKind::Card);
    QCOMPARE(back.reference, std::optional(u"T-18"_s));
    QCOMPARE(back.amount.amount, TestHouse::kFrontPrice - kPrice);
    QCOMPARE(sold[u"id"_s].toString(), booking.id.toString());
}

QTEST_MAIN(TestPaymentScreens)
#include "tst_paymentscreens.moc"
