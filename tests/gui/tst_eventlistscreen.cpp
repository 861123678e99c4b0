// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/daterange.h"
#include "app/screens/eventlistscreen.h"
#include "app/widgets/dayspan.h"
#include "shared/core/utctime.h"
#include "tests/gui/desk.h"
#include "tests/gui/picture.h"
#include "tests/support/testdatabases.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>

#include <algorithm>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Looking for what is on from one day to another.
class TestEventListScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void days_areWholeByTheClockOfTheHouse();
    void days_areOfferedFromTodayOn();
    void events_areFoundFromOneDayToAnother();
    void lastDay_isNeverBeforeTheFirst();
    void days_areReachedAndChangedByKeyboard();
    void typedDay_countsWhenItIsWhole();
    void days_areForgottenWithTheFilter();
    void days_readRightToLeft();
    void days_areShownWhole();
    void choices_goBelowDatesThatWouldBeSqueezed();

private:
    [[nodiscard]] static QDate dayOf(Instant instant);
    [[nodiscard]] static QAbstractButton *choiceOf(QWidget &screen);
    // The names of those from one day to the other.
    [[nodiscard]] static QStringList namesOf(const QList<EventSummary> &events, QDate first, QDate last);
    // Chooses them among the dates, on the open desk.
    void openDays(Desk &desk);

    std::unique_ptr<Theme> m_theme;
    TestDatabases m_databases;
    std::unique_ptr<TestHouse> m_house;
    QWidget *m_screen = nullptr;
    QDateEdit *m_first = nullptr;
    QDateEdit *m_last = nullptr;
};

void TestEventListScreen::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    QLocale::setDefault(QLocale(u"en_GB"_s));
}

void TestEventListScreen::init()
{
    m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite));
}

void TestEventListScreen::cleanup()
{
    m_house.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QDate TestEventListScreen::dayOf(Instant instant)
{
    return toDateTime(instant).toTimeZone(QTimeZone("Europe/Berlin")).date();
}

QAbstractButton *TestEventListScreen::choiceOf(QWidget &screen)
{
    for (QAbstractButton *button : screen.findChildren<QAbstractButton *>()) {
        if (button->text() == u"From … to"_s)
            return button;
    }
    return nullptr;
}

QStringList TestEventListScreen::namesOf(const QList<EventSummary> &events, QDate first, QDate last)
{
    QStringList names;
    for (const EventSummary &event : events) {
        if (const QDate day = dayOf(event.start); day >= first && day <= last)
            names.append(event.name);
    }
    return names;
}

void TestEventListScreen::openDays(Desk &desk)
{
    m_screen = desk.screen<QWidget>(Page::Events);
    auto *days = m_screen->findChild<DaySpan *>();
    m_first = days->findChild<QDateEdit *>(u"firstDay"_s);
    m_last = days->findChild<QDateEdit *>(u"lastDay"_s);
    QTRY_COMPARE(desk.models.venues.rowCount(), 1); // whose clock it is
    QVERIFY(!days->isVisible());
    choiceOf(*m_screen)->click();
    QVERIFY(days->isVisible());
}

void TestEventListScreen::days_areWholeByTheClockOfTheHouse()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto at = [](int day, int hour) { return toInstant(QDateTime(QDate(2026, 10, day), QTime(hour, 0), Qt::UTC)); };
    // The night in which the clocks go back makes the day an hour longer.
    QCOMPARE(dateRange(QDate(2026, 10, 25), QDate(2026, 10, 25), berlin), (DateRange {.from = at(24, 22), .to = at(25, 23)}));
    QCOMPARE(dateRange(QDate(2026, 10, 12), QDate(2026, 10, 14), berlin), (DateRange {.from = at(11, 22), .to = at(14, 22)}));
    QCOMPARE(dateRange(QDate(2026, 10, 12), QDate(2026, 10, 12), QTimeZone("Asia/Tokyo")), (DateRange {.from = at(11, 15), .to = at(12, 15)}));
}

void TestEventListScreen::days_areOfferedFromTodayOn()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    const QDate before = dayOf(desk.clock.utcNow());
    openDays(desk);
    QVERIFY(m_first->date() == before || m_first->date() == dayOf(desk.clock.utcNow()));
    QCOMPARE(m_last->date(), m_first->date().addDays(6));
    // Chosen once more, they stay; chosen anew, they are those of today again.
    m_last->setDate(before.addDays(40));
    choiceOf(*m_screen)->click();
    QCOMPARE(m_last->date(), before.addDays(40));
    for (QAbstractButton *button : m_screen->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Today"_s)
            button->click();
    }
    QVERIFY(!m_first->isVisible());
    choiceOf(*m_screen)->click();
    QCOMPARE(m_last->date(), m_first->date().addDays(6));
}

void TestEventListScreen::events_areFoundFromOneDayToAnother()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    const QList<EventSummary> all = desk.models.events.rows();
    const auto hamlet = std::find_if(all.begin(), all.end(), [](const EventSummary &event) { return event.name == u"Hamlet"_s; });
    QVERIFY(hamlet != all.end());
    const QDate day = dayOf(hamlet->start);
    openDays(desk);
    m_last->setDate(day);
    m_first->setDate(day);
    const QStringList onThatDay = namesOf(all, day, day);
    QVERIFY(onThatDay.contains(u"Hamlet"_s) && !onThatDay.contains(u"Yesterday"_s));
    QTRY_COMPARE(namesOf(desk.models.events.rows(), {}, QDate(9999, 1, 1)), onThatDay);
    m_last->setDate(day.addDays(1));
    QTRY_COMPARE(namesOf(desk.models.events.rows(), {}, QDate(9999, 1, 1)), namesOf(all, day, day.addDays(1)));
    keepPicture(*desk.window, u"screen-events-days"_s);
    m_first->setDate(day.addDays(2));
    QTRY_COMPARE(desk.models.events.rowCount(), 0);
}

void TestEventListScreen::lastDay_isNeverBeforeTheFirst()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    openDays(desk);
    const QDate today = m_first->date();
    m_first->setDate(today.addDays(30));
    QCOMPARE(m_last->date(), today.addDays(30));
    m_last->setDate(today);
    QCOMPARE(m_last->date(), today.addDays(30));
    QTest::keyClick(m_last, Qt::Key_Down);
    QCOMPARE(m_last->date(), today.addDays(30));
    QCOMPARE(desk.models.events.filter().to, dateRange(today, today.addDays(30), QTimeZone("Europe/Berlin")).to);
    m_first->setDate(today.addDays(-400)); // what was on last year
    QCOMPARE(m_last->date(), today.addDays(30));
    QCOMPARE(desk.models.events.filter().from, dateRange(today.addDays(-400), today, QTimeZone("Europe/Berlin")).from);
}

void TestEventListScreen::days_areReachedAndChangedByKeyboard()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    openDays(desk);
    m_first->setDate(QDate(2031, 5, 3));
    m_first->setSelectedSection(QDateTimeEdit::DaySection);
    choiceOf(*m_screen)->setFocus();
    press(*desk.window, Qt::Key_Tab);
    QVERIFY(m_first->hasFocus());
    QTest::keyClick(m_first, Qt::Key_Up);
    QCOMPARE(m_first->date(), QDate(2031, 5, 4));
    QCOMPARE(desk.models.events.filter().from, dateRange(QDate(2031, 5, 4), QDate(2031, 5, 4), QTimeZone("Europe/Berlin")).from);
    m_last->setFocus();
    QTest::keyClick(m_last, Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(m_first->hasFocus());
}

void TestEventListScreen::typedDay_countsWhenItIsWhole()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    openDays(desk);
    m_first->setDate(QDate(2031, 5, 3));
    const std::optional<Instant> from = desk.models.events.filter().from;
    m_first->setFocus();
    m_first->setSelectedSection(QDateTimeEdit::DaySection);
    QTest::keyClick(m_first, Qt::Key_1);
    QCOMPARE(desk.models.events.filter().from, from);
    QTest::keyClick(m_first, Qt::Key_7);
    QTest::keyClick(m_first, Qt::Key_Return);
    QCOMPARE(m_first->date(), QDate(2031, 5, 17));
    QCOMPARE(desk.models.events.filter().from, dateRange(QDate(2031, 5, 17), QDate(2031, 5, 17), QTimeZone("Europe/Berlin")).from);
}

void TestEventListScreen::days_areForgottenWithTheFilter()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    openDays(desk);
    m_first->setDate(m_first->date().addDays(300));
    QTRY_COMPARE(desk.models.events.rowCount(), 0);
    desk.screen<EventListScreen>(Page::Events)->resetFilter();
    QTRY_VERIFY(desk.models.events.rowCount() > 3);
    QVERIFY(!m_first->isVisible());
    QVERIFY(!desk.models.events.filter().to);
}

void TestEventListScreen::days_readRightToLeft()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Customer));
    openDays(desk);
    QTRY_VERIFY(m_first->mapTo(m_screen, QPoint()).x() > m_last->mapTo(m_screen, QPoint()).x());
    QVERIFY(m_first->mapTo(m_screen, QPoint()).x() > m_screen->width() / 2);
    QCOMPARE(m_first->accessibleName(), u"First day"_s);
    QCOMPARE(m_last->accessibleName(), u"Last day"_s);
    keepPicture(*desk.window, u"screen-events-days-rtl"_s);
}

void TestEventListScreen::days_areShownWhole()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    openDays(desk);
    for (QDateEdit *day : {m_first, m_last}) {
        auto *text = day->findChild<QLineEdit *>();
        QTRY_COMPARE(day->width(), day->sizeHint().width());
        text->end(false);
        text->grab(); // what has no room is scrolled when it is painted
        QCOMPARE(text->cursorPositionAt({0, text->height() / 2}), 0);
        QVERIFY2(text->text().size() == 10, qPrintable(text->text()));
    }
}

void TestEventListScreen::choices_goBelowDatesThatWouldBeSqueezed()
{
    Desk desk(*m_house);
    QVERIFY(desk.openAs(Role::Clerk));
    auto *screen = desk.screen<QWidget>(Page::Events);
    QAbstractButton *days = choiceOf(*screen);
    const auto *bar = days->parentWidget();
    const QComboBox *party = nullptr;
    for (const QComboBox *box : screen->findChildren<QComboBox *>()) {
        if (box->accessibleName() == u"How many seats"_s)
            party = box;
    }
    QVERIFY(party);
    const auto isBelow = [&] { return party->mapTo(screen, QPoint()).y() > bar->mapTo(screen, QPoint()).y(); };
    const auto isWhole = [&] {
        const QList<QAbstractButton *> choices = bar->findChildren<QAbstractButton *>();
        return std::all_of(choices.begin(), choices.end(), [](const QAbstractButton *choice) { return choice->width() >= choice->sizeHint().width(); });
    };
    desk.window->resize(1280, 800);
    QTRY_VERIFY(!isBelow() && isWhole());
    days->setText(u"From a first day … to the last one"_s); // as long as in other languages
    desk.window->resize(1024, 700);
    QTRY_VERIFY(isBelow() && isWhole());
    keepPicture(*desk.window, u"screen-events-narrow"_s);
    desk.window->resize(1600, 800);
    QTRY_VERIFY(!isBelow() && isWhole());
}

QTEST_MAIN(TestEventListScreen)
#include "tst_eventlistscreen.moc"
