// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/checkoutdialog.h"
#include "app/screens/reservationdialogs.h"
#include "app/screens/reservationpanel.h"
#include "app/widgets/choicebar.h"
#include "app/widgets/optionaltime.h"
#include "app/widgets/reservationcarddelegate.h"
#include "shared/core/utctime.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace parterre;
using namespace parterre::ui;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// Reserving at the till, and what becomes of it: the real window at a real server.
class TestReservationScreens : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    // For Ada, by another clerk.
    void reserve(const QList<qint32> &places, std::optional<std::chrono::milliseconds> time = {}) const
    {
        const auto clerk = m_house->visitor(Role::Clerk);
        QJsonObject params = reservationOf(m_house->events().evening, places, newKey());
        if (time)
            params.insert(u"payUntil"_s, toIsoUtc(SystemClock().utcNow() + *time));
        if (!clerk->call(u"holds.acquire"_s, placesOf(m_house->events().evening, places)).ok() || !clerk->call(u"bookings.reserve"_s, params).ok())
            qFatal("the seats could not be reserved");
    }
    static BookingsScreen *screenOf(Desk &desk) { return desk.screen<BookingsScreen>(Page::Bookings); }
    static void choose(const QWidget &bar, const QString &words)
    {
        for (auto *button : bar.findChildren<QAbstractButton *>()) {
            if (QString(button->text()).remove(u'&') == words)
                button->click();
        }
    }
    // With the list of reservations in front, and the first one's details.
    static void openReservations(Desk &desk)
    {
        desk.navigator->goTo(Page::Bookings);
        choose(*screenOf(desk)->findChild<ChoiceBar *>(), u"Reservations"_s);
        QTRY_VERIFY(screenOf(desk)->findChild<QPushButton *>(u"takePayment"_s)->isVisible());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }
    void cleanup() { m_house.reset(); }

    void seats_areReservedInsteadOfPaid()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(desk.openEvent(m_house->events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *later = dialog->findChild<OptionalTime *>(u"payLater"_s);
        QVERIFY(later->isVisible());
        QVERIFY(shows(*dialog, u"Received in cash"_s) || shows(*dialog, u"&Received in cash"_s));
        dialog->findChild<QLineEdit *>()->setText(u"Mrs Miller"_s);
        later->findChild<QCheckBox *>()->click();
        QVERIFY(!shows(*dialog, u"Received in cash"_s) && !shows(*dialog, u"&Received in cash"_s));
        keepPicture(*dialog, u"dialog-reserve"_s);
        QSignalSpy done(&desk.models.cart, &CartModel::checkedOut);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (QString(button->text()).remove(u'&') == u"Reserve")
                button->click();
        }
        QTRY_COMPARE(done.size(), 1);
        const Booking booking = done.at(0).at(0).value<Booking>();
        QCOMPARE(booking.state, BookingState::Reserved);
        QVERIFY(booking.payments.isEmpty());
        QVERIFY(shows(*dialog, u"Reserved"_s));
        QVERIFY(shows(*dialog, u"To be paid until"_s));
    }

    void code_countsForWhatIsReserved()
    {
        const auto manager = m_house->visitor(Role::Manager);
        QVERIFY(manager->call(u"discounts.save"_s, {{u"discount"_s, codeDiscount(u"SPRING"_s, 2'500)}}).ok());
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        QVERIFY(desk.openEvent(m_house->events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        auto *code = desk.screen<QWidget>(Page::Event)->findChild<QLineEdit *>(u"promoCode"_s);
        code->setFocus();
        QTest::keyClicks(code, u"spring"_s);
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(desk.models.cart.quote().usedCode());
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(shows(*dialog, u"Discounts: "_s));
        dialog->findChild<QLineEdit *>(u"contactName"_s)->setText(u"Mrs Miller"_s);
        dialog->findChild<OptionalTime *>(u"payLater"_s)->findChild<QCheckBox *>()->click();
        QSignalSpy done(&desk.models.cart, &CartModel::checkedOut);
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (QString(button->text()).remove(u'&') == u"Reserve")
                button->click();
        }
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(done.at(0).at(0).value<Booking>().total.amount, TestHouse::kRearPrice * 3 / 4);
        QCOMPARE(manager->call(u"discounts.list"_s).at(u"discounts.0.uses"_s).toInt(), 1);
        QVERIFY(desk.models.cart.quote().code().isEmpty());
    }

    void customers_cannotReserve()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Customer));
        QVERIFY(desk.openEvent(m_house->events().evening));
        desk.pressSeat(30);
        QTRY_COMPARE(desk.models.cart.rowCount(), 1);
        QTRY_VERIFY(desk.models.cart.quote().due());
        CheckoutDialog *dialog = desk.navigator->startCheckout();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(!dialog->findChild<OptionalTime *>(u"payLater"_s)->isVisible());
        dialog->reject();
        desk.navigator->goTo(Page::Bookings);
        QVERIFY(!screenOf(desk)->findChild<ChoiceBar *>()->isVisible());
    }

    void list_showsWhoHasHowLong()
    {
        reserve({30, 31}, 3h);
        reserve({32}, 30min);
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openReservations(desk);
        auto *panel = screenOf(desk)->findChild<ReservationPanel *>();
        QTRY_VERIFY(shows(*panel, u"2 reservations"_s));
        QVERIFY(shows(*panel, u"3 seats"_s));
        QVERIFY(shows(*panel, u"€75.00 to be paid"_s));
        const QListView *list = panel->findChild<QListView *>(u"reservations"_s);
        const QString first = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(first.contains(u" min"_s) && first.contains(u"Ada"_s), qPrintable(first));
        QVERIFY(shows(*screenOf(desk), u"and not paid yet"_s));
        QVERIFY(!screenOf(desk)->findChild<QLabel *>(u"paymentsHead"_s)->isVisible()); // over nothing
        keepPicture(*desk.window, u"screen-reservations"_s);
    }

    void timeLeft_isInWordsAndUrgent()
    {
        const Instant now = SystemClock().utcNow();
        const auto at = [now](std::chrono::milliseconds left) { return BookingSummary {.payUntil = now + left}; };
        QCOMPARE(ReservationCardDelegate::timeLeft(at(0s), now), u"Time is over"_s);
        QCOMPARE(ReservationCardDelegate::timeLeft(at(1min), now), u"1 min"_s);
        QCOMPARE(ReservationCardDelegate::timeLeft(at(59min), now), u"59 min"_s);
        QCOMPARE(ReservationCardDelegate::timeLeft(at(200min), now), u"3 h 20 min"_s);
        QCOMPARE(ReservationCardDelegate::timeLeft(at(24h * 5), now), u"5 days"_s);
        QCOMPARE(ReservationCardDelegate::toneOf(at(10min), now), Tone::Danger);
        QCOMPARE(ReservationCardDelegate::toneOf(at(3h), now), Tone::Warning);
        QCOMPARE(ReservationCardDelegate::toneOf(at(48h), now), Tone::Muted);
    }

    void payment_isTakenAndTicketsMayBePrinted()
    {
        reserve({30});
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openReservations(desk);
        QSignalSpy paid(&desk.models.reservationDesk, &ReservationDesk::paid);
        screenOf(desk)->findChild<QPushButton *>(u"takePayment"_s)->click();
        auto *dialog = desk.window->findChild<PayDialog *>();
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(shows(*dialog, u"€25.00"_s));
        keepPicture(*dialog, u"dialog-take-payment"_s);
        press(*dialog, Qt::Key_Return); // all of it, in cash
        QTRY_COMPARE(paid.size(), 1);
        QCOMPARE(paid.at(0).at(0).value<Booking>().payments.constFirst().amount.amount, TestHouse::kRearPrice);
        QTRY_VERIFY(shows(*screenOf(desk), u"is paid"_s));
        QTRY_COMPARE(desk.models.reservationDesk.list().rowCount(), 0);
        QVERIFY(!screenOf(desk)->findChild<QPushButton *>(u"takePayment"_s)->isVisible());
        QVERIFY(shows(*screenOf(desk), u"Confirmed"_s)); // with its tickets, to be printed
    }

    void date_isChanged()
    {
        reserve({30});
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openReservations(desk);
        const Instant before = *desk.models.reservationDesk.list().row(0).payUntil;
        QSignalSpy prolonged(&desk.models.reservationDesk, &ReservationDesk::prolonged);
        screenOf(desk)->findChild<QPushButton *>(u"changePayUntil"_s)->click();
        auto *dialog = desk.window->findChild<PayUntilDialog *>();
        QVERIFY(dialog);
        auto *time = dialog->findChild<QDateTimeEdit *>(u"payUntil"_s);
        time->setDateTime(time->dateTime().addSecs(-600));
        dialog->findChild<QPushButton *>(u"changeDate"_s)->click();
        QTRY_COMPARE(prolonged.size(), 1);
        const Instant after = *prolonged.at(0).at(0).value<Booking>().payUntil;
        QVERIFY(after < before && after >= before - 11min);
    }

    void seats_areReleasedAfterAYes()
    {
        reserve({30});
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        openReservations(desk);
        QPushButton *release = nullptr;
        for (auto *button : screenOf(desk)->findChildren<QPushButton *>()) {
            if (button->isVisible() && QString(button->text()).remove(u'&') == u"Release…")
                release = button;
        }
        QVERIFY(release);
        desk.prompter.answer = {.yes = false};
        release->click();
        QCOMPARE(desk.prompter.asked.size(), 1);
        QVERIFY(!desk.prompter.asked.constFirst().text.contains(u"paid back"_s));
        QCOMPARE(desk.prompter.asked.constFirst().yes, u"Release the seat"_s);
        QCOMPARE(desk.models.reservationDesk.list().rowCount(), 1);
        desk.prompter.answer = {.yes = true};
        release->click();
        QTRY_COMPARE(desk.models.reservationDesk.list().rowCount(), 0);
        QTRY_VERIFY(shows(*screenOf(desk), u"1 seat of reservation"_s));
    }
};

QTEST_MAIN(TestReservationScreens)
#include "tst_reservationscreens.moc"
