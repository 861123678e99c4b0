// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/planrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Series and their events, and what is in a hall.
class SeriesRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<Database> m_database;
    SampleHouse m_house;

    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    [[nodiscard]] StoredSeries series()
    {
        return {.id = m_ids.make<SeriesId>(),
                .rule = u"FREQ=WEEKLY;COUNT=3"_s,
                .firstStart = {.date = QDate(2026, 12, 4), .time = QTime(19, 30)},
                .requestHash = QByteArray::fromHex("00ff10")};
    }
    Result<void> insert(const StoredSeries &series)
    {
        return m_database->transact([&] { return SeriesRepository(*m_database).insert(series, audit()); });
    }
    Event add(const QString &name, std::chrono::hours in, const std::optional<SeriesId> &series, EventState state = EventState::Draft)
    {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        event.summary.name = name;
        event.summary.start = m_clock.utcNow() + in;
        event.summary.state = state;
        event.summary.series = series;
        if (!m_database->transact([&] { return EventRepository(*m_database).insert(event, audit()); }))
            qFatal("the event was refused");
        return event;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_database = std::make_unique<Database>(m_databases.create(engine));
        QVERIFY(m_database->open());
        m_house = SampleHouse::build(*m_database, m_ids, m_clock);
    }

    void series_comesBackAsItWentIn()
    {
        const StoredSeries stored = series();
        QVERIFY(insert(stored));
        QCOMPARE(*SeriesRepository(*m_database).get(stored.id), stored);
        QCOMPARE(SeriesRepository(*m_database).get(m_ids.make<SeriesId>()).error().code, ErrorCode::NotFound);
        QCOMPARE(insert(stored).error().code, ErrorCode::AlreadyExists);
        const Result<QList<AuditRow>> rows = AuditRepository(*m_database).list(0, 1'000);
        QVERIFY(rows);
        QCOMPARE(rows->constLast().event.action, u"series.created"_s);
        QCOMPARE(rows->constLast().event.objectId, stored.id.toString());
        QCOMPARE(rows->constLast().event.after, QJsonObject({{u"rule"_s, stored.rule}, {u"firstStart"_s, u"2026-12-04T19:30:00"_s}}));
    }

    void events_areThoseOfTheSeries()
    {
        const StoredSeries stored = series();
        const StoredSeries other = series();
        QVERIFY(insert(stored) && insert(other));
        const Event second = add(u"B"_s, std::chrono::hours(30), stored.id);
        const Event first = add(u"A"_s, std::chrono::hours(20), stored.id);
        add(u"C"_s, std::chrono::hours(25), other.id);
        add(u"D"_s, std::chrono::hours(25), {});
        SeriesRepository repository(*m_database);
        const QList<SeriesEvent> expected {{.event = first.summary.id, .start = first.summary.start}, {.event = second.summary.id, .start = second.summary.start}};
        QCOMPARE(*repository.events(stored.id), expected);
        QVERIFY(repository.events(m_ids.make<SeriesId>())->isEmpty());

        EventRepository events(*m_database);
        QCOMPARE(*events.get(first.summary.id), first);
        for (const EventSort order : {EventSort::Start, EventSort::Name}) {
            const Result<EventPage> page = events.search({.from = m_clock.utcNow(), .series = stored.id, .order = order, .includeDrafts = true});
            QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
            QCOMPARE(page->events.size(), 2);
            QCOMPARE(page->events[0].name, u"A"_s);
            QCOMPARE(page->events[1].series, stored.id);
        }
        // A change keeps it.
        Event renamed = first;
        renamed.summary.name = u"Z"_s;
        const Result<Event> after = m_database->transact([&] { return events.update(first, renamed, audit()); });
        QVERIFY(after);
        QCOMPARE(after->summary.series, stored.id);
    }

    void event_wantsASeriesThatThereIs()
    {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        event.summary.series = m_ids.make<SeriesId>();
        QCOMPARE(m_database->transact([&] { return EventRepository(*m_database).insert(event, audit()); }).error().code, ErrorCode::NotFound);
    }

    void hall_isTakenByWhatIsNotCancelled()
    {
        const Event draft = add(u"Draft"_s, std::chrono::hours(1'001), {});
        add(u"Called off"_s, std::chrono::hours(1'002), {}, EventState::Cancelled);
        const Event sold = add(u"Sold"_s, std::chrono::hours(1'003), {}, EventState::Published);
        EventRepository events(*m_database);
        const auto names = [&](std::chrono::hours from, std::chrono::hours to) {
            QStringList all;
            const Result<QList<HallEvent>> found = events.inHall(m_house.plan.id, m_clock.utcNow() + from, m_clock.utcNow() + to);
            if (!found)
                return QStringList {found.error().detail};
            for (const HallEvent &event : *found)
                all.append(event.name);
            return all;
        };
        QCOMPARE(names(std::chrono::hours(1'000), std::chrono::hours(1'010)), QStringList({u"Draft"_s, u"Sold"_s}));
        QCOMPARE(names(std::chrono::hours(1'001), std::chrono::hours(1'003)), QStringList {u"Draft"_s});
        const Result<QList<HallEvent>> one = events.inHall(m_house.plan.id, sold.summary.start, sold.summary.start + std::chrono::minutes(1));
        QVERIFY(one);
        QCOMPARE(*one, (QList<HallEvent> {{.id = sold.summary.id, .name = u"Sold"_s, .start = sold.summary.start, .durationMinutes = sold.durationMinutes}}));
        QVERIFY(events.inHall(m_ids.make<PlanId>(), draft.summary.start, sold.summary.start)->isEmpty());
    }

    void plan_isOfItsHouse()
    {
        QCOMPARE(*PlanRepository(*m_database).venue(m_house.plan.id), m_house.venue);
        QCOMPARE(PlanRepository(*m_database).venue(m_ids.make<PlanId>()).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(SeriesRepositoryTest)
#include "tst_seriesrepository.moc"
