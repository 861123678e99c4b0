// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/checkoutbatch.h"
#include "backend/storage/repositories/auditrepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// Blocks and their places, and how a sold seat leaves its block.
class BlockRepositoryTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    std::unique_ptr<Database> m_other; // of another server
    SampleHouse m_house;

    [[nodiscard]] Database &database() const { return m_harness->database(); }
    [[nodiscard]] EventId event() const { return m_house.event.summary.id; }
    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    [[nodiscard]] Block block(const QList<qint32> &places, BlockKind kind = BlockKind::HeldBack)
    {
        m_clock.advance(std::chrono::milliseconds(1));
        return {.id = m_ids.make<BlockId>(), .event = event(), .kind = kind, .reason = u"House seats"_s, .created = m_clock.utcNow(), .createdBy = {.id = m_house.clerk}, .places = places};
    }
    template<class Work>
    [[nodiscard]] auto blocks(Work work) const
    {
        return database().transact([&] {
            BlockRepository repository(database());
            return work(repository);
        });
    }
    [[nodiscard]] Result<void> insert(const Block &block) const
    {
        return blocks([&](BlockRepository &repository) { return repository.insert(block, audit()); });
    }
    [[nodiscard]] QList<Block> stored() const
    {
        return *blocks([&](BlockRepository &repository) { return repository.ofEvent(event()); });
    }
    [[nodiscard]] bool any() const
    {
        return *blocks([&](BlockRepository &repository) { return repository.anyOf(event()); });
    }
    [[nodiscard]] QList<QList<qint32>> storedPlaces() const
    {
        QList<QList<qint32>> places;
        for (const Block &block : stored())
            places.append(block.places);
        return places;
    }
    [[nodiscard]] QStringList audited() const
    {
        QStringList actions;
        const Result<QList<AuditRow>> rows = AuditRepository(database()).list(0, 1'000);
        for (const AuditRow &row : *rows) {
            if (row.event.objectKind == u"block"_s)
                actions.append(row.event.action);
        }
        return actions;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        const DatabaseConfig config = m_databases.create(engine);
        m_harness = std::make_unique<StorageHarness>(config, m_clock);
        m_other = std::make_unique<Database>(config);
        QVERIFY(m_other->open());
        m_house = SampleHouse::build(database(), m_ids, m_clock);
    }
    void cleanup()
    {
        m_other.reset();
        m_harness.reset();
    }

    void blocks_comeBackAsTheyWentIn()
    {
        Block first = block({7, 9});
        first.release = BlockRelease {.at = m_clock.utcNow() + std::chrono::hours(5)};
        Block second = block({1}, BlockKind::Killed);
        second.release = BlockRelease {.minutesBefore = 90, .isConfirmed = false};
        const Block third = block({2, 3});
        for (const Block &each : {first, second, third})
            QVERIFY(insert(each));
        const QList<Block> all = stored();
        QCOMPARE(all.size(), 3);
        for (const auto &[found, wanted] : {std::pair(all[0], first), std::pair(all[1], second), std::pair(all[2], third)}) {
            Block expected = wanted;
            QVERIFY(!found.createdBy.name.isEmpty());
            expected.createdBy = found.createdBy;
            QCOMPARE(found.createdBy.id, m_house.clerk);
            QCOMPARE(found, expected);
        }
        QVERIFY(any());
        QVERIFY(!*blocks([&](BlockRepository &repository) { return repository.anyOf(m_house.otherEvent.summary.id); }));
        QCOMPARE(audited(), QStringList(3, u"block.created"_s));
        // The same again is done already; another with the id is not.
        QVERIFY(insert(first));
        Block other = block({20});
        other.id = first.id;
        QCOMPARE(insert(other).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(audited().size(), 3);
    }

    void seat_isInOneBlockAndHasNoOwner()
    {
        QVERIFY(insert(block({7, 8})));
        const Result<void> blocked = insert(block({8, 9, 7}));
        QCOMPARE(blocked.error().code, ErrorCode::AlreadyBlocked);
        QCOMPARE(blocked.error().places, QList<qint32>({7, 8}));
        QVERIFY(m_harness->book(checkoutOf(m_house, {10}, u"a-key-of-16-signs"_s, m_ids, m_clock)));
        const Result<void> sold = insert(block({9, 10}));
        QCOMPARE(sold.error().code, ErrorCode::SeatTaken);
        QCOMPARE(sold.error().places, QList<qint32> {10});
        QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7, 8}}));
    }

    void soldSeat_leavesItsBlock()
    {
        QVERIFY(insert(block({7, 8})));
        QVERIFY(insert(block({20})));
        QVERIFY(m_harness->book(checkoutOf(m_house, {8, 11, 20}, u"a-key-of-16-signs"_s, m_ids, m_clock)));
        QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7}}));
    }

    void killedSeat_isSoldByNobody()
    {
        QVERIFY(insert(block({7, 9}, BlockKind::Killed)));
        QVERIFY(insert(block({8})));
        const CheckoutWrite earlier = checkoutOf(m_house, {30}, u"earlier-of-16-signs"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(earlier));
        CheckoutWrite reservation = checkoutOf(m_house, {9}, u"reserved-of-16-signs"_s, m_ids, m_clock);
        reservation.booking.state = BookingState::Reserved;
        reservation.booking.payUntil = m_clock.utcNow() + std::chrono::hours(1);
        reservation.booking.payments.clear();
        // In one group with sales that are nobody's business, and with a repetition.
        const auto outcomes = m_harness->bookAll({checkoutOf(m_house, {8, 7, 9}, u"a-key-of-16-signs"_s, m_ids, m_clock), checkoutOf(m_house, {10}, u"b-key-of-16-signs"_s, m_ids, m_clock), reservation, earlier});
        QCOMPARE(outcomes[0].error().code, ErrorCode::SeatTaken);
        QCOMPARE(outcomes[0].error().places, QList<qint32>({7, 9}));
        QCOMPARE(outcomes[0].error().event, std::optional(event()));
        QVERIFY(outcomes[1]);
        QCOMPARE(outcomes[2].error().code, ErrorCode::SeatTaken);
        QCOMPARE(outcomes[2].error().places, QList<qint32> {9});
        QCOMPARE(outcomes[3]->booking.id, earlier.booking.id);
        QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7, 9}, {8}})); // as if nobody had asked
        QVERIFY(m_harness->book(checkoutOf(m_house, {8}, u"c-key-of-16-signs"_s, m_ids, m_clock)));
        QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7, 9}}));
    }

    void killedSeat_isNotExchangedInto()
    {
        QVERIFY(insert(block({7}, BlockKind::Killed)));
        QVERIFY(insert(block({8})));
        const CheckoutWrite sale = checkoutOf(m_house, {10}, u"a-key-of-16-signs"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(sale));
        const auto exchange = [&](qint32 place, const QString &key) {
            ChangeWrite write = cancellationOf(m_house, sale.booking.id, key, m_ids, m_clock);
            write.givenBack = {sale.booking.tickets.constFirst().number};
            write.taken = {checkoutOf(m_house, {place}, key, m_ids, m_clock).booking.tickets.constFirst()};
            return m_harness->change(write);
        };
        const auto refused = exchange(7, u"b-key-of-16-signs"_s);
        QCOMPARE(refused.error().code, ErrorCode::SeatTaken);
        QCOMPARE(refused.error().places, QList<qint32> {7});
        const auto exchanged = exchange(8, u"c-key-of-16-signs"_s);
        QVERIFY2(exchanged, exchanged ? "" : qPrintable(exchanged.error().detail));
        QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7}}));
    }

    // Whatever a statement did not look at, the database does.
    void ticketThatIsValidOnceMore_isRefusedOnAKilledSeat_andLeavesAnotherBlock()
    {
        QVERIFY(m_harness->book(checkoutOf(m_house, {7, 8}, u"a-key-of-16-signs"_s, m_ids, m_clock)));
        for (const QString &state : {u"released"_s, u"cancelled"_s}) {
            QVERIFY(database().runMigrationStatement(u"UPDATE tickets SET state = '%1'"_s.arg(state)));
            const Block killed = block({7}, BlockKind::Killed);
            QVERIFY(insert(killed));
            QVERIFY(insert(block({8})));
            const Result<void> revived = database().runMigrationStatement(u"UPDATE tickets SET state = 'valid' WHERE place = 7"_s);
            QCOMPARE(revived.error().code, ErrorCode::AlreadyExists); // what a seat is refused with that has an owner
            QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7}, {8}}));
            QVERIFY(database().runMigrationStatement(u"UPDATE tickets SET state = 'valid' WHERE place = 8"_s));
            QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7}}));
            QVERIFY(blocks([&](BlockRepository &repository) { return repository.release({.block = killed.id, .places = {7}}, audit()); }));
            QVERIFY(database().runMigrationStatement(u"UPDATE tickets SET state = 'valid' WHERE place = 7"_s));
        }
    }

    // SQLite lets one write at a time; PostgreSQL has to be told.
    void saleAndBlockAtOnce_waitForEachOther()
    {
        QFETCH_GLOBAL(Engine, engine);
        if (engine == Engine::Sqlite)
            QSKIP("nobody writes beside another");
        QVERIFY(m_other->runMigrationStatement(u"SET lock_timeout = '100ms'"_s)); // to see that it would wait
        const Block killed = block({7}, BlockKind::Killed);
        Checkout sale {.write = checkoutOf(m_house, {7}, u"a-key-of-16-signs"_s, m_ids, m_clock)};
        Checkout *const sales[] {&sale};
        const auto sell = [&](Database &database) { return CheckoutBatch(database).write(sales, Compare::WhenRefused); };
        const auto kill = [&](Database &database) { return BlockRepository(database).insert(killed, audit()); };
        const auto why = [](const auto &done) { return done ? Error {.code = ErrorCode::Internal, .detail = u"nobody waited"_s} : done.error(); };
        // Neither is committed. Which statement waited says that it is for each other, and not for the audit log's sake.
        const Result<void> blocking = database().transact([&]() -> Result<void> {
            const auto sold = sell(database());
            return sold ? why(m_other->transact([&] { return kill(*m_other); })) : sold.error();
        });
        QVERIFY2(blocking.error().detail.startsWith(u"events.lock_places"), qPrintable(blocking.error().detail));
        const Result<void> selling = database().transact([&]() -> Result<void> {
            const auto blocked = kill(database());
            return blocked ? why(m_other->transact([&] { return sell(*m_other); })) : blocked.error();
        });
        QVERIFY2(selling.error().detail.startsWith(u"sales.insert_all"), qPrintable(selling.error().detail));
        QVERIFY(storedPlaces().isEmpty());
        // Who comes second sees what the first has done.
        QVERIFY(m_other->transact([&] { return kill(*m_other); }));
        QCOMPARE(m_harness->book(sale.write).error().code, ErrorCode::SeatTaken);
    }

    void release_takesPlacesOutAndThenTheBlock()
    {
        const Block some = block({7, 8, 9});
        QVERIFY(insert(some));
        const auto release = [&](const QList<qint32> &places) {
            return blocks([&](BlockRepository &repository) { return repository.release({.block = some.id, .places = places}, audit()); });
        };
        QVERIFY(release({8, 77}));
        QCOMPARE(storedPlaces(), QList<QList<qint32>>({{7, 9}}));
        QVERIFY(release({8})); // done already
        QCOMPARE(audited(), QStringList({u"block.created"_s, u"block.released"_s}));
        QVERIFY(release({7, 9}));
        QVERIFY(!any());
        const auto gone = blocks([&](BlockRepository &repository) { return repository.setRelease({.block = some.id}, audit()); });
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void release_isSetAnewAndTakenAway()
    {
        const Block some = block({7});
        QVERIFY(insert(some));
        const auto set = [&](const std::optional<BlockRelease> &release) {
            return blocks([&](BlockRepository &repository) { return repository.setRelease({.block = some.id, .release = release}, audit()); });
        };
        for (const std::optional<BlockRelease> &release : {std::optional(BlockRelease {.minutesBefore = 0, .isConfirmed = false}), std::optional(BlockRelease {.at = m_clock.utcNow()}), std::optional<BlockRelease>()}) {
            QVERIFY(set(release));
            QCOMPARE(stored().constFirst().release, release);
            QVERIFY(set(release)); // done already
        }
        QCOMPARE(audited(), QStringList({u"block.created"_s, u"block.release_set"_s, u"block.release_set"_s, u"block.release_set"_s}));
    }
};

QTEST_GUILESS_MAIN(BlockRepositoryTest)
#include "tst_blockrepository.moc"
