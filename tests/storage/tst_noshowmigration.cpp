// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/noshowrepository.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabases.h"

#include <QTest>

#include <algorithm>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// No-shows from before it was kept which place each had.
class NoShowMigrationTest : public QObject
{
    Q_OBJECT

    TestDatabases m_databases;
    const Instant m_now {std::chrono::milliseconds(1'795'000'000'000)};

private Q_SLOTS:
    void placesGivenFree_areKnownOfEveryNoShow_data() { TestDatabases::addEngines(); }
    void placesGivenFree_areKnownOfEveryNoShow()
    {
        QFETCH(Engine, engine);
        Database database(m_databases.createEmpty(engine));
        QVERIFY(database.open());
        const QList<Migration> all = Migrator::builtIn(engine);
        const auto places = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0027_places_given_free"; });
        QVERIFY(places != all.end());
        QVERIFY(Migrator(database, all.first(places - all.begin())).migrate(m_now));
        CountingIds ids;
        const EventId event = ids.make<EventId>();
        const UserId actor = ids.make<UserId>();
        const QString venue = ids.make<VenueId>().toString();
        const QString plan = ids.make<PlanId>().toString();
        const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
        const QString no = engine == Engine::Sqlite ? u"0"_s : u"false"_s;
        const QString clerk = actor.toString();
        const QString booking = ids.make<BookingId>().toString();
        const auto ticket = [&](int position, int place, const QString &state) {
            return u"INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state, with_event) "
                   "VALUES ('%1', 'T%2', '%3', %2, '%4', %5, 'A', 'front', 'adult', 2300, '%6', %7)"_s.arg(ids.make<TicketId>().toString()).arg(position).arg(booking, event.toString()).arg(place).arg(state, no);
        };
        const auto change = [&](const QString &key, const QString &operation) {
            return u"INSERT INTO no_show_changes (actor, key, operation, request_hash, event, reason, at) VALUES ('%1', '%2', '%3', '61', '%4', '', %5)"_s.arg(clerk, key, operation, event.toString(), time);
        };
        for (const QString &statement : {
                 u"INSERT INTO accounts (id, name, phone, locale, role, password_hash, created) VALUES ('%1', 'Cleo', '', '', 'clerk', '', %2)"_s.arg(clerk, time),
                 u"INSERT INTO venues (id, name, address, time_zone, search_text) VALUES ('%1', 'Opera', '', 'UTC', 'opera')"_s.arg(venue),
                 u"INSERT INTO plan_versions (plan, version, venue, name, hash, seats, document, created) VALUES ('%1', 1, '%2', 'Hall', 'h', 9, '{}', %3)"_s.arg(plan, venue, time),
                 u"INSERT INTO events (id, name, description, category, state, venue, plan, plan_version, starts, duration_minutes, currency, hold_seconds, "
                 "extension_seconds, max_extensions, max_seats, search_text) VALUES ('%1', 'Aida', '', 'play', 'published', '%2', '%3', 1, %4, 90, 'EUR', 600, 300, 2, 10, 'aida')"_s
                     .arg(event.toString(), venue, plan, time),
                 u"INSERT INTO bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text) VALUES ('%1', 'AB12', NULL, '%2', 'Zoë', 'confirmed', 4600, 'EUR', %3, 'zoe')"_s.arg(booking, clerk, time),
                 ticket(0, 4, u"valid"_s), ticket(1, 5, u"released"_s), change(u"r"_s, u"release"_s), change(u"s"_s, u"restore"_s),
                 u"INSERT INTO no_shows (ticket, released_by, release_key, restored_by, restore_key) VALUES ('T0', '%1', 'r', '%1', 's')"_s.arg(clerk),
                 u"INSERT INTO no_shows (ticket, released_by, release_key) VALUES ('T1', '%1', 'r')"_s.arg(clerk)}) {
            const Result<void> written = database.runMigrationStatement(statement);
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        }
        QVERIFY(Migrator(database).migrate(m_now));
        NoShowRepository noShows(database);
        NoShowWrite asked {.event = event, .tickets = {u"T0"_s, u"T1"_s}, .actor = actor, .key = u"r"_s, .requestHash = "a"};
        QCOMPARE((*noShows.earlierRelease(asked))->released, (QList<TicketPlace> {{u"T0"_s, 4}, {u"T1"_s, 5}}));
        asked.key = u"s"_s;
        QCOMPARE((*noShows.earlierRestore(asked))->restored, (QList<TicketPlace> {{u"T0"_s, 4}}));
        // The conditions of before still hold.
        QVERIFY(!database.runMigrationStatement(u"INSERT INTO no_shows (ticket, released_by, release_key, place) VALUES ('T1', '%1', 's', 5)"_s.arg(clerk)));
        QVERIFY(!database.runMigrationStatement(u"UPDATE no_shows SET restored_place = NULL"_s));
    }
};

QTEST_GUILESS_MAIN(NoShowMigrationTest)
#include "tst_noshowmigration.moc"
