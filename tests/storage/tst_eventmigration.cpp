// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/eventrepository.h"
#include "tests/support/testdatabases.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Events from before bookings had a limit and lists an order by what is charged in all.
class EventMigrationTest : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;
    const Instant m_now {std::chrono::milliseconds(1'795'000'000'000)};

private Q_SLOTS:
    void limits_keepEveryEvent_data() { TestDatabases::addEngines(); }
    // What events are listed by is what the domain says that their tickets cost.
    void limits_keepEveryEvent()
    {
        QFETCH(Engine, engine);
        Database database(m_databases.createEmpty(engine));
        QVERIFY(database.open());
        const QList<Migration> all = Migrator::builtIn(engine);
        const auto limits = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0031_booking_limits"; });
        QVERIFY(limits != all.end());
        QVERIFY(Migrator(database, all.first(limits - all.begin())).migrate(m_now));
        const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
        const auto id = [](int number) { return u"'0195d2a0-0000-7000-8000-%1'"_s.arg(number, 12, 10, QChar(u'0')); };
        const QString columns = u"INSERT INTO events (id, name, description, category, state, venue, plan, plan_version, starts, duration_minutes, currency, hold_seconds, extension_seconds, max_extensions, max_seats, "
                                "search_text, ticket_fee, booking_fee, tax_rate, fee_tax_rate, tax_mode, cancel_fee, cancel_share) VALUES "_s;
        const QString values = u"(%1, 'Aida', '', 'play', 'published', %2, %3, 1, %4, 90, 'EUR', 600, 300, 2, 4, 'aida', %5, 0, 0)"_s;
        for (const QString &statement : {
                 u"INSERT INTO venues (id, name, address, time_zone, search_text) VALUES (%1, 'Opera', '', 'UTC', 'opera')"_s.arg(id(2)),
                 u"INSERT INTO plan_versions (plan, version, venue, name, hash, seats, document, created) VALUES (%1, 1, %2, 'Hall', 'h', 9, '{}', %3)"_s.arg(id(3), id(2), time),
                 columns + values.arg(id(4), id(2), id(3), time, u"50, 300, 1925, 700, 'added'"_s),
                 columns + values.arg(id(5), id(2), id(3), time, u"50, 0, 1900, 1900, 'included'"_s),
                 columns + values.arg(id(6), id(2), id(3), time, u"0, 0, 0, 0, 'included'"_s),
                 u"INSERT INTO event_ticket_types (event, key, position, name) VALUES (%1, 'adult', 0, 'Adult'), (%2, 'adult', 0, 'Adult')"_s.arg(id(4), id(5)),
                 u"INSERT INTO event_prices (event, category, ticket_type, amount) VALUES (%1, 'front', 'adult', 1013), (%1, 'rear', 'adult', 999), (%2, 'front', 'adult', 999)"_s.arg(id(4), id(5))}) {
            const Result<void> written = database.runMigrationStatement(statement);
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        }
        QVERIFY(Migrator(database).migrate(m_now));
        const auto found = EventRepository(database).search({.order = EventSort::Price});
        QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
        QCOMPARE(found->events.size(), 3);
        QCOMPARE(found->events.at(0).lowestCharged()->amount, 1'049);
        QCOMPARE(found->events.at(1).lowestCharged()->amount, 999 + 192 + 50 + 4);
        QVERIFY(!found->events.at(2).lowestCharged());
        for (const EventSummary &event : found->events) {
            const Result<Event> whole = EventRepository(database).get(event.id);
            QCOMPARE(whole->rules.maxPerBooking, std::nullopt);
            QCOMPARE(whole->rules.mostInBooking(), 4);
            // Just as if it were written now.
            Event same = *whole;
            const Result<Event> again = database.transact([&] { return EventRepository(database).update(*whole, same, {.at = m_now}); });
            QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        }
        QList<EventId> order;
        for (const EventSummary &event : found->events)
            order.append(event.id);
        const auto written = EventRepository(database).search({.order = EventSort::Price});
        for (qsizetype i = 0; i < order.size(); ++i)
            QCOMPARE(written->events.at(i).id, order.at(i));
        QVERIFY(!database.runMigrationStatement(u"UPDATE events SET max_per_booking = 0"_s));
    }
};

QTEST_GUILESS_MAIN(EventMigrationTest)
#include "tst_eventmigration.moc"
