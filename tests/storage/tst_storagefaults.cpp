// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/serverrepository.h"
#include "tests/storage/storageharness.h"

#include <QProcess>
#include <QSemaphore>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What Storage promises when threads, servers, links and processes go away or get in each other's way.
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
    void answers_comeOnTheThreadOfTheirContext();
    void answers_areDroppedWhenTheContextIsGone();
    void queues_refuseWhatIsTooMuch();
    void sales_overtakeOtherWrites();
    void write_isRolledBackWhenTheJobFails();
    void close_writesWhatWaits_data() { TestDatabases::addEngines(); }
    void close_writesWhatWaits();
    void open_saysWhyNot();
    void twoServers_sellEachSeatOnce_data() { TestDatabases::addEngines(); }
    void twoServers_sellEachSeatOnce();
    void sales_surviveTerminatedConnections();
    void sales_areWrittenAgainWhenTheLinkBrokeBeforeTheCommit();
    void sales_areFoundWhenTheLinkBrokeAfterTheCommit();
    void sales_waitForARestartedServer();
    void sales_failInTheEndWhenTheServerStaysAway();
    void acknowledgedSales_surviveKillOfTheProcess();
};

void StorageFaultsTest::answers_comeOnTheThreadOfTheirContext()
{
    StorageHarness harness(m_databases.create(Engine::Sqlite), m_clock);
    QThread elsewhere;
    elsewhere.start();
    QObject context;
    context.moveToThread(&elsewhere);
    QAtomicPointer<QThread> answeredOn;
    harness.storage().write(
        &context, [](Database &database) { return ServerRepository(database).nextLedgerEpoch(); },
        [&answeredOn](const Result<qint64> &epoch) { answeredOn.storeRelease(epoch && *epoch == 1 ? QThread::currentThread() : nullptr); });
    QTRY_COMPARE(answeredOn.loadAcquire(), &elsewhere);
    std::optional<Result<QString>> read;
    harness.storage().read(
        this, [](Database &database) { return ServerRepository(database).setting(u"none"_s); }, [&read](Result<QString> value) { read = value; });
    QTRY_VERIFY(read);
    QCOMPARE(read->error().code, ErrorCode::NotFound);
    elsewhere.quit();
    elsewhere.wait();
}

void StorageFaultsTest::answers_areDroppedWhenTheContextIsGone()
{
    StorageHarness harness(m_databases.create(Engine::Sqlite), m_clock);
    int answered = 0;
    QSemaphore mayRun;
    auto context = std::make_unique<QObject>();
    harness.storage().write(
        context.get(),
        [&mayRun](Database &database) {
            mayRun.acquire();
            return ServerRepository(database).nextLedgerEpoch();
        },
        [&answered](const Result<qint64> &) { ++answered; });
    context.reset();
    mayRun.release();
    std::optional<qint64> later;
    harness.storage().write(
        this, [](Database &database) { return ServerRepository(database).nextLedgerEpoch(); }, [&later](const Result<qint64> &epoch) { later = *epoch; });
    QTRY_VERIFY(later);
    QCOMPARE(*later, 2); // the first was written all the same
    QCOMPARE(answered, 0);
}

void StorageFaultsTest::queues_refuseWhatIsTooMuch()
{
    StorageOptions options {.database = m_databases.create(Engine::Sqlite), .maxWaitingReads = 1, .maxWaitingWrites = 1, .maxWaitingSales = 2};
    StorageHarness harness(options, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QSemaphore mayRun;
    int done = 0;
    const auto block = [&](Database &database) {
        mayRun.acquire();
        return ServerRepository(database).setSetting(u"key"_s, u"value"_s);
    };
    harness.storage().write(this, block, [&done](const Result<void> &) { ++done; });
    std::vector<Result<CheckoutOutcome>> outcomes;
    for (int i = 0; i < 4; ++i) {
        harness.storage().book(checkout(house, {i}, u"key %1"_s.arg(i)), this,
                               [&outcomes](Result<CheckoutOutcome> outcome) { outcomes.push_back(std::move(outcome)); });
    }
    std::optional<Result<void>> refused; // jobs are counted for themselves
    harness.storage().write(this, block, [&refused](const Result<void> &outcome) { refused = outcome; });
    QTRY_VERIFY(refused);
    QCOMPARE(refused->error().code, ErrorCode::Overloaded);
    QTRY_COMPARE(outcomes.size(), std::size_t(2)); // the two that were too many, while the others wait
    for (const auto &outcome : outcomes) {
        QCOMPARE(outcome.error().code, ErrorCode::Overloaded);
        QVERIFY(outcome.error().retryAfterSeconds);
    }
    mayRun.release();
    QTRY_COMPARE(outcomes.size(), std::size_t(4));
    QVERIFY(outcomes.at(2) && outcomes.at(3));
    QTRY_COMPARE(done, 1);
    QVERIFY(harness.book(checkout(house, {8}, u"later"_s)));
}

void StorageFaultsTest::sales_overtakeOtherWrites()
{
    StorageHarness harness(m_databases.create(Engine::Sqlite), m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QSemaphore mayRun;
    QStringList answered;
    const auto write = [&] {
        harness.storage().write(
            this,
            [&mayRun](Database &database) {
                mayRun.acquire();
                return ServerRepository(database).nextLedgerEpoch();
            },
            [&answered](const Result<qint64> &) { answered.append(u"write"_s); });
    };
    for (int i = 0; i < 50; ++i)
        write();
    for (int i = 0; i < 3; ++i) {
        harness.storage().book(checkout(house, {i}, u"key %1"_s.arg(i)), this,
                               [&answered](const Result<CheckoutOutcome> &outcome) { answered.append(outcome ? u"sale"_s : u"failure"_s); });
    }
    write();
    mayRun.release(51);
    QTRY_COMPARE(answered.size(), 54);
    // Behind the write that was begun before they came, and one more where that was not yet so.
    QVERIFY2(answered.lastIndexOf(u"sale"_s) <= 4, qPrintable(answered.join(u' ')));
    QCOMPARE(answered.count(u"sale"_s), 3);
}

void StorageFaultsTest::write_isRolledBackWhenTheJobFails()
{
    StorageHarness harness(m_databases.create(Engine::Sqlite), m_clock);
    std::optional<Result<void>> answer;
    harness.storage().write(
        this,
        [](Database &database) -> Result<void> {
            if (auto set = ServerRepository(database).setSetting(u"key"_s, u"value"_s); !set)
                return set;
            return ErrorCode::SaleClosed;
        },
        [&answer](const Result<void> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::SaleClosed);
    QCOMPARE(ServerRepository(harness.database()).setting(u"key"_s).error().code, ErrorCode::NotFound);
}

void StorageFaultsTest::close_writesWhatWaits()
{
    QFETCH(Engine, engine);
    StorageHarness harness(m_databases.create(engine), m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    int sold = 0;
    for (int i = 0; i < 700; ++i) { // more than one group
        harness.storage().book(checkout(house, {i}, u"key %1"_s.arg(i)), this,
                               [&sold](const Result<CheckoutOutcome> &outcome) { sold += outcome ? 1 : 0; });
    }
    harness.storage().close();
    QTRY_COMPARE(sold, 700);
    QCOMPARE(BookingRepository(harness.database()).liveTickets(house.event.summary.id)->size(), 700);
    QCOMPARE(harness.book(checkout(house, {900}, u"late"_s)).error().code, ErrorCode::StorageUnavailable);
}

void StorageFaultsTest::open_saysWhyNot()
{
    QTemporaryDir folder;
    Storage storage({.database = *DatabaseConfig::fromUrl(u"sqlite:"_s + folder.filePath(u"none/here.db"_s))}, m_clock);
    const auto opened = storage.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageUnavailable);
}

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
    StorageHarness harness(options, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QVERIFY(m_databases.cluster().stopAtOnce());
    const auto outcome = harness.book(checkout(house, {1}, u"key"_s));
    QVERIFY(m_databases.cluster().startAgain());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(harness.book(checkout(house, {1}, u"key"_s)));
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
