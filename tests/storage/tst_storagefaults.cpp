// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/bookingchange.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/storage/storageharness.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What Storage promises when servers, links and processes go away or get in each other's way.
class StorageFaultsTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;

    CheckoutWrite checkout(const SampleHouse &house, const QList<qint32> &places, const QString &key)
    {
        return checkoutOf(house, places, key, m_ids, m_clock);
    }

private Q_SLOTS:
    void twoServers_sellEachSeatOnce_data() { TestDatabases::addEngines(); }
    void twoServers_sellEachSeatOnce();
    void sales_surviveTerminatedConnections();
    void sales_areWrittenAgainWhenTheLinkBrokeBeforeTheCommit();
    void sales_areFoundWhenTheLinkBrokeAfterTheCommit();
    void sales_waitForARestartedServer();
    void sales_failInTheEndWhenTheServerStaysAway();
    void cancellations_waitForARestartedServer();
    void cancellations_knowTheirKeyWhenTheFirstTryIsStillAtWork();
    void acknowledgedSales_surviveKillOfTheProcess();
};

void StorageFaultsTest::twoServers_sellEachSeatOnce()
{
    QFETCH(Engine, engine);
    constexpr int kSeats = 200;
    const DatabaseConfig config = m_databases.create(engine);
    StorageHarness one(config, m_clock);
    StorageHarness two(config, m_clock);
    const SampleHouse house = SampleHouse::build(one.database(), m_ids, m_clock);
    std::array<std::array<std::optional<Result<CheckoutOutcome>>, kSeats>, 2> outcomes;
    int answered = 0;
    for (int i = 0; i < kSeats; ++i) {
        // Both want every seat and its neighbour with the same parity, one from each end, so that groups overlap.
        for (const std::size_t server : {std::size_t(0), std::size_t(1)}) {
            const qint32 place = server == 0 ? i : kSeats - 1 - i;
            auto &outcome = outcomes[server][static_cast<std::size_t>(i)];
            (server == 0 ? one : two)
                .storage()
                .book(checkout(house, {place}, u"%1 of %2"_s.arg(i).arg(server)), this, [&outcome, &answered](Result<CheckoutOutcome> result) {
                    outcome = std::move(result);
                    ++answered;
                });
        }
    }
    QVERIFY(QTest::qWaitFor([&] { return answered == 2 * kSeats; }, 100'000));
    std::array<int, kSeats> sales {};
    for (const auto &server : outcomes) {
        for (const auto &outcome : server) {
            if (*outcome)
                ++sales.at(static_cast<std::size_t>((*outcome)->booking.tickets.first().place));
            else
                QCOMPARE(outcome->error().code, ErrorCode::SeatTaken);
        }
    }
    for (const int count : sales)
        QCOMPARE(count, 1);
    QCOMPARE(BookingRepository(one.database()).liveTickets(house.event.summary.id)->size(), kSeats);
    const AuditVerdict verdict = *AuditRepository(one.database()).verify();
    QVERIFY(!verdict.firstBad);
}

void StorageFaultsTest::sales_surviveTerminatedConnections()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    const DatabaseConfig config = m_databases.create(Engine::Postgresql);
    StorageHarness harness(config, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    constexpr int kSales = 900;
    QHash<int, Result<CheckoutOutcome>> outcomes;
    int asked = 0;
    const auto ask = [&] {
        const int i = asked++;
        harness.storage().book(checkout(house, {i}, u"key %1"_s.arg(i)), this,
                               [&outcomes, i](Result<CheckoutOutcome> outcome) { outcomes.insert(i, std::move(outcome)); });
    };
    const QString terminate = u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%1' AND pid <> pg_backend_pid()"_s.arg(config.name);
    for (int round = 0; round < 9; ++round) {
        for (int i = 0; i < kSales / 9; ++i)
            ask();
        QVERIFY(m_databases.cluster().execute(u"postgres"_s, terminate));
        QCoreApplication::processEvents();
    }
    QVERIFY(QTest::qWaitFor([&] { return outcomes.size() == kSales; }, 100'000));
    QList<qint32> places;
    for (int i = 0; i < kSales; ++i) {
        const auto &outcome = *outcomes.constFind(i);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        QVERIFY(!outcome->replayed); // its own sale, even when it had to be looked up
        places.append(i);
    }
    Database fresh(config);
    QVERIFY(fresh.open());
    QCOMPARE(*BookingRepository(fresh).liveTickets(house.event.summary.id), places);
    QCOMPARE(BookingRepository(fresh).list({.limit = 2'000})->bookings.size(), kSales);
    QVERIFY(!AuditRepository(fresh).verify()->firstBad);
}

void StorageFaultsTest::sales_areWrittenAgainWhenTheLinkBrokeBeforeTheCommit()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    const DatabaseConfig config = m_databases.create(Engine::Postgresql);
    StorageHarness harness(config, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    // The first COMMIT ends its own connection. A sequence is not rolled back, so that the second goes through.
    QVERIFY(m_databases.cluster().execute(config.name, u"CREATE SEQUENCE commits"_s));
    QVERIFY(m_databases.cluster().execute(config.name,
                                          u"CREATE FUNCTION break_link() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                                          "IF nextval('commits') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END $$"_s));
    QVERIFY(m_databases.cluster().execute(config.name, u"CREATE CONSTRAINT TRIGGER break_link AFTER INSERT ON bookings "
                                                       "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION break_link()"_s));
    const CheckoutWrite write = checkout(house, {1, 2}, u"key"_s);
    const auto outcome = harness.book(write);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->booking, write.booking);
    QCOMPARE(m_databases.cluster().execute(config.name, u"SELECT last_value FROM commits"_s)->trimmed(), u"2"_s);
    QCOMPARE(*BookingRepository(harness.database()).liveTickets(house.event.summary.id), QList<qint32>({1, 2}));
}

void StorageFaultsTest::sales_areFoundWhenTheLinkBrokeAfterTheCommit()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    const DatabaseConfig config = m_databases.create(Engine::Postgresql);
    StorageHarness harness(config, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    PostgresCluster &cluster = m_databases.cluster();
    // A standby that never comes keeps COMMIT waiting after it was written; ending the connection then loses the answer only.
    QVERIFY(cluster.execute(config.name, u"ALTER SYSTEM SET synchronous_standby_names = 'nobody'"_s));
    QVERIFY(cluster.execute(config.name, u"SELECT pg_reload_conf()"_s));
    const auto standby = [&] { return cluster.execute(config.name, u"SHOW synchronous_standby_names"_s)->trimmed(); };
    QTRY_COMPARE_WITH_TIMEOUT(standby(), u"nobody"_s, 30'000);
    const CheckoutWrite write = checkout(house, {1, 2}, u"key"_s);
    std::optional<Result<CheckoutOutcome>> outcome;
    harness.storage().book(write, this, [&outcome](Result<CheckoutOutcome> result) { outcome = std::move(result); });
    const QString terminate = u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%1' AND wait_event = 'SyncRep'"_s.arg(config.name);
    QVERIFY(QTest::qWaitFor([&] { return cluster.execute(u"postgres"_s, terminate)->trimmed() == "1"_L1; }, 30'000));
    const bool answered = QTest::qWaitFor([&] { return outcome.has_value(); }, 60'000);
    QVERIFY(cluster.execute(config.name, u"ALTER SYSTEM RESET synchronous_standby_names"_s));
    QVERIFY(cluster.execute(config.name, u"SELECT pg_reload_conf()"_s));
    QVERIFY(answered);
    QVERIFY2(*outcome, *outcome ? "" : qPrintable(outcome->error().detail));
    QCOMPARE((*outcome)->booking, write.booking);
    QVERIFY(!(*outcome)->replayed);
    QCOMPARE(BookingRepository(harness.database()).list({})->bookings.size(), 1);
    QVERIFY(!AuditRepository(harness.database()).verify()->firstBad);
}

void StorageFaultsTest::sales_waitForARestartedServer()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    StorageOptions options {.database = m_databases.create(Engine::Postgresql), .retryFor = std::chrono::seconds(100)};
    StorageHarness harness(options, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QVERIFY(harness.book(checkout(house, {0}, u"before"_s)));
    QVERIFY(m_databases.cluster().stopAtOnce());
    int sold = 0;
    for (int i = 1; i <= 50; ++i) {
        harness.storage().book(checkout(house, {i}, u"key %1"_s.arg(i)), this,
                               [&sold](const Result<CheckoutOutcome> &outcome) { sold += outcome ? 1 : 0; });
    }
    QVERIFY(m_databases.cluster().startAgain());
    QVERIFY(QTest::qWaitFor([&] { return sold == 50; }, 100'000));
    Database fresh(options.database);
    QVERIFY(fresh.open());
    QCOMPARE(BookingRepository(fresh).liveTickets(house.event.summary.id)->size(), 51);
}

void StorageFaultsTest::sales_failInTheEndWhenTheServerStaysAway()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    StorageOptions options {.database = m_databases.create(Engine::Postgresql), .retryFor = std::chrono::milliseconds(50)};
    options.database.reconnectAfter = {};
    StorageHarness harness(options, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QVERIFY(m_databases.cluster().stopAtOnce());
    const auto outcome = harness.book(checkout(house, {1}, u"key"_s));
    QVERIFY(m_databases.cluster().startAgain());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(harness.book(checkout(house, {1}, u"key"_s)));
}

void StorageFaultsTest::cancellations_waitForARestartedServer()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    StorageOptions options {.database = m_databases.create(Engine::Postgresql), .retryFor = std::chrono::seconds(100)};
    StorageHarness harness(options, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    const CheckoutWrite sale = checkout(house, {1, 2}, u"sale"_s);
    QVERIFY(harness.book(sale));
    QVERIFY(m_databases.cluster().stopAtOnce());
    std::optional<Result<ChangeOutcome>> outcome;
    harness.storage().change(cancellationOf(house, sale.booking.id, u"key"_s, m_ids, m_clock), this,
                             [&outcome](Result<ChangeOutcome> result) { outcome = std::move(result); });
    QVERIFY(m_databases.cluster().startAgain());
    QVERIFY(QTest::qWaitFor([&] { return outcome.has_value(); }, 100'000));
    QVERIFY2(*outcome, *outcome ? "" : qPrintable(outcome->error().detail));
    QCOMPARE((*outcome)->freed.size(), 2);
}

void StorageFaultsTest::cancellations_knowTheirKeyWhenTheFirstTryIsStillAtWork()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    const DatabaseConfig config = m_databases.create(Engine::Postgresql);
    StorageHarness harness(config, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    const CheckoutWrite sale = checkout(house, {1, 2}, u"sale"_s);
    QVERIFY(harness.book(sale));
    const ChangeWrite cancel = cancellationOf(house, sale.booking.id, u"key"_s, m_ids, m_clock);
    std::optional<Result<ChangeOutcome>> second;
    // The first try, as if its link had been lost: not committed before the second one waits for it.
    const auto first = harness.database().transact([&]() -> Result<ChangeOutcome> {
        Result<ChangeOutcome> outcome = BookingChange(harness.database(), cancel).write();
        harness.storage().change(cancel, this, [&second](Result<ChangeOutcome> result) { second = std::move(result); });
        const auto waits = [&] { return m_databases.cluster().execute(config.name, u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s)->trimmed() == "1"_L1; };
        return QTest::qWaitFor(waits, 60'000) ? outcome : Result<ChangeOutcome>(ErrorCode::TimedOut);
    });
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(second, 60'000);
    QVERIFY2(*second, *second ? "" : qPrintable(second->error().detail));
    QVERIFY((*second)->replayed && !(*second)->alreadyCancelled);
    QCOMPARE((*second)->freed, first->freed);
}

// This program again, told to sell and to report every acknowledged sale until it is killed.
static int sellUntilKilled(const QString &url)
{
    const SystemClock clock;
    UuidV7Generator ids(clock);
    StorageHarness harness(*DatabaseConfig::fromUrl(url), clock);
    const SampleHouse house = SampleHouse::build(harness.database(), ids, clock);
    std::printf("event %s\n", qPrintable(house.event.summary.id.toString()));
    std::fflush(stdout);
    for (qint32 place = 0; place < 990; place += 10) {
        QList<CheckoutWrite> writes;
        for (qint32 i = place; i < place + 10; ++i)
            writes.append(checkoutOf(house, {i}, QString::number(i), ids, clock));
        for (const auto &outcome : harness.bookAll(writes)) {
            if (outcome)
                std::printf("sold %d %s\n", outcome->booking.tickets.first().place, qPrintable(outcome->booking.id.toString()));
        }
        std::fflush(stdout);
    }
    return 0;
}

void StorageFaultsTest::acknowledgedSales_surviveKillOfTheProcess()
{
    for (int round = 0; round < 3; ++round) {
        const DatabaseConfig config = m_databases.create(Engine::Sqlite);
        QProcess seller;
        seller.start(QCoreApplication::applicationFilePath(), {u"--sell"_s, u"sqlite:"_s + config.path});
        QByteArray said;
        const int enough = 20 + 35 * round;
        while (said.count("sold ") < enough) {
            QVERIFY2(seller.waitForReadyRead(60'000), seller.readAllStandardError().constData());
            said += seller.readAllStandardOutput();
        }
        ::kill(static_cast<pid_t>(seller.processId()), SIGKILL);
        seller.waitForFinished();
        said += seller.readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n')); // a line may have been cut

        Database database(config);
        QVERIFY(database.open());
        QMap<qint32, BookingId> acknowledged;
        EventId event;
        for (const QByteArray &line : said.split('\n')) {
            const QStringList words = QString::fromLatin1(line).split(u' ');
            if (words.first() == "event"_L1)
                event = *EventId::fromString(words.at(1));
            else
                acknowledged.insert(words.at(1).toInt(), *BookingId::fromString(words.at(2)));
        }
        QVERIFY(acknowledged.size() >= enough);
        const QList<qint32> live = *BookingRepository(database).liveTickets(event);
        for (auto sale = acknowledged.constBegin(); sale != acknowledged.constEnd(); ++sale) {
            QVERIFY(live.contains(sale.key()));
            QCOMPARE(BookingRepository(database).get(sale.value())->booking.tickets.first().place, sale.key());
        }
        const AuditVerdict verdict = *AuditRepository(database).verify();
        QVERIFY(!verdict.firstBad);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == "--sell")
        return sellUntilKilled(QString::fromLocal8Bit(argv[2]));
    StorageFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storagefaults.moc"
