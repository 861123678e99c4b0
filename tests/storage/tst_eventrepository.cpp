// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/repositories/eventrepository.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class EventRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<Database> m_database;
    SampleHouse m_house;

    Event add(const QString &name, std::chrono::hours in, EventState state = EventState::Published)
    {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        event.summary.name = name;
        event.summary.start = m_clock.utcNow() + in;
        event.summary.state = state;
        if (!insert(event))
            qFatal("the event was refused");
        return event;
    }
    Result<void> insert(const Event &event)
    {
        return m_database->transact([&] { return EventRepository(*m_database).insert(event, {.at = m_clock.utcNow()}); });
    }
    QStringList namesOf(const EventQuery &query)
    {
        const Result<EventPage> page = EventRepository(*m_database).search(query);
        QStringList names;
        if (!page)
            return {page.error().detail};
        for (const EventSummary &event : page->events)
            names.append(event.name);
        return names;
    }

private Q_SLOTS:
    void init();
    void get_givesBackTheWholeEvent_data() { TestDatabases::addEngines(); }
    void get_givesBackTheWholeEvent();
    void insert_refusesWhatDoesNotFit_data() { TestDatabases::addEngines(); }
    void insert_refusesWhatDoesNotFit();
    void search_findsTextWithoutCaseAndAccents_data() { TestDatabases::addEngines(); }
    void search_findsTextWithoutCaseAndAccents();
    void search_takesWildcardsLiterally_data() { TestDatabases::addEngines(); }
    void search_takesWildcardsLiterally();
    void search_narrowsByTimeVenueCategoryAndState_data() { TestDatabases::addEngines(); }
    void search_narrowsByTimeVenueCategoryAndState();
    void search_pagesWithoutGapOrRepeat_data() { TestDatabases::addEngines(); }
    void search_pagesWithoutGapOrRepeat();
    void search_refusesAForeignCursor_data() { TestDatabases::addEngines(); }
    void search_refusesAForeignCursor();
    void openForLedger_listsWhatMayBeSold_data() { TestDatabases::addEngines(); }
    void openForLedger_listsWhatMayBeSold();
};

void EventRepositoryTest::init()
{
    QFETCH(Engine, engine);
    m_database = std::make_unique<Database>(m_databases.create(engine));
    QVERIFY(m_database->open());
    m_house = SampleHouse::build(*m_database, m_ids, m_clock);
}

void EventRepositoryTest::get_givesBackTheWholeEvent()
{
    EventRepository events(*m_database);
    QCOMPARE(*events.get(m_house.event.summary.id), m_house.event);
    Event event = m_house.event;
    event.summary.id = m_ids.make<EventId>();
    event.summary.name = u"'); DROP TABLE events; -- 🎭"_s;
    event.description = u"Élodie \\ \" ' %_! \n zwei"_s;
    event.rules = {.holdTime = std::chrono::seconds(61),
                   .extensionTime = std::chrono::seconds(0),
                   .maxExtensions = 0,
                   .maxSeats = 4,
                   .salesFrom = m_clock.utcNow() - std::chrono::milliseconds(1),
                   .salesUntil = m_clock.utcNow() + std::chrono::milliseconds(123),
                   .cancelUntil = m_clock.utcNow() + std::chrono::hours(3)};
    const Currency yen = *Currency::fromCode(u"JPY");
    event.ticketTypes = {{u"z"_s, u"Last letter first"_s}, {u"a"_s, u"'Child'"_s}};
    event.prices = {{u"stalls"_s, u"z"_s, {5'000, yen}}, {u"stalls"_s, u"a"_s, {0, yen}}};
    event.summary.lowestPrice = Money {0, yen};
    event.summary.highestPrice = Money {5'000, yen};
    QVERIFY(insert(event));
    QCOMPARE(*events.get(event.summary.id), event);
    Event bare = m_house.event;
    bare.summary.id = m_ids.make<EventId>();
    bare.ticketTypes.clear();
    bare.prices.clear();
    bare.summary.lowestPrice.reset();
    bare.summary.highestPrice.reset();
    QVERIFY(insert(bare));
    QCOMPARE(*events.get(bare.summary.id), bare);
    QCOMPARE(events.get(m_ids.make<EventId>()).error().code, ErrorCode::NotFound);
}

void EventRepositoryTest::insert_refusesWhatDoesNotFit()
{
    const auto changed = [this](auto change) {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        change(event);
        const Result<void> result = insert(event);
        return result ? ErrorCode::TimedOut : result.error().code;
    };
    QCOMPARE(changed([](Event &e) { e.plan.version = 9; }), ErrorCode::NotFound);
    QCOMPARE(changed([this](Event &e) { e.summary.venue.id = m_ids.make<VenueId>(); }), ErrorCode::NotFound);
    QCOMPARE(changed([](Event &e) { e.prices.last().ticketType = u"senior"_s; }), ErrorCode::NotFound);
    QCOMPARE(changed([](Event &e) { e.prices.last().price.currency = *Currency::fromCode(u"USD"); }), ErrorCode::CurrencyMismatch);
    QCOMPARE(changed([](Event &e) { e.prices.last().price.amount = -1; }), ErrorCode::InvalidParams);
    QCOMPARE(changed([](Event &e) { e.ticketTypes.append(e.ticketTypes.first()); }), ErrorCode::AlreadyExists);
    QCOMPARE(changed([](Event &e) { e.summary.name += QChar::Null; }), ErrorCode::InvalidParams);
    QCOMPARE(namesOf({.includeDrafts = true}).size(), 2);
}

void EventRepositoryTest::search_findsTextWithoutCaseAndAccents()
{
    add(u"GROẞE Straße"_s, std::chrono::hours(80));
    QCOMPARE(namesOf({.text = u"PHEDRE"_s}), QStringList(u"Phèdre"_s));
    QCOMPARE(namesOf({.text = u"hèdr"_s}), QStringList(u"Phèdre"_s));
    QCOMPARE(namesOf({.text = u"grosse STRASSE"_s}), QStringList(u"GROẞE Straße"_s));
    QCOMPARE(namesOf({.text = u"five acts"_s}).size(), 3);
    QCOMPARE(namesOf({.text = u"theatre DU"_s}).size(), 3);
    QVERIFY(namesOf({.text = u"cyranno"_s}).isEmpty());
}

void EventRepositoryTest::search_takesWildcardsLiterally()
{
    add(u"100% live_show!"_s, std::chrono::hours(80));
    QCOMPARE(namesOf({.text = u"100%"_s}), QStringList(u"100% live_show!"_s));
    QCOMPARE(namesOf({.text = u"e_s"_s}), QStringList(u"100% live_show!"_s));
    QCOMPARE(namesOf({.text = u"w!"_s}), QStringList(u"100% live_show!"_s));
    for (const QString &text : {u"c%o"_s, u"c_rano"_s, u"' OR '1'='1"_s, u"\\"_s})
        QVERIFY2(namesOf({.text = text}).isEmpty(), qPrintable(text));
}

void EventRepositoryTest::search_narrowsByTimeVenueCategoryAndState()
{
    add(u"Draft"_s, std::chrono::hours(50), EventState::Draft);
    add(u"Paused"_s, std::chrono::hours(51), EventState::Paused);
    add(u"Cancelled"_s, std::chrono::hours(52), EventState::Cancelled);
    QCOMPARE(namesOf({}), QStringList({u"Cyrano"_s, u"Paused"_s, u"Phèdre"_s}));
    QCOMPARE(namesOf({.includeDrafts = true}), QStringList({u"Cyrano"_s, u"Draft"_s, u"Paused"_s, u"Cancelled"_s, u"Phèdre"_s}));
    const Instant start = m_house.event.summary.start;
    QCOMPARE(namesOf({.from = start}).size(), 3);
    QCOMPARE(namesOf({.from = start + std::chrono::milliseconds(1)}).size(), 2);
    QVERIFY(namesOf({.to = start}).isEmpty());
    QCOMPARE(namesOf({.to = start + std::chrono::milliseconds(1)}), QStringList(u"Cyrano"_s));
    QCOMPARE(namesOf({.venue = m_house.venue}).size(), 3);
    QVERIFY(namesOf({.venue = m_ids.make<VenueId>()}).isEmpty());
    QCOMPARE(namesOf({.category = EventCategory::Play}).size(), 3);
    QVERIFY(namesOf({.category = EventCategory::Movie}).isEmpty());
    const auto page = EventRepository(*m_database).search({});
    QCOMPARE(page->events.first(), m_house.event.summary);
}

void EventRepositoryTest::search_pagesWithoutGapOrRepeat()
{
    for (int i = 0; i < 20; ++i)
        add(u"Same time %1"_s.arg(i), std::chrono::hours(60 + i / 7)); // ties are told apart by id
    QList<EventId> seen;
    EventQuery query {.limit = 3};
    do {
        const auto page = EventRepository(*m_database).search(query);
        QVERIFY(page);
        QVERIFY(page->events.size() <= 3);
        for (const EventSummary &event : page->events)
            seen.append(event.id);
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    QCOMPARE(seen.size(), 22);
    QCOMPARE(QSet<EventId>(seen.begin(), seen.end()).size(), 22);
    const auto exact = EventRepository(*m_database).search({.limit = 22});
    QCOMPARE(exact->events.size(), 22);
    QVERIFY(exact->next.isEmpty());
}

void EventRepositoryTest::search_refusesAForeignCursor()
{
    for (const QString &cursor : {u"x"_s, u"!!!!"_s, QString(32, u'é'), QString(40, u'A')})
        QCOMPARE(EventRepository(*m_database).search({.cursor = cursor}).error().code, ErrorCode::InvalidParams);
}

void EventRepositoryTest::openForLedger_listsWhatMayBeSold()
{
    add(u"Long past"_s, std::chrono::hours(-200));
    add(u"Cancelled"_s, std::chrono::hours(52), EventState::Cancelled);
    const Event draft = add(u"Draft"_s, std::chrono::hours(90), EventState::Draft);
    const auto events = *EventRepository(*m_database).openForLedger(m_clock.utcNow() - std::chrono::hours(24));
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(0).id, m_house.event.summary.id);
    QCOMPARE(events.at(0).seats, 1'000);
    QCOMPARE(events.at(0).plan, m_house.plan);
    QCOMPARE(events.at(0).rules, m_house.event.rules);
    QCOMPARE(events.at(0).start, m_house.event.summary.start);
    QCOMPARE(events.at(0).durationMinutes, 150);
    QCOMPARE(events.at(2).id, draft.summary.id);
    QCOMPARE(events.at(2).state, EventState::Draft);
}

QTEST_GUILESS_MAIN(EventRepositoryTest)
#include "tst_eventrepository.moc"
