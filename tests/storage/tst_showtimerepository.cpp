// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/showtimerepository.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Where showtimes come from, and which events came of them.
class ShowtimeRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<Database> m_database;
    SampleHouse m_house;
    ShowtimeSourceId m_id;

    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    [[nodiscard]] ShowtimeSourceDefinition definition() const
    {
        return {.name = u"Touring company"_s,
                .format = ShowtimeFormat::Calendar,
                .url = u"https://touring.example/season.ics"_s,
                .hall = u"Great Hall"_s,
                .like = m_house.event.summary.id,
                .schedule = ShowtimeSchedule::Daily,
                .mode = ShowtimeMode::Create};
    }
    Result<ShowtimeSource> save(qint32 version, const ShowtimeSourceDefinition &wanted)
    {
        return m_database->transact([&] { return ShowtimeRepository(*m_database).save(m_id, version, wanted, audit()); });
    }
    [[nodiscard]] KnownShowtime showtime() const
    {
        return {.uid = u"a@b#2026-12-04T18:30:00.000Z"_s,
                .event = m_house.event.summary.id,
                .written = {.name = u"Jazz"_s, .description = u"Blue\nand red"_s, .category = EventCategory::Concert, .start = m_clock.utcNow(), .durationMinutes = 90}};
    }
    [[nodiscard]] QList<KnownShowtime> known() { return *ShowtimeRepository(*m_database).known(m_id); }
    Result<void> keep(const KnownShowtime &showtime)
    {
        return m_database->transact([&] { return ShowtimeRepository(*m_database).keep(m_id, showtime); });
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_database = std::make_unique<Database>(m_databases.create(engine));
        QVERIFY(m_database->open());
        m_house = SampleHouse::build(*m_database, m_ids, m_clock);
        m_id = m_ids.make<ShowtimeSourceId>();
    }

    void source_comesBackAsItWentIn()
    {
        const ShowtimeSource expected {.id = m_id, .definition = definition()};
        QCOMPARE(*save(0, definition()), expected);
        QCOMPARE(*ShowtimeRepository(*m_database).source(m_id), expected);
        QCOMPARE(*ShowtimeRepository(*m_database).sources(), QList {expected});
        QCOMPARE(ShowtimeRepository(*m_database).source(m_ids.make<ShowtimeSourceId>()).error().code, ErrorCode::NotFound);
    }

    void source_isChangedByWhoHasSeenIt()
    {
        QVERIFY(save(0, definition()));
        QCOMPARE(save(0, definition())->version, 1); // the answer was lost
        ShowtimeSourceDefinition other = definition();
        other.url.reset();
        other.schedule = ShowtimeSchedule::Never;
        QCOMPARE(save(0, other).error().code, ErrorCode::StaleVersion);
        QCOMPARE(save(7, other).error().code, ErrorCode::StaleVersion);
        const Result<ShowtimeSource> saved = save(1, other);
        QCOMPARE(saved->version, 2);
        QCOMPARE(saved->definition, other);
        m_id = m_ids.make<ShowtimeSourceId>();
        QCOMPARE(save(1, other).error().code, ErrorCode::NotFound);
        other.like = m_ids.make<EventId>();
        QCOMPARE(save(0, other).error().code, ErrorCode::NotFound);
    }

    void source_isMadeAtTheConsoleToo()
    {
        QVERIFY(m_database->transact([&] { return ShowtimeRepository(*m_database).save(m_id, 0, definition(), {.at = m_clock.utcNow()}); }));
        QCOMPARE(ShowtimeRepository(*m_database).source(m_id)->definition, definition());
    }

    void run_isNotedBesideTheVersion()
    {
        QVERIFY(save(0, definition()));
        const ShowtimeRun run {.at = m_clock.utcNow(),
                               .counts = {.fresh = 1, .changed = 2, .kept = 3, .gone = 4, .unchanged = 5, .deleted = 6, .elsewhere = 7, .problems = 8},
                               .created = 1,
                               .error = u"fetch_failed"_s};
        QVERIFY(m_database->transact([&] { return ShowtimeRepository(*m_database).noteRun(m_id, run); }));
        const Result<ShowtimeSource> source = ShowtimeRepository(*m_database).source(m_id);
        QCOMPARE(source->lastRun, std::optional(run));
        QCOMPARE(source->version, 1);
    }

    void run_isForgottenWithWhatWasLookedAt()
    {
        QVERIFY(save(0, definition()));
        const ShowtimeRun run {.at = m_clock.utcNow(), .counts = {.fresh = 1}, .created = 1, .error = u"fetch_failed"_s};
        const auto note = [&] { return m_database->transact([&] { return ShowtimeRepository(*m_database).noteRun(m_id, run); }); };
        const auto last = [this] { return ShowtimeRepository(*m_database).source(m_id)->lastRun; };
        QVERIFY(note());
        ShowtimeSourceDefinition other = definition();
        other.name = u"The same by another name"_s;
        other.mode = definition().mode == ShowtimeMode::Look ? ShowtimeMode::Create : ShowtimeMode::Look;
        QVERIFY(save(1, other));
        QCOMPARE(last(), std::optional(run));
        other.hall = u"Another hall"_s;
        QCOMPARE(save(2, other)->lastRun, std::nullopt);
        QCOMPARE(last(), std::nullopt);
        QVERIFY(note());
        other.url = u"https://elsewhere.example/season.ics"_s;
        QVERIFY(save(3, other));
        QCOMPARE(last(), std::nullopt);
    }

    void page_isKnownUntilPeopleChangeTheSource()
    {
        QVERIFY(save(0, definition()));
        const auto page = [this] { return *ShowtimeRepository(*m_database).page(m_id); };
        const auto note = [this](qint32 version, const ReadPage &read) { return m_database->transact([&] { return ShowtimeRepository(*m_database).notePage(m_id, version, read); }); };
        QCOMPARE(page(), std::nullopt);
        const ReadPage read {.marks = {.url = u"https://touring.example/season.ics"_s, .etag = u"W/\"7\""_s}, .at = m_clock.utcNow()};
        QVERIFY(note(1, read));
        QCOMPARE(page(), std::optional(read));
        // Who takes over from it leaves something else to do than was found.
        QVERIFY(m_database->transact([&] { return ShowtimeRepository(*m_database).claim(m_id); }));
        QCOMPARE(page(), std::nullopt);
        QVERIFY(note(1, read));
        ShowtimeSourceDefinition other = definition();
        other.hall.clear();
        QVERIFY(save(1, other));
        QCOMPARE(page(), std::nullopt);
        QVERIFY(note(1, read)); // who read it knew another source
        QCOMPARE(page(), std::nullopt);
    }

    void showtime_isKnownWithItsEvent()
    {
        QVERIFY(save(0, definition()));
        QVERIFY(keep(showtime()));
        QCOMPARE(known().size(), 1);
        const KnownShowtime found = known().constFirst();
        QCOMPARE(found.uid, showtime().uid);
        QCOMPARE(found.written, showtime().written);
        QCOMPARE(found.sequence, std::nullopt);
        QCOMPARE(found.house.name, m_house.event.summary.name);
        QCOMPARE(found.house.start, m_house.event.summary.start);
        QCOMPARE(found.state, m_house.event.summary.state);
        KnownShowtime again = showtime();
        again.written.name = u"Blues"_s;
        again.sequence = 7;
        QVERIFY(keep(again));
        QCOMPARE(known().size(), 1);
        QCOMPARE(known().constFirst().written.name, u"Blues"_s);
        QCOMPARE(known().constFirst().sequence, std::optional(7));
        QVERIFY(m_database->transact([&] { return ShowtimeRepository(*m_database).forget(m_id, again.uid); }));
        QVERIFY(known().isEmpty());
    }

    void deletedEvent_leavesWhatIsKnown()
    {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        QVERIFY(m_database->transact([&] { return EventRepository(*m_database).insert(event, audit()); }));
        ShowtimeSourceDefinition wanted = definition();
        wanted.like = event.summary.id;
        QVERIFY(save(0, wanted));
        KnownShowtime taken = showtime();
        taken.event = event.summary.id;
        QVERIFY(keep(taken));
        QVERIFY(m_database->transact([&] { return EventRepository(*m_database).remove(*EventRepository(*m_database).get(event.summary.id), audit()); }));
        QVERIFY(!known().constFirst().event);
        QVERIFY(!ShowtimeRepository(*m_database).source(m_id)->definition.like);
    }

    void removed_takesAlongWhatIsKnown()
    {
        QVERIFY(save(0, definition()));
        QVERIFY(keep(showtime()));
        const auto remove = [this](qint32 version) { return m_database->transact([&] { return ShowtimeRepository(*m_database).remove(m_id, version, audit()); }); };
        QCOMPARE(remove(2).error().code, ErrorCode::StaleVersion);
        QVERIFY(m_database->transact([&] { return ShowtimeRepository(*m_database).claim(m_id); }));
        QVERIFY(remove(1));
        QCOMPARE(remove(1).error().code, ErrorCode::NotFound);
        QCOMPARE(m_database->transact([&] { return ShowtimeRepository(*m_database).claim(m_id); }).error().code, ErrorCode::NotFound);
        QVERIFY(known().isEmpty());
        QVERIFY(EventRepository(*m_database).get(m_house.event.summary.id));
        const auto rows = m_database->transact(Access::Read, [&] { return AuditRepository(*m_database).list(0, 1'000); });
        QCOMPARE(rows->constLast().event.action, u"showtimes.source_removed"_s);
        QCOMPARE(rows->constLast().event.before.value(u"name"_s).toString(), u"Touring company"_s);
    }
};

QTEST_GUILESS_MAIN(ShowtimeRepositoryTest)
#include "tst_showtimerepository.moc"
