// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/blockrepository.h"
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
        m_harness = std::make_unique<StorageHarness>(m_databases.create(engine), m_clock);
        m_house = SampleHouse::build(database(), m_ids, m_clock);
    }
    void cleanup() { m_harness.reset(); }

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
        const auto gone = blocks([&](BlockRepository &repository) { return repository.setRelease(some.id, {}, audit()); });
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void release_isSetAnewAndTakenAway()
    {
        const Block some = block({7});
        QVERIFY(insert(some));
        const auto set = [&](const std::optional<BlockRelease> &release) {
            return blocks([&](BlockRepository &repository) { return repository.setRelease(some.id, release, audit()); });
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
