// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/posterrepository.h"
#include "backend/storage/repositories/serverrepository.h"
#include "backend/storage/repositories/showtimerepository.h"
#include "backend/storage/repositories/ticketrepository.h"
#include "backend/storage/repositories/venuerepository.h"
#include "tests/storage/storageharness.h"

#include <QDir>
#include <QTest>
#include <QThread>

#include <numeric>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

class MigrationsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    const Instant m_now {std::chrono::milliseconds(1'795'000'000'000)};

    static QList<Migration> withOneMore(Engine engine)
    {
        QList<Migration> migrations = Migrator::builtIn(engine);
        const int next = migrations.constLast().number + 1;
        migrations.append({.number = next,
                           .name = u"%1_seasons"_s.arg(next, 4, 10, QChar(u'0')),
                           .text = "-- One more.\nCREATE TABLE seasons (id integer PRIMARY KEY)\n\nINSERT INTO seasons (id) VALUES (1)\n"});
        return migrations;
    }
    static QStringList backupsOf(const DatabaseConfig &config)
    {
        const QFileInfo file(config.path);
        return file.dir().entryList({file.fileName() + u".*.backup"_s});
    }

private Q_SLOTS:
    void migrate_makesTheSchemaOnce_data() { TestDatabases::addEngines(); }
    void migrate_makesTheSchemaOnce();
    void migrate_addsWhatIsNew_data() { TestDatabases::addEngines(); }
    void migrate_addsWhatIsNew();
    void leanSales_keepsEveryRow_data() { TestDatabases::addEngines(); }
    void leanSales_keepsEveryRow();
    void vouchers_keepEveryPayment_data() { TestDatabases::addEngines(); }
    void vouchers_keepEveryPayment();
    void codeLimits_keepEveryDiscount_data() { TestDatabases::addEngines(); }
    void codeLimits_keepEveryDiscount();
    void showtimes_keepTheirSources_data() { TestDatabases::addEngines(); }
    void showtimes_keepTheirSources();
    void noShows_keepEveryTicket_data() { TestDatabases::addEngines(); }
    void noShows_keepEveryTicket();
    void sharedPosters_keepEveryPicture_data() { TestDatabases::addEngines(); }
    void sharedPosters_keepEveryPicture();
    void migrate_refusesAnEditedMigration_data() { TestDatabases::addEngines(); }
    void migrate_refusesAnEditedMigration();
    void migrate_acceptsTurnedLineEnds();
    void migrate_refusesANewerSchema_data() { TestDatabases::addEngines(); }
    void migrate_refusesANewerSchema();
    void migrate_leavesNothingOfAFailedStep_data() { TestDatabases::addEngines(); }
    void migrate_leavesNothingOfAFailedStep();
    void migrate_copiesAFileBeforeChangingIt();
    void migrate_letsServersStartTogether_data() { TestDatabases::addEngines(); }
    void migrate_letsServersStartTogether();
};

void MigrationsTest::migrate_makesTheSchemaOnce()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    const auto first = Migrator(database).migrate(m_now);
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(*first, int(Migrator::builtIn(engine).size()));
    QCOMPARE(*Migrator(database).migrate(m_now), 0);
    QCOMPARE(*ServerRepository(database).nextLedgerEpoch(), 1);
    QCOMPARE(*ServerRepository(database).nextLedgerEpoch(), 2);
}

void MigrationsTest::migrate_addsWhatIsNew()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    QCOMPARE(*Migrator(database, withOneMore(engine)).migrate(m_now), 1);
    QCOMPARE(*Migrator(database, withOneMore(engine)).migrate(m_now), 0);
    QVERIFY(database.runMigrationStatement(u"INSERT INTO seasons (id) VALUES (2)"_s));
}

// A database of the first release with a sale in it: written in its own words, since the code has moved on.
void MigrationsTest::leanSales_keepsEveryRow()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    QCOMPARE(*Migrator(database, Migrator::builtIn(engine).first(1)).migrate(m_now), 1);
    const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
    const auto id = [](int number) { return u"'0195d2a0-0000-7000-8000-%1'"_s.arg(number, 12, 10, QChar(u'0')); };
    const QStringList statements {
        u"INSERT INTO accounts (id, name, phone, locale, role, password_hash, created) VALUES (%1, 'Carl', '', 'en', 'clerk', '', %2)"_s.arg(id(1), time),
        u"INSERT INTO venues (id, name, address, time_zone, search_text) VALUES (%1, 'Opera', '', 'UTC', 'opera')"_s.arg(id(2)),
        u"INSERT INTO plan_versions (plan, version, venue, name, hash, seats, document, created) VALUES (%1, 1, %2, 'Hall', 'h', 9, '{}', %3)"_s.arg(id(3), id(2), time),
        u"INSERT INTO events (id, name, description, category, state, venue, plan, plan_version, starts, duration_minutes, currency, hold_seconds, "
        "extension_seconds, max_extensions, max_seats, search_text) VALUES (%1, 'Aida', '', 'play', 'published', %2, %3, 1, %4, 90, 'EUR', 600, 300, 2, 10, 'aida')"_s
            .arg(id(4), id(2), id(3), time),
        u"INSERT INTO bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text) "
        "VALUES (%1, 'AB12', %2, %2, 'Zoë', 'confirmed', 5000, 'EUR', %3, 'zoe')"_s.arg(id(5), id(1), time),
        u"INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state) VALUES "
        "(%1, 'T1', %3, 0, %4, 4, 'A 4', 'front', 'adult', 2500, 'valid'), (%2, 'T2', %3, 1, %4, 5, 'A 5', 'front', 'adult', 2500, 'cancelled')"_s
            .arg(id(6), id(7), id(5), id(4)),
        u"INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, at) "
        "VALUES (%1, %2, 0, 'cash', 'payment', 5000, 'EUR', 6000, 1000, %3)"_s.arg(id(8), id(5), time),
        u"INSERT INTO idempotency_keys (actor, key, operation, request_hash, booking, created) VALUES (%1, 'key', 'checkout', 'aabb', %2, %3)"_s.arg(id(1), id(5), time)};
    for (const QString &statement : statements) {
        const Result<void> done = database.runMigrationStatement(statement);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    QCOMPARE(*Migrator(database).migrate(m_now), int(Migrator::builtIn(engine).size()) - 1);
    BookingRepository bookings(database);
    const Result<StoredBooking> stored = bookings.findByReference(u"AB12"_s);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    QCOMPARE(stored->booking.customerName, u"Zoë"_s);
    QCOMPARE(stored->booking.created, m_now);
    QCOMPARE(stored->booking.tickets.size(), 2);
    QCOMPARE(stored->booking.tickets.at(0).number, u"T1"_s);
    QCOMPARE(stored->booking.tickets.at(0).place, 4);
    QCOMPARE(stored->booking.tickets.at(1).state, TicketState::Cancelled);
    QCOMPARE(stored->booking.payments.at(0).change->amount, 1000);
    QCOMPARE(stored->owner, stored->createdBy);
    QCOMPARE(bookings.ofKey(stored->owner, u"key"_s, QByteArray::fromHex("aabb"))->id, stored->booking.id);
    const EventId event = stored->booking.tickets.at(0).event;
    QCOMPARE(bookings.list({.event = event})->bookings.size(), 1);
    QCOMPARE(*bookings.liveTickets(event), QList<qint32>({4}));
    QCOMPARE(*bookings.strays(), 0);
    // What keeps a seat from being sold twice is still there.
    QVERIFY(database.runMigrationStatement(u"UPDATE tickets SET position = 2 WHERE number = 'T1'"_s));
    QVERIFY(!database.runMigrationStatement(u"UPDATE tickets SET place = 4, state = 'valid' WHERE number = 'T2'"_s));
    QCOMPARE(EventRepository(database).get(event)->rules.orphanRule, OrphanRule::Off);
    QCOMPARE(EventRepository(database).get(event)->version, 1);
    QCOMPARE(EventRepository(database).get(event)->rules.reservationRelease, std::chrono::minutes(30));
    QCOMPARE(VenueRepository(database).findByName(u"Opera"_s)->version, 1);
    QCOMPARE(VenueRepository(database).findByName(u"Opera"_s)->plans.constFirst().hallName(), u"Hall"_s);
    // Only what is reserved has a date until when it is to be paid.
    QVERIFY(!stored->booking.payUntil);
    QVERIFY(!database.runMigrationStatement(u"UPDATE bookings SET state = 'reserved'"_s));
    QVERIFY(!database.runMigrationStatement(u"UPDATE bookings SET pay_until = created"_s));
    QVERIFY(database.runMigrationStatement(u"UPDATE bookings SET state = 'reserved', pay_until = created"_s));
}

void MigrationsTest::vouchers_keepEveryPayment()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    const QList<Migration> all = Migrator::builtIn(engine);
    const auto vouchers = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0017_vouchers"; });
    QVERIFY(vouchers != all.end());
    QVERIFY(Migrator(database, all.first(vouchers - all.begin())).migrate(m_now));
    const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
    const BookingId booking = *BookingId::fromString(u"0195d2a0-0000-7000-8000-000000000005"_s);
    const QString paid = u"'0195d2a0-0000-7000-8000-000000000008'"_s;
    const Result<void> written = database.runMigrationStatement(
        u"INSERT INTO payments (id, booking, position, kind, direction, amount, currency, tendered, change, reference, brand, last_four, payer, reason, refunded_payment, at) VALUES "
        "(%1, '%2', 0, 'card', 'payment', 5000, 'EUR', NULL, NULL, 'T-17', 'Visa', '0042', NULL, NULL, NULL, %3), "
        "('0195d2a0-0000-7000-8000-000000000009', '%2', 1, 'card', 'refund', 1000, 'EUR', NULL, NULL, 'T-18', NULL, NULL, NULL, NULL, %1, %3), "
        "('0195d2a0-0000-7000-8000-00000000000a', '%2', 2, 'cash', 'payment', 700, 'EUR', 1000, 300, NULL, NULL, NULL, NULL, NULL, NULL, %3)"_s.arg(paid, booking.toString(), time));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    const auto rows = [&] {
        QStringList found;
        const Result<Rows> payments = database.run("payments.of_booking"_L1, {{"booking"_L1, booking}});
        for (const Row &row : *payments) {
            for (const QLatin1StringView column : {"id"_L1, "kind"_L1, "direction"_L1, "amount"_L1, "currency"_L1, "tendered"_L1, "change"_L1, "reference"_L1, "brand"_L1, "last_four"_L1, "payer"_L1, "reason"_L1, "refunded_payment"_L1, "at"_L1})
                found.append(row.text(column));
        }
        return found;
    };
    const QStringList before = rows();
    QCOMPARE(before.size(), 3 * 14);
    QVERIFY(Migrator(database).migrate(m_now));
    QCOMPARE(rows(), before);
    // The conditions of before still hold, and deletion is refused.
    QVERIFY(!database.runMigrationStatement(u"UPDATE payments SET reference = NULL WHERE kind = 'card'"_s));
    QVERIFY(!database.runMigrationStatement(u"UPDATE payments SET refunded_payment = NULL WHERE direction = 'refund'"_s));
    QVERIFY(!database.runMigrationStatement(u"DELETE FROM payments"_s));
    QVERIFY(database.runMigrationStatement(u"UPDATE payments SET kind = 'online' WHERE kind = 'card' AND direction = 'payment'"_s));
}

// One code with room, and one that was used more often than it may be since its limit was lowered.
void MigrationsTest::codeLimits_keepEveryDiscount()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    const QList<Migration> all = Migrator::builtIn(engine);
    const auto limits = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0023_code_limits"; });
    QVERIFY(limits != all.end());
    QVERIFY(Migrator(database, all.first(limits - all.begin())).migrate(m_now));
    const auto id = [](int number) { return u"0195d2a0-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')); };
    for (const QString &statement : {u"INSERT INTO discounts (id, name, kind, share, code, code_key, max_uses, uses, version) VALUES "
                                     "('%1', 'Spring', 'code', 1000, 'SPRING', 'spring', 5, 2, 3), ('%2', 'Few', 'code', 500, 'FEW', 'few', 1, 2, 2)"_s.arg(id(1), id(2)),
                                     u"INSERT INTO discounts (id, name, kind, share, version) VALUES ('%1', 'Family', 'bundle', 2000, 1)"_s.arg(id(3)),
                                     u"INSERT INTO discount_keys (discount, role, position, key, tickets) VALUES ('%1', 'category', 0, 'stalls', NULL), ('%2', 'part', 0, 'adult', 2)"_s.arg(id(1), id(3)),
                                     u"INSERT INTO discount_uses (discount, booking) VALUES ('%1', '%3'), ('%1', '%4'), ('%2', '%3'), ('%2', '%4')"_s.arg(id(1), id(2), id(11), id(12))}) {
        const Result<void> done = database.runMigrationStatement(statement);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }
    const auto migrated = Migrator(database).migrate(m_now);
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
    const Discount spring {.id = *DiscountId::fromString(id(1)), .name = u"Spring"_s, .share = 1'000, .categories = {u"stalls"_s}, .code = u"SPRING"_s, .maxUses = 5, .version = 3};
    const Discount few {.id = *DiscountId::fromString(id(2)), .name = u"Few"_s, .share = 500, .code = u"FEW"_s, .maxUses = 2, .version = 2};
    const Discount family {.id = *DiscountId::fromString(id(3)), .name = u"Family"_s, .kind = DiscountKind::Bundle, .share = 2'000, .parts = {{.ticketType = u"adult"_s, .count = 2}}, .version = 1};
    QCOMPARE(*DiscountRepository(database).list(), (QList<CountedDiscount> {{.discount = spring, .uses = 2}, {.discount = few, .uses = 2}, {.discount = family}}));
    QCOMPARE(*BookingRepository(database).miscounts(), 0);
    // What kept them straight before still does, and uses go with their discount.
    QVERIFY(!database.runMigrationStatement(u"UPDATE discounts SET code_key = 'spring' WHERE code = 'FEW'"_s));
    QVERIFY(!database.runMigrationStatement(u"UPDATE discounts SET uses = 6 WHERE code = 'SPRING'"_s));
    QVERIFY(!database.runMigrationStatement(u"INSERT INTO discount_uses (discount, booking) VALUES ('%1', '%2')"_s.arg(id(4), id(11))));
    QVERIFY(database.runMigrationStatement(u"DELETE FROM discounts WHERE code = 'FEW'"_s));
    QCOMPARE(database.run("discounts.used_by"_L1, {{"booking"_L1, *BookingId::fromString(id(11))}})->size(), std::size_t(1));
}

void MigrationsTest::showtimes_keepTheirSources()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    const QList<Migration> all = Migrator::builtIn(engine);
    const auto reading = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0024_showtime_reading"; });
    QVERIFY(reading != all.end());
    QVERIFY(Migrator(database, all.first(reading - all.begin())).migrate(m_now));
    const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
    const QString account = u"0195d2a0-0000-7000-8000-000000000001"_s;
    const ShowtimeSourceId source = *ShowtimeSourceId::fromString(u"0195d2a0-0000-7000-8000-000000000005"_s);
    const QStringList statements {
        u"INSERT INTO accounts (id, name, phone, locale, role, password_hash, created) VALUES ('%1', 'Carl', '', 'en', 'clerk', '', %2)"_s.arg(account, time),
        u"INSERT INTO showtime_sources (id, name, format, url, hall, template, schedule, mode, version, changed, changed_by, run_at, run_counts, run_created, run_error) VALUES "
        "('%1', 'Touring company', 'calendar', 'https://touring.example/', 'Great Hall', NULL, 'daily', 'create', 3, %3, '%2', %3, '1 2', 1, NULL)"_s.arg(source.toString(), account, time),
        u"INSERT INTO showtimes (source, uid, event, name, description, category, starts, duration_minutes) VALUES ('%1', 'a@b', NULL, 'Jazz', 'Blue', 'concert', %2, 90)"_s
            .arg(source.toString(), time)};
    for (const QString &statement : statements) {
        const Result<void> done = database.runMigrationStatement(statement);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    QVERIFY(Migrator(database).migrate(m_now));
    ShowtimeRepository showtimes(database);
    const ShowtimeSource expected {.id = source,
                                   .definition = {.name = u"Touring company"_s,
                                                  .format = ShowtimeFormat::Calendar,
                                                  .url = u"https://touring.example/"_s,
                                                  .hall = u"Great Hall"_s,
                                                  .schedule = ShowtimeSchedule::Daily,
                                                  .mode = ShowtimeMode::Create},
                                   .version = 3,
                                   .lastRun = ShowtimeRun {.at = m_now, .counts = {.fresh = 1, .changed = 2}, .created = 1}};
    QCOMPARE(*showtimes.source(source), expected);
    QCOMPARE(showtimes.known(source)->size(), 1);
    QCOMPARE(showtimes.known(source)->constFirst().written,
             (ShowtimeFacts {.name = u"Jazz"_s, .description = u"Blue"_s, .category = EventCategory::Concert, .start = m_now, .durationMinutes = 90}));
    // What is known goes with its source, still.
    QVERIFY(database.transact([&] { return showtimes.remove(source, 3, {.at = m_now}); }));
    QVERIFY(showtimes.known(source)->isEmpty());
}

void MigrationsTest::noShows_keepEveryTicket()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    const QList<Migration> all = Migrator::builtIn(engine);
    const auto noShows = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0025_released_tickets"; });
    QVERIFY(noShows != all.end());
    QVERIFY(Migrator(database, all.first(noShows - all.begin())).migrate(m_now));
    const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
    const auto id = [](int number) { return u"'0195d2a0-0000-7000-8000-%1'"_s.arg(number, 12, 10, QChar(u'0')); };
    const QString yes = engine == Engine::Sqlite ? u"1"_s : u"true"_s;
    const QString no = engine == Engine::Sqlite ? u"0"_s : u"false"_s;
    const QString columns = u"INSERT INTO tickets (id, number, booking, position, event, place, label, category, ticket_type, price, state, with_event, base, discount, discount_name, fee, tax) VALUES "_s;
    for (const QString &statement : {
             u"INSERT INTO venues (id, name, address, time_zone, search_text) VALUES (%1, 'Opera', '', 'UTC', 'opera')"_s.arg(id(2)),
             u"INSERT INTO plan_versions (plan, version, venue, name, hash, seats, document, created) VALUES (%1, 1, %2, 'Hall', 'h', 9, '{}', %3)"_s.arg(id(3), id(2), time),
             u"INSERT INTO events (id, name, description, category, state, venue, plan, plan_version, starts, duration_minutes, currency, hold_seconds, "
             "extension_seconds, max_extensions, max_seats, search_text) VALUES (%1, 'Aida', '', 'play', 'published', %2, %3, 1, %4, 90, 'EUR', 600, 300, 2, 10, 'aida')"_s
                 .arg(id(4), id(2), id(3), time),
             u"INSERT INTO bookings (id, reference, owner, created_by, customer_name, state, total, currency, created, search_text) VALUES (%1, 'AB12', NULL, %2, 'Zoë', 'confirmed', 2300, 'EUR', %3, 'zoe')"_s
                 .arg(id(5), id(1), time),
             columns + u"(%1, 'T1', %2, 0, %3, 4, 'A 4', 'front', 'adult', 2300, 'valid', %4, 2500, 300, 'Group', 100, 150)"_s.arg(id(6), id(5), id(4), no),
             columns + u"(%1, 'T2', %2, 1, %3, 5, 'A 5', 'front', 'child', 2500, 'cancelled', %4, NULL, NULL, NULL, NULL, NULL)"_s.arg(id(7), id(5), id(4), yes)}) {
        const Result<void> written = database.runMigrationStatement(statement);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    }
    QVERIFY(Migrator(database).migrate(m_now));
    const Result<StoredTicket> kept = TicketRepository(database).find(u"T1"_s);
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
    QCOMPARE(kept->ticket.price.amount, 2'300);
    QCOMPARE(kept->ticket.label, u"A 4"_s);
    QCOMPARE(kept->ticket.state, TicketState::Valid);
    QVERIFY(kept->ticket.parts);
    QCOMPARE(kept->ticket.parts->base.amount, 2'500);
    QCOMPARE(kept->ticket.parts->discount.amount, 300);
    QCOMPARE(kept->ticket.parts->discountName, u"Group"_s);
    QCOMPARE(kept->ticket.parts->fee.amount, 100);
    QCOMPARE(kept->ticket.parts->tax.amount, 150);
    QVERIFY(!kept->released);
    const Result<StoredTicket> cancelled = TicketRepository(database).find(u"T2"_s);
    QCOMPARE(cancelled->ticket.state, TicketState::Cancelled);
    QVERIFY(!cancelled->ticket.parts);
    // The conditions of before still hold, and deletion is refused; a place that was given free is sold again, once.
    QVERIFY(!database.runMigrationStatement(u"UPDATE tickets SET state = 'lost' WHERE number = 'T1'"_s));
    QVERIFY(!database.runMigrationStatement(u"DELETE FROM tickets"_s));
    QVERIFY(!database.runMigrationStatement(u"UPDATE tickets SET place = 4, state = 'valid' WHERE number = 'T2'"_s));
    QVERIFY(database.runMigrationStatement(u"UPDATE tickets SET state = 'released' WHERE number = 'T1'"_s));
    QVERIFY(database.runMigrationStatement(u"UPDATE tickets SET place = 4, state = 'valid' WHERE number = 'T2'"_s));
    QVERIFY(!database.runMigrationStatement(u"UPDATE tickets SET state = 'valid' WHERE number = 'T1'"_s));
}

void MigrationsTest::sharedPosters_keepEveryPicture()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    const QList<Migration> all = Migrator::builtIn(engine);
    const auto shared = std::find_if(all.begin(), all.end(), [](const Migration &migration) { return migration.name == u"0028_shared_posters"; });
    QVERIFY(shared != all.end());
    QVERIFY(Migrator(database, all.first(shared - all.begin())).migrate(m_now));
    const QString time = engine == Engine::Sqlite ? u"1795000000000"_s : u"'2026-11-18T11:06:40Z'"_s;
    const auto id = [](int number) { return u"'0195d2a0-0000-7000-8000-%1'"_s.arg(number, 12, 10, QChar(u'0')); };
    const auto eventId = [&id](int number) { return *EventId::fromString(id(number).sliced(1).chopped(1)); };
    QStringList statements {
        u"INSERT INTO venues (id, name, address, time_zone, search_text) VALUES (%1, 'Opera', '', 'UTC', 'opera')"_s.arg(id(2)),
        u"INSERT INTO plan_versions (plan, version, venue, name, hash, seats, document, created) VALUES (%1, 1, %2, 'Hall', 'h', 9, '{}', %3)"_s.arg(id(3), id(2), time)};
    const QString picture = engine == Engine::Sqlite ? u"x'%1'"_s : u"'\\x%1'"_s;
    for (const auto &[event, hash, bytes] : {std::tuple {4, u'a', u"0aff"_s}, std::tuple {5, u'a', u"0aff"_s}, std::tuple {6, u'b', u"00"_s}}) {
        statements.append(u"INSERT INTO events (id, name, description, category, state, venue, plan, plan_version, starts, duration_minutes, currency, hold_seconds, "
                          "extension_seconds, max_extensions, max_seats, search_text) VALUES (%1, 'Aida', '', 'play', 'published', %2, %3, 1, %4, 90, 'EUR', 600, 300, 2, 10, 'aida')"_s
                              .arg(id(event), id(2), id(3), time));
        statements.append(u"INSERT INTO event_posters (event, hash, format, width, height, bytes) VALUES (%1, '%2', 'png', 64, 96, %3)"_s
                              .arg(id(event), QString(64, hash), picture.arg(bytes)));
    }
    for (const QString &statement : statements) {
        const Result<void> done = database.runMigrationStatement(statement);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    }

    QVERIFY(Migrator(database).migrate(m_now));
    PosterRepository posters(database);
    const Poster expected {.hash = QString(64, u'a'), .format = PosterFormat::Png, .width = 64, .height = 96, .bytes = QByteArray::fromHex("0aff")};
    QCOMPARE(posters.get(eventId(4))->poster, expected);
    QCOMPARE(posters.get(eventId(5))->poster, expected);
    QCOMPARE(posters.get(eventId(6))->poster.bytes, QByteArray(1, '\0'));
    // One goes and the other stays, as those that were written since.
    QVERIFY(database.transact([&] { return posters.remove(eventId(4), {.at = m_now}); }));
    QCOMPARE(posters.get(eventId(4)).error().code, ErrorCode::NotFound);
    QCOMPARE(posters.get(eventId(5))->poster, expected);
}

void MigrationsTest::migrate_refusesAnEditedMigration()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    QList<Migration> edited = Migrator::builtIn(engine);
    edited.first().text += "\n-- afterthought\n";
    const auto refused = Migrator(database, edited).migrate(m_now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Internal);
    QVERIFY(refused.error().detail.contains(u"0001_initial"_s));
}

void MigrationsTest::migrate_acceptsTurnedLineEnds()
{
    Database database(m_databases.create(Engine::Sqlite));
    QVERIFY(database.open());
    QList<Migration> turned = Migrator::builtIn(Engine::Sqlite);
    turned.first().text.replace("\n", "\r\n");
    QCOMPARE(*Migrator(database, turned).migrate(m_now), 0);
}

void MigrationsTest::migrate_refusesANewerSchema()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    QVERIFY(Migrator(database, withOneMore(engine)).migrate(m_now));
    const auto refused = Migrator(database).migrate(m_now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::SchemaTooNew);
}

void MigrationsTest::migrate_leavesNothingOfAFailedStep()
{
    QFETCH(Engine, engine);
    Database database(m_databases.create(engine));
    QVERIFY(database.open());
    QList<Migration> broken = withOneMore(engine);
    broken.last().text += "\nINSERT INTO nowhere (id) VALUES (1)\n";
    QVERIFY(!Migrator(database, broken).migrate(m_now));
    QVERIFY(!database.runMigrationStatement(u"INSERT INTO seasons (id) VALUES (2)"_s));
    QCOMPARE(*Migrator(database, withOneMore(engine)).migrate(m_now), 1);
}

void MigrationsTest::migrate_copiesAFileBeforeChangingIt()
{
    const DatabaseConfig config = m_databases.createEmpty(Engine::Sqlite);
    Database database(config);
    QVERIFY(database.open());
    QVERIFY(Migrator(database).migrate(m_now));
    QVERIFY(backupsOf(config).isEmpty());
    QVERIFY(ServerRepository(database).setSetting(u"house"_s, u"full"_s));
    QVERIFY(Migrator(database, withOneMore(Engine::Sqlite)).migrate(m_now));
    QCOMPARE(backupsOf(config).size(), 1);
    QVERIFY(backupsOf(config).constFirst().contains(u"20261118T"_s));

    DatabaseConfig copy = config;
    copy.path = QFileInfo(config.path).dir().filePath(backupsOf(config).constFirst());
    QCOMPARE(QFile::permissions(copy.path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    Database backup(copy);
    QVERIFY(backup.open());
    QCOMPARE(*ServerRepository(backup).setting(u"house"_s), u"full"_s);
    QCOMPARE(*Migrator(backup).migrate(m_now), 0);
}

void MigrationsTest::migrate_letsServersStartTogether()
{
    QFETCH(Engine, engine);
    const DatabaseConfig config = m_databases.createEmpty(engine);
    constexpr int kServers = 4;
    std::array<int, kServers> applied {};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < kServers; ++i) {
        threads.emplace_back(QThread::create([&config, &applied, i, this] {
            Database database(config);
            const auto migrated = database.open() ? Migrator(database).migrate(m_now) : Result<int>(-100);
            applied[static_cast<std::size_t>(i)] = migrated ? *migrated : -100;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait());
    QCOMPARE(std::accumulate(applied.begin(), applied.end(), 0), int(Migrator::builtIn(engine).size()));
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
