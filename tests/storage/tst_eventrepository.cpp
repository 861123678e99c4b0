// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/eventcursor.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "tests/support/posterfile.h"
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
    void update_putsTheNextVersionInItsPlace_data() { TestDatabases::addEngines(); }
    void update_putsTheNextVersionInItsPlace();
    void update_refusesWhatIsNotStored_data() { TestDatabases::addEngines(); }
    void update_refusesWhatIsNotStored();
    void remove_takesEverythingOfIt_data() { TestDatabases::addEngines(); }
    void remove_takesEverythingOfIt();
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
    void search_ordersByNamePriceAndFreeSeats_data() { TestDatabases::addEngines(); }
    void search_ordersByNamePriceAndFreeSeats();
    void search_narrowsByFreeSeats_data() { TestDatabases::addEngines(); }
    void search_narrowsByFreeSeats();
    void search_pagesInEveryOrder_data() { TestDatabases::addEngines(); }
    void search_pagesInEveryOrder();
    void search_refusesACursorOfAnotherOrder_data() { TestDatabases::addEngines(); }
    void search_refusesACursorOfAnotherOrder();
    void poster_isPutReplacedAndRemoved_data() { TestDatabases::addEngines(); }
    void poster_isPutReplacedAndRemoved();
    void posterOfMany_standsOnce_data() { TestDatabases::addEngines(); }
    void posterOfMany_standsOnce();
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
                   .maxPerBooking = 9,
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

void EventRepositoryTest::update_putsTheNextVersionInItsPlace()
{
    EventRepository events(*m_database);
    const auto update = [&](const Event &before, const Event &after) { return m_database->transact([&] { return events.update(before, after, {.at = m_clock.utcNow()}); }); };
    const Event before = add(u"Äpfel"_s, std::chrono::hours(1));
    Event wanted = before;
    wanted.summary.name = u"Birnen"_s;
    wanted.summary.category = EventCategory::Sport;
    wanted.summary.start += std::chrono::hours(3);
    wanted.description = u"Obst"_s;
    wanted.durationMinutes = 7;
    wanted.rules = {.holdTime = std::chrono::seconds(31), .maxSeats = 3, .maxPerBooking = 2, .salesFrom = m_clock.utcNow(), .orphanRule = OrphanRule::Warn};
    wanted.ticketTypes = {{u"b"_s, u"B"_s}, {u"a"_s, u"A"_s}};
    const QString category = before.prices.constFirst().category;
    wanted.prices = {{category, u"b"_s, {30, *Currency::fromCode(u"USD")}}, {category, u"a"_s, {20, *Currency::fromCode(u"USD")}}};
    const Result<Event> after = update(before, wanted);
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    wanted.version = 2;
    wanted.summary.lowestPrice = wanted.prices[1].price;
    wanted.summary.highestPrice = wanted.prices[0].price;
    QCOMPARE(*after, wanted);
    QCOMPARE(*events.get(before.summary.id), wanted);
    QCOMPARE(namesOf({.text = u"obst"_s}), QStringList {u"Birnen"_s});
    QCOMPARE(namesOf({.text = u"apfel"_s}), QStringList());
    Event paused = *after;
    paused.summary.state = EventState::Paused;
    QCOMPARE(update(*after, paused)->version, 3);

    const QList<AuditRow> rows = *AuditRepository(*m_database).list(0, 1'000);
    const AuditEvent &last = rows.constLast().event;
    QCOMPARE(last.action, u"event.state_changed"_s);
    QCOMPARE(last.before, QJsonObject({{u"state"_s, u"published"_s}}));
    QCOMPARE(last.after, QJsonObject({{u"state"_s, u"paused"_s}}));
    const AuditEvent &changed = rows.at(rows.size() - 2).event;
    QCOMPARE(changed.action, u"event.updated"_s);
    QCOMPARE(changed.before.value(u"name"_s).toString(), u"Äpfel"_s);
    QVERIFY(changed.after.contains(u"prices"_s));
    QVERIFY(!changed.after.contains(u"venue"_s));
}

void EventRepositoryTest::update_refusesWhatIsNotStored()
{
    const Event before = add(u"Apples"_s, std::chrono::hours(1));
    Event wanted = before;
    wanted.summary.name = u"Pears"_s;
    const auto update = [&](const Event &seen) { return m_database->transact([&] { return EventRepository(*m_database).update(seen, wanted, {.at = m_clock.utcNow()}); }); };
    QVERIFY(update(before));
    QCOMPARE(update(before).error().code, ErrorCode::StaleVersion);
    Event nobody = before;
    wanted.summary.id = m_ids.make<EventId>();
    QCOMPARE(update(nobody).error().code, ErrorCode::StaleVersion);
    QCOMPARE(EventRepository(*m_database).get(before.summary.id)->version, 2);
}

void EventRepositoryTest::remove_takesEverythingOfIt()
{
    EventRepository events(*m_database);
    Event event = add(u"Apples"_s, std::chrono::hours(1));
    const AuditContext audit {.at = m_clock.utcNow()};
    QVERIFY(m_database->transact([&] { return PosterRepository(*m_database).put(event.summary.id, *readPoster(pngFile(64, 96)), audit); }));
    QCOMPARE(*events.wasSold(event.summary.id), false);
    const auto remove = [&] { return m_database->transact([&] { return events.remove(event, audit); }); };
    event.version = 2;
    QCOMPARE(remove().error().code, ErrorCode::StaleVersion);
    QVERIFY(events.get(event.summary.id));
    event.version = 1;
    QVERIFY(remove());
    QCOMPARE(events.get(event.summary.id).error().code, ErrorCode::NotFound);
    QCOMPARE(AuditRepository(*m_database).list(0, 1'000)->constLast().event.action, u"event.deleted"_s);
    QVERIFY(insert(event));
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
    QCOMPARE(namesOf({}), QStringList({u"Cyrano"_s, u"Paused"_s, u"Cancelled"_s, u"Phèdre"_s}));
    QCOMPARE(namesOf({.includeDrafts = true}), QStringList({u"Cyrano"_s, u"Draft"_s, u"Paused"_s, u"Cancelled"_s, u"Phèdre"_s}));
    const Instant start = m_house.event.summary.start;
    QCOMPARE(namesOf({.from = start}).size(), 4);
    QCOMPARE(namesOf({.from = start + std::chrono::milliseconds(1)}).size(), 3);
    QVERIFY(namesOf({.to = start}).isEmpty());
    QCOMPARE(namesOf({.to = start + std::chrono::milliseconds(1)}), QStringList(u"Cyrano"_s));
    QCOMPARE(namesOf({.venue = m_house.venue}).size(), 4);
    QVERIFY(namesOf({.venue = m_ids.make<VenueId>()}).isEmpty());
    QCOMPARE(namesOf({.category = EventCategory::Play}).size(), 4);
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

// {"event": free seats} as the services give it.
static QString live(const QList<std::pair<EventId, int>> &seats)
{
    QStringList parts;
    for (const auto &[event, free] : seats)
        parts.append(u"\"%1\":%2"_s.arg(event.toString()).arg(free));
    return u'{' + parts.join(u',') + u'}';
}

void EventRepositoryTest::search_ordersByNamePriceAndFreeSeats()
{
    const auto priced = [this](const QString &name, std::chrono::hours in, qint64 lowest) {
        Event event = m_house.event;
        event.summary.id = m_ids.make<EventId>();
        event.summary.name = name;
        event.summary.start = m_clock.utcNow() + in;
        event.prices = lowest < 0 ? QList<Price>() : QList<Price> {{u"stalls"_s, u"adult"_s, {lowest, {}}}};
        if (!insert(event))
            qFatal("the event was refused");
        return event.summary.id;
    };
    // The house has Cyrano in 48 h and Phèdre in 72 h, both from 10.00.
    const EventId elodie = priced(u"Élodie"_s, std::chrono::hours(90), 500);
    const EventId emil = priced(u"Emil"_s, std::chrono::hours(80), -1);
    const EventId zorro = priced(u"zorro"_s, std::chrono::hours(10), 9'000);
    const EventId again = priced(u"Cyrano"_s, std::chrono::hours(12), 1'000);
    QCOMPARE(namesOf({.order = EventSort::Name}), QStringList({u"Cyrano"_s, u"Cyrano"_s, u"Élodie"_s, u"Emil"_s, u"Phèdre"_s, u"zorro"_s}));
    QCOMPARE(EventRepository(*m_database).search({.order = EventSort::Name})->events.at(0).id, again); // the sooner of two
    QCOMPARE(namesOf({.order = EventSort::Price}), QStringList({u"Élodie"_s, u"Cyrano"_s, u"Cyrano"_s, u"Phèdre"_s, u"zorro"_s, u"Emil"_s}));
    const QString sold = live({{elodie, 7}, {zorro, 0}, {m_house.event.summary.id, 999}, {again, 7}});
    QCOMPARE(namesOf({.order = EventSort::Free, .live = sold}), QStringList({u"Phèdre"_s, u"Emil"_s, u"Cyrano"_s, u"Cyrano"_s, u"Élodie"_s, u"zorro"_s}));
    QCOMPARE(namesOf({.text = u"cyrano"_s, .order = EventSort::Free, .limit = 1, .live = sold}), QStringList(u"Cyrano"_s));
    const auto found = EventRepository(*m_database).search({.text = u"cyrano"_s, .order = EventSort::Price});
    QCOMPARE(found->events.at(1), m_house.event.summary);
    QVERIFY(emil != again);
}

void EventRepositoryTest::search_narrowsByFreeSeats()
{
    const QString sold = live({{m_house.event.summary.id, 3}});
    QCOMPARE(namesOf({.minFree = 3, .live = sold}), QStringList({u"Cyrano"_s, u"Phèdre"_s}));
    QCOMPARE(namesOf({.minFree = 4, .live = sold}), QStringList(u"Phèdre"_s));
    QCOMPARE(namesOf({.minFree = 1'000}), QStringList({u"Cyrano"_s, u"Phèdre"_s}));
    QVERIFY(namesOf({.minFree = 1'001}).isEmpty());
    const EventQuery draft {.minFree = 1, .includeDrafts = true};
    add(u"Draft"_s, std::chrono::hours(50), EventState::Draft);
    add(u"Cancelled"_s, std::chrono::hours(52), EventState::Cancelled); // of which nothing is to be had
    QCOMPARE(namesOf({.minFree = 1}).size(), 2);
    QCOMPARE(namesOf(draft).size(), 3);
}

void EventRepositoryTest::search_pagesInEveryOrder()
{
    QList<std::pair<EventId, int>> seats;
    for (int i = 0; i < 20; ++i)
        seats.append({add(u"Show %1"_s.arg(i % 3), std::chrono::hours(60 + i / 7)).summary.id, i % 4 * 5}); // many ties
    for (const EventSort order : {EventSort::Start, EventSort::Name, EventSort::Price, EventSort::Free}) {
        EventQuery query {.minFree = 5, .order = order, .limit = 200, .live = live(seats), .seen = 4'711};
        const QList<EventSummary> whole = EventRepository(*m_database).search(query)->events;
        QCOMPARE(whole.size(), 17); // five of them have none free
        QList<EventSummary> paged;
        query.limit = 3;
        do {
            const auto page = EventRepository(*m_database).search(query);
            QVERIFY(page);
            QVERIFY(!page->events.isEmpty() && page->events.size() <= 3);
            paged += page->events;
            query.cursor = page->next;
            QVERIFY(query.cursor.isEmpty() || EventCursor::fromString(query.cursor)->seen == 4'711);
        } while (!query.cursor.isEmpty());
        QCOMPARE(paged, whole);
    }
}

void EventRepositoryTest::search_refusesACursorOfAnotherOrder()
{
    const QString long120 = QString(120, u'界');
    const EventCursor cursor {.order = EventSort::Name, .seen = -1, .keyText = long120, .keyNumber = 9, .start = Instant(std::chrono::milliseconds(7)), .id = m_house.event.summary.id};
    QCOMPARE(*EventCursor::fromString(cursor.toString()), cursor);
    QVERIFY(cursor.toString().size() <= 600); // what a client may send
    QVERIFY(EventRepository(*m_database).search({.order = EventSort::Name, .cursor = cursor.toString()}));
    QCOMPARE(EventRepository(*m_database).search({.order = EventSort::Price, .cursor = cursor.toString()}).error().code, ErrorCode::InvalidParams);
    QCOMPARE(EventRepository(*m_database).search({.cursor = cursor.toString()}).error().code, ErrorCode::InvalidParams);
    const QString byStart = EventRepository(*m_database).search({.limit = 1})->next;
    QCOMPARE(EventRepository(*m_database).search({.order = EventSort::Name, .cursor = byStart}).error().code, ErrorCode::InvalidParams);
    for (const QString &text : {u"x"_s, u"!!!!"_s, QString(32, u'é'), QString(40, u'A'), QString(5'000, u'A'), cursor.toString() + u"AAAA"_s, cursor.toString().chopped(8)})
        QCOMPARE(EventRepository(*m_database).search({.order = EventSort::Name, .cursor = text}).error().code, ErrorCode::InvalidParams);
}

void EventRepositoryTest::poster_isPutReplacedAndRemoved()
{
    PosterRepository posters(*m_database);
    const EventId event = m_house.event.summary.id;
    const auto change = [this](const auto &work) { return m_database->transact(work); };
    const AuditContext audit {.at = m_clock.utcNow()};
    const auto listed = [this] { return EventRepository(*m_database).search({})->events.first().poster; };
    QCOMPARE(posters.get(event).error().code, ErrorCode::NotFound);
    QCOMPARE(listed(), std::nullopt);
    QCOMPARE(change([&] { return posters.remove(event, audit); }).error().code, ErrorCode::NotFound);

    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte)
        everyByte += char(byte);
    const Poster first = *readPoster(pngFile(64, 96, everyByte.repeated(500)));
    QVERIFY(change([&] { return posters.put(event, first, audit); }));
    QCOMPARE(posters.get(event)->poster, first);
    QCOMPARE(posters.get(event)->state, EventState::Published);
    QCOMPARE(listed(), first.hash);
    QCOMPARE(EventRepository(*m_database).get(event)->summary.poster, first.hash);
    QCOMPARE(EventRepository(*m_database).search({.order = EventSort::Free})->events.first().poster, first.hash);

    const Poster second = *readPoster(pngFile(80, 64));
    QVERIFY(change([&] { return posters.put(event, second, audit); }));
    QCOMPARE(posters.get(event)->poster, second);
    QVERIFY(change([&] { return posters.remove(event, audit); }));
    QCOMPARE(listed(), std::nullopt);
    QCOMPARE(change([&] { return posters.put(m_ids.make<EventId>(), first, audit); }).error().code, ErrorCode::NotFound);
    QStringList actions;
    const auto rows = AuditRepository(*m_database).list(0, 100);
    for (const AuditRow &row : *rows)
        actions.append(row.event.action);
    QCOMPARE(actions.sliced(actions.size() - 3), QStringList({u"event.poster_set"_s, u"event.poster_set"_s, u"event.poster_removed"_s}));
}

void EventRepositoryTest::posterOfMany_standsOnce()
{
    PosterRepository posters(*m_database);
    const EventId first = m_house.event.summary.id;
    Event other = m_house.event;
    other.summary.id = m_ids.make<EventId>();
    const AuditContext audit {.at = m_clock.utcNow()};
    const auto change = [this](const auto &work) { return m_database->transact(work); };
    QVERIFY(change([&] { return EventRepository(*m_database).insert(other, audit); }));
    const Poster poster = *readPoster(pngFile(64, 96));
    // What a transaction takes from one event, it gives to another.
    const auto share = [&](const EventId &from, const EventId &to) {
        return change([&]() -> Result<void> {
            const Result<std::optional<KeptPoster>> kept = posters.of(from);
            if (!kept || !*kept)
                return kept ? Error {.code = ErrorCode::NotFound} : kept.error();
            return posters.give(to, **kept, audit);
        });
    };
    QVERIFY(change([&] { return posters.put(first, poster, audit); }));
    QVERIFY(share(first, other.summary.id));
    QCOMPARE(posters.get(other.summary.id)->poster, poster);
    QCOMPARE(EventRepository(*m_database).get(other.summary.id)->summary.poster, poster.hash);
    // Whoever has it last takes it along, and not before.
    QVERIFY(change([&] { return posters.put(first, *readPoster(pngFile(80, 64)), audit); }));
    QCOMPARE(posters.get(other.summary.id)->poster, poster);
    QVERIFY(share(other.summary.id, first));
    QVERIFY(change([&] { return posters.remove(other.summary.id, audit); }));
    QCOMPARE(posters.get(first)->poster, poster);
    QVERIFY(change([&] { return posters.remove(first, audit); }));
    const auto given = change([&] { return posters.give(first, {.hash = poster.hash, .bytes = poster.bytes.size()}, audit); });
    QCOMPARE(given.error().code, ErrorCode::NotFound); // it is gone
    QCOMPARE(share(first, other.summary.id).error().code, ErrorCode::NotFound);
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
