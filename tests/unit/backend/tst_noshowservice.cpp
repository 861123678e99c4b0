// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/noshowservice.h"
#include "backend/services/salestore.h"
#include "tests/support/manualclock.h"
#include "toldscheduler.h"

#include <QTest>

#include <deque>
#include <numeric>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const EventId kEvent(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
const storage::TicketPlace kOfSold {.ticket = u"7K3M-9QXA-1"_s, .place = 0};
const storage::TicketPlace kOfFree {.ticket = u"7K3M-9QXA-2"_s, .place = 1};
const storage::TicketPlace kOfArea {.ticket = u"7K3M-9QXA-3"_s, .place = 2}; // sold, too

constexpr int kStanding = 12;

// One event that begins in an hour: two seats and an area of twelve places; a seat and two of these are sold.
class OneEvent final : public SaleStore
{
public:
    explicit OneEvent(const Clock &clock) : m_start(clock.utcNow() + 1h) {}

    void loadEvents(Instant, Done<std::vector<SellableEvent>>) override { QFAIL("nobody asks for all events here"); }
    void loadEvent(const EventId &, Instant, Done<SellableEvent> done) override
    {
        const Event event {.summary = {.id = kEvent, .start = m_start}};
        const Section house {.rows = {{.seats = QList<Seat>(2)}}, .areas = {{.firstPlace = 2, .capacity = kStanding}}};
        const PlanFacts plan {.labels = QStringList(2 + kStanding, u"1"_s), .categories = std::vector<qint32>(2 + kStanding), .categoryKeys = {u"all"_s}, .categoryNames = {u"All"_s},
                              .groups = PlaceGroups(Plan {.sections = {house}})};
        done(SellableEvent {.event = event, .plan = std::make_shared<PlanFacts>(plan), .sold = {0, 2, 4}});
    }
    // What was called sold is; or blocked.
    void look(const EventId &id, const QList<qint32> &places, Done<EventLook> done) override
    {
        EventLook look {.event = {.summary = {.id = id, .start = m_start}}, .places = {.event = id, .places = places, .blocks = blocks}};
        for (const qint32 place : places) {
            if (blocks.isEmpty() || !blocks.constFirst().places.contains(place))
                look.places.sold.append(place);
        }
        done(look);
    }
    void book(const storage::CheckoutWrite &, Done<storage::CheckoutOutcome>) override { QFAIL("nothing is sold here"); }
    void change(const storage::ChangeWrite &, Done<storage::ChangeOutcome>) override { QFAIL("nothing is changed here"); }
    void cancelEvent(const EventCancelWrite &, Done<Event>) override { QFAIL("no event is cancelled here"); }
    void cancelTickets(const EventId &, Instant, Done<qint32>) override { QFAIL("no event is cancelled here"); }
    void unfinishedCancellations(Done<QList<EventId>>) override { QFAIL("no event is cancelled here"); }
    void dueReservations(Instant, Done<storage::DueReservations>) override { QFAIL("nothing is reserved here"); }
    void releaseReservations(const storage::ReleaseWrite &, Done<QList<storage::FreedPlace>>) override { QFAIL("nothing is reserved here"); }
    void booking(const BookingId &, Done<storage::StoredBooking>) override { QFAIL("nobody asks for a booking here"); }
    void bookingOfKey(const UserId &, const QString &, const QByteArray &, Done<Booking>) override { QFAIL("nobody asks for a booking here"); }
    void bookings(const storage::BookingQuery &, Done<storage::BookingPage>) override { QFAIL("nobody asks for a list here"); }
    void reservations(const storage::ReservationQuery &, Done<storage::ReservationPage>) override { QFAIL("nobody asks for a list here"); }

    QList<Block> blocks = {}; // that another server made

private:
    const Instant m_start;
};

// A store whose answers to what writes a test gives one by one.
class ToldStore final : public NoShowStore
{
public:
    void list(const EventId &, qint32, qint32, Done<storage::NoShowPage>) override { QFAIL("nobody asks for a list here"); }
    void earlierRelease(const storage::NoShowWrite &, Done<std::optional<storage::ReleaseWritten>> done) override { done(std::optional<storage::ReleaseWritten>()); }
    void toRestore(const storage::NoShowWrite &, Done<ToRestore> done) override { done(ToRestore {.released = released}); }
    void release(const storage::NoShowWrite &, Done<storage::ReleaseWritten> done) override { releases.push_back(std::move(done)); }
    void restore(const storage::NoShowWrite &write, Done<storage::RestoreWritten> done) override
    {
        asked = write.tickets;
        ways = write.ways.value(kOfArea.ticket).places;
        restores.push_back(std::move(done));
    }

    QList<storage::TicketPlace> released = {}; // that are so
    QStringList asked = {};                    // tickets, by the last request
    QList<qint32> ways = {};                   // of the one of the area
    std::deque<Done<storage::ReleaseWritten>> releases = {};
    std::deque<Done<storage::RestoreWritten>> restores = {};
};

struct Doors {
    Doors()
    {
        caller.user = {.id = UserId(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .name = u"Clerk"_s, .role = Role::Clerk};
    }
    void restore(const QList<storage::TicketPlace> &tickets)
    {
        store.released = tickets;
        NoShowRequest request {.event = kEvent, .key = u"restore"_s};
        for (const storage::TicketPlace &ticket : tickets)
            request.tickets.append(ticket.ticket);
        service.restore(caller, request, [this](const Result<NoShowService::Restored> &result) { answers.append(result ? result->restored.join(u' ') : QString(errorKind(result.error().code))); });
    }
    // The first of the seats.
    void releaseAgain()
    {
        service.release(caller, {.event = kEvent, .tickets = {kOfSold.ticket}, .key = u"release"_s}, [](const Result<NoShowService::Released> &) {});
        store.releases.back()(storage::ReleaseWritten {.released = {kOfSold}, .freed = {{.event = kEvent, .place = 0}}});
    }
    [[nodiscard]] SeatState stateOf(qint32 place) const { return events.find(kEvent)->ledger().stateOf(place); }

    ManualClock clock;
    ToldScheduler scheduler;
    OneEvent sales {clock};
    ToldStore store;
    EventDirectory events {sales, clock, scheduler, 1};
    NoShowService service {events, store, clock, scheduler};
    Caller caller;
    QStringList answers;
};

} // namespace

// What the ledger is told of tickets that are taken back, whenever the store answers.
class NoShowServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freeSeat_isKeptFromEverybodyWhileTheStoreIsAsked()
    {
        Doors doors;
        doors.restore({kOfFree});
        QCOMPARE(doors.store.asked, QStringList {kOfFree.ticket});
        QCOMPARE(doors.stateOf(1), SeatState::Held);
        doors.store.restores.front()(storage::RestoreWritten {.restored = {kOfFree}, .owned = {1}});
        QCOMPARE(doors.answers, QStringList {kOfFree.ticket});
        QCOMPARE(doors.stateOf(1), SeatState::Sold);
    }

    void refusedSeat_isFreeAgain()
    {
        Doors doors;
        doors.restore({kOfFree});
        doors.store.restores.front()(ErrorCode::StorageUnavailable);
        QCOMPARE(doors.answers, QStringList {u"storage_unavailable"_s});
        QCOMPARE(doors.stateOf(1), SeatState::Free);
    }

    // It was given free at another server, or nobody here has heard of it yet.
    void seatThatSeemsSold_isTheStoresToSay()
    {
        Doors doors;
        doors.restore({kOfSold});
        QCOMPARE(doors.store.asked, QStringList {kOfSold.ticket});
        doors.releaseAgain(); // what is heard late: until the store has said whose it is, nobody gets it
        QCOMPARE(doors.stateOf(0), SeatState::Sold);
        doors.store.restores.front()(storage::RestoreWritten {.restored = {kOfSold}, .owned = {0}});
        QCOMPARE(doors.answers, QStringList {kOfSold.ticket});
        QCOMPARE(doors.stateOf(0), SeatState::Sold);
    }

    void seatThatSeemsSold_isFreeWhenNobodyGetsIt()
    {
        Doors doors;
        doors.restore({kOfSold});
        doors.releaseAgain();
        doors.store.restores.front()(ErrorCode::StorageUnavailable);
        QCOMPARE(doors.answers, QStringList {u"storage_unavailable"_s});
        QCOMPARE(doors.stateOf(0), SeatState::Free);
    }

    // Another server gave it free, or somebody has bought it: for that there is another one.
    void areaTicket_isKeptAnotherPlaceBesideItsOwn()
    {
        Doors doors;
        doors.restore({kOfArea});
        QCOMPARE(doors.store.ways, (QList<qint32> {2, 3}));
        QCOMPARE(doors.stateOf(3), SeatState::Held);
        doors.store.restores.front()(storage::RestoreWritten {.restored = {kOfArea}, .owned = {2}});
        QCOMPARE(doors.answers, QStringList {kOfArea.ticket});
        QCOMPARE(doors.stateOf(2), SeatState::Sold);
        QCOMPARE(doors.stateOf(3), SeatState::Free);
    }

    // At another server, which has sold what is free here, and given free what is sold here.
    void areaTicket_looksFurther_whenOthersWereFirst()
    {
        Doors doors;
        doors.restore({kOfArea});
        doors.store.restores.front()(Error {.code = ErrorCode::SeatTaken, .places = {2, 3}, .event = kEvent});
        QVERIFY(doors.answers.isEmpty());
        QCOMPARE(doors.store.ways, QList<qint32> {4});
        QCOMPARE(doors.stateOf(3), SeatState::Sold); // nobody is sold it here
        doors.store.restores.back()(storage::RestoreWritten {.restored = {{.ticket = kOfArea.ticket, .place = 4}}, .owned = {4}});
        QCOMPARE(doors.answers, QStringList {kOfArea.ticket});
        QCOMPARE(doors.stateOf(4), SeatState::Sold);
        QCOMPARE(doors.stateOf(5), SeatState::Free);
        QVERIFY(doors.service.isIdle());
    }

    void areaTicket_isRefused_whenTheAreaIsFull()
    {
        Doors doors;
        doors.restore({kOfArea});
        QList<qint32> all(kStanding);
        std::iota(all.begin(), all.end(), 2);
        doors.store.restores.front()(Error {.code = ErrorCode::SeatTaken, .places = all, .event = kEvent});
        QCOMPARE(doors.answers, QStringList {u"seat_taken"_s});
        QCOMPARE(doors.store.restores.size(), std::size_t(1));
        QVERIFY(doors.service.isIdle());
    }

    // It looks further and further, but not for ever.
    void areaTicket_isToTryLater_whenItComesTooLateEveryTime()
    {
        Doors doors;
        doors.restore({kOfArea});
        for (qint32 last = 3; doors.answers.isEmpty() && last < 2 + kStanding; ++last) {
            QCOMPARE(doors.store.ways.constLast(), last);
            doors.store.restores.back()(Error {.code = ErrorCode::SeatTaken, .places = {2, last}, .event = kEvent});
        }
        QCOMPARE(doors.answers, QStringList {u"overloaded"_s});
        QCOMPARE(doors.stateOf(1 + kStanding), SeatState::Free);
    }

    void areaPlaceThatTheHouseBlocks_isShownAsBlocked()
    {
        Doors doors;
        doors.sales.blocks = {{.id = BlockId(QUuid(5, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .event = kEvent, .reason = u"Press"_s, .places = {3}}};
        doors.restore({kOfArea});
        doors.store.restores.front()(Error {.code = ErrorCode::SeatTaken, .places = {2, 3, 5}, .event = kEvent});
        QCOMPARE(doors.stateOf(3), SeatState::Blocked);
        QCOMPARE(doors.stateOf(5), SeatState::Sold);
    }

    // Another server keeps them from sale since; nobody here has heard of that.
    void seatsThatTheHouseBlocks_areShownAsBlocked()
    {
        Doors doors;
        doors.restore({kOfSold, kOfFree});
        const Block killed {.id = BlockId(QUuid(5, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .event = kEvent, .kind = BlockKind::Killed, .reason = u"Camera"_s, .places = {0, 1}};
        doors.store.restores.front()(storage::RestoreWritten {.taken = {kOfSold, kOfFree}, .blocks = {killed}});
        QCOMPARE(doors.answers, QStringList {u"seat_taken"_s});
        QCOMPARE(doors.stateOf(0), SeatState::Blocked);
        QCOMPARE(doors.stateOf(1), SeatState::Blocked);
    }

    // Its outcome is unknown; when it is asked again, somebody has given the seat free once more.
    void repetition_sellsNothingThatWasGivenFreeSince()
    {
        Doors doors;
        doors.restore({kOfSold, kOfFree});
        doors.store.restores.front()(ErrorCode::OutcomeUnknown);
        QCOMPARE(doors.answers, QStringList {u"outcome_unknown"_s});
        doors.releaseAgain();
        doors.scheduler.ring(1s);
        QCOMPARE(doors.store.restores.size(), std::size_t(2));
        doors.store.restores.back()(storage::RestoreWritten {.restored = {kOfSold, kOfFree}, .owned = {1}});
        QCOMPARE(doors.stateOf(0), SeatState::Free);
        QCOMPARE(doors.stateOf(1), SeatState::Sold);
    }
};

QTEST_GUILESS_MAIN(NoShowServiceTest)
#include "tst_noshowservice.moc"
