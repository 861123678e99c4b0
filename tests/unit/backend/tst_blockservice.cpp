// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/blockservice.h"
#include "backend/services/holdservice.h"
#include "backend/services/salestore.h"
#include "backend/services/secret.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const EventId kEvent(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
const BlockId kBlock(QUuid(3, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
constexpr std::chrono::hours kUntilStart {48};

// One event of six seats, the first of them sold; nothing else is asked for here.
class OneEvent final : public SaleStore
{
public:
    explicit OneEvent(const Clock &clock) : start(clock.utcNow() + kUntilStart) {}

    [[nodiscard]] Event stored() const { return {.summary = {.id = kEvent, .start = start}, .version = version}; }
    void loadEvents(Instant, Done<std::vector<SellableEvent>>) override { QFAIL("nobody asks for all events here"); }
    void loadEvent(const EventId &, Instant, Done<SellableEvent> done) override
    {
        const PlanFacts plan {.labels = {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}, .categories = {0, 0, 0, 0, 0, 0}, .categoryKeys = {u"all"_s}, .categoryNames = {u"All"_s}};
        done(SellableEvent {.event = stored(), .plan = std::make_shared<PlanFacts>(plan), .sold = {0}, .blocks = blocks});
    }
    void look(const EventId &, const QList<qint32> &places, Done<EventLook> done) override
    {
        seen.places = places;
        if (answersLooks)
            done(EventLook {.event = stored(), .places = seen});
        else
            done(ErrorCode::StorageUnavailable);
    }
    void book(const storage::CheckoutWrite &, Done<storage::CheckoutOutcome>) override { QFAIL("nothing is sold here"); }
    void change(const storage::ChangeWrite &, Done<storage::ChangeOutcome>) override { QFAIL("nothing is changed here"); }
    void cancelEvent(const EventCancelWrite &, Done<Event>) override { QFAIL("nothing is cancelled here"); }
    void cancelTickets(const EventId &, Instant, Done<qint32>) override { QFAIL("nothing is cancelled here"); }
    void unfinishedCancellations(Done<QList<EventId>>) override { QFAIL("nothing is cancelled here"); }
    void dueReservations(Instant, Done<storage::DueReservations>) override { QFAIL("nothing is reserved here"); }
    void releaseReservations(const storage::ReleaseWrite &, Done<QList<storage::FreedPlace>>) override { QFAIL("nothing is reserved here"); }
    void reservations(const storage::ReservationQuery &, Done<storage::ReservationPage>) override { QFAIL("nothing is reserved here"); }
    void booking(const BookingId &, Done<storage::StoredBooking>) override { QFAIL("no booking is read here"); }
    void bookingOfKey(const UserId &, const QString &, const QByteArray &, Done<Booking>) override { QFAIL("no booking is read here"); }
    void bookings(const storage::BookingQuery &, Done<storage::BookingPage>) override { QFAIL("no booking is read here"); }

    Instant start;
    qint32 version = 1;
    QList<Block> blocks;
    storage::PlacesSeen seen {.event = kEvent}; // by whoever looks
    bool answersLooks = true;
};

// A store that answers when a test says so.
class ToldBlocks final : public BlockStore
{
public:
    void create(const Block &block, const storage::AuditContext &, Done<void> done) override { note(u"create "_s + block.reason, std::move(done)); }
    void settle(const QList<BlockedPlaces> &released, const QList<BlockRule> &rules, const storage::AuditContext &audit, Done<void> done) override
    {
        QStringList what;
        qsizetype count = 0;
        for (const BlockedPlaces &places : released)
            count += places.places.size();
        if (count > 0)
            what.append((audit.actor.isNull() ? u"release by rule %1"_s : u"release %1"_s).arg(count));
        for (const BlockRule &rule : rules)
            what.append(rule.release ? u"set"_s : u"set none"_s);
        note(what.join(u", "_s), std::move(done));
    }
    void answer(const Result<void> &result)
    {
        const Done<void> done = m_waiting.takeFirst();
        done(result);
    }

    QStringList asked;

private:
    void note(const QString &what, Done<void> done)
    {
        asked.append(what);
        m_waiting.append(std::move(done));
    }

    QList<Done<void>> m_waiting;
};

// Alarms that ring when the test's clock has reached them.
class ClockedScheduler final : public Scheduler
{
public:
    explicit ClockedScheduler(ManualClock &clock) : m_clock(clock) {}
    std::unique_ptr<Alarm> makeAlarm(std::function<void()> ring) override { return std::make_unique<ClockedAlarm>(*this, std::move(ring)); }
    void advance(std::chrono::milliseconds time)
    {
        m_clock.advance(time);
        std::vector<ClockedAlarm *> due;
        std::copy_if(m_alarms.begin(), m_alarms.end(), std::back_inserter(due), [this](const ClockedAlarm *alarm) { return alarm->at && *alarm->at <= m_clock.steadyNow(); });
        for (ClockedAlarm *alarm : due) {
            alarm->at.reset();
            alarm->rings();
        }
    }

private:
    class ClockedAlarm final : public Alarm
    {
    public:
        ClockedAlarm(ClockedScheduler &scheduler, std::function<void()> ring) : rings(std::move(ring)), m_scheduler(scheduler) { m_scheduler.m_alarms.push_back(this); }
        ~ClockedAlarm() override { std::erase(m_scheduler.m_alarms, this); }
        void start(std::chrono::milliseconds after) override { at = m_scheduler.m_clock.steadyNow() + after; }
        void stop() override { at.reset(); }

        std::function<void()> rings;
        std::optional<Tick> at;

    private:
        ClockedScheduler &m_scheduler;
    };

    ManualClock &m_clock;
    std::vector<ClockedAlarm *> m_alarms;
};

struct House {
    House()
    {
        const User manager {.id = UserId(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .name = u"Mona"_s, .role = Role::Manager};
        const SessionId session = sessions.hello(1, {}, {}).session->id;
        sessions.signIn(session, manager, "token");
        caller = sessions.find(session)->caller();
    }
    void open()
    {
        events.open(kEvent, [](const Result<OpenEvent *> &) {});
        blocks.start();
    }
    [[nodiscard]] OpenEvent &event() const { return *events.find(kEvent); }
    [[nodiscard]] SeatState stateOf(qint32 place) const { return event().ledger().stateOf(place); }
    void create(const QList<qint32> &places, const std::optional<BlockRelease> &release = {}, const BlockId &id = kBlock)
    {
        blocks.create(caller, {.id = id, .event = kEvent, .places = places, .reason = u"House"_s, .release = release}, [this](const Result<Block> &block) { answers.append(block); });
    }
    // Created, and the store said so.
    void created(const QList<qint32> &places, const std::optional<BlockRelease> &release = {})
    {
        create(places, release);
        store.answer({});
    }
    [[nodiscard]] std::optional<ErrorCode> errorOf(qsizetype answer) const { return answers.at(answer) ? std::nullopt : std::optional(answers.at(answer).error().code); }

    ManualClock clock {SystemClock().utcNow()};
    ClockedScheduler scheduler {clock};
    CountingIds ids;
    SystemRandomness random;
    OneEvent sales {clock};
    ToldBlocks store;
    EventDirectory events {sales, clock, scheduler, 1};
    SessionService sessions {events, clock, scheduler, ids, random, std::chrono::seconds(30)};
    BlockService blocks {events, store, clock, scheduler};
    Caller caller;
    QList<Result<Block>> answers;
};

BlockRelease before(std::chrono::minutes time, bool isConfirmed = true)
{
    return {.minutesBefore = static_cast<qint32>(time.count()), .isConfirmed = isConfirmed};
}

} // namespace

// Between the ledger and the store: who has the first word, who the last, and what happens at which time.
class BlockServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    void seats_areNobodysWhileTheStoreIsAsked()
    {
        House house;
        house.open();
        house.create({1, 2});
        QCOMPARE(house.stateOf(1), SeatState::Blocked);
        QVERIFY(house.answers.isEmpty());
        house.create({1, 2}); // asked for again meanwhile
        QCOMPARE(house.store.asked.size(), 1);
        house.store.answer({});
        QCOMPARE(house.answers.size(), 2);
        QCOMPARE(house.answers[1]->places, QList<qint32>({1, 2}));
        QVERIFY(house.event().blocks().isHeldBack(2));
    }

    void id_isOfOneBlock()
    {
        House house;
        house.open();
        house.create({1, 2});
        house.create({1, 3}); // while the store is still asked
        QCOMPARE(house.errorOf(0), ErrorCode::AlreadyExists);
        house.store.answer({});
        house.create({1});
        house.create({1, 2, 3});
        house.create({2, 1});
        QCOMPARE(house.answers.size(), 5);
        QCOMPARE(house.errorOf(2), ErrorCode::AlreadyExists);
        QCOMPARE(house.errorOf(3), ErrorCode::AlreadyExists);
        QCOMPARE(house.errorOf(4), std::nullopt);
        QCOMPARE(house.stateOf(3), SeatState::Free);
        QCOMPARE(house.store.asked.size(), 1);
    }

    // What another server did to them, this one sees when it is refused.
    void seats_becomeWhatTheStoreHas_whenAnotherServerWasThereFirst()
    {
        House house;
        house.open();
        house.create({1, 2, 3});
        const BlockId other(house.ids.next());
        house.sales.answersLooks = false;
        house.sales.seen.sold = {1};
        house.sales.seen.blocks = {{.id = other, .event = kEvent, .kind = BlockKind::Killed, .reason = u"Camera"_s, .created = house.clock.utcNow(), .release = before(60min), .places = {2}}};
        house.store.answer(Error {.code = ErrorCode::SeatTaken, .places = {1, 2}, .event = kEvent});
        QCOMPARE(house.errorOf(0), ErrorCode::SeatTaken);
        QCOMPARE(house.stateOf(1), SeatState::Blocked); // nobody gets one meanwhile
        QCOMPARE(house.stateOf(3), SeatState::Blocked);
        house.sales.answersLooks = true;
        house.scheduler.advance(std::chrono::seconds(1));
        QCOMPARE(house.sales.seen.places, QList<qint32>({1, 2}));
        QCOMPARE(house.stateOf(1), SeatState::Sold);
        QCOMPARE(house.stateOf(2), SeatState::Blocked);
        QCOMPARE(house.stateOf(3), SeatState::Free);
        QCOMPARE(house.event().blocks().at(2)->id, other);
        // It is obeyed like one that was made here.
        house.scheduler.advance(kUntilStart - 60min);
        QCOMPARE(house.store.asked.constLast(), u"release by rule 1"_s);
        QCOMPARE(house.answers.size(), 1);
    }

    void blocksOfAnotherServer_areAddedToThoseThatAreKnown()
    {
        House house;
        house.open();
        house.created({1, 2});
        house.create({3, 4}, {}, BlockId(house.ids.next()));
        // The first has got another seat and another rule, and lost one to a second.
        const BlockId second(house.ids.next());
        house.sales.seen.blocks = {{.id = kBlock, .event = kEvent, .reason = u"House"_s, .release = before(5min), .places = {3}}, {.id = second, .event = kEvent, .reason = u"Press"_s, .places = {2}}};
        house.store.answer(Error {.code = ErrorCode::AlreadyBlocked, .places = {2, 3}, .event = kEvent});
        QCOMPARE(house.errorOf(1), ErrorCode::AlreadyBlocked);
        QCOMPARE(house.event().blocks().find(kBlock)->places, QList<qint32>({1, 3}));
        QCOMPARE(house.event().blocks().find(kBlock)->release, before(5min));
        QCOMPARE(house.event().blocks().find(second)->places, QList<qint32> {2});
        QCOMPARE(house.stateOf(3), SeatState::Blocked);
        QCOMPARE(house.stateOf(4), SeatState::Free);
    }

    void seats_areFreeAgainWhenTheStoreRefuses()
    {
        House house;
        house.open();
        house.create({1, 2});
        house.store.answer(ErrorCode::StorageUnavailable);
        QCOMPARE(house.errorOf(0), ErrorCode::StorageUnavailable);
        QCOMPARE(house.stateOf(1), SeatState::Free);
        QVERIFY(house.event().blocks().isEmpty());
    }

    void unknownOutcome_isAskedUntilItIsKnown()
    {
        House house;
        house.open();
        house.create({1});
        house.store.answer(ErrorCode::OutcomeUnknown);
        QCOMPARE(house.errorOf(0), ErrorCode::OutcomeUnknown);
        QCOMPARE(house.stateOf(1), SeatState::Blocked);
        house.create({1}); // told to ask again, it does, and waits
        QCOMPARE(house.answers.size(), 1);
        house.scheduler.advance(std::chrono::seconds(2));
        house.store.answer(ErrorCode::StorageUnavailable); // says nothing of the first time
        QCOMPARE(house.stateOf(1), SeatState::Blocked);
        house.scheduler.advance(std::chrono::seconds(2));
        house.store.answer({});
        QCOMPARE(house.answers.size(), 2);
        QCOMPARE(house.errorOf(1), std::nullopt);
        QVERIFY(house.event().blocks().isHeldBack(1));
        QCOMPARE(house.store.asked.size(), 3);
    }

    void rule_isObeyedAtItsTimeAndNotBefore()
    {
        House house;
        house.open();
        house.created({1, 2}, before(std::chrono::hours(24)));
        house.scheduler.advance(std::chrono::hours(24) - std::chrono::minutes(1));
        QCOMPARE(house.store.asked.size(), 1);
        QCOMPARE(house.blocks.due({}).size(), 1);
        house.scheduler.advance(std::chrono::minutes(1));
        QCOMPARE(house.store.asked.last(), u"release by rule 2"_s);
        QCOMPARE(house.stateOf(1), SeatState::Blocked); // until the store has it
        house.store.answer(ErrorCode::StorageUnavailable);
        QCOMPARE(house.stateOf(1), SeatState::Blocked);
        house.scheduler.advance(std::chrono::seconds(2));
        house.store.answer({});
        QCOMPARE(house.stateOf(1), SeatState::Free);
        QVERIFY(house.blocks.due({}).isEmpty());
    }

    void rule_thatIsOverAtTheStart_isObeyedAtOnce()
    {
        House house;
        house.sales.blocks = {{.id = kBlock, .event = kEvent, .reason = u"House"_s, .release = before(std::chrono::hours(60)), .places = {4}}};
        house.open();
        QCOMPARE(house.store.asked, QStringList {u"release by rule 1"_s});
        house.store.answer({});
        QCOMPARE(house.stateOf(4), SeatState::Free);
    }

    void rule_movesWithTheStart()
    {
        House house;
        house.open();
        house.created({1}, before(std::chrono::hours(24)));
        house.sales.start = house.clock.utcNow() + std::chrono::hours(10);
        house.sales.version = 2;
        house.events.take(house.sales.stored(), nullptr);
        QCOMPARE(house.store.asked.last(), u"release by rule 1"_s);
    }

    void rule_toBeConfirmed_waits()
    {
        House house;
        house.open();
        house.created({1}, before(std::chrono::hours(24), false));
        QVERIFY(!house.blocks.due({}).constFirst().isWaiting);
        house.scheduler.advance(std::chrono::hours(30));
        QCOMPARE(house.store.asked.size(), 1);
        QVERIFY(house.blocks.due({}).constFirst().isWaiting);
        std::optional<Result<bool>> confirmed;
        house.blocks.confirm(house.caller, {kBlock, kBlock}, [&confirmed](const Result<bool> &answer) { confirmed.emplace(answer); });
        QCOMPARE(house.store.asked.last(), u"release 1"_s);
        QVERIFY(!confirmed);
        house.store.answer({});
        QVERIFY(confirmed && *confirmed);
        QCOMPARE(house.stateOf(1), SeatState::Free);
    }

    void rule_confirmedBeforehand_isObeyedAtItsTime()
    {
        House house;
        house.open();
        house.created({1}, before(std::chrono::hours(24), false));
        house.blocks.confirm(house.caller, {kBlock}, [](const Result<bool> &) {});
        QCOMPARE(house.store.asked.last(), u"set"_s);
        house.store.answer({});
        QCOMPARE(house.stateOf(1), SeatState::Blocked);
        house.scheduler.advance(std::chrono::hours(24));
        QCOMPARE(house.store.asked.last(), u"release by rule 1"_s);
    }

    void confirmed_isWrittenAtOnceOrNotAtAll()
    {
        const BlockId other(QUuid(4, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        House house;
        house.open();
        house.created({1}, before(std::chrono::hours(40), false));
        house.create({2}, before(std::chrono::hours(2), false), other);
        house.store.answer({});
        house.scheduler.advance(std::chrono::hours(10));
        std::optional<Result<bool>> confirmed;
        const auto confirm = [&] { house.blocks.confirm(house.caller, {kBlock, other}, [&confirmed](const Result<bool> &answer) { confirmed.emplace(answer); }); };
        confirm();
        QCOMPARE(house.store.asked.last(), u"release 1, set"_s);
        house.store.answer(ErrorCode::StorageUnavailable);
        QVERIFY(confirmed && !*confirmed);
        QCOMPARE(house.stateOf(1), SeatState::Blocked);
        QVERIFY(!house.event().blocks().find(other)->release->isConfirmed);
        confirm();
        house.store.answer({});
        QVERIFY(*confirmed);
        QCOMPARE(house.stateOf(1), SeatState::Free);
        QVERIFY(house.event().blocks().find(other)->release->isConfirmed);
    }

    void postponed_isObeyedLater()
    {
        House house;
        house.open();
        house.created({1}, before(std::chrono::hours(24)));
        house.blocks.postpone(house.caller, kBlock, before(std::chrono::hours(2)), [this_ = &house](const Result<Block> &block) { this_->answers.append(block); });
        house.store.answer({});
        QCOMPARE(house.answers.last()->release, before(std::chrono::hours(2)));
        house.scheduler.advance(std::chrono::hours(25));
        QCOMPARE(house.store.asked.last(), u"set"_s);
        house.scheduler.advance(std::chrono::hours(21));
        QCOMPARE(house.store.asked.last(), u"release by rule 1"_s);
    }

    void due_isSortedByTime()
    {
        House house;
        house.open();
        house.created({1}, before(std::chrono::hours(2)));
        house.create({2}, before(std::chrono::hours(20)), BlockId(QUuid(4, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)));
        house.store.answer({});
        house.create({3}, {}, BlockId(QUuid(5, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)));
        house.store.answer({});
        const QList<DueBlock> due = house.blocks.due({});
        QCOMPARE(due.size(), 2);
        QCOMPARE(due[0].labels, QStringList {u"3"_s});
        QCOMPARE(due[1].labels, QStringList {u"2"_s});
        QCOMPARE(house.blocks.due(house.sales.start - std::chrono::hours(10)).size(), 1);
    }
};

QTEST_GUILESS_MAIN(BlockServiceTest)
#include "tst_blockservice.moc"
