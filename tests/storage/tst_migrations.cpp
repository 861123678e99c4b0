// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/checkoutbatch.h"
#include "backend/storage/database.h"
#include "backend/storage/migrator.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/serverrepository.h"
#include "tests/support/samplehouse.h"
#include "tests/support/testdatabases.h"

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
        const int next = static_cast<int>(migrations.size()) + 1;
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

// A database of the first release, with a sale in it.
void MigrationsTest::leanSales_keepsEveryRow()
{
    QFETCH(Engine, engine);
    Database database(m_databases.createEmpty(engine));
    QVERIFY(database.open());
    QCOMPARE(*Migrator(database, Migrator::builtIn(engine).first(1)).migrate(m_now), 1);
    CountingIds ids;
    const ManualClock clock;
    const SampleHouse house = SampleHouse::build(database, ids, clock);
    const CheckoutWrite sale = checkoutOf(house, {4, 5}, u"key"_s, ids, clock);
    Checkout checkout {.write = sale};
    const std::array checkouts {&checkout};
    QVERIFY(database.transact([&] { return CheckoutBatch(database).write(checkouts, Compare::First); }));

    QCOMPARE(*Migrator(database).migrate(m_now), int(Migrator::builtIn(engine).size()) - 1);
    BookingRepository bookings(database);
    const Result<StoredBooking> stored = bookings.get(sale.booking.id);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    QCOMPARE(stored->booking, sale.booking);
    QCOMPARE(stored->owner, sale.owner);
    QCOMPARE(*bookings.ofKey(sale.actor, sale.key, sale.requestHash), sale.booking);
    QCOMPARE(bookings.list({.event = house.event.summary.id})->bookings.size(), 1);
    QCOMPARE(*bookings.strays(), 0);
    Checkout twice {.write = checkoutOf(house, {5}, u"another key"_s, ids, clock)};
    const std::array again {&twice};
    const auto refused = database.transact([&] { return CheckoutBatch(database).write(again, Compare::WhenRefused); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
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
