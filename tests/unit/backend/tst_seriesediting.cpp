// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/seriesediting.h"
#include "shared/core/utctime.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace Qt::StringLiterals;

// What a series is to be, before it is written. Writing it: tst_eventseries, on both databases.
class SeriesEditingTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_berlin {"Europe/Berlin"};

    [[nodiscard]] static LocalTime at(int day, int hour = 19) { return {.date = QDate(2026, 12, day), .time = QTime(hour, 30)}; }
    [[nodiscard]] SeriesDraft draft() const
    {
        return {.definition = {.name = u"Hamlet"_s, .start = instantIn(m_berlin, at(4))}, .dates = {.rule = u"FREQ=DAILY;COUNT=3"_s}};
    }
    [[nodiscard]] static SeriesDate dateAt(Instant start) { return {.start = start}; }

private Q_SLOTS:
    void plan_hasAnEventForEachDate()
    {
        const PlanOfEvent plan {.categoryKeys = {u"all"_s}};
        SeriesDraft wanted = draft();
        wanted.overrides = {{.date = at(5), .start = at(5, 15), .name = u"Matinee"_s}};
        const Result<PlannedSeries> planned = planSeries(wanted, plan, m_berlin);
        QVERIFY(planned);
        QCOMPARE(planned->firstStart, at(4));
        QCOMPARE(planned->plan.categoryKeys, plan.categoryKeys);
        QCOMPARE(planned->dates.size(), 3);
        QCOMPARE(planned->dates[1].date, at(5));
        QCOMPARE(planned->dates[1].definition.name, u"Matinee"_s);
        QCOMPARE(planned->dates[1].definition.start, instantIn(m_berlin, at(5, 15)));
        QCOMPARE(planned->dates[2].definition.name, u"Hamlet"_s);
    }

    void strayOverride_isRefused()
    {
        SeriesDraft wanted = draft();
        wanted.overrides = {{.date = at(6)}, {.date = at(7)}};
        Result<PlannedSeries> planned = planSeries(wanted, {}, m_berlin);
        QVERIFY(!planned);
        QCOMPARE(planned.error().code, ErrorCode::EventInvalid);
        QVERIFY(planned.error().detail.startsWith(u"overrides[1].date"_s));
        wanted.overrides = {{.date = at(6)}, {.date = at(6)}};
        planned = planSeries(wanted, {}, m_berlin);
        QVERIFY(!planned);
        wanted.overrides.clear();
        wanted.dates.rule = u"FREQ=DAILY"_s;
        QCOMPARE(planSeries(wanted, {}, m_berlin).error().code, ErrorCode::RuleEndless);
    }

    void conflicts_areFoundInTheHallAndAmongTheDates()
    {
        const Instant evening = instantIn(m_berlin, at(4));
        const auto minutes = [](int n) { return std::chrono::minutes(n); };
        const storage::HallEvent other {.id = EventId(QUuid::createUuid()), .name = u"Faust"_s, .start = evening - minutes(60), .durationMinutes = 61};
        QList<SeriesDate> dates = withConflicts({dateAt(evening), dateAt(evening + minutes(90))}, minutes(90), {other});
        QCOMPARE(dates[0].conflict, (HallConflict {.event = other.id, .name = other.name, .start = other.start}));
        QVERIFY(!dates[1].conflict);
        dates = withConflicts({dateAt(evening), dateAt(evening + minutes(89))}, minutes(90), {});
        QCOMPARE(dates[0].conflict, (HallConflict {.start = evening + minutes(89)}));
        QCOMPARE(dates[1].conflict, (HallConflict {.start = evening}));
        // What is of unknown length meets what is there at that minute.
        dates = withConflicts({dateAt(evening)}, minutes(0), {{.name = u"Faust"_s, .start = evening}});
        QVERIFY(dates[0].conflict);
        dates = withConflicts({dateAt(evening)}, minutes(0), {{.name = u"Faust"_s, .start = evening + minutes(1)}});
        QVERIFY(!dates[0].conflict);
    }
};

QTEST_GUILESS_MAIN(SeriesEditingTest)
#include "tst_seriesediting.moc"
