// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/seriesdesk.h"

#include "stateworld.h"
#include "shared/protocol/methods.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

// A series that is put together, at a server that knows the dates of daily rules.
class SeriesDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<SeriesDesk> m_desk;
    std::optional<Error> m_refusal;
    std::optional<HallConflict> m_conflict; // on the second date
    const QTimeZone m_berlin {"Europe/Berlin"};
    const LocalTime m_first {.date = QDate(2026, 12, 4), .time = QTime(19, 30)};

    [[nodiscard]] EventDefinition definition() const
    {
        return {.name = u"Hamlet"_s,
                .start = instantIn(m_berlin, m_first),
                .durationMinutes = 150,
                .plan = PlanId(QUuid::createUuidV5(QUuid(), u"hall"_s)),
                .planVersion = 1,
                .rules = {.salesUntil = instantIn(m_berlin, shifted(m_first, std::chrono::hours(-1)))}};
    }
    Result<EventsExpandResult> expand(const EventsExpandParams &params)
    {
        if (m_refusal)
            return *m_refusal;
        EventsExpandResult result {.timeZone = u"Europe/Berlin"_s};
        const LocalTime first = localIn(m_berlin, params.start);
        const int count = params.dates.rule.section(u"COUNT="_s, 1).toInt();
        QList<LocalTime> moved;
        for (int day = 0; day < count; ++day) {
            SeriesDate date {.date = {.date = first.date.addDays(day), .time = first.time}};
            LocalTime start = date.date;
            for (const SeriesOverride &otherwise : params.overrides) {
                if (otherwise.date == date.date)
                    start = otherwise.start.value_or(start);
            }
            date.start = instantIn(m_berlin, start);
            if (day == 1)
                date.conflict = m_conflict;
            result.dates.append(date);
        }
        return result;
    }
    void serve()
    {
        m_world->server.when<EventsExpand>([this](const EventsExpandParams &params) { return expand(params); });
        m_world->server.when<EventsCreateSeries>([this](const EventsCreateSeriesParams &) -> Result<EventsCreateSeriesResult> {
            if (m_refusal)
                return *m_refusal;
            return EventsCreateSeriesResult {.events = {{.event = eventNumber(1)}, {.event = eventNumber(2)}}};
        });
    }
    [[nodiscard]] static SeriesPattern daily(const LocalTime &first, int count) { return {.first = first, .repeat = Repeat::Daily, .count = count}; }
    [[nodiscard]] QModelIndex cell(int row, int column) const { return m_desk->dates().index(row, column); }
    void startDaily(int count)
    {
        m_desk->start(definition(), u"Europe/Berlin"_s);
        m_desk->setPattern(daily(m_first, count));
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_desk->dates().rowCount(), m_refusal ? 0 : count);
    }

private Q_SLOTS:
    void init()
    {
        m_refusal.reset();
        m_conflict.reset();
        m_world = std::make_unique<StateWorld>();
        serve();
        m_desk = std::make_unique<SeriesDesk>(m_world->session, m_world->ids, std::chrono::milliseconds(1));
        QVERIFY(m_world->enterAs(userNamed(u"mary"_s, 1, Role::Manager)));
    }
    void cleanup()
    {
        m_desk.reset();
        m_world.reset();
    }

    void pattern_isARule_data()
    {
        QTest::addColumn<SeriesPattern>("pattern");
        QTest::addColumn<QString>("rule");
        const auto row = [this](const char *name, SeriesPattern pattern, const QString &rule) {
            pattern.first = m_first;
            QTest::newRow(name) << pattern << rule;
        };
        row("weekly, as offered", {}, u"FREQ=WEEKLY;COUNT=10"_s);
        row("on two days", {.weekdays = {Qt::Saturday, Qt::Friday}, .count = 3}, u"FREQ=WEEKLY;BYDAY=FR,SA;COUNT=3"_s);
        row("every other day until a day", {.repeat = Repeat::Daily, .interval = 2, .count = {}, .until = QDate(2027, 1, 5)}, u"FREQ=DAILY;INTERVAL=2;UNTIL=20270105"_s);
        row("on the day of the month", {.repeat = Repeat::MonthlyOnDay}, u"FREQ=MONTHLY;BYMONTHDAY=4;COUNT=10"_s);
        row("on the first Friday", {.repeat = Repeat::MonthlyOnWeekday}, u"FREQ=MONTHLY;BYDAY=1FR;COUNT=10"_s);
        row("on the last Friday", {.repeat = Repeat::MonthlyOnLastWeekday}, u"FREQ=MONTHLY;BYDAY=-1FR;COUNT=10"_s);
        row("by hand", {.repeat = Repeat::Text, .text = u" FREQ=YEARLY;COUNT=2 "_s}, u"FREQ=YEARLY;COUNT=2"_s);
    }
    void pattern_isARule()
    {
        QFETCH(SeriesPattern, pattern);
        QTEST(ruleOf(pattern), "rule");
    }
    void weeks_areCountedInTheirMonth()
    {
        QCOMPARE(weekOfMonth(QDate(2026, 12, 1)), 1);
        QCOMPARE(weekOfMonth(QDate(2026, 12, 7)), 1);
        QCOMPARE(weekOfMonth(QDate(2026, 12, 8)), 2);
        QCOMPARE(weekOfMonth(QDate(2026, 12, 31)), 5);
    }

    void dates_followThePattern()
    {
        const QAbstractItemModelTester tester(&m_desk->dates(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_desk->start(definition(), u"Europe/Berlin"_s);
        QCOMPARE(m_desk->pattern().first, m_first);
        QCOMPARE(m_desk->pattern().weekdays, QList<Qt::DayOfWeek> {Qt::Friday});
        QVERIFY(m_desk->isAsking());
        QVERIFY(!m_desk->mayCreate());
        m_desk->setPattern(daily(m_first, 3));
        m_desk->setPattern(daily(m_first, 4)); // typed quickly: asked once
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_world->server.count<EventsExpand>(), 1);
        QCOMPARE(m_desk->dates().rowCount(), 4);
        QCOMPARE(cell(3, SeriesDatesModel::DateColumn).data().toDate(), QDate(2026, 12, 7));
        QCOMPARE(cell(3, SeriesDatesModel::StartColumn).data().toTime(), QTime(19, 30));
        QVERIFY(m_desk->mayCreate());

        m_refusal = Error {.code = ErrorCode::TooManyDates, .limit = 400};
        m_desk->setPattern(daily(m_first, 500));
        QTRY_VERIFY(m_desk->refusal().has_value());
        QCOMPARE(m_desk->refusal()->limit, 400);
        QVERIFY(!m_desk->mayCreate());
        m_refusal.reset();
        m_desk->setPattern(daily(m_first, 2));
        QTRY_VERIFY(!m_desk->refusal());
        QCOMPARE(m_desk->dates().rowCount(), 2);
    }

    void decisions_stayWithTheirDates()
    {
        startDaily(4);
        QVERIFY(m_desk->dates().setData(cell(1, SeriesDatesModel::DateColumn), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(m_desk->dates().setData(cell(2, SeriesDatesModel::StartColumn), QTime(15, 0)));
        QVERIFY(!m_desk->dates().setData(cell(2, SeriesDatesModel::StartColumn), QTime()));
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_world->server.received<EventsExpand>().constLast().overrides.size(), 1);
        QVERIFY(!(cell(1, SeriesDatesModel::StartColumn).flags() & Qt::ItemIsEditable));
        // A longer rule names them still; the hall is looked at again with them.
        m_desk->setPattern(daily(m_first, 6));
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_world->server.received<EventsExpand>().constLast().overrides.size(), 1);
        QCOMPARE(m_desk->dates().chosenCount(), 5);
        QCOMPARE(cell(2, SeriesDatesModel::StartColumn).data().toTime(), QTime(15, 0));
        // A shorter one does not.
        m_desk->setPattern(daily(m_first, 1));
        QTRY_VERIFY(!m_desk->isAsking());
        QVERIFY(m_desk->dates().overrides().isEmpty());
        QVERIFY(m_desk->dates().excluded().isEmpty());
        // The time of the rule is no other time.
        QVERIFY(m_desk->dates().setData(cell(0, SeriesDatesModel::StartColumn), QTime(15, 0)));
        QVERIFY(m_desk->dates().setData(cell(0, SeriesDatesModel::StartColumn), QTime(19, 30)));
        QVERIFY(m_desk->dates().overrides().isEmpty());
        QTRY_VERIFY(!m_desk->isAsking());
    }

    void conflicts_areOfWhatIsMade()
    {
        m_conflict = HallConflict {.event = eventNumber(7), .name = u"Faust"_s, .start = instantIn(m_berlin, m_first)};
        startDaily(3);
        QCOMPARE(m_desk->dates().conflictCount(), 1);
        QCOMPARE(cell(1, SeriesDatesModel::HallColumn).data(SeriesDatesModel::ConflictRole).value<HallConflict>().name, u"Faust"_s);
        QVERIFY(m_desk->dates().setData(cell(1, SeriesDatesModel::DateColumn), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_desk->dates().conflictCount(), 0);
        QVERIFY(m_desk->dates().setData(cell(1, SeriesDatesModel::DateColumn), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(m_desk->dates().conflictCount(), 1);
        // With another date, which may be left out.
        m_conflict = HallConflict {.start = instantIn(m_berlin, m_first)};
        startDaily(4);
        QCOMPARE(m_desk->dates().conflictCount(), 1);
        QVERIFY(m_desk->dates().setData(cell(0, SeriesDatesModel::DateColumn), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_desk->dates().conflictCount(), 0);
    }

    // The event that the dates are like has one of them; it is not made twice, and is in the hall all the same.
    void dateThatIsThere_isShownAndNotMade()
    {
        const QAbstractItemModelTester tester(&m_desk->dates(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        LocalTime second = m_first;
        second.date = second.date.addDays(1);
        m_desk->start(definition(), u"Europe/Berlin"_s, {.start = instantIn(m_berlin, second), .posterOf = eventNumber(5)});
        m_conflict = HallConflict {.event = eventNumber(5), .name = u"Hamlet"_s, .start = instantIn(m_berlin, second)};
        m_desk->setPattern(daily(m_first, 3));
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_desk->dates().rowCount(), 3);
        QCOMPARE(m_desk->dates().chosenCount(), 2);
        QCOMPARE(m_desk->dates().existingCount(), 1);
        QCOMPARE(m_desk->dates().conflictCount(), 0);
        QVERIFY(cell(1, SeriesDatesModel::HallColumn).data(SeriesDatesModel::ExistingRole).toBool());
        QVERIFY(!cell(0, SeriesDatesModel::HallColumn).data(SeriesDatesModel::ExistingRole).toBool());
        QCOMPARE(cell(1, SeriesDatesModel::DateColumn).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
        for (const int column : {SeriesDatesModel::DateColumn, SeriesDatesModel::StartColumn, SeriesDatesModel::HallColumn})
            QVERIFY(!(cell(1, column).flags() & Qt::ItemIsEnabled));
        QVERIFY(!m_desk->dates().setData(cell(1, SeriesDatesModel::DateColumn), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!m_desk->dates().setData(cell(1, SeriesDatesModel::StartColumn), QTime(15, 0)));
        QSignalSpy created(m_desk.get(), &SeriesDesk::created);
        m_desk->create();
        QTRY_COMPARE(created.size(), 1);
        const EventsCreateSeriesParams asked = m_world->server.received<EventsCreateSeries>().constLast();
        QCOMPARE(asked.dates.excluded, QList<LocalTime> {second});
        QCOMPARE(asked.posterOf, std::optional(eventNumber(5)));

        // At another time of that day it is another date, and meets it.
        LocalTime late = m_first;
        late.time = QTime(21, 0);
        m_desk->setPattern(daily(late, 3));
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_desk->dates().existingCount(), 0);
        QCOMPARE(m_desk->dates().chosenCount(), 3);
        QCOMPARE(m_desk->dates().conflictCount(), 1);
        // With nothing besides there is nothing to make.
        m_desk->setPattern(daily(second, 1));
        QTRY_VERIFY(!m_desk->isAsking());
        QCOMPARE(m_desk->dates().existingCount(), 1);
        QVERIFY(!m_desk->mayCreate());
        // Another series begins without.
        startDaily(2);
        QCOMPARE(m_desk->dates().existingCount(), 0);
    }

    void series_isMadeAsShown()
    {
        startDaily(3);
        LocalTime later = m_first;
        later.time = QTime(20, 0);
        m_desk->setPattern(daily(later, 3));
        QTRY_VERIFY(!m_desk->isAsking());
        QVERIFY(m_desk->dates().setData(cell(0, SeriesDatesModel::DateColumn), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(m_desk->dates().setData(cell(2, SeriesDatesModel::StartColumn), QTime(15, 0)));
        QTRY_VERIFY(m_desk->mayCreate());
        QSignalSpy created(m_desk.get(), &SeriesDesk::created);
        m_desk->create();
        m_desk->create(); // once
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(created.constFirst().at(1).toInt(), 2);
        const QList<EventsCreateSeriesParams> asked = m_world->server.received<EventsCreateSeries>();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst().dates.rule, u"FREQ=DAILY;COUNT=3"_s);
        QCOMPARE(asked.constFirst().dates.excluded, QList<LocalTime> {later});
        QCOMPARE(asked.constFirst().overrides.size(), 1);
        QCOMPARE(asked.constFirst().overrides.constFirst().start, (LocalTime {.date = later.date.addDays(2), .time = QTime(15, 0)}));
        // Sales end an hour before the start, wherever that is.
        QCOMPARE(asked.constFirst().definition.start, instantIn(m_berlin, later));
        QCOMPARE(asked.constFirst().definition.rules.salesUntil, instantIn(m_berlin, later) - std::chrono::hours(1));
    }

    void refusal_isToldAndTriedAgain()
    {
        startDaily(2);
        m_refusal = Error {.code = ErrorCode::EventInvalid};
        QSignalSpy failed(m_desk.get(), &SeriesDesk::failed);
        m_desk->create();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_desk->mayCreate());
        m_refusal.reset();
        QSignalSpy created(m_desk.get(), &SeriesDesk::created);
        m_desk->create();
        QTRY_COMPARE(created.size(), 1);
        const QList<EventsCreateSeriesParams> asked = m_world->server.received<EventsCreateSeries>();
        QCOMPARE(asked.constFirst().series, asked.constLast().series);
        startDaily(2);
        m_desk->create();
        QTRY_COMPARE(created.size(), 2);
        QVERIFY(m_world->server.received<EventsCreateSeries>().constLast().series != asked.constLast().series);
    }

    void link_mayBreakMeanwhile()
    {
        startDaily(2);
        bool lost = false;
        m_world->server.whenAsked<EventsCreateSeries>([this, &lost](const EventsCreateSeriesParams &, const Answer<EventsCreateSeries> &answer) {
            if (std::exchange(lost, true))
                answer(EventsCreateSeriesResult {.events = {{.event = eventNumber(1)}}});
        });
        QSignalSpy created(m_desk.get(), &SeriesDesk::created);
        m_desk->create();
        QTRY_VERIFY(lost);
        QVERIFY(m_world->breakLink(true));
        QTRY_COMPARE(created.size(), 1);
        const QList<EventsCreateSeriesParams> asked = m_world->server.received<EventsCreateSeries>();
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.constFirst().series, asked.constLast().series);
    }
};

QTEST_GUILESS_MAIN(SeriesDeskTest)
#include "tst_seriesdesk.moc"
