// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/blockdesk.h"

#include "cartworld.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

namespace {

const EventId kLear = eventNumber(1);

} // namespace

// What staff knows of blocked seats, at a server that behaves as blocks.list and blocks.create do.
class BlockDeskTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CartWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<net::PlanCache> m_plans;
    std::unique_ptr<EventModel> m_event;
    std::unique_ptr<BlockDesk> m_desk;
    std::vector<SeatState> m_states;
    QList<Block> m_blocks; // the server's
    std::optional<Error> m_refusal;
    qsizetype m_page = 50;

    [[nodiscard]] SeatMapModel &map() const { return m_event->seatMap(); }
    [[nodiscard]] Block block(const QList<qint32> &places, BlockKind kind = BlockKind::HeldBack)
    {
        return {.id = BlockId(m_world->ids.next()), .event = kLear, .kind = kind, .reason = u"Press"_s, .createdBy = userNamed(u"mona"_s, 3, Role::Manager), .places = places};
    }
    // At the server; it tells everybody.
    void put(const Block &block)
    {
        m_blocks.append(block);
        QList<SeatChange> changes;
        for (const qint32 place : block.places)
            changes.append({.seat = place, .state = SeatState::Blocked});
        tell(changes);
    }
    void tell(const QList<SeatChange> &changes)
    {
        for (const SeatChange &change : changes)
            m_states[static_cast<std::size_t>(change.seat)] = change.state;
        m_world->server.push<SeatmapChanged>({.event = kLear, .from = m_revision, .to = m_revision + 1, .changes = changes});
        ++m_revision;
    }
    [[nodiscard]] bool openAs(Role role)
    {
        if (!m_world->enterAs(userNamed(u"somebody"_s, 4, role)))
            return false;
        m_event->open(kLear);
        return QTest::qWaitFor([this] { return m_event->state() == EventModel::State::Ready; });
    }

    qint64 m_revision = 5;

private Q_SLOTS:
    void init()
    {
        m_desk.reset();
        m_event.reset();
        m_plans.reset();
        m_world = std::make_unique<CartWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_plans = std::make_unique<net::PlanCache>(m_world->connection, m_folder->path());
        m_event = std::make_unique<EventModel>(m_world->session, m_world->model, *m_plans);
        m_desk = std::make_unique<BlockDesk>(m_world->session, *m_event, m_world->ids);
        m_states.assign(20, SeatState::Free);
        m_blocks.clear();
        m_refusal.reset();
        m_page = 50;
        m_revision = 5;
        const Plan house = smallHouse();
        const PlanVersionRef ref {.id = PlanId(QUuid::createUuidV5(QUuid(), u"hall"_s)), .version = 1, .hash = planio::planHash(planio::writePlan(house))};
        m_world->server.when<EventsGet>(EventsGetResult {.event = {.summary = {.id = kLear, .name = u"King Lear"_s, .start = m_world->clock.utcNow() + std::chrono::hours(48), .venue = {.id = VenueId(QUuid::createUuid()), .name = u"House"_s}}, .plan = ref}, .serverTime = m_world->clock.utcNow()});
        m_world->server.when<SeatmapUnsubscribe>(Nothing {});
        m_world->server.when<PlansGet>([house, ref](const PlansGetParams &) { return Result(PlansGetResult {.hash = ref.hash, .page = planio::planPages(house)[0]}); });
        m_world->server.when<SeatmapSubscribe>([this, ref](const SeatmapSubscribeParams &) {
            return Result(SeatmapSubscribeResult {.plan = ref, .revision = m_revision, .seats = 20, .states = packSeatStates(m_states)});
        });
        m_world->server.when<BlocksList>([this](const BlocksListParams &params) -> Result<BlocksListResult> {
            if (m_refusal)
                return *m_refusal;
            const qsizetype start = params.cursor ? params.cursor->toLongLong() : 0;
            BlocksListResult result {.blocks = m_blocks.mid(start, m_page)};
            if (start + m_page < m_blocks.size())
                result.next = QString::number(start + m_page);
            return result;
        });
        m_world->server.when<BlocksCreate>([this](const BlocksCreateParams &params) -> Result<BlocksBlockResult> {
            if (m_refusal)
                return *m_refusal;
            Block made = block(params.places, params.kind);
            made.id = params.block;
            made.reason = params.reason;
            made.release = params.release;
            put(made);
            return BlocksBlockResult {.block = made};
        });
        m_world->server.when<BlocksRelease>([this](const BlocksReleaseParams &params) -> Result<Nothing> {
            if (m_refusal)
                return *m_refusal;
            QList<SeatChange> changes;
            for (Block &each : m_blocks) {
                for (const qint32 place : QList<qint32>(each.places)) {
                    if (params.block == each.id || (params.places && params.places->contains(place))) {
                        each.places.removeOne(place);
                        changes.append({.seat = place, .state = SeatState::Free});
                    }
                }
            }
            m_blocks.removeIf([](const Block &each) { return each.places.isEmpty(); });
            tell(changes);
            return Nothing {};
        });
    }
    void cleanup()
    {
        m_desk.reset();
        m_event.reset();
        m_plans.reset();
        m_world.reset();
    }

    void blocks_areReadAndShownOnTheMap()
    {
        m_page = 1;
        m_blocks = {block({3, 4}), block({7}, BlockKind::Killed)};
        m_blocks[0].release = BlockRelease {.minutesBefore = 60};
        for (const auto place : {3U, 4U, 7U})
            m_states[place] = SeatState::Blocked;
        QVERIFY(openAs(Role::Clerk));
        QTRY_COMPARE(m_desk->blocks(), m_blocks);
        QCOMPARE(map().look(3), SeatLook::HeldBack);
        QCOMPARE(map().look(7), SeatLook::Blocked);
        QCOMPARE(map().count(SeatLook::HeldBack), 2);
        QCOMPARE(map().blockOf(4)->until, m_event->details()->summary.start - std::chrono::hours(1));
        QCOMPARE(map().blockOf(7)->reason, u"Press"_s);
        QVERIFY(!map().blockOf(8));
        m_event->close();
        QVERIFY(m_desk->blocks().isEmpty());
    }

    void blocks_areReadAgainWhenSeatsAreBlocked()
    {
        QVERIFY(openAs(Role::Clerk));
        TRY_ASKED(m_world->server, BlocksList, 1);
        put(block({5}));
        QTRY_COMPARE(map().look(5), SeatLook::HeldBack);
        const int asked = m_world->server.count<BlocksList>();
        tell({{.seat = 9, .state = SeatState::Held}}); // nothing of a block
        QTRY_COMPARE(map().look(9), SeatLook::HeldByOther);
        QCOMPARE(m_world->server.count<BlocksList>(), asked);
        // What is sold of a block is in it no more.
        tell({{.seat = 5, .state = SeatState::Held}});
        m_blocks.clear();
        tell({{.seat = 5, .state = SeatState::Sold}});
        QTRY_VERIFY(m_desk->blocks().isEmpty());
    }

    void blocks_areNotForCustomers()
    {
        m_states[3] = SeatState::Blocked;
        QVERIFY(openAs(Role::Customer));
        QCOMPARE(map().look(3), SeatLook::Blocked);
        QVERIFY(!m_desk->maySee());
        QCOMPARE(m_world->server.count<BlocksList>(), 0);
    }

    void olderServer_knowsNoBlocks()
    {
        m_refusal = Error {.code = ErrorCode::MethodNotFound};
        QVERIFY(openAs(Role::Manager));
        QTRY_VERIFY(m_desk->error());
        QCOMPARE(m_desk->error()->code, ErrorCode::MethodNotFound);
    }

    void choice_isOfFreeSeatsAndLosesWhatOthersTake()
    {
        m_states[2] = SeatState::Sold;
        QVERIFY(openAs(Role::Manager));
        QSignalSpy chosen(m_desk.get(), &BlockDesk::chosenChanged);
        m_desk->setChoosing(true);
        QVERIFY(m_desk->toggle(6));
        QVERIFY(m_desk->toggle(5));
        QVERIFY(!m_desk->toggle(2));
        QCOMPARE(m_desk->chosen(), QList<qint32>({5, 6}));
        QVERIFY(m_desk->toggle(6));
        QVERIFY(m_desk->toggle(8));
        tell({{.seat = 5, .state = SeatState::Held}});
        QTRY_COMPARE(m_desk->chosen(), QList<qint32> {8});
        QCOMPARE(chosen.size(), 5);
        m_desk->setChoosing(false);
        QVERIFY(m_desk->chosen().isEmpty());
    }

    void choice_isOfBlockedSeatsAlone_orOfFreeOnes()
    {
        m_blocks = {block({3, 4})};
        m_states[3] = m_states[4] = SeatState::Blocked;
        QVERIFY(openAs(Role::Manager));
        QTRY_COMPARE(map().look(3), SeatLook::HeldBack);
        m_desk->setChoosing(true);
        QVERIFY(m_desk->toggle(6));
        QVERIFY(!m_desk->toggle(3));
        QVERIFY(m_desk->toggle(6)); // none is chosen any more
        QVERIFY(m_desk->toggle(3));
        QVERIFY(m_desk->choosesBlocked());
        QVERIFY(!m_desk->toggle(6));
        QCOMPARE(m_desk->chosen(), QList<qint32> {3});
        QSignalSpy released(m_desk.get(), &BlockDesk::released);
        m_desk->releaseChosen();
        QTRY_COMPARE(released.size(), 1);
        QTRY_COMPARE(map().look(3), SeatLook::Free);
        QTRY_VERIFY(m_desk->chosen().isEmpty());
        QCOMPARE(map().look(4), SeatLook::HeldBack);
        QTRY_COMPARE(m_desk->blocks().constFirst().places, QList<qint32> {4});
    }

    void chosen_areBlocked()
    {
        QVERIFY(openAs(Role::Manager));
        m_desk->setChoosing(true);
        QVERIFY(m_desk->toggle(5) && m_desk->toggle(6));
        QSignalSpy created(m_desk.get(), &BlockDesk::created);
        const BlockRelease release {.minutesBefore = 24 * 60, .isConfirmed = false};
        m_desk->create(BlockKind::HeldBack, u"Press"_s, release, {});
        QVERIFY(m_desk->isAsking());
        QTRY_COMPARE(created.size(), 1);
        QTRY_COMPARE(map().look(6), SeatLook::HeldBack);
        QCOMPARE(m_desk->blocks().constFirst().release, release);
        QTRY_VERIFY(m_desk->chosen().isEmpty()); // they are free no more
        // And are free again.
        QSignalSpy released(m_desk.get(), &BlockDesk::released);
        m_desk->release(m_desk->blocks().constFirst().id);
        QTRY_COMPARE(released.size(), 1);
        QTRY_COMPARE(map().look(6), SeatLook::Free);
        QTRY_VERIFY(m_desk->blocks().isEmpty());
    }

    void refusal_namesTheSeats()
    {
        QVERIFY(openAs(Role::Manager));
        m_desk->setChoosing(true);
        QVERIFY(m_desk->toggle(5));
        m_refusal = Error {.code = ErrorCode::SeatTaken, .places = {5}};
        QSignalSpy failed(m_desk.get(), &BlockDesk::failed);
        m_desk->create(BlockKind::Killed, u"Camera"_s, {}, {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].toStringList(), QStringList {u"A 6"_s});
        QCOMPARE(m_desk->chosen(), QList<qint32> {5}); // to be tried again
        QVERIFY(!m_desk->isAsking());
    }

    void heldBackSeat_isAskedForOnPurpose()
    {
        m_blocks = {block({3})};
        m_states[3] = SeatState::Blocked;
        QVERIFY(openAs(Role::Clerk));
        QTRY_COMPARE(map().look(3), SeatLook::HeldBack);
        std::optional<HoldsAcquireParams> asked;
        m_world->server.when<HoldsAcquire>([&asked](const HoldsAcquireParams &params) -> Result<HoldsResult> {
            asked = params;
            return Error {.code = ErrorCode::SeatTaken, .places = params.places};
        });
        m_event->requestHold({4});
        QTRY_VERIFY(asked);
        QCOMPARE(asked->heldBack, std::nullopt);
        asked.reset();
        m_event->requestHold({3}, true);
        QTRY_VERIFY(asked);
        QCOMPARE(asked->heldBack, true);
    }
};

QTEST_GUILESS_MAIN(BlockDeskTest)
#include "tst_blockdesk.moc"
