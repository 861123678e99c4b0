// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/cartdock.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/discountsdialog.h"
#include "app/screens/programmescreen.h"
#include "app/screens/refunddialog.h"
#include "app/screens/ticketlist.h"
#include "app/widgets/amountspin.h"
#include "app/widgets/optionaltime.h"
#include "shared/core/utctime.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Discounts, fees and tax at the window: made, shown before anybody pays, and told when tickets are given back.
class TestPriceScreens : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    // A play at 20.00 in the rear with a fee of 2.50 a booking; 5.00 stays of a ticket given back.
    [[nodiscard]] EventId playWithFees() const
    {
        const auto manager = m_house->visitor(Role::Manager);
        const QString event = newKey();
        const QJsonObject rules {{u"ticketFee"_s, 0}, {u"bookingFee"_s, 250}, {u"taxRate"_s, 0}, {u"feeTaxRate"_s, 0}, {u"taxMode"_s, u"included"_s}, {u"cancelFee"_s, 500}, {u"cancelShare"_s, 0}};
        const bool isMade = manager->call(u"events.create"_s, {{u"event"_s, event}, {u"definition"_s, with(definitionIn(*m_house), u"priceRules"_s, rules)}}).ok()
            && manager->call(u"events.setState"_s, {{u"event"_s, event}, {u"version"_s, 1}, {u"state"_s, u"published"_s}}).ok();
        if (!isMade)
            qFatal("the play could not be made");
        return *EventId::fromString(event);
    }
    static DiscountsDialog *openDiscounts(Desk &desk)
    {
        desk.navigator->goTo(Page::Programme);
        desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QPushButton *>(u"discountsOfHouse"_s)->click();
        return desk.window->findChild<DiscountsDialog *>();
    }
    void makeCode() const
    {
        if (!m_house->visitor(Role::Manager)->call(u"discounts.save"_s, {{u"discount"_s, codeDiscount(u"SPRING"_s, 2'500)}}).ok())
            qFatal("the code could not be made");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void discount_isMadeChangedAndEnded()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openDiscounts(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *save = dialog->findChild<QPushButton *>(u"saveDiscount"_s);
        QVERIFY(!save->isEnabled());
        dialog->findChild<QLineEdit *>(u"discountName"_s)->setText(u"Friends"_s);
        dialog->findChild<QLineEdit *>(u"discountCode"_s)->setText(u"FRIENDS"_s);
        QVERIFY(!save->isEnabled()); // it takes nothing off yet
        dialog->findChild<ShareSpin *>(u"discountShare"_s)->setShare(1'250);
        QVERIFY(save->isEnabled());
        keepPicture(*dialog, u"dialog-discounts"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().rowCount(), 1);
        const Discount saved = desk.models.discountDesk.list().row(0).discount;
        QCOMPARE(saved.share, 1'250);
        QCOMPARE(saved.code, std::optional(u"FRIENDS"_s));
        QTRY_VERIFY(!save->isEnabled());
        dialog->findChild<ShareSpin *>(u"discountShare"_s)->setShare(2'000);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().row(0).discount.version, 2);
        QTRY_VERIFY(!desk.models.discountDesk.isBusy());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"removeDiscount"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().rowCount(), 0);
        QCOMPARE(desk.prompter.asked.size(), 1);
    }

    void limitBelowItsUses_isMarkedAtItsField()
    {
        makeCode();
        for (const qint32 seat : {30, 31}) {
            const auto clerk = m_house->visitor(Role::Clerk);
            QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, {seat})).ok());
            QVERIFY(clerk->call(u"bookings.checkout"_s, with(checkoutOf(m_house->events().evening, {seat}, newKey()), u"code"_s, u"SPRING"_s)).ok());
        }
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openDiscounts(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_COMPARE(desk.models.discountDesk.list().rowCount(), 1);
        auto *list = dialog->findChild<QListView *>(u"discounts"_s);
        const QString below = list->model()->index(0, 0).data().toString().section(u'\n', 1);
        QVERIFY2(below.contains(u"25 %"_s) && below.contains(u"SPRING"_s), qPrintable(below));
        Q_EMIT list->activated(list->model()->index(0, 0));
        auto *uses = dialog->findChild<QSpinBox *>(u"discountUses"_s);
        uses->setValue(1);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"saveDiscount"_s), Qt::LeftButton);
        QTRY_VERIFY(shows(*dialog, u"2 bookings use it already."_s));
        QCOMPARE(dialog->focusWidget(), uses);
        keepPicture(*dialog, u"dialog-discounts-used"_s);
        uses->setValue(2);
        QVERIFY(!shows(*dialog, u"2 bookings use it already."_s));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"saveDiscount"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().row(0).discount.maxUses, 2);
    }

    void typesAndCategories_areTickedByName_andWhatNobodyOffersStays()
    {
        QJsonObject stored = codeDiscount(u"SPRING"_s, 2'500);
        stored.insert(u"ticketTypes"_s, QJsonArray {u"vip"_s});
        QVERIFY(m_house->visitor(Role::Manager)->call(u"discounts.save"_s, {{u"discount"_s, stored}}).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openDiscounts(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_COMPARE(desk.models.discountDesk.list().rowCount(), 1);
        QTRY_VERIFY(!desk.models.discountDesk.choices().isLoading());
        auto *list = dialog->findChild<QListView *>(u"discounts"_s);
        Q_EMIT list->activated(list->model()->index(0, 0));
        auto *save = dialog->findChild<QPushButton *>(u"saveDiscount"_s);
        QVERIFY(!save->isEnabled()); // looking changes nothing
        auto *types = dialog->findChild<QWidget *>(u"discountTypes"_s)->findChild<QListView *>();
        QCOMPARE(types->accessibleName(), u"Ticket types; none ticked: all"_s);
        const QAbstractItemModel &offered = *types->model();
        QCOMPARE(offered.index(0, 0).data().toString(), u"Adult"_s);
        const QModelIndex own = offered.index(offered.rowCount() - 1, 0);
        QVERIFY(own.data().toString().contains(u"vip"_s));
        QCOMPARE(own.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        types->setFocus();
        types->setCurrentIndex(offered.index(0, 0));
        QTest::keyClick(types, Qt::Key_Space);
        auto *other = dialog->findChild<QWidget *>(u"discountCategories"_s)->findChild<QLineEdit *>();
        other->setFocus();
        other->completer()->setCompletionPrefix(u"re"_s);
        QCOMPARE(other->completer()->currentCompletion(), u"Rear"_s);
        other->setText(u"rear"_s); // the name of one that there is, in small letters
        QVERIFY(save->isEnabled());
        keepPicture(*dialog, u"dialog-discounts-filters"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().row(0).discount.version, 2);
        const Discount saved = desk.models.discountDesk.list().row(0).discount;
        QCOMPARE(saved.ticketTypes, (QStringList {u"vip"_s, u"adult"_s}));
        QCOMPARE(saved.categories, QStringList {u"rear"_s});
    }

    // The house sells in euros and in dollars: which is meant, nobody guesses.
    void amount_isInACurrencyThatSomebodyChose()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openDiscounts(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_COMPARE(desk.models.discountDesk.list().currencies().size(), 2);
        dialog->findChild<QLineEdit *>(u"discountName"_s)->setText(u"On tour"_s);
        dialog->findChild<QLineEdit *>(u"discountCode"_s)->setText(u"TOUR"_s);
        dialog->findChild<QComboBox *>(u"discountWay"_s)->setCurrentIndex(1);
        dialog->findChild<AmountSpin *>(u"discountAmount"_s)->setAmount(300);
        auto *currency = dialog->findChild<QComboBox *>(u"discountCurrency"_s);
        auto *save = dialog->findChild<QPushButton *>(u"saveDiscount"_s);
        QCOMPARE(currency->currentIndex(), -1);
        QCOMPARE(currency->count(), 2);
        QVERIFY(!save->isEnabled());
        keepPicture(*dialog, u"dialog-discounts-currency"_s);
        currency->setCurrentText(u"USD"_s);
        QVERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().rowCount(), 1);
        const Money usd {.amount = 300, .currency = *Currency::fromCode(u"USD")};
        QCOMPARE(desk.models.discountDesk.list().row(0).discount.amount, std::optional(usd));
        QTRY_COMPARE(currency->currentText(), u"USD"_s); // it is shown as it is stored
    }

    void discountOfAnEvent_isInItsCurrencyAndByItsClock()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        QVERIFY(desk.openEvent(m_house->events().abroad));
        DiscountsDialog dialog(desk.models.discountDesk, desk.prompter, desk.models.event.details());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *scope = dialog.findChild<QComboBox *>(u"discountScope"_s);
        scope->setCurrentIndex(scope->count() - 1); // that event alone
        dialog.findChild<QComboBox *>(u"discountWay"_s)->setCurrentIndex(1);
        auto *currency = dialog.findChild<QComboBox *>(u"discountCurrency"_s);
        QCOMPARE(currency->currentText(), u"USD"_s);
        QVERIFY(!currency->isEnabled());
        QVERIFY(shows(dialog, u"Europe/Berlin"_s));
        const QList<OptionalTime *> times = dialog.findChildren<OptionalTime *>();
        QCOMPARE(times.size(), 2);
        times.constLast()->findChild<QCheckBox *>()->click();
        times.constLast()->findChild<QDateTimeEdit *>()->setDateTime(QDateTime(QDate(2030, 1, 15), QTime(18, 0), Qt::UTC));
        QCOMPARE(*times.constLast()->time(), toInstant(QDateTime(QDate(2030, 1, 15), QTime(17, 0), Qt::UTC)));
        // For the house it is the same moment, by the clock of this computer, which is said.
        scope->setCurrentIndex(0);
        QCOMPARE(*times.constLast()->time(), toInstant(QDateTime(QDate(2030, 1, 15), QTime(17, 0), Qt::UTC)));
        QVERIFY(shows(dialog, u"By the clock of this computer"_s));
    }

    void bundle_isPutTogetherLineByLine()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openDiscounts(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(!desk.models.discountDesk.choices().ticketTypes().isEmpty());
        dialog->findChild<QLineEdit *>(u"discountName"_s)->setText(u"Family"_s);
        dialog->findChild<ShareSpin *>(u"discountShare"_s)->setShare(1'000);
        auto *kind = dialog->findChild<QComboBox *>(u"discountKind"_s);
        kind->setCurrentIndex(kind->findData(static_cast<int>(DiscountKind::Bundle)));
        auto *save = dialog->findChild<QPushButton *>(u"saveDiscount"_s);
        auto *add = dialog->findChild<QPushButton *>(u"addPart"_s);
        QVERIFY(!save->isEnabled());
        QTest::mouseClick(add, Qt::LeftButton);
        auto *first = dialog->findChild<QComboBox *>(u"partType0"_s);
        QCOMPARE(first->currentText(), u"Adult"_s); // what is not in the set yet
        dialog->findChild<QSpinBox *>(u"partCount0"_s)->setValue(2);
        QTest::mouseClick(add, Qt::LeftButton);
        QTest::mouseClick(add, Qt::LeftButton);
        auto *third = dialog->findChild<QComboBox *>(u"partType2"_s);
        third->lineEdit()->selectAll();
        QTest::keyClicks(third->lineEdit(), u"dog"_s); // a key nobody offers yet
        QVERIFY(save->isEnabled());
        QTRY_COMPARE(third->visibleRegion().boundingRect(), third->rect()); // two lines are seen at once, and the new one is among them
        QTRY_VERIFY(add->parentWidget()->findChild<QScrollArea *>()->geometry().bottom() < add->geometry().top());
        keepPicture(*dialog, u"dialog-discounts-bundle"_s);
        QTest::mouseClick(dialog->findChild<QToolButton *>(u"removePart1"_s), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QComboBox *>(u"partType1"_s)->currentText(), u"dog"_s);
        QVERIFY(!third->isVisible());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(desk.models.discountDesk.list().rowCount(), 1);
        const QList<BundlePart> parts {{.ticketType = u"adult"_s, .count = 2}, {.ticketType = u"dog"_s, .count = 1}};
        QCOMPARE(desk.models.discountDesk.list().row(0).discount.parts, parts);
    }

    // That seats which are sold no more count no more surprises people.
    void earlyBird_saysHowItCounts()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        auto *dialog = openDiscounts(desk);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        const QString words = u"sold or reserved at the moment"_s;
        QVERIFY(!shows(*dialog, words));
        auto *kind = dialog->findChild<QComboBox *>(u"discountKind"_s);
        kind->setCurrentIndex(kind->findData(static_cast<int>(DiscountKind::EarlyBird)));
        QTRY_VERIFY(dialog->findChild<QSpinBox *>(u"discountFirstTickets"_s)->isVisible());
        QVERIFY(shows(*dialog, words));
        keepPicture(*dialog, u"dialog-discounts-earlybird"_s);
    }

    void cart_showsDiscountFeeAndTotal_andTheCheckoutTakesThat()
    {
        makeCode();
        const EventId play = playWithFees();
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(desk.openEvent(play));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        auto *dock = desk.screen<QWidget>(Page::Event)->findChild<CartDock *>();
        QTRY_VERIFY(shows(*dock, u"€22.50"_s));
        QVERIFY(shows(*dock, u"Booking fee: €2.50"_s));
        auto *code = dock->findChild<QLineEdit *>(u"promoCode"_s);
        code->setFocus();
        QTest::keyClicks(code, u"autumn"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(desk.models.cart.quote().codeError());
        QTRY_VERIFY(shows(*dock, u"There is no such code"_s));
        code->setText(u"spring"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(shows(*dock, u"€17.50"_s));
        QVERIFY(shows(*dock, u"SPRING"_s));
        keepPicture(*desk.window, u"screen-cart-discount"_s);
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        QVERIFY(shows(*dialog, u"€17.50"_s));
        QSignalSpy sold(&desk.models.cart, &CartModel::checkedOut);
        press(*dialog, Qt::Key_Return);
        QTRY_COMPARE(sold.size(), 1);
        const Booking booking = sold.at(0).at(0).value<Booking>();
        QCOMPARE(booking.total.amount, 1'750);
        QCOMPARE(booking.tickets.constFirst().parts->discount.amount, 500);
        QVERIFY(desk.models.cart.quote().code().isEmpty());
    }

    void cancelling_tellsTheFee()
    {
        const EventId play = playWithFees();
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(play, {30})).ok());
        QVERIFY(clerk->call(u"bookings.checkout"_s, checkoutOf(play, {30}, newKey())).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        desk.navigator->goTo(Page::Bookings);
        auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
        QTRY_VERIFY(shows(*screen, u"Cancelling all of it would cost €5.00"_s));
        QVERIFY(shows(*screen, u"Booking fee: €2.50"_s));
        for (QPushButton *button : screen->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"&Cancel this booking…")
                button->click();
        }
        QCOMPARE(desk.prompter.asked.size(), 1);
        QVERIFY(desk.prompter.asked.constFirst().text.contains(u"A cancellation fee of €5.00 stays with the house."_s));
        QVERIFY(desk.prompter.asked.constFirst().text.contains(u"€15.00"_s));
        QTRY_COMPARE(desk.models.bookings.row(0).state, BookingState::Cancelled);
        QTRY_VERIFY(shows(*screen, u"Cancellation fee: €5.00"_s));
        QCOMPARE(screen->findChild<QLabel *>(u"bookingTotal"_s)->text(), u"€7.50"_s); // both fees
    }

    void manager_mayWaiveTheFee()
    {
        const EventId play = playWithFees();
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(play, {30})).ok());
        QVERIFY(clerk->call(u"bookings.checkout"_s, checkoutOf(play, {30}, newKey())).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Bookings);
        auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
        QTRY_VERIFY(shows(*screen, u"Cancelling all of it would cost €5.00"_s));
        for (QPushButton *button : screen->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"&Cancel this booking…")
                button->click();
        }
        auto *dialog = screen->findChild<RefundDialog *>();
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, u"€15.00"_s));
        QVERIFY(shows(*dialog, u"A cancellation fee of €5.00 stays with the house unless you waive it."_s));
        dialog->findChild<QLineEdit *>(u"waiveFee"_s)->setText(u"ill"_s);
        QTRY_VERIFY(shows(*dialog, u"€20.00"_s));
        keepPicture(*dialog, u"dialog-waive"_s);
        QSignalSpy cancelled(&desk.models.bookings, &BookingListModel::cancelled);
        dialog->findChild<QPushButton *>(u"reallyRefund"_s)->click();
        QTRY_COMPARE(cancelled.size(), 1);
        const Booking booking = cancelled.at(0).at(0).value<Booking>();
        QCOMPARE(booking.charges.size(), 1); // that of the booking alone
        QCOMPARE(booking.payments.constLast().amount.amount, 2'000);
        QCOMPARE(screen->findChild<QLabel *>(u"bookingTotal"_s)->text(), u"€2.50"_s); // which is what stays with the house
    }

    // How much goes back is said once, where it follows what the manager decides.
    void manager_readsNoSumThatIsStillOpen()
    {
        const EventId play = playWithFees();
        const auto clerk = m_house->visitor(Role::Clerk);
        QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(play, {30, 31})).ok());
        QVERIFY(clerk->call(u"bookings.checkout"_s, checkoutOf(play, {30, 31}, newKey())).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Bookings);
        auto *screen = desk.screen<BookingsScreen>(Page::Bookings);
        const auto ticks = [screen] { return screen->findChild<TicketList *>()->findChildren<QCheckBox *>(); };
        QTRY_COMPARE(ticks().size(), 2);
        QTest::keyClick(ticks().at(0), Qt::Key_Space);
        for (QPushButton *button : screen->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"ancel 1 ticket"_s))
                button->click();
        }
        auto *dialog = screen->findChild<RefundDialog *>();
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, u"void at once, the money is paid back"_s));
        QVERIFY(shows(*dialog, u"stays with the house unless you waive it."_s));
        QVERIFY(shows(*dialog, u"€15.00"_s));
        dialog->findChild<QLineEdit *>(u"waiveFee"_s)->setText(u"ill"_s);
        QTRY_VERIFY(shows(*dialog, u"€20.00"_s));
        QVERIFY(!shows(*dialog, u"€15.00"_s));
    }
};

QTEST_MAIN(TestPriceScreens)
#include "tst_pricescreens.moc"
