// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingservice.h"
#include "backend/services/eventcancelservice.h"
#include "backend/services/holdservice.h"
#include "backend/services/secret.h"
#include "tests/support/manualclock.h"
#include "toldscheduler.h"

#include <QTest>

#include <deque>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

const EventId kEvent(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));

// A store whose answers a test gives one by one. It has one event of four seats, the first of them sold.
class ToldStore final : public SaleStore
{
public:
    [[nodiscard]] Event stored() const
    {
        return {.summary = {.id = kEvent, .state = cancelled ? EventState::Cancelled : EventState::Published, .start = Instant::max()},
                .ticketTypes = {{.key = u"adult"_s}},
                .prices = {{.category = u"all"_s, .ticketType = u"adult"_s, .price = {.amount = 1'000}}},
                .version = cancelled ? 2 : 1};
    }
    void loadEvents(Instant, Done<std::vector<SellableEvent>>) override { QFAIL("nobody asks for all events here"); }
    void loadEvent(const EventId &, Instant, Done<SellableEvent> done) override
    {
        ++loads;
        const PlanFacts plan {.labels = {u"1"_s, u"2"_s, u"3"_s, u"4"_s}, .categories = {0, 0, 0, 0}, .categoryKeys = {u"all"_s}, .categoryNames = {u"All"_s}};
        done(SellableEvent {.event = stored(), .plan = std::make_shared<PlanFacts>(plan), .sold = {0}});
    }
    void look(const EventId &, const QList<qint32> &, Done<EventLook>) override { QFAIL("another server did nothing here"); }
    void book(const storage::CheckoutWrite &write, Done<storage::CheckoutOutcome> done) override
    {
        written = write.booking;
        sales.push_back(std::move(done));
    }
    void change(const storage::ChangeWrite &, Done<storage::ChangeOutcome>) override { QFAIL("nothing is changed here"); }
    void cancelEvent(const EventCancelWrite &write, Done<Event> done) override
    {
        asked = write;
        eventCancels.push_back(std::move(done));
    }
    void cancelTickets(const EventId &, Instant, Done<qint32> done) override { steps.push_back(std::move(done)); }
    void unfinishedCancellations(Done<QList<EventId>> done) override { done(unfinished); }
    void booking(const BookingId &, Done<storage::StoredBooking>) override { QFAIL("no booking is read here"); }
    void bookingOfKey(const UserId &, const QString &, const QByteArray &, Done<Booking> done) override { done(ErrorCode::NotFound); }
    void bookings(const storage::BookingQuery &, Done<storage::BookingPage>) override { QFAIL("nobody asks for a list here"); }
    void dueReservations(Instant, Done<storage::DueReservations>) override { QFAIL("nothing is reserved here"); }
    void releaseReservations(const storage::ReleaseWrite &, Done<QList<storage::FreedPlace>>) override { QFAIL("nothing is reserved here"); }
    void reservations(const storage::ReservationQuery &, Done<storage::ReservationPage>) override { QFAIL("nothing is reserved here"); }

    template<class T>
    static void answer(std::deque<Done<T>> &waiting, const Result<T> &result)
    {
        const Done<T> done = std::move(waiting.front());
        waiting.pop_front();
        done(result);
    }

    bool cancelled = false;
    int loads = 0;
    Booking written;
    EventCancelWrite asked;
    QList<EventId> unfinished;
    std::deque<Done<storage::CheckoutOutcome>> sales;
    std::deque<Done<Event>> eventCancels;
    std::deque<Done<qint32>> steps;
};

// Remembers what was told.
class Listener final : public EventListener
{
public:
    void seatsChanged(OpenEvent &) override {}
    void holdsEnded(OpenEvent &, const std::vector<ledger::EndedHold> &holds) override { ended.insert(ended.end(), holds.begin(), holds.end()); }
    void eventChanged(OpenEvent &event) override { states.append(event.event().summary.state); }
    void topicEnded(EventId, quint64) override {}

    std::vector<ledger::EndedHold> ended;
    QList<EventState> states;
};

struct House {
    House()
    {
        const User clerk {.id = UserId(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .name = u"Clerk"_s, .role = Role::Clerk};
        const SessionId session = sessions.hello(1, {}, {}).session->id;
        sessions.signIn(session, clerk, "token");
        caller = sessions.find(session)->caller();
        events.setListener(&listener);
    }
    [[nodiscard]] SeatState stateOf(qint32 place) const { return events.find(kEvent)->ledger().stateOf(place); }
    Result<QList<Hold>> hold(qint32 place)
    {
        std::optional<Result<QList<Hold>>> answer;
        holds.acquire(caller, kEvent, {place}, [&answer](const Result<QList<Hold>> &held) { answer.emplace(held); });
        return *answer;
    }
    void sell(qint32 place, std::optional<Result<Booking>> &answer, const QString &key = u"k"_s)
    {
        bookings.checkout(caller, {.key = key, .items = {{.event = kEvent, .place = place, .ticketType = u"adult"_s}}}, [&answer](const Result<Booking> &sold) { answer.emplace(sold); });
    }
    void cancel() { cancels.cancel(caller, kEvent, 1, u"Fire"_s, [this](const Result<Event> &event) { answers.append(event); }); }
    // The store says that it is cancelled.
    void cancelled()
    {
        cancel();
        store.cancelled = true;
        ToldStore::answer(store.eventCancels, Result<Event>(store.stored()));
    }
    void step(const Result<qint32> &found) { ToldStore::answer(store.steps, found); }

    ToldStore store;
    ManualClock clock;
    CountingIds ids;
    ToldScheduler scheduler;
    SystemRandomness random;
    Listener listener;
    EventDirectory events {store, clock, scheduler, 1};
    SessionService sessions {events, clock, scheduler, ids, random, std::chrono::seconds(30)};
    HoldService holds {events, sessions, clock};
    ReservationService reservations {events, store, clock, scheduler};
    BookingService bookings {events, store, reservations, clock, scheduler, ids, random, {}};
    EventCancelService cancels {events, store, clock, scheduler};
    Caller caller;
    QList<Result<Event>> answers;
};

} // namespace

// What depends on when the store answers.
class EventCancelServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    // First the store, then the holds end and are told, then the caller hears, then the tickets go.
    void event_isCancelledInThisOrder()
    {
        House house;
        QVERIFY(house.hold(1));
        house.cancel();
        QCOMPARE(house.store.asked.reason, u"Fire"_s);
        QCOMPARE(house.stateOf(1), SeatState::Held); // it may be refused yet
        QVERIFY(house.hold(2));
        QVERIFY(house.answers.isEmpty() && house.store.steps.empty());
        house.store.cancelled = true;
        ToldStore::answer(house.store.eventCancels, Result<Event>(house.store.stored()));
        QVERIFY(house.answers.size() == 1 && house.answers.constFirst());
        QCOMPARE(house.listener.states, QList<EventState> {EventState::Cancelled});
        QCOMPARE(house.listener.ended.size(), std::size_t(2));
        QCOMPARE(house.listener.ended.front().reason, HoldEndReason::EventClosed);
        QCOMPARE(house.stateOf(1), SeatState::Free);
        QCOMPARE(house.hold(1).error().code, ErrorCode::SaleClosed);
        QCOMPARE(house.stateOf(0), SeatState::Sold); // until the store has no ticket of it
        QCOMPARE(house.store.steps.size(), std::size_t(1));
        house.step(1);
        house.scheduler.ring(std::chrono::milliseconds(0));
        house.step(0);
        QCOMPARE(house.stateOf(0), SeatState::Free);
        QVERIFY(house.cancels.isIdle());
        house.scheduler.ring(std::chrono::seconds(10));
        QVERIFY(house.store.steps.empty());
    }

    void refused_changesNothing()
    {
        House house;
        QVERIFY(house.hold(1));
        house.cancel();
        ToldStore::answer(house.store.eventCancels, Result<Event>(ErrorCode::StaleVersion));
        QCOMPARE(house.answers.constFirst().error().code, ErrorCode::StaleVersion);
        QCOMPARE(house.stateOf(1), SeatState::Held);
        QVERIFY(house.cancels.isIdle());
    }

    // It was written already, perhaps: its tickets are looked for once more after it is.
    void saleUnderWay_becomesABookingThatIsCancelled()
    {
        House house;
        std::optional<Result<Booking>> sold;
        QVERIFY(house.hold(1));
        house.sell(1, sold);
        house.cancelled();
        QCOMPARE(house.stateOf(1), SeatState::Held);
        QVERIFY(house.listener.ended.empty());
        house.step(0); // it is not there yet
        QVERIFY(!house.cancels.isIdle());
        house.scheduler.ring(std::chrono::seconds(1)); // asked while the sale is under way
        ToldStore::answer(house.store.sales, Result<storage::CheckoutOutcome>(storage::CheckoutOutcome {.booking = house.store.written}));
        QVERIFY(sold && *sold);
        QCOMPARE(house.stateOf(1), SeatState::Sold);
        house.step(0); // this look may be older than the sale
        QVERIFY(!house.cancels.isIdle());
        house.scheduler.ring(std::chrono::seconds(1));
        house.step(1);
        house.scheduler.ring(std::chrono::seconds(1));
        house.step(0);
        QVERIFY(house.cancels.isIdle());
        QCOMPARE(house.stateOf(1), SeatState::Free);
    }

    void saleThatFails_givesNothingBackToItsHolder()
    {
        House house;
        std::optional<Result<Booking>> sold;
        QVERIFY(house.hold(1));
        house.sell(1, sold);
        house.cancelled();
        ToldStore::answer(house.store.sales, Result<storage::CheckoutOutcome>(ErrorCode::StorageUnavailable));
        QVERIFY(sold && !*sold);
        QCOMPARE(house.stateOf(1), SeatState::Free);
        QCOMPARE(house.listener.ended.size(), std::size_t(1));
        QCOMPARE(house.listener.ended.front().reason, HoldEndReason::EventClosed);
        // Nor is it sold with what was held before.
        std::optional<Result<Booking>> late;
        house.sell(1, late, u"late"_s);
        QCOMPARE(late->error().code, ErrorCode::SaleClosed);
    }

    void fault_isTriedAgain()
    {
        House house;
        QVERIFY(house.hold(1));
        house.cancelled();
        for (const ErrorCode fault : {ErrorCode::StorageUnavailable, ErrorCode::OutcomeUnknown, ErrorCode::Overloaded}) {
            house.step(fault);
            QVERIFY(house.store.steps.empty());
            house.scheduler.ring(std::chrono::seconds(1));
            QCOMPARE(house.store.steps.size(), std::size_t(1));
        }
        QCOMPARE(house.stateOf(0), SeatState::Sold);
        house.step(0);
        QCOMPARE(house.stateOf(0), SeatState::Free);
    }

    void unknownOutcome_isLookedUp_data()
    {
        QTest::addColumn<bool>("wasCancelled");
        QTest::newRow("it was") << true;
        QTest::newRow("it was not") << false;
    }
    void unknownOutcome_isLookedUp()
    {
        QFETCH(const bool, wasCancelled);
        House house;
        QVERIFY(house.hold(1));
        house.cancel();
        house.store.cancelled = wasCancelled;
        ToldStore::answer(house.store.eventCancels, Result<Event>(ErrorCode::OutcomeUnknown));
        QCOMPARE(house.answers.constFirst().error().code, ErrorCode::OutcomeUnknown);
        QCOMPARE(house.stateOf(1), wasCancelled ? SeatState::Free : SeatState::Held);
        house.step(0); // the store does nothing to an event that takes place
        QVERIFY(house.cancels.isIdle());
        QCOMPARE(house.stateOf(0), wasCancelled ? SeatState::Free : SeatState::Sold);
    }

    void repetition_doesNothingTwice()
    {
        House house;
        QVERIFY(house.hold(1));
        house.cancelled();
        house.cancelled();
        QCOMPARE(house.answers.size(), 2);
        QCOMPARE(*house.answers.at(0), *house.answers.at(1));
        QCOMPARE(house.store.steps.size(), std::size_t(1)); // they are being cancelled already
        QCOMPARE(house.listener.states.size(), 1);
    }

    void start_goesOnWithWhatWasInterrupted()
    {
        House house;
        house.store.unfinished = {kEvent};
        bool known = false;
        house.cancels.resume([&known](const Result<bool> &result) { known = result.ok(); });
        QVERIFY(known);
        QCOMPARE(house.store.steps.size(), std::size_t(1));
        house.step(0);
        QVERIFY(house.cancels.isIdle());
        QCOMPARE(house.store.loads, 0); // nobody looks at the event
        house.scheduler.ring(std::chrono::hours(1));
        QCOMPARE(house.store.steps.size(), std::size_t(1)); // another server may have sold since
    }
};

QTEST_GUILESS_MAIN(EventCancelServiceTest)
#include "tst_eventcancelservice.moc"
