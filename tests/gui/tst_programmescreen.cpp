// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/bookingsscreen.h"
#include "app/screens/canceleventdialog.h"
#include "app/screens/eventlistscreen.h"
#include "app/screens/programmescreen.h"
#include "app/widgets/durationspin.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/navigationrail.h"
#include "tests/gui/desk.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// The programme, managed from the window: made, priced, published, paused, cancelled, deleted.
class TestProgrammeScreen : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;

    template<class Widget>
    static Widget *part(const Desk &desk, const QString &name)
    {
        return desk.screen<ProgrammeScreen>(Page::Programme)->findChild<Widget *>(name);
    }
    static void click(const Desk &desk, const QString &name) { QTest::mouseClick(part<QPushButton>(desk, name), Qt::LeftButton); }
    static QTableView *table(const Desk &desk) { return part<QTableView>(desk, u"priceTable"_s); }
    static void typePrice(const Desk &desk, int row, int column, const QString &text)
    {
        table(desk)->setFocus();
        table(desk)->setCurrentIndex(table(desk)->model()->index(row, column));
        QTest::keyClicks(table(desk), text.first(1)); // opens the editor
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(editor);
        QTest::keyClicks(editor, text.mid(1));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(table(desk)->hasFocus());
    }
    static QString pricesOf(const Desk &desk)
    {
        QStringList prices;
        for (const PriceEntry &price : desk.models.eventDesk.definition().prices)
            prices.append(u"%1 %2 %3"_s.arg(price.category, price.ticketType).arg(price.amount));
        return prices.join(u", "_s);
    }
    void openProgramme(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Programme);
        QCOMPARE(desk.window->page(), Page::Programme);
        QTRY_COMPARE(desk.models.eventDesk.programme().loadState(), LoadState::Ready);
        QTRY_VERIFY(desk.models.venues.rowCount() > 0);
    }
    void openEvent(Desk &desk, EventId event)
    {
        const int row = desk.models.eventDesk.programme().rowOf(event);
        QVERIFY(row >= 0);
        auto *list = part<QListView>(desk, u"programme"_s);
        list->scrollTo(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
        QTRY_COMPARE(desk.models.eventDesk.event(), event);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
    }
    void picture(Desk &desk, const QString &name) { picture(*desk.window, name); }
    void picture(QWidget &window, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("PARTERRE_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(window.grab().save(folder + u'/' + name + u".png"_s));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }

    void page_isForManagersAlone()
    {
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        desk.navigator->goTo(Page::Programme);
        QCOMPARE(desk.window->page(), Page::Events);
        QCOMPARE(desk.models.eventDesk.programme().rowCount(), 0);
    }

    void limits_areSetForSeatsHeldAndForBookings()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().matinee);
        auto *seats = part<QSpinBox>(desk, u"maxSeats"_s);
        auto *perBooking = part<QSpinBox>(desk, u"maxPerBooking"_s);
        QCOMPARE(perBooking->value(), TestHouse::kMaxSeats);
        // Nobody has set one for bookings: it goes along.
        seats->setValue(4);
        QCOMPARE(perBooking->value(), 4);
        QCOMPARE(desk.models.eventDesk.definition().rules.maxPerBooking, std::nullopt);
        perBooking->setValue(8);
        QCOMPARE(desk.models.eventDesk.definition().rules.maxPerBooking, std::optional(8));
        seats->setValue(5);
        QCOMPARE(perBooking->value(), 8);
        click(desk, u"saveEvent"_s);
        QTRY_VERIFY(!desk.models.eventDesk.isChanged());
        const auto guest = m_house->visitor();
        const WireReply saved = guest->call(u"events.get"_s, {{u"event"_s, m_house->events().matinee.toString()}});
        QCOMPARE(saved.at(u"event.rules.maxSeats"_s).toInt(), 5);
        QCOMPARE(saved.at(u"event.rules.maxPerBooking"_s).toInt(), 8);
    }

    void event_isMadePricedAndPublished()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        picture(desk, u"programme-empty"_s);
        click(desk, u"newEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        auto *name = part<QLineEdit>(desk, u"eventName"_s);
        QTRY_VERIFY(name->hasFocus());
        // Publishing says what is missing, and where.
        click(desk, u"publishEvent"_s);
        QCOMPARE(desk.banner()->severity(), Severity::Error);
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"The Seagull"_s);
        click(desk, u"publishEvent"_s);
        QVERIFY(desk.banner()->text().contains(u"price"_s));
        const auto &rows = desk.models.venues.rows();
        const auto at = std::find_if(rows.begin(), rows.end(), [this](const Venue &venue) { return venue.id == m_house->venue(); });
        const auto hall = std::find_if(at->plans.begin(), at->plans.end(), [this](const PlanSummary &plan) { return plan.ref == m_house->plan(); });
        auto *plans = part<QComboBox>(desk, u"eventPlan"_s);
        plans->setCurrentIndex(static_cast<int>(hall - at->plans.begin()));
        Q_EMIT plans->activated(plans->currentIndex());
        QTRY_COMPARE(desk.models.eventDesk.definition().plan, m_house->plan().id);

        // One ticket type is there, and called otherwise here.
        QCOMPARE(table(desk)->model()->columnCount(), 1);
        QCOMPARE(table(desk)->model()->headerData(0, Qt::Horizontal).toString(), u"Adult"_s);
        auto *typeName = part<QLineEdit>(desk, u"typeName"_s);
        typeName->setFocus();
        typeName->selectAll();
        QTest::keyClicks(typeName, u"Grown-up"_s);
        click(desk, u"addType"_s);
        QTest::keyClicks(part<QLineEdit>(desk, u"typeName"_s), u"Child"_s);
        QCOMPARE(table(desk)->model()->headerData(0, Qt::Horizontal).toString(), u"Grown-up"_s);
        QCOMPARE(table(desk)->model()->headerData(1, Qt::Horizontal).toString(), u"Child"_s);
        typePrice(desk, 0, 0, u"30"_s);
        typePrice(desk, 0, 1, u"12.50"_s);
        click(desk, u"copyRow"_s);
        part<QSpinBox>(desk, u"priceChange"_s)->setValue(-10);
        table(desk)->selectRow(1);
        click(desk, u"changePrices"_s);
        QCOMPARE(pricesOf(desk), u"front grown-up 3000, front child 1250, rear grown-up 2700, rear child 1125"_s);
        picture(desk, u"programme-new"_s);
        auto *scroll = desk.screen<ProgrammeScreen>(Page::Programme)->findChild<QScrollArea *>();
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum() / 2);
        picture(desk, u"programme-rules"_s);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        picture(desk, u"programme-prices"_s);
        click(desk, u"publishEvent"_s);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        QCOMPARE(desk.models.eventDesk.eventState(), EventState::Published);
        QTRY_VERIFY(desk.models.eventDesk.programme().rowOf(desk.models.eventDesk.event()) >= 0);
        QVERIFY(!part<QPushButton>(desk, u"publishEvent"_s)->isVisible());
        picture(desk, u"programme-published"_s);

        const auto guest = m_house->visitor();
        const WireReply found = guest->call(u"events.search"_s, {{u"text"_s, u"seagull"_s}});
        QCOMPARE(found.at(u"events.0.id"_s).toString(), desk.models.eventDesk.event().toString());
        QCOMPARE(found.at(u"events.0.lowestPrice.amount"_s).toInt(), 1'125);
        desk.navigator->goTo(Page::Events);
        const auto isListed = [&] {
            const auto &events = desk.models.events.rows();
            return std::any_of(events.begin(), events.end(), [](const EventSummary &event) { return event.name == u"The Seagull"; });
        };
        QTRY_VERIFY(isListed());
    }

    void time_isThatOfTheHouse()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().evening);
        auto *start = part<QDateTimeEdit>(desk, u"eventStart"_s);
        const Instant before = desk.models.eventDesk.definition().start;
        const QString zone = desk.models.eventDesk.stored()->summary.timeZone;
        QVERIFY(!desk.models.eventDesk.isChanged());
        start->setDateTime(start->dateTime().addSecs(3'600));
        QCOMPARE(desk.models.eventDesk.definition().start, before + std::chrono::hours(1));
        QVERIFY(desk.models.eventDesk.isChanged());
        QCOMPARE(zone, u"Europe/Berlin"_s);
        start->setDateTime(QDateTime(QDate(2030, 7, 1), QTime(20, 0), Qt::UTC));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(desk.models.eventDesk.definition().start.time_since_epoch().count(), Qt::UTC), QDateTime(QDate(2030, 7, 1), QTime(18, 0), Qt::UTC));
    }

    void changes_areNotLeftUnasked()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().evening);
        part<DurationSpin>(desk, u"holdTime"_s)->setDuration(std::chrono::seconds(90));
        QVERIFY(desk.models.eventDesk.isChanged());
        desk.prompter.answer = {.yes = false};
        auto *list = part<QListView>(desk, u"programme"_s);
        const int other = desk.models.eventDesk.programme().rowOf(m_house->events().matinee);
        list->setCurrentIndex(list->model()->index(other, 0));
        QCOMPARE(desk.prompter.asked.size(), 1);
        QCOMPARE(desk.models.eventDesk.event(), m_house->events().evening);
        QCOMPARE(list->currentIndex().row(), desk.models.eventDesk.programme().rowOf(m_house->events().evening));
        // Another page and back: they are still here.
        desk.navigator->goTo(Page::Plans);
        desk.navigator->goTo(Page::Programme);
        QCOMPARE(desk.models.eventDesk.definition().rules.holdTime, std::chrono::seconds(90));
        desk.prompter.answer = {.yes = true};
        list->setCurrentIndex(list->model()->index(other, 0));
        QTRY_COMPARE(desk.models.eventDesk.event(), m_house->events().matinee);
    }

    void conflict_isToldAndReadAgain()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        const EventId event = m_house->events().later;
        openEvent(desk, event);
        const auto other = m_house->visitor(Role::Administrator);
        QVERIFY(other->call(u"events.update"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"definition"_s, definitionIn(*m_house, u"Theirs"_s)}}).ok());
        auto *name = part<QLineEdit>(desk, u"eventName"_s);
        name->setText(u"Mine"_s);
        click(desk, u"saveEvent"_s);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
        QCOMPARE(name->text(), u"Mine"_s);
        Q_EMIT desk.banner()->actionTriggered();
        QTRY_COMPARE(name->text(), u"Theirs"_s);
    }

    void sold_isPausedAndNotDeleted()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        const EventId event = m_house->events().evening;
        const auto buyer = m_house->visitor();
        QVERIFY(buyer->call(u"holds.acquire"_s, placesOf(event, {0})).ok());
        QVERIFY(buyer->call(u"bookings.checkout"_s, checkoutOf(event, {0}, newKey())).ok());
        openEvent(desk, event);
        QVERIFY(!part<QComboBox>(desk, u"eventPlan"_s)->isEnabled());
        click(desk, u"deleteEvent"_s);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Error);
        click(desk, u"pauseEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Paused);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        QCOMPARE(buyer->call(u"holds.acquire"_s, placesOf(event, {1})).kind(), u"sale_closed"_s);
        click(desk, u"publishEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Published);
    }

    void soldEvent_isCancelledForAReasonAndRefunded()
    {
        Desk desk(*m_house);
        const EventId event = m_house->events().evening;
        const auto clerk = m_house->visitor(Role::Clerk);
        for (const auto &[customer, places] : {std::pair {u"Ada Löwe"_s, QList<qint32> {0, 1}}, {u"Béla <b>Bold</b>"_s, QList<qint32> {40}}, {u"=Cleo"_s, QList<qint32> {60, 61, 62}}}) {
            QVERIFY(clerk->call(u"holds.acquire"_s, placesOf(event, places)).ok());
            QJsonObject sale = testing::checkoutOf(event, places, newKey());
            sale.insert(u"customerName"_s, customer);
            QVERIFY(clerk->call(u"bookings.checkout"_s, sale).ok());
        }
        openProgramme(desk);
        openEvent(desk, event);
        picture(desk, u"programme-before-cancelling"_s);
        const auto dialog = [&desk] { return desk.window->findChild<CancelEventDialog *>(); };
        click(desk, u"cancelEvent"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        // It says what is touched, and wants to know why.
        const QString touched = dialog()->findChild<QLabel *>(u"touched"_s)->text();
        QVERIFY2(touched.contains(u"6 tickets"_s) && touched.contains(u"3 bookings"_s) && touched.contains(u"180.00"_s), qPrintable(touched));
        auto *yes = dialog()->findChild<QPushButton *>(u"reallyCancelEvent"_s);
        QVERIFY(!yes->isEnabled());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QCOMPARE(desk.models.eventDesk.eventState(), EventState::Published);

        click(desk, u"cancelEvent"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTest::keyClicks(dialog()->findChild<QComboBox *>(u"cancelReason"_s), u"Fire in the house"_s);
        picture(*dialog(), u"programme-cancel"_s);
        yes = dialog()->findChild<QPushButton *>(u"reallyCancelEvent"_s);
        QVERIFY(yes->isEnabled());
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Cancelled);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        QTRY_COMPARE(desk.models.refundDesk.list().rowCount(), 3);
        QTRY_COMPARE(desk.models.refundDesk.list().totals().remaining, 0);
        QTRY_VERIFY(part<QListView>(desk, u"refunds"_s)->isVisible());
        for (const QString &name : {u"cancelEvent"_s, u"saveEvent"_s, u"pauseEvent"_s, u"publishEvent"_s})
            QVERIFY(!part<QPushButton>(desk, name)->isVisible());
        picture(desk, u"programme-cancelled"_s);

        // Paid out, after a question.
        auto *list = part<QListView>(desk, u"refunds"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
        click(desk, u"payOut"_s);
        QTRY_VERIFY(!desk.models.refundDesk.list().row(0).isDue());
        QVERIFY(desk.prompter.asked.constLast().title.contains(u"80.00"_s));
        QTRY_VERIFY(desk.banner()->text().contains(u"Ada Löwe"_s));
        // Who stands behind them is next, with Enter.
        QCOMPARE(list->currentIndex().row(), 1);
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTRY_VERIFY(list->hasFocus() && part<QPushButton>(desk, u"payOut"_s)->isEnabled());
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(!desk.models.refundDesk.list().row(1).isDue());
        QCOMPARE(list->currentIndex().row(), 2);
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(!part<QPushButton>(desk, u"payOut"_s)->isEnabled());
        m_theme->apply(Scheme::Dark);
        desk.window->resize(1024, 700);
        picture(desk, u"programme-cancelled-dark"_s);
        m_theme->apply(Scheme::Light);

        // And kept as a file.
        const auto save = [&desk](const QString &path) {
            click(desk, u"saveRefunds"_s);
            const auto files = [&desk] { return desk.window->findChild<QFileDialog *>(); };
            if (!QTest::qWaitFor([&] { return files() != nullptr; }))
                return false;
            Q_EMIT files()->fileSelected(path);
            files()->close();
            return QTest::qWaitFor([&] { return files() == nullptr; });
        };
        const QString path = desk.folder.filePath(u"refunds.csv"_s);
        QVERIFY(save(path));
        QTRY_VERIFY(desk.banner()->text().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count("\r\n"), 4);
        QVERIFY2(text.contains("\"80.00\",\"EUR\",\"Cash\",\"yes\""), text.constData());
        QVERIFY2(text.contains("\"'=Cleo\",\"3\",\"Stalls D 1; Stalls D 2; Stalls D 3\",\"75.00\",\"EUR\",\"Cash\",\"no\",\"\""), text.constData());
        QVERIFY(save(desk.folder.filePath(u"nowhere/refunds.csv"_s)));
        QTRY_VERIFY(desk.banner()->text().contains(u"Nothing could be saved"_s));

        // Another event and back.
        openEvent(desk, m_house->events().matinee);
        QVERIFY(!part<QListView>(desk, u"refunds"_s)->isVisible());
        openEvent(desk, event);
        QTRY_COMPARE(desk.models.refundDesk.list().rowCount(), 3);
        QVERIFY(part<QListView>(desk, u"refunds"_s)->isVisible());
    }

    void eventNobodyBought_isCancelledToo()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().later);
        click(desk, u"cancelEvent"_s);
        QTRY_VERIFY(desk.window->findChild<CancelEventDialog *>());
        QVERIFY(desk.window->findChild<QLabel *>(u"touched"_s)->text().contains(u"Nobody"_s));
        auto *reason = desk.window->findChild<QComboBox *>(u"cancelReason"_s);
        reason->setCurrentIndex(0);
        QTest::mouseClick(desk.window->findChild<QPushButton *>(u"reallyCancelEvent"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.models.eventDesk.eventState(), EventState::Cancelled);
        QTRY_COMPARE(desk.models.refundDesk.list().loadState(), LoadState::Ready);
        QVERIFY(!part<QPushButton>(desk, u"saveRefunds"_s)->isEnabled());
        picture(desk, u"programme-cancelled-empty"_s);
    }

    // The customer reads why and that money is owed; the counter pays it out.
    void cancelledEvent_isExplainedAndPaidBack()
    {
        const EventId event = m_house->events().evening;
        const auto customer = m_house->visitor(Role::Customer);
        QVERIFY(customer->call(u"holds.acquire"_s, placesOf(event, {30, 31})).ok());
        QVERIFY(customer->call(u"bookings.checkout"_s, testing::checkoutOf(event, {30, 31}, newKey())).ok());
        const auto manager = m_house->visitor(Role::Manager);
        QVERIFY(manager->call(u"events.cancel"_s, {{u"event"_s, event.toString()}, {u"version"_s, 1}, {u"reason"_s, u"Fire in <b>the house</b>"_s}}).ok());
        QTRY_COMPARE(manager->call(u"events.refunds"_s, {{u"event"_s, event.toString()}}).at(u"totals.remaining"_s).toInt(), 0);
        {
            Desk desk(*m_house);
            QVERIFY(desk.openAs(Role::Customer));
            desk.navigator->goTo(Page::Bookings);
            QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
            QTRY_VERIFY(shows(*desk.window, u"Fire in <b>the house</b>"_s));
            QVERIFY(shows(*desk.window, u"You get €50.00 back"_s));
            QVERIFY(!desk.window->findChild<BookingsScreen *>()->findChild<QPushButton *>(u"payOut"_s)->isVisible());
            picture(desk, u"screen-booking-cancelled-event"_s);
            desk.navigator->goTo(Page::Events);
            picture(desk, u"screen-events-cancelled"_s);
            QVERIFY(desk.openEvent(event));
            QTRY_VERIFY(shows(*desk.window, u"This event was cancelled"_s));
            picture(desk, u"screen-event-cancelled"_s);
        }
        Desk desk(*m_house);
        QVERIFY(desk.openAs(Role::Clerk));
        desk.navigator->goTo(Page::Bookings);
        QTRY_COMPARE(desk.models.bookings.rowCount(), 1);
        QTRY_VERIFY(shows(*desk.window, u"€50.00 is owed"_s));
        auto *pay = desk.window->findChild<BookingsScreen *>()->findChild<QPushButton *>(u"payOut"_s);
        QVERIFY(pay->isVisible());
        picture(desk, u"screen-booking-owed"_s);
        desk.prompter.answer = {.yes = false};
        QTest::mouseClick(pay, Qt::LeftButton);
        QCOMPARE(desk.prompter.asked.size(), 1);
        QVERIFY(pay->isVisible());
        desk.prompter.answer = {.yes = true};
        QTest::mouseClick(pay, Qt::LeftButton);
        QTRY_VERIFY(!pay->isVisible());
        QVERIFY(shows(*desk.window, u"Paid back in cash"_s));
        QVERIFY(!shows(*desk.window, u"is owed"_s));
        picture(desk, u"screen-booking-paid-back"_s);
    }

    void draft_isDeleted()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().draft);
        click(desk, u"deleteEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Empty);
        QTRY_COMPARE(desk.models.eventDesk.programme().rowOf(m_house->events().draft), -1);
        picture(desk, u"programme-deleted"_s);
    }

    void looks_followTheScheme()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        desk.window->resize(1024, 700);
        openEvent(desk, m_house->events().evening);
        m_theme->apply(Scheme::Dark);
        picture(desk, u"programme-dark"_s);
        m_theme->apply(Scheme::Light);
        picture(desk, u"programme-small"_s);
    }
};

QTEST_MAIN(TestProgrammeScreen)
#include "tst_programmescreen.moc"
