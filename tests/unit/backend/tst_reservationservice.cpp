// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/services/holdservice.h"
#include "backend/services/secret.h"
#include "tests/support/manualclock.h"
#include "toldscheduler.h"

#include <QTest>

#include <deque>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const EventId kEvent(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
const BookingId kBooking(QUuid(3, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));

// A store whose answers a test gives one by one. It has one event of four seats that begins in two hours, the first of them sold.
class ToldStore final : public SaleStore
{
public:
    explicit ToldStore(const Clock &clock) : m_start(clock.utcNow() + 2h) {}

    void loadEvents(Instant, Done<std::vector<SellableEvent>>) override { QFAIL("nobody asks for all events here"); }
    void loadEvent(const EventId &, Instant, Done<SellableEvent> done) override
    {
        const Event event {.summary = {.id = kEvent, .start = m_start},
                           .ticketTypes = {{.key = u"adult"_s}},
                           .prices = {{.category = u"all"_s, .ticketType = u"adult"_s, .price = {.amount = 1'000}}}};
        const PlanFacts plan {.labels = {u"1"_s, u"2"_s, u"3"_s, u"4"_s}, .categories = {0, 0, 0, 0}, .categoryKeys = {u"all"_s}, .categoryNames = {u"All"_s}};
        done(SellableEvent {.event = event, .plan = std::make_shared<PlanFacts>(plan), .sold = {0}});
    }
    void look(const EventId &, const QList<qint32> &, Done<EventLook>) override { QFAIL("another server did nothing here"); }
    void book(const storage::CheckoutWrite &write, Done<storage::CheckoutOutcome> done) override
    {
        written = write.booking;
        sales.push_back(std::move(done));
    }
    void change(const storage::ChangeWrite &write, Done<storage::ChangeOutcome> done) override
    {
        changed = write;
        changes.push_back(std::move(done));
    }
    void cancelEvent(const EventCancelWrite &, Done<Event>) override { QFAIL("no event is cancelled here"); }
    void cancelTickets(const EventId &, Instant, Done<qint32>) override { QFAIL("no event is cancelled here"); }
    void unfinishedCancellations(Done<QList<EventId>>) override { QFAIL("no event is cancelled here"); }
    void dueReservations(Instant now, Done<storage::DueReservations> done) override
    {
        asked = now;
        looks.push_back(std::move(done));
    }
    void releaseReservations(const storage::ReleaseWrite &write, Done<QList<storage::FreedPlace>> done) override
    {
        released = write;
        releases.push_back(std::move(done));
    }
    void booking(const BookingId &, Done<storage::StoredBooking> done) override { done(storage::StoredBooking {.booking = stored}); }
    void bookingOfKey(const UserId &, const QString &, const QByteArray &, Done<Booking> done) override { done(ErrorCode::NotFound); }
    void bookings(const storage::BookingQuery &, Done<storage::BookingPage>) override { QFAIL("nobody asks for a list here"); }
    void reservations(const storage::ReservationQuery &, Done<storage::ReservationPage>) override { QFAIL("nobody asks for a list here"); }

    template<class T>
    static void answer(std::deque<Done<T>> &waiting, const Result<T> &result)
    {
        const Done<T> done = std::move(waiting.front());
        waiting.pop_front();
        done(result);
    }

    Booking written;
    storage::ChangeWrite changed;
    storage::ReleaseWrite released;
    Booking stored;
    Instant asked;
    std::deque<Done<storage::CheckoutOutcome>> sales;
    std::deque<Done<storage::ChangeOutcome>> changes;
    std::deque<Done<storage::DueReservations>> looks;
    std::deque<Done<QList<storage::FreedPlace>>> releases;

private:
    const Instant m_start;
};

struct House {
    House()
    {
        const User clerk {.id = UserId(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .name = u"Clerk"_s, .role = Role::Clerk};
        const SessionId session = sessions.hello(1, {}, {}).session->id;
        sessions.signIn(session, clerk, "token");
        caller = sessions.find(session)->caller();
        holds.acquire(caller, kEvent, {1}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
    }
    [[nodiscard]] SeatState stateOf(qint32 place) const { return events.find(kEvent)->ledger().stateOf(place); }
    [[nodiscard]] Instant start() const { return events.find(kEvent)->event().summary.start; }
    void reserve(std::optional<Result<Booking>> &answer, std::optional<Instant> payUntil = {})
    {
        bookings.checkout(caller,
                          {.key = u"k"_s, .items = {{.event = kEvent, .place = 1, .ticketType = u"adult"_s}}, .customerName = u"Ada"_s, .paysLater = true, .payUntil = payUntil},
                          [&answer](const Result<Booking> &reserved) { answer.emplace(reserved); });
    }
    // Looks, finds this, and waits.
    void look(const storage::DueReservations &found = {}) { ToldStore::answer(store.looks, Result(found)); }

    ManualClock clock;
    ToldStore store {clock};
    CountingIds ids;
    ToldScheduler scheduler;
    SystemRandomness random;
    EventDirectory events {store, clock, scheduler, 1};
    SessionService sessions {events, clock, scheduler, ids, random, 30s};
    HoldService holds {events, sessions, clock};
    ReservationService reservations {events, store, clock, scheduler};
    BookingService bookings {events, store, reservations, clock, scheduler, ids, random, {}};
    BookingChangeService changes {events, store, reservations, clock, scheduler, ids, {}};
    Caller caller;
};

} // namespace

// What depends on when the store answers and when time is over.
class ReservationServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    // As a sale: frozen, durable, sold.
    void reservation_isASaleThatNobodyPaid()
    {
        House house;
        std::optional<Result<Booking>> reserved;
        house.reserve(reserved);
        QCOMPARE(house.store.written.state, BookingState::Reserved);
        QCOMPARE(house.store.written.payUntil, house.start() - 30min); // as late as the event allows
        QVERIFY(house.store.written.payments.isEmpty());
        QCOMPARE(house.store.written.total.amount, 1'000);
        QCOMPARE(house.stateOf(1), SeatState::Held);
        ToldStore::answer(house.store.sales, Result(storage::CheckoutOutcome {.booking = house.store.written}));
        QVERIFY(reserved && *reserved);
        QCOMPARE(house.stateOf(1), SeatState::Sold);
    }

    void payUntil_isWithinWhatTheEventAllows()
    {
        House house;
        const auto refusalOf = [&house](Instant payUntil) {
            std::optional<Result<Booking>> reserved;
            house.reserve(reserved, payUntil);
            return reserved && !*reserved ? std::optional(reserved->error()) : std::nullopt;
        };
        const std::optional<Error> late = refusalOf(house.start() - 30min + 1ms);
        QVERIFY(late);
        QCOMPARE(late->code, ErrorCode::PayUntilTooLate);
        QCOMPARE(late->event, kEvent);
        QCOMPARE(late->limit, std::chrono::floor<std::chrono::seconds>(house.start() - 30min).time_since_epoch().count());
        const std::optional<Error> passed = refusalOf(house.clock.utcNow());
        QVERIFY(passed);
        QCOMPARE(passed->code, ErrorCode::PayUntilPassed);
        QVERIFY(house.store.sales.empty());
        QCOMPARE(house.stateOf(1), SeatState::Held);
        QVERIFY(!refusalOf(house.start() - 30min));
    }

    void due_isGivenFreeWhenItsTimeComes()
    {
        House house;
        house.reservations.start();
        house.look({.next = house.clock.utcNow() + 20s});
        QVERIFY(house.reservations.isIdle());
        house.scheduler.ring(19s);
        QVERIFY(house.store.looks.empty());
        house.clock.advance(20s);
        house.scheduler.ring(20s);
        QCOMPARE(house.store.asked, house.clock.utcNow());
        house.look({.due = {kBooking}});
        QVERIFY(!house.reservations.isIdle());
        QCOMPARE(house.store.released.bookings, QList<BookingId> {kBooking});
        QCOMPARE(house.store.released.now, house.clock.utcNow());
        QCOMPARE(house.stateOf(0), SeatState::Sold); // until it is durable
        ToldStore::answer(house.store.releases, Result(QList<storage::FreedPlace> {{kEvent, 0}}));
        QCOMPARE(house.stateOf(0), SeatState::Free);
        house.look(); // whether there is more
        QVERIFY(house.reservations.isIdle());
    }

    // Known at once, also when it was made while somebody looked.
    void whatIsReserved_isExpected_data()
    {
        QTest::addColumn<bool>("duringALook");
        QTest::newRow("between two looks") << false;
        QTest::newRow("during a look") << true;
    }
    void whatIsReserved_isExpected()
    {
        QFETCH(const bool, duringALook);
        House house;
        house.reservations.start();
        if (!duringALook)
            house.look();
        std::optional<Result<Booking>> reserved;
        house.reserve(reserved, house.clock.utcNow() + 5s);
        ToldStore::answer(house.store.sales, Result(storage::CheckoutOutcome {.booking = house.store.written}));
        if (duringALook)
            house.look();
        house.scheduler.ring(4s);
        QVERIFY(house.store.looks.empty());
        house.scheduler.ring(5s);
        QCOMPARE(house.store.looks.size(), std::size_t(1));
    }

    // Another server may have reserved, and the clock on the wall may have been set.
    void nobodyExpected_isLookedForAllTheSame()
    {
        House house;
        house.reservations.start();
        house.look({.next = house.clock.utcNow() + 24h});
        house.scheduler.ring(59s);
        QVERIFY(house.store.looks.empty());
        house.scheduler.ring(60s);
        QCOMPARE(house.store.looks.size(), std::size_t(1));
    }

    void fault_isTriedAgainWithTheSame()
    {
        House house;
        house.reservations.start();
        ToldStore::answer(house.store.looks, Result<storage::DueReservations>(ErrorCode::StorageUnavailable));
        house.scheduler.ring(1s);
        house.look({.due = {kBooking}});
        for (const ErrorCode fault : {ErrorCode::StorageUnavailable, ErrorCode::OutcomeUnknown, ErrorCode::Overloaded}) {
            ToldStore::answer(house.store.releases, Result<QList<storage::FreedPlace>>(fault));
            QCOMPARE(house.stateOf(0), SeatState::Sold);
            QVERIFY(house.store.releases.empty());
            house.scheduler.ring(1s);
            QCOMPARE(house.store.released.bookings, QList<BookingId> {kBooking}); // only it names the places of what was done unheard
        }
        ToldStore::answer(house.store.releases, Result(QList<storage::FreedPlace> {{kEvent, 0}}));
        QCOMPARE(house.stateOf(0), SeatState::Free);
    }

    void payment_isForAllOfIt()
    {
        House house;
        house.store.stored = {.id = kBooking, .state = BookingState::Reserved, .payUntil = house.start() - 1h, .total = {.amount = 1'000}};
        std::optional<Result<Booking>> paid;
        const auto pay = [&](const QList<PaymentPart> &parts) {
            house.changes.pay(house.caller, {.booking = kBooking, .key = u"p"_s, .payments = parts}, [&paid](const Result<Booking> &answer) { paid.emplace(answer); });
        };
        pay({{.amount = Money {.amount = 999}}});
        QCOMPARE(paid->error().code, ErrorCode::PaymentMismatch);
        paid.reset();
        pay(allInCash());
        QVERIFY(house.store.changed.pays);
        QCOMPARE(house.store.changed.payments.size(), 1);
        QCOMPARE(house.store.changed.payments.constFirst().amount.amount, 1'000);
        ToldStore::answer(house.store.changes, Result<storage::ChangeOutcome>(ErrorCode::ReservationEnded));
        QCOMPARE(paid->error().code, ErrorCode::ReservationEnded);
    }

    // The counter sees a reservation; at another till it was paid. Nothing may go back unseen.
    void cancellation_saysThatItIsOfAReservation()
    {
        House house;
        house.store.stored = {.id = kBooking, .state = BookingState::Reserved, .payUntil = house.start() - 1h, .total = {.amount = 1'000}};
        house.changes.cancel(house.caller, {.booking = kBooking, .key = u"c"_s}, [](const Result<Booking> &) {});
        QVERIFY(house.store.changed.isUnpaid);
        house.store.stored.state = BookingState::Confirmed;
        house.changes.cancel(house.caller, {.booking = kBooking, .key = u"d"_s}, [](const Result<Booking> &) {});
        QVERIFY(!house.store.changed.isUnpaid);
    }
};

QTEST_GUILESS_MAIN(ReservationServiceTest)
#include "tst_reservationservice.moc"
