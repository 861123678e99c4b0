// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
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

// The programme, managed from the window: made, priced, published, paused, deleted.
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
    void picture(Desk &desk, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("PARTERRE_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(desk.window->grab().save(folder + u'/' + name + u".png"_s));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
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

        click(desk, u"addType"_s);
        QTest::keyClicks(part<QLineEdit>(desk, u"typeName"_s), u"Grown-up"_s);
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
