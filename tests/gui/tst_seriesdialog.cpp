// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/screens/programmescreen.h"
#include "app/screens/seriesdialog.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "tests/gui/desk.h"
#include "tests/support/eventparams.h"
#include "tests/support/testdatabases.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTimeEdit>

using namespace parterre;
using namespace parterre::testing;
using namespace parterre::ui;
using namespace Qt::StringLiterals;

// Many dates of an event, put together in the window and made at a real server.
class TestSeriesDialog : public QObject
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
    static SeriesDialog *dialog(const Desk &desk) { return desk.window->findChild<SeriesDialog *>(); }
    static SeriesDatesModel &dates(Desk &desk) { return desk.models.seriesDesk.dates(); }
    static QString summary(const Desk &desk) { return dialog(desk)->findChild<QLabel *>(u"seriesSummary"_s)->text(); }
    static void picture(QWidget &window, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("PARTERRE_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(window.grab().save(folder + u'/' + name + u".png"_s));
        }
    }
    void openProgramme(Desk &desk)
    {
        QVERIFY(desk.openAs(Role::Manager));
        desk.navigator->goTo(Page::Programme);
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
    // A new event on Friday 6 December 2030, at half past seven.
    void startNew(Desk &desk, const QString &name)
    {
        click(desk, u"newEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        QTRY_VERIFY(part<QLineEdit>(desk, u"eventName"_s)->hasFocus());
        QTest::keyClicks(part<QLineEdit>(desk, u"eventName"_s), name);
        part<QDateTimeEdit>(desk, u"eventStart"_s)->setDateTime(QDateTime(QDate(2030, 12, 6), QTime(19, 30), Qt::UTC));
    }
    void openDialog(Desk &desk)
    {
        click(desk, u"severalDates"_s);
        QTRY_VERIFY(dialog(desk) && dialog(desk)->isVisible());
        QTRY_VERIFY(!desk.models.seriesDesk.isAsking());
    }
    static void typeNumber(QSpinBox *spin, const QString &number)
    {
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, number);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply(Scheme::Light);
    }
    void init() { m_house = std::make_unique<TestHouse>(m_databases.create(storage::Engine::Sqlite)); }

    void series_isMadeOfTwelveDates()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        QVERIFY(!part<QPushButton>(desk, u"severalDates"_s)->isEnabled());
        startNew(desk, u"The Seagull"_s);
        openDialog(desk);
        auto *first = dialog(desk)->findChild<QDateTimeEdit *>(u"seriesFirst"_s);
        QCOMPARE(first->dateTime(), QDateTime(QDate(2030, 12, 6), QTime(19, 30), Qt::UTC));
        QVERIFY(dialog(desk)->findChild<QCheckBox *>(u"weekday5"_s)->isChecked());
        QCOMPARE(dates(desk).rowCount(), 10);

        // Fridays and Saturdays, twelve of them.
        QTest::keyClick(dialog(desk)->findChild<QCheckBox *>(u"weekday6"_s), Qt::Key_Space);
        typeNumber(dialog(desk)->findChild<QSpinBox *>(u"seriesCount"_s), u"12"_s);
        QTRY_COMPARE(dates(desk).rowCount(), 12);
        QCOMPARE(dialog(desk)->findChild<QLineEdit *>(u"seriesRule"_s)->text(), u"FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12"_s);
        QTRY_VERIFY2(summary(desk).contains(u"12"_s), qPrintable(summary(desk)));

        // Without the second, by the space bar, and the third in the afternoon.
        auto *table = dialog(desk)->findChild<QTableView *>(u"seriesDates"_s);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, SeriesDatesModel::DateColumn));
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(dates(desk).chosenCount(), 11);
        table->setCurrentIndex(table->model()->index(2, SeriesDatesModel::StartColumn));
        QTest::keyClick(table, Qt::Key_F2);
        auto *editor = table->findChild<QTimeEdit *>();
        QVERIFY(editor);
        editor->setTime(QTime(15, 0));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(dates(desk).overrides().size(), 1);
        QTRY_VERIFY(!desk.models.seriesDesk.isAsking());
        QCOMPARE(table->currentIndex().row(), 2);
        auto *create = dialog(desk)->findChild<QPushButton *>(u"createSeries"_s);
        QVERIFY2(create->text().contains(u"11"_s), qPrintable(create->text()));
        picture(*dialog(desk), u"series"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(!dialog(desk));
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        QVERIFY(desk.banner()->text().contains(u"11"_s));

        // The list shows them, and nothing else until it is asked for.
        ProgrammeModel &programme = desk.models.eventDesk.programme();
        QTRY_COMPARE(programme.rowCount(), 11);
        for (const EventSummary &event : programme.rows()) {
            QCOMPARE(event.name, u"The Seagull"_s);
            QCOMPARE(event.state, EventState::Draft);
            QCOMPARE(event.series, programme.series());
        }
        const auto startOf = [&programme](int row) { return inZone(programme.row(row).start, programme.row(row).timeZone); };
        QCOMPARE(startOf(0).date(), QDate(2030, 12, 6));
        QCOMPARE(startOf(0).time(), QTime(19, 30));
        QCOMPARE(startOf(1).date(), QDate(2030, 12, 13));
        QCOMPARE(startOf(1).time(), QTime(15, 0));
        QCOMPARE(startOf(10).date(), QDate(2031, 1, 11));
        QCOMPARE(desk.models.eventDesk.state(), EventDesk::State::Empty);
        auto *only = part<QCheckBox>(desk, u"onlySeries"_s);
        QVERIFY(only->isVisible() && only->isChecked());
        picture(*desk.window, u"programme-series"_s);

        auto *list = part<QListView>(desk, u"programme"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        QTest::mouseClick(only, Qt::LeftButton, {}, QPoint(8, only->height() / 2));
        QTRY_VERIFY(programme.rowCount() > 11);
        QVERIFY(only->isVisible() && !only->isChecked());
        QTest::mouseClick(only, Qt::LeftButton, {}, QPoint(8, only->height() / 2));
        QTRY_COMPARE(programme.rowCount(), 11);
        const auto guest = m_house->visitor();
        QVERIFY(guest->call(u"events.search"_s, {{u"text"_s, u"seagull"_s}}).at(u"events"_s).toArray().isEmpty());
    }

    void rule_isTypedByHandAndRefused()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        startNew(desk, u"The Seagull"_s);
        openDialog(desk);
        auto *repeat = dialog(desk)->findChild<QComboBox *>(u"seriesRepeat"_s);
        auto *rule = dialog(desk)->findChild<QLineEdit *>(u"seriesRule"_s);
        auto *create = dialog(desk)->findChild<QPushButton *>(u"createSeries"_s);
        QVERIFY(rule->isReadOnly());
        repeat->setCurrentIndex(repeat->findData(static_cast<int>(Repeat::MonthlyOnLastWeekday)));
        QCOMPARE(rule->text(), u"FREQ=MONTHLY;BYDAY=-1FR;COUNT=10"_s);
        repeat->setCurrentIndex(repeat->findData(static_cast<int>(Repeat::Text)));
        QVERIFY(!rule->isReadOnly());
        QCOMPARE(rule->text(), u"FREQ=MONTHLY;BYDAY=-1FR;COUNT=10"_s);
        rule->selectAll();
        QTest::keyClicks(rule, u"FREQ=DAILY"_s);
        QTRY_VERIFY(desk.models.seriesDesk.refusal().has_value());
        auto *field = qobject_cast<FormField *>(rule->parentWidget());
        QVERIFY(field);
        QTRY_VERIFY2(field->error().contains(u"never ends"_s), qPrintable(field->error()));
        QVERIFY(!create->isEnabled());
        picture(*dialog(desk), u"series-refused"_s);
        QTest::keyClicks(rule, u";UNTIL=20301208"_s);
        QTRY_COMPARE(dates(desk).rowCount(), 3);
        QTRY_VERIFY(create->isEnabled());
        QVERIFY(field->error().isEmpty());
        // Until a day that is chosen.
        repeat->setCurrentIndex(repeat->findData(static_cast<int>(Repeat::Daily)));
        dialog(desk)->findChild<QComboBox *>(u"seriesEnd"_s)->setCurrentIndex(1);
        dialog(desk)->findChild<QDateEdit *>(u"seriesUntil"_s)->setDate(QDate(2030, 12, 10));
        QTRY_COMPARE(dates(desk).rowCount(), 5);
        // Nothing is made when it is closed, and the form is as it was.
        QTest::keyClick(dialog(desk), Qt::Key_Escape);
        QTRY_VERIFY(!dialog(desk));
        QCOMPARE(desk.models.eventDesk.definition().name, u"The Seagull"_s);
    }

    void weekday_goesWithTheFirstDate()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        startNew(desk, u"The Seagull"_s);
        openDialog(desk);
        dialog(desk)->findChild<QDateTimeEdit *>(u"seriesFirst"_s)->setDateTime(QDateTime(QDate(2030, 12, 8), QTime(11, 0), Qt::UTC));
        QVERIFY(dialog(desk)->findChild<QCheckBox *>(u"weekday7"_s)->isChecked());
        QVERIFY(!dialog(desk)->findChild<QCheckBox *>(u"weekday5"_s)->isChecked());
        QTRY_VERIFY(!desk.models.seriesDesk.isAsking());
        QCOMPARE(dates(desk).index(0, SeriesDatesModel::DateColumn).data().toDate(), QDate(2030, 12, 8));
    }

    void hall_isSaidToBeTaken()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        // An event that there is: its own evening is not made again.
        const int row = desk.models.eventDesk.programme().rowOf(m_house->events().evening);
        QVERIFY(row >= 0);
        auto *list = part<QListView>(desk, u"programme"_s);
        list->setCurrentIndex(list->model()->index(row, 0));
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        openDialog(desk);
        auto *table = dialog(desk)->findChild<QTableView *>(u"seriesDates"_s);
        const auto inHall = [table] { return table->model()->index(0, SeriesDatesModel::HallColumn).data().toString(); };
        QCOMPARE(dates(desk).existingCount(), 1);
        QCOMPARE(dates(desk).chosenCount(), dates(desk).rowCount() - 1);
        QCOMPARE(inHall(), u"This event, which is there already"_s);
        QVERIFY2(summary(desk).contains(u"there already"_s), qPrintable(summary(desk)));
        picture(*dialog(desk), u"series-existing"_s);
        // A little later, on the same evening, the hall is taken by it.
        auto *first = dialog(desk)->findChild<QDateTimeEdit *>(u"seriesFirst"_s);
        first->setDateTime(first->dateTime().addSecs(60));
        QTRY_VERIFY(!desk.models.seriesDesk.isAsking());
        QCOMPARE(dates(desk).existingCount(), 0);
        QVERIFY(dates(desk).conflictCount() >= 1);
        QVERIFY(inHall().contains(desk.models.eventDesk.definition().name));
        QVERIFY2(summary(desk).contains(u"hall"_s), qPrintable(summary(desk)));
        m_theme->apply(Scheme::Dark);
        picture(*dialog(desk), u"series-dark"_s);
        m_theme->apply(Scheme::Light);
        QTest::keyClick(dialog(desk), Qt::Key_Escape);
        QTRY_VERIFY(!dialog(desk));
        QCOMPARE(desk.models.eventDesk.event(), m_house->events().evening);
    }

    void feesTaxAndReservations_areTypedForAllDates()
    {
        const auto manager = m_house->visitor(Role::Manager);
        const WireReply made = manager->call(u"events.createSeries"_s, seriesIn(*m_house, newKey(), u"FREQ=DAILY;COUNT=2"_s));
        Desk desk(*m_house);
        openProgramme(desk);
        desk.models.eventDesk.open(*EventId::fromString(made.at(u"events.0.event"_s).toString()));
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        desk.models.eventDesk.setScope(EventDesk::Scope::AllDates);
        const auto type = [&desk](const QString &field, const QString &number) {
            auto *spin = part<QAbstractSpinBox>(desk, field);
            spin->setFocus();
            spin->selectAll();
            QTest::keyClicks(spin, number);
            QTest::keyClick(spin, Qt::Key_Return);
        };
        type(u"ticketFee"_s, u"1.50"_s);
        type(u"ticketTax"_s, u"7"_s);
        type(u"cancelShare"_s, u"10"_s);
        type(u"reservationRelease"_s, u"90"_s);
        part<QComboBox>(desk, u"taxMode"_s)->setCurrentIndex(1);
        picture(*desk.window, u"series-fees"_s);
        click(desk, u"saveEvent"_s);
        const auto stored = [&](int date) { return manager->call(u"events.get"_s, {{u"event"_s, made.at(u"events.%1.event"_s.arg(date))}}).at(u"event"_s); };
        QTRY_COMPARE(stored(1)[u"rules"_s][u"reservationRelease"_s].toInt(), 90);
        for (const int date : {0, 1}) {
            const QJsonValue rules = stored(date)[u"priceRules"_s];
            QCOMPARE(rules[u"ticketFee"_s].toInt(), 150);
            QCOMPARE(rules[u"taxRate"_s].toInt(), 700);
            QCOMPARE(rules[u"cancelShare"_s].toInt(), 1'000);
            QCOMPARE(rules[u"taxMode"_s].toString(), u"added"_s);
        }
        // And taken away again.
        QTRY_VERIFY(!desk.models.eventDesk.isBusy());
        for (const QString &field : {u"ticketFee"_s, u"ticketTax"_s, u"cancelShare"_s})
            type(field, u"0"_s);
        part<QComboBox>(desk, u"taxMode"_s)->setCurrentIndex(0);
        click(desk, u"saveEvent"_s);
        QTRY_COMPARE(stored(1)[u"priceRules"_s][u"ticketFee"_s].toInt(), 0);
    }

    void oneMoreDate_isACopyOfAnother()
    {
        const auto manager = m_house->visitor(Role::Manager);
        const QString series = newKey();
        const WireReply made = manager->call(u"events.createSeries"_s, seriesIn(*m_house, series, u"FREQ=DAILY;COUNT=2"_s));
        Desk desk(*m_house);
        openProgramme(desk);
        desk.models.eventDesk.open(*EventId::fromString(made.at(u"events.0.event"_s).toString()));
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        auto *joins = part<QCheckBox>(desk, u"joinsSeries"_s);
        QVERIFY(!joins->isVisible());
        click(desk, u"copyEvent"_s);
        QTRY_VERIFY(joins->isVisible());
        QVERIFY(joins->isChecked());
        part<QDateTimeEdit>(desk, u"eventStart"_s)->setDateTime(QDateTime(QDate(2030, 12, 20), QTime(15, 0), Qt::UTC));
        picture(*desk.window, u"series-one-more"_s);
        click(desk, u"saveEvent"_s);
        QTRY_VERIFY(desk.models.eventDesk.stored());
        QTRY_VERIFY(!joins->isVisible());
        QCOMPARE(manager->call(u"events.search"_s, {{u"series"_s, series}}).at(u"events"_s).toArray().size(), 3);
        // Another one of its own.
        click(desk, u"copyEvent"_s);
        QTRY_VERIFY(joins->isVisible());
        joins->click();
        click(desk, u"saveEvent"_s);
        QTRY_VERIFY(desk.models.eventDesk.stored());
        QVERIFY(!desk.models.eventDesk.stored()->summary.series);
    }

    void datesOfASeries_areChangedAndPublishedTogether()
    {
        const auto manager = m_house->visitor(Role::Manager);
        const WireReply made = manager->call(u"events.createSeries"_s, seriesIn(*m_house, newKey(), u"FREQ=DAILY;COUNT=4"_s));
        QVERIFY(made.ok());
        const auto idOf = [&made](int date) { return *EventId::fromString(made.at(u"events.%1.event"_s.arg(date)).toString()); };
        // The third has a name of its own.
        const QJsonObject own = with(with(definitionIn(*m_house, u"The Tempest for schools"_s), u"start"_s, made.at(u"events.2.start"_s)), u"durationMinutes"_s, 140);
        QVERIFY(manager->call(u"events.update"_s, {{u"event"_s, made.at(u"events.2.event"_s)}, {u"version"_s, 1}, {u"definition"_s, own}}).ok());

        Desk desk(*m_house);
        openProgramme(desk);
        openEvent(desk, m_house->events().evening);
        auto *scope = part<QComboBox>(desk, u"scope"_s);
        QVERIFY(!scope->isVisible());
        openEvent(desk, idOf(0));
        QTRY_VERIFY(scope->isVisible());
        QCOMPARE(scope->currentText(), u"Only this date"_s);
        scope->setFocus();
        QTest::keyClick(scope, Qt::Key_End);
        QCOMPARE(scope->currentText(), u"All dates"_s);
        auto *name = part<QLineEdit>(desk, u"eventName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"The Storm"_s);
        picture(*desk.window, u"programme-series-scope"_s);
        click(desk, u"publishEvent"_s);
        QTRY_COMPARE(desk.banner()->severity(), Severity::Success);
        QVERIFY2(desk.banner()->text().startsWith(u"4 dates are published"_s), qPrintable(desk.banner()->text()));
        QVERIFY2(desk.banner()->text().contains(u"(name)"_s), qPrintable(desk.banner()->text()));
        picture(*desk.window, u"programme-series-published"_s);
        QStringList names;
        for (int date = 0; date < 4; ++date) {
            const WireReply event = manager->call(u"events.get"_s, {{u"event"_s, idOf(date).toString()}});
            QCOMPARE(event.at(u"event.summary.state"_s).toString(), u"published"_s);
            names.append(event.at(u"event.summary.name"_s).toString());
        }
        QCOMPARE(names, QStringList({u"The Storm"_s, u"The Storm"_s, u"The Tempest for schools"_s, u"The Storm"_s}));
        // From the second on.
        openEvent(desk, idOf(1));
        QCOMPARE(scope->currentText(), u"Only this date"_s);
        scope->setFocus();
        QTest::keyClick(scope, Qt::Key_Down);
        QCOMPARE(scope->currentText(), u"This date and later"_s);
        click(desk, u"pauseEvent"_s);
        QTRY_VERIFY(desk.banner()->text().startsWith(u"Sales of 3 dates are paused"_s));
        QCOMPARE(manager->call(u"events.get"_s, {{u"event"_s, idOf(0).toString()}}).at(u"event.summary.state"_s).toString(), u"published"_s);
    }

    void form_isCheckedFirst()
    {
        Desk desk(*m_house);
        openProgramme(desk);
        click(desk, u"newEvent"_s);
        QTRY_COMPARE(desk.models.eventDesk.state(), EventDesk::State::Editing);
        click(desk, u"severalDates"_s); // it has no name yet
        QCOMPARE(desk.banner()->severity(), Severity::Error);
        QVERIFY(!dialog(desk));
    }
};

QTEST_MAIN(TestSeriesDialog)
#include "tst_seriesdialog.moc"
