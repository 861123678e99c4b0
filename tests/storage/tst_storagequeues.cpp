// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/serverrepository.h"
#include "tests/storage/storageharness.h"

#include <QSemaphore>
#include <QTest>

#include <set>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What Storage promises to those who ask: on which thread, in which order, how many at once, and what when it closes.
class StorageQueuesTest : public QObject
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
    void twoWriters_sellEachSeatOnce_data() { TestDatabases::addEngines(); }
    void twoWriters_sellEachSeatOnce();
    void write_isRolledBackWhenTheJobFails();
    void close_writesWhatWaits_data() { TestDatabases::addEngines(); }
    void close_writesWhatWaits();
    void close_answersWhatCannotBeWritten();
    void close_answersWhoComesMeanwhile();
    void open_saysWhyNot();
};

void StorageQueuesTest::answers_comeOnTheThreadOfTheirContext()
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

void StorageQueuesTest::answers_areDroppedWhenTheContextIsGone()
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

void StorageQueuesTest::queues_refuseWhatIsTooMuch()
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

void StorageQueuesTest::sales_overtakeOtherWrites()
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

// Every seat is wanted by four sales, which are far apart in the queue and so often with different writers, and every key is
// used twice.
void StorageQueuesTest::twoWriters_sellEachSeatOnce()
{
    QFETCH(Engine, engine);
    constexpr int kWanted = 150;
    StorageHarness harness(StorageOptions {.database = m_databases.create(engine), .saleWriters = 2}, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QList<CheckoutWrite> writes;
    for (int i = 0; i < 4 * kWanted; ++i) {
        writes.append(checkout(house, {i % kWanted}, u"key %1"_s.arg(i % (2 * kWanted))));
        writes.last().requestHash = QByteArray::number(i % (2 * kWanted)); // the repetition of a request
    }
    const auto outcomes = harness.bookAll(writes);
    for (int seat = 0; seat < kWanted; ++seat) {
        std::set<BookingId> bookings;
        int refused = 0;
        for (int i = seat; i < outcomes.size(); i += kWanted) {
            if (outcomes.at(i))
                bookings.insert(outcomes.at(i)->booking.id);
            else
                refused += outcomes.at(i).error().code == ErrorCode::SeatTaken ? 1 : 100;
        }
        QCOMPARE(bookings.size(), std::size_t(1)); // told to the sale and to its repetition
        QCOMPARE(refused, 2);
    }
    QCOMPARE(BookingRepository(harness.database()).liveTickets(house.event.summary.id)->size(), kWanted);
    QVERIFY(!AuditRepository(harness.database()).verify()->firstBad);
}

void StorageQueuesTest::write_isRolledBackWhenTheJobFails()
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

void StorageQueuesTest::close_writesWhatWaits()
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

void StorageQueuesTest::close_answersWhatCannotBeWritten()
{
    if (PostgresCluster::isSkipped())
        QSKIP("PARTERRE_SKIP_POSTGRES is set");
    StorageOptions options {.database = m_databases.create(Engine::Postgresql), .retryFor = std::chrono::hours(1)};
    StorageHarness harness(options, m_clock);
    const SampleHouse house = SampleHouse::build(harness.database(), m_ids, m_clock);
    QVERIFY(harness.book(checkout(house, {0}, u"before"_s)));
    QVERIFY(m_databases.cluster().stopAtOnce());
    QList<ErrorCode> codes;
    const auto note = [&codes](const auto &result) { codes.append(result ? ErrorCode::Internal : result.error().code); };
    const auto epoch = [](Database &database) { return ServerRepository(database).nextLedgerEpoch(); };
    for (int i = 1; i <= 700; ++i)
        harness.storage().book(checkout(house, {i}, u"key %1"_s.arg(i)), this, note);
    for (int i = 0; i < 50; ++i) {
        harness.storage().write(this, epoch, note);
        harness.storage().read(this, epoch, note);
    }
    harness.storage().change(cancellationOf(house, m_ids.make<BookingId>(), u"cancel"_s, m_ids, m_clock), this, note);
    harness.storage().close(std::chrono::milliseconds(50));
    QVERIFY(m_databases.cluster().startAgain());
    QTRY_COMPARE(codes.size(), 801);
    QCOMPARE(codes.count(ErrorCode::StorageUnavailable), 801);
}

void StorageQueuesTest::close_answersWhoComesMeanwhile()
{
    const DatabaseConfig config = m_databases.create(Engine::Sqlite);
    for (int round = 0; round < 20; ++round) {
        Storage storage({.database = config}, m_clock);
        QVERIFY(storage.open());
        std::atomic<bool> enough = false;
        std::atomic<int> asked = 0;
        int answered = 0;
        const auto count = [&answered](const Result<QString> &) { ++answered; };
        const auto look = [](Database &database) { return ServerRepository(database).setting(u"none"_s); };
        std::vector<std::unique_ptr<QThread>> callers;
        for (int i = 0; i < 3; ++i) {
            callers.emplace_back(QThread::create([&, i] {
                while (!enough) {
                    if (i == 0)
                        storage.write(this, look, count);
                    else
                        storage.read(this, look, count);
                    ++asked;
                }
            }));
            callers.back()->start();
        }
        QTRY_VERIFY(asked > 100);
        storage.close();
        enough = true;
        for (const auto &caller : callers)
            QVERIFY(caller->wait());
        QTRY_COMPARE(answered, asked.load());
    }
}

void StorageQueuesTest::open_saysWhyNot()
{
    QTemporaryDir folder;
    Storage storage({.database = *DatabaseConfig::fromUrl(u"sqlite:"_s + folder.filePath(u"none/here.db"_s))}, m_clock);
    const auto opened = storage.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StorageUnavailable);
}

QTEST_GUILESS_MAIN(StorageQueuesTest)
#include "tst_storagequeues.moc"
