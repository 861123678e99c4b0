// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawrpcclient.h"
#include "tests/unit/backend/serviceworld.h"

#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/storage/database.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "shared/core/utctime.h"

#include <QRandomGenerator>

using namespace parterre;
using namespace parterre::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using storage::Engine;

namespace {

constexpr milliseconds kHoldTime = 1s; // of the event "hasty"
constexpr int kAround = 5;             // milliseconds before and after the deadline

// One hold that is to be sold when it ends, and somebody who waits for it.
struct Try {
    std::size_t holder = 0;
    qint32 seat = 0;
    Tick deadline = {};
    milliseconds offset = {}; // of the sale's arrival from the deadline
    bool usedKey = false;     // the database will refuse the sale, when the seat is frozen already
    ServiceWorld::Answer<Booking> sale = {};
    bool rivalGotIt = false;
};

struct Move {
    enum class Kind { Sale, Grab, Sweep };

    Tick at = {};
    Kind kind = Kind::Sale;
    std::size_t of = 0; // index of the try
};

} // namespace

// A sale reaches the server within 5 ms of its hold's end, and a rival waits for the seat: one of them gets it. Time is
// the test's, so that every arrival is exact and every try counts.
class ExpiryRacesTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;

private Q_SLOTS:
    void confirmAgainstExpiry_givesTheSeatToOne();
    void confirmAgainstExpiry_overTheWire_data() { TestDatabases::addEngines(); }
    void confirmAgainstExpiry_overTheWire();
};

namespace {

// The services, and a crowd that races through them.
class ExpiryRace
{
public:
    explicit ExpiryRace(const storage::DatabaseConfig &database)
        : m_world(database, {.guestsAllowed = true})
        , m_reservations(m_world.events, m_world.sales, m_world.clock, m_world.scheduler)
        , m_bookings(m_world.events, m_world.sales, m_reservations, m_world.clock, m_world.scheduler, m_world.ids, m_world.random, {.selfServiceCash = true})
        , m_changes(m_world.events, m_world.sales, m_reservations, m_world.clock, m_world.scheduler, m_world.ids, {.selfServiceCash = true})
        , m_database(database)
    {
        for (std::size_t i = 0; i < kSellers; ++i) {
            m_holders.push_back(m_world.signedIn(Role::Clerk));
            m_rivals.push_back(m_world.signedIn(Role::Clerk));
        }
        ServiceWorld::Answer<qint32> opened;
        m_world.events.openAll(opened.take());
        if (!opened.await() || !m_database.open())
            qFatal("the house does not open");
    }

    // Every seat of the house once; the seats are free again afterwards. Ends early when something is wrong.
    void round();

    int tries = 0;
    int sold = 0;
    int expired = 0;
    int thawed = 0;

private:
    static constexpr std::size_t kSellers = TestHouse::kSeats / kMaxSeatsCounter;

    [[nodiscard]] std::vector<Try> hold();
    [[nodiscard]] std::vector<Move> plan(const std::vector<Try> &all);
    void make(const Move &move, Try &one);
    void grab(Try &one);
    void judge(const std::vector<Try> &all);
    void tidy(const std::vector<Try> &all);
    // Lets answers of the database in.
    void breathe() { QCoreApplication::processEvents(); }
    [[nodiscard]] EventId event() const { return m_world.house.events().hasty; }
    [[nodiscard]] const ledger::SeatLedger &seats() const { return m_world.events.find(event())->ledger(); }

    ServiceWorld m_world;
    services::ReservationService m_reservations;
    services::BookingService m_bookings;
    services::BookingChangeService m_changes;
    storage::Database m_database; // to look behind the services
    std::vector<services::Caller> m_holders;
    std::vector<services::Caller> m_rivals;
    QRandomGenerator m_random {4'703};
    QString m_usedKey;
};

std::vector<Try> ExpiryRace::hold()
{
    std::vector<Try> all;
    for (qint32 seat = 0; seat < TestHouse::kSeats; ++seat) {
        const auto holder = static_cast<std::size_t>(seat) % kSellers;
        ServiceWorld::Answer<QList<Hold>> held;
        m_world.holds.acquire(m_holders[holder], event(), {seat}, held.take());
        if (!held.await())
            qFatal("seat %d was not free at the start", seat);
        all.push_back({.holder = holder,
                       .seat = seat,
                       .deadline = m_world.clock.steadyNow() + kHoldTime,
                       .offset = milliseconds(m_random.bounded(-kAround, kAround + 1)),
                       .usedKey = !m_usedKey.isEmpty() && m_random.bounded(10) == 0});
        m_world.clock.advance(2ms);
    }
    return all;
}

// The sale once, the rival every other millisecond, the sweeper now and then; within a millisecond in any order.
std::vector<Move> ExpiryRace::plan(const std::vector<Try> &all)
{
    std::vector<Move> moves;
    for (std::size_t i = 0; i < all.size(); ++i) {
        moves.push_back({all[i].deadline + all[i].offset, Move::Kind::Sale, i});
        for (int ms = -kAround; ms <= kAround; ++ms) {
            if (m_random.bounded(2) == 0)
                moves.push_back({all[i].deadline + milliseconds(ms), Move::Kind::Grab, i});
            if (m_random.bounded(8) == 0)
                moves.push_back({all[i].deadline + milliseconds(ms), Move::Kind::Sweep, i});
        }
    }
    std::shuffle(moves.begin(), moves.end(), m_random);
    std::stable_sort(moves.begin(), moves.end(), [](const Move &a, const Move &b) { return a.at < b.at; });
    return moves;
}

void ExpiryRace::make(const Move &move, Try &one)
{
    services::OpenEvent &open = *m_world.events.find(event());
    switch (move.kind) {
    case Move::Kind::Sale:
        m_bookings.checkout(m_holders[one.holder],
                            {.key = one.usedKey ? m_usedKey : newKey(), .items = {{.event = event(), .place = one.seat, .ticketType = u"adult"_s}}},
                            one.sale.take());
        return;
    case Move::Kind::Grab:
        grab(one);
        return;
    case Move::Kind::Sweep:
        open.ledger().expire(m_world.clock.steadyNow());
        m_world.events.settle(open);
        return;
    }
}

void ExpiryRace::grab(Try &one)
{
    if (one.rivalGotIt)
        return;
    ServiceWorld::Answer<QList<Hold>> grabbed;
    m_world.holds.acquire(m_rivals[one.holder], event(), {one.seat}, grabbed.take());
    if (!grabbed.isThere())
        qFatal("an open event answers at once");
    one.rivalGotIt = grabbed.await();
    if (one.rivalGotIt)
        QVERIFY2(m_world.clock.steadyNow() >= one.deadline, "a hold was given away before its promised end");
    else
        QCOMPARE(grabbed.error(), ErrorCode::SeatTaken);
}

void ExpiryRace::judge(const std::vector<Try> &all)
{
    QSet<qint32> soldHere;
    for (const Try &one : all) {
        const bool isSold = one.sale.await();
        QVERIFY2(isSold != one.rivalGotIt, isSold ? "a seat was sold and given to the rival" : "neither got the seat");
        if (isSold) {
            QVERIFY2(one.offset < 0ms && !one.usedKey, "a hold was sold after its end");
            soldHere.insert(one.seat);
        } else if (one.offset < 0ms) {
            QVERIFY2(one.usedKey, "a hold was refused before its promised end");
            QCOMPARE(one.sale.error(), ErrorCode::KeyReused);
            ++thawed;
        } else {
            QCOMPARE(one.sale.error(), one.usedKey ? ErrorCode::KeyReused : ErrorCode::HoldExpired);
            ++expired;
        }
        QCOMPARE(seats().stateOf(one.seat), isSold ? SeatState::Sold : SeatState::Held);
    }
    const Result<QList<qint32>> live = storage::BookingRepository(m_database).liveTickets(event());
    QVERIFY(live.ok());
    QCOMPARE(QSet<qint32>(live->begin(), live->end()), soldHere);
    sold += static_cast<int>(soldHere.size());
    tries += static_cast<int>(all.size());
}

void ExpiryRace::tidy(const std::vector<Try> &all)
{
    std::vector<ServiceWorld::Answer<Booking>> cancelled;
    for (const Try &one : all) {
        if (one.rivalGotIt) {
            m_world.holds.release(m_rivals[one.holder], event(), {one.seat}, [](const Result<bool> &) {});
        } else {
            cancelled.emplace_back();
            m_changes.cancel(m_holders[one.holder], {.booking = one.sale.value().id, .key = newKey()}, cancelled.back().take());
        }
    }
    for (const ServiceWorld::Answer<Booking> &answer : cancelled)
        QVERIFY(answer.await());
    QCOMPARE(seats().freeCount(), TestHouse::kSeats);
}

void ExpiryRace::round()
{
    std::vector<Try> all = hold();
    for (const Move &move : plan(all)) {
        while (m_world.clock.steadyNow() < move.at) {
            // What the database said may come at any millisecond, before the deadline or after it.
            if (m_random.bounded(3) == 0)
                breathe();
            m_world.clock.advance(1ms);
        }
        make(move, all[move.of]);
        if (QTest::currentTestFailed())
            return;
    }
    for (const Try &one : all)
        static_cast<void>(one.sale.await());
    // The rival waits still: a seat that was frozen for nothing is its holder's for the time that was left then.
    m_world.clock.advance(milliseconds(2 * kAround));
    for (Try &one : all)
        grab(one);
    judge(all);
    if (QTest::currentTestFailed())
        return;
    if (m_usedKey.isEmpty()) { // one that was used for something else from now on
        m_usedKey = newKey();
        const Try &any = *std::find_if(all.begin(), all.end(), [](const Try &one) { return !one.rivalGotIt; });
        ServiceWorld::Answer<Booking> cancelled;
        m_changes.cancel(m_holders[any.holder], {.booking = any.sale.value().id, .key = m_usedKey}, cancelled.take());
        QVERIFY(cancelled.await());
        std::erase_if(all, [place = any.seat](const Try &one) { return one.seat == place; });
    }
    tidy(all);
}

} // namespace

void ExpiryRacesTest::confirmAgainstExpiry_givesTheSeatToOne()
{
    constexpr int kTries = 10'000;
    ExpiryRace race(m_databases.create(Engine::Sqlite));
    while (race.tries < kTries) {
        race.round();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d tries: %d sold, %d came too late, %d refused by the database", race.tries, race.sold, race.expired, race.thawed);
    QVERIFY2(race.sold > kTries / 4 && race.expired > kTries / 4 && race.thawed > kTries / 100, "too tame");
}

// The same between real threads: the clock goes on while requests are under way. In every second try it stands until they
// are answered, so that their outcome is known beforehand.
void ExpiryRacesTest::confirmAgainstExpiry_overTheWire()
{
    QFETCH(Engine, engine);
    constexpr int kTries = 500;
    SharedManualClock clock(SystemClock().utcNow());
    const TestHouse house(m_databases.create(engine), {.clock = &clock});
    const EventId event = house.events().hasty;
    const auto holder = RawRpcClient::guest(house);
    const auto rival = RawRpcClient::guest(house);
    QRandomGenerator random(4'704);
    qint32 seat = 0;
    int raced = 0;
    for (int i = 0; i < kTries; ++i) {
        const QJsonObject place = placesOf(event, {seat});
        const WireReply held = holder->call(u"holds.acquire"_s, place);
        QCOMPARE(held.kind(), QString());
        const auto deadline = fromIsoUtc(held.at(u"holds.0.expires"_s).toString());
        QVERIFY(deadline);
        const int offset = random.bounded(-kAround, kAround + 1);
        const bool stands = i % 2 == 0;
        std::optional<WireReply> sale;
        qint64 sent = 0;
        std::vector<qint64> unanswered;
        std::vector<WireReply> grabs;
        for (int ms = -kAround; ms <= kAround; ++ms) {
            clock.advanceTo(*deadline + milliseconds(ms));
            if (ms == offset)
                sent = holder->send(u"bookings.checkout"_s, checkoutOf(event, {seat}, newKey()));
            if (ms == offset && stands)
                sale = holder->await(sent);
            unanswered.push_back(rival->send(u"holds.acquire"_s, place));
            if (stands) {
                grabs.push_back(rival->await(unanswered.back()));
                unanswered.pop_back();
            }
        }
        if (!sale)
            sale = holder->await(sent);
        for (const qint64 request : unanswered)
            grabs.push_back(rival->await(request));
        // What passes between the server's looks at its two clocks makes a promise shorter than it is kept.
        const Instant earliest = *deadline + kHoldTime - milliseconds(stands ? 0 : 2 * kAround);
        bool grabbed = false;
        for (const WireReply &grab : grabs) {
            QVERIFY2(grab.ok() || grab.kind() == u"seat_taken", qPrintable(grab.kind()));
            if (grab.ok())
                QVERIFY2(*fromIsoUtc(grab.at(u"holds.0.expires"_s).toString()) >= earliest, "a hold was given away before its promised end");
            grabbed = grabbed || grab.ok();
        }
        grabbed = grabbed || rival->call(u"holds.acquire"_s, place).ok();
        QVERIFY2(sale->ok() || sale->kind() == u"hold_expired", qPrintable(sale->kind()));
        QVERIFY2(sale->ok() != grabbed, grabbed ? "a seat was sold and given to the rival" : "neither got the seat");
        if (offset >= 0)
            QVERIFY2(!sale->ok(), "a hold was sold after its end");
        if (offset < 0 && stands)
            QVERIFY2(sale->ok(), "a hold was refused before its promised end");
        raced += sale->ok() ? 1 : 0;
        if (sale->ok())
            ++seat;
        else
            QVERIFY(rival->call(u"holds.release"_s, place).ok());
    }
    qInfo("%d tries: %d sold, %d expired", kTries, raced, kTries - raced);
    QVERIFY2(raced > kTries / 10 && kTries - raced > kTries / 10, "too tame");
    storage::Database database(house.database());
    QVERIFY(database.open());
    QCOMPARE(storage::BookingRepository(database).liveTickets(event)->size(), raced);
}

QTEST_GUILESS_MAIN(ExpiryRacesTest)
#include "tst_expiryraces.moc"
