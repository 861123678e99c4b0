// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/bookingchangeservice.h"
#include "backend/services/bookingservice.h"
#include "backend/services/holdservice.h"
#include "backend/services/qtscheduler.h"
#include "backend/services/secret.h"
#include "backend/services/ticketpricing.h"
#include "tests/support/manualclock.h"

#include <QTest>

#include <deque>

using namespace parterre;
using namespace parterre::services;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

EventId theEvent()
{
    return EventId(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}

// A store whose answers a test gives one by one, in the order it likes. It has one event of four seats.
class ToldStore final : public SaleStore
{
public:
    void loadEvents(Instant, Done<std::vector<SellableEvent>>) override { QFAIL("nobody asks for all events here"); }
    void loadEvent(const EventId &id, Instant, Done<SellableEvent> done) override
    {
        PlanFacts plan {.labels = {u"1"_s, u"2"_s, u"3"_s, u"4"_s}, .categories = {0, 0, 0, 0}, .categoryKeys = {u"all"_s}, .categoryNames = {u"All"_s}};
        Event event {.summary = {.id = id, .start = Instant::max()},
                     .ticketTypes = {{.key = u"adult"_s}},
                     .prices = {{.category = u"all"_s, .ticketType = u"adult"_s, .price = {.amount = 1'000}}}};
        const SellableEvent loaded {.event = event, .plan = std::make_shared<PlanFacts>(plan), .sold = sold};
        if (answersLoads)
            done(loaded);
        else
            loads.emplace_back([done = std::move(done), loaded] { done(loaded); });
    }
    void look(const EventId &, const QList<qint32> &places, Done<EventLook> done) override
    {
        lookedAt = places;
        looks.push_back(std::move(done));
    }
    void book(const storage::CheckoutWrite &write, Done<storage::CheckoutOutcome> done) override
    {
        written = write.booking;
        sales.push_back(std::move(done));
    }
    void change(const storage::ChangeWrite &, Done<storage::ChangeOutcome> done) override { changes.push_back(std::move(done)); }
    void cancelEvent(const EventCancelWrite &, Done<Event>) override { QFAIL("no event is cancelled here"); }
    void cancelTickets(const EventId &, Instant, Done<qint32>) override { QFAIL("no event is cancelled here"); }
    void unfinishedCancellations(Done<QList<EventId>>) override { QFAIL("no event is cancelled here"); }
    void booking(const BookingId &, Done<storage::StoredBooking> done) override { reads.push_back(std::move(done)); }
    void bookingOfKey(const UserId &, const QString &, const QByteArray &, Done<Booking> done) override
    {
        if (answersKeys)
            done(ErrorCode::NotFound);
        else
            keys.push_back(std::move(done));
    }
    void bookings(const storage::BookingQuery &, Done<storage::BookingPage>) override { QFAIL("nobody asks for a list here"); }
    void dueReservations(Instant, Done<storage::DueReservations>) override { QFAIL("nothing is reserved here"); }
    void releaseReservations(const storage::ReleaseWrite &, Done<QList<storage::FreedPlace>>) override { QFAIL("nothing is reserved here"); }
    void reservations(const storage::ReservationQuery &, Done<storage::ReservationPage>) override { QFAIL("nothing is reserved here"); }

    bool answersLoads = true;
    bool answersKeys = true;
    QList<qint32> sold; // places, at the time of asking
    std::deque<std::function<void()>> loads;
    Booking written;
    std::deque<Done<storage::CheckoutOutcome>> sales;
    std::deque<Done<storage::ChangeOutcome>> changes;
    std::deque<Done<EventLook>> looks;
    QList<qint32> lookedAt; // by the last of these
    std::deque<Done<storage::StoredBooking>> reads;
    std::deque<Done<Booking>> keys;
};

struct Counter {
    Counter()
    {
        const User clerk {.id = UserId(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), .name = u"Clerk"_s, .role = Role::Clerk};
        const SessionId session = sessions.hello(1, {}, {}).session->id;
        sessions.signIn(session, clerk, "token");
        caller = sessions.find(session)->caller();
    }
    [[nodiscard]] SeatState stateOf(qint32 place) const { return events.find(theEvent())->ledger().stateOf(place); }

    // A booking of one seat, sold and answered.
    Booking booked(qint32 place)
    {
        holds.acquire(caller, theEvent(), {place}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        bookings.checkout(caller, {.key = u"k"_s, .items = {{.event = theEvent(), .place = place, .ticketType = u"adult"_s}}}, [](const Result<Booking> &) {});
        store.sales.front()(storage::CheckoutOutcome {.booking = store.written});
        return store.written;
    }
    // Its ticket is to be exchanged for another place, which is held for that.
    void exchange(const Booking &booking, qint32 place, std::optional<Result<Booking>> &answer)
    {
        holds.acquire(caller, theEvent(), {place}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        bookingChanges.exchange(caller,
                                {.booking = booking.id,
                                 .key = u"e"_s,
                                 .tickets = {booking.tickets.constFirst().number},
                                 .items = {{.event = theEvent(), .place = place, .ticketType = u"adult"_s}}},
                                [&answer](const Result<Booking> &result) { answer.emplace(result); });
        store.reads.front()(storage::StoredBooking {.booking = booking});
    }
    // Somebody wants to pay for a seat.
    void sell(qint32 place, std::optional<Result<Booking>> &answer)
    {
        holds.acquire(caller, theEvent(), {place}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        bookings.checkout(caller, {.key = u"k%1"_s.arg(place), .items = {{.event = theEvent(), .place = place, .ticketType = u"adult"_s}}}, [&answer](const Result<Booking> &result) { answer.emplace(result); });
    }
    // As the store has the event, and what was looked at of it.
    [[nodiscard]] EventLook look(const QList<qint32> &sold, const QList<Block> &blocks = {}) const
    {
        return {.event = events.find(theEvent())->event(), .places = {.event = theEvent(), .places = store.lookedAt, .sold = sold, .blocks = blocks}};
    }
    // As the store has it then.
    static Booking moved(Booking booking, qint32 place)
    {
        Ticket taken = booking.tickets.constFirst();
        booking.tickets[0].state = TicketState::Exchanged;
        taken.place = place;
        taken.number += u"0"_s;
        booking.tickets.append(taken);
        return booking;
    }

    ToldStore store;
    ManualClock clock;
    CountingIds ids;
    QtScheduler scheduler;
    SystemRandomness random;
    EventDirectory events {store, clock, scheduler, 1};
    SessionService sessions {events, clock, scheduler, ids, random, std::chrono::seconds(30)};
    HoldService holds {events, sessions, clock};
    ReservationService reservations {events, store, clock, scheduler};
    BookingService bookings {events, store, reservations, clock, scheduler, ids, random, {}};
    BookingChangeService bookingChanges {events, store, reservations, clock, scheduler, ids, {}};
    Caller caller;
};

} // namespace

// What depends on when the store answers.
class BookingServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(startCryptography()); }

    // Another server sold the seat; the sale is refused, the other's booking cancelled here before anybody acts again.
    void seatSoldElsewhere_isFreeOnceThatBookingIsCancelledHere()
    {
        Counter counter;
        std::optional<Result<Booking>> sold, cancelled;
        counter.holds.acquire(counter.caller, theEvent(), {2}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        counter.bookings.checkout(counter.caller, {.key = u"k"_s, .items = {{.event = theEvent(), .place = 2, .ticketType = u"adult"_s}}},
                                  [&](const Result<Booking> &result) { sold.emplace(result); });
        counter.bookingChanges.cancel(counter.caller, {.booking = BookingId(counter.ids.next()), .key = u"c"_s}, [&](const Result<Booking> &result) { cancelled.emplace(result); });

        Booking other = counter.store.written;
        counter.store.reads.front()(storage::StoredBooking {.booking = other});
        counter.store.sales.front()(Error {.code = ErrorCode::SeatTaken, .places = {2}, .event = theEvent()});
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        counter.store.looks.front()(counter.look({2}));
        QCOMPARE(sold->error().code, ErrorCode::SeatTaken);
        QCOMPARE(counter.stateOf(2), SeatState::Sold);

        other.state = BookingState::Cancelled;
        counter.store.changes.front()(storage::ChangeOutcome {.booking = other, .freed = {{theEvent(), 2}}});
        QVERIFY(cancelled->ok());
        QCOMPARE(counter.stateOf(2), SeatState::Free);
    }

    void seatThatAnotherServerKilled_isBlockedHereAtOnce()
    {
        Counter counter;
        std::optional<Result<Booking>> answer;
        counter.sell(2, answer);
        counter.store.sales.front()(Error {.code = ErrorCode::SeatTaken, .places = {2}, .event = theEvent()});
        QCOMPARE(counter.store.lookedAt, QList<qint32> {2});
        const Block killed {.id = BlockId(counter.ids.next()), .event = theEvent(), .kind = BlockKind::Killed, .reason = u"Camera"_s, .places = {2}};
        counter.store.looks.front()(counter.look({}, {killed}));
        QCOMPARE(answer->error().code, ErrorCode::SeatTaken);
        QCOMPARE(counter.stateOf(2), SeatState::Blocked);
        QCOMPARE(counter.events.find(theEvent())->blocks().all(), QList<Block> {killed});
        QCOMPARE(counter.events.find(theEvent())->ledger().heldCount(counter.caller.holder), 0);
        // And free again when it is released here, not sold for good.
        QVERIFY(counter.events.find(theEvent())->ledger().unblock(std::array {2}, counter.clock.steadyNow()).ok());
        QCOMPARE(counter.stateOf(2), SeatState::Free);
    }

    void seatThatNobodyHasAnyMore_staysWithWhoHeldIt()
    {
        Counter counter;
        std::optional<Result<Booking>> answer, again;
        counter.sell(2, answer);
        counter.store.sales.front()(Error {.code = ErrorCode::SeatTaken, .places = {2}, .event = theEvent()});
        counter.store.looks.front()(counter.look({}));
        QCOMPARE(answer->error().code, ErrorCode::SeatTaken);
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        counter.sell(2, again);
        QCOMPARE(counter.store.sales.size(), std::size_t(2));
    }

    // Nobody gets the seat before it is known whose it is, however long that takes; who wanted it is told at once.
    void store_isAskedUntilItSaysWhoHasTheSeat()
    {
        Counter counter;
        std::optional<Result<Booking>> answer;
        counter.sell(2, answer);
        counter.store.sales.front()(Error {.code = ErrorCode::SeatTaken, .places = {2}, .event = theEvent()});
        QVERIFY(!answer);
        counter.store.looks.front()(ErrorCode::StorageUnavailable);
        QCOMPARE(answer->error().code, ErrorCode::SeatTaken);
        counter.clock.advance(std::chrono::hours(1));
        counter.events.find(theEvent())->ledger().expire(counter.clock.steadyNow());
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        QTRY_COMPARE(counter.store.looks.size(), std::size_t(2));
        counter.store.looks.back()(counter.look({2}));
        QCOMPARE(counter.stateOf(2), SeatState::Sold);
    }

    // Neither of which anybody here has heard of.
    void eventThatAnotherServerPausedOrCancelled_isSoNowHereToo()
    {
        for (const EventState state : {EventState::Paused, EventState::Cancelled}) {
            Counter counter;
            std::optional<Result<Booking>> answer, next;
            counter.sell(2, answer);
            counter.holds.acquire(counter.caller, theEvent(), {3}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
            counter.store.sales.front()(Error {.code = ErrorCode::SaleClosed, .event = theEvent()});
            QCOMPARE(counter.store.lookedAt, QList<qint32> {2}); // whose it is is seen in the same look
            EventLook look = counter.look({});
            look.event.summary.state = state;
            ++look.event.version;
            counter.store.looks.front()(look);
            QCOMPARE(answer->error().code, ErrorCode::SaleClosed);
            QCOMPARE(counter.events.find(theEvent())->event().summary.state, state);
            QCOMPARE(counter.stateOf(2), state == EventState::Cancelled ? SeatState::Free : SeatState::Held);
            QCOMPARE(counter.stateOf(3), counter.stateOf(2));
            counter.bookings.checkout(counter.caller, {.key = u"next"_s, .items = {{.event = theEvent(), .place = 3, .ticketType = u"adult"_s}}}, [&next](const Result<Booking> &result) { next.emplace(result); });
            QCOMPARE(next->error().code, ErrorCode::SaleClosed);
            QCOMPARE(counter.store.sales.size(), std::size_t(1)); // the store is not asked
        }
    }

    void eventThatAnotherServerDeleted_isGoneHereToo_onceNothingOfItIsBeingSold()
    {
        Counter counter;
        std::optional<Result<Booking>> first, second;
        counter.sell(1, first);
        counter.sell(2, second);
        counter.store.sales.at(0)(Error {.code = ErrorCode::SaleClosed, .event = theEvent()});
        counter.store.looks.at(0)(ErrorCode::NotFound);
        QCOMPARE(first->error().code, ErrorCode::SaleClosed);
        QCOMPARE(counter.stateOf(1), SeatState::Free);
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        counter.store.sales.at(1)(Error {.code = ErrorCode::SaleClosed, .event = theEvent()});
        counter.store.looks.at(1)(ErrorCode::NotFound);
        QCOMPARE(second->error().code, ErrorCode::SaleClosed);
        QVERIFY(!counter.events.find(theEvent()));
    }

    // It only changes the type of a ticket: no seat is frozen for it.
    void exchangeOfATypeInACancelledEvent_tellsHereThatItIs()
    {
        Counter counter;
        const Booking before = counter.booked(1);
        std::optional<Result<Booking>> exchanged;
        counter.bookingChanges.exchange(counter.caller,
                                        {.booking = before.id, .key = u"e"_s, .tickets = {before.tickets.constFirst().number}, .items = {{.event = theEvent(), .place = 1, .ticketType = u"adult"_s}}},
                                        [&exchanged](const Result<Booking> &result) { exchanged.emplace(result); });
        counter.store.reads.front()(storage::StoredBooking {.booking = before});
        counter.store.changes.front()(Error {.code = ErrorCode::SaleClosed, .event = theEvent()});
        EventLook look = counter.look({});
        look.event.summary.state = EventState::Cancelled;
        ++look.event.version;
        counter.store.looks.front()(look);
        QCOMPARE(exchanged->error().code, ErrorCode::SaleClosed);
        QCOMPARE(counter.events.find(theEvent())->event().summary.state, EventState::Cancelled);
        QCOMPARE(counter.stateOf(1), SeatState::Sold); // until its tickets are cancelled
    }

    // It waits for the first, instead of being told that the seats are being sold already.
    void aRepetition_isNotAnsweredBeforeTheSeatIsSold()
    {
        Counter counter;
        counter.store.answersKeys = false;
        const SaleRequest request {.key = u"k"_s, .items = {{.event = theEvent(), .place = 2, .ticketType = u"adult"_s}}};
        std::optional<Result<Booking>> first, again, later;
        counter.holds.acquire(counter.caller, theEvent(), {2}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        counter.bookings.checkout(counter.caller, request, [&](const Result<Booking> &result) { first.emplace(result); });
        counter.bookings.checkout(counter.caller, request, [&](const Result<Booking> &result) { again.emplace(result); });

        const Booking booking = counter.store.written;
        QVERIFY(!again);
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        counter.store.sales.front()(storage::CheckoutOutcome {.booking = booking});
        QCOMPARE(counter.stateOf(2), SeatState::Sold);
        QVERIFY(first && first->ok());
        QVERIFY(again && again->ok());
        QCOMPARE((*again)->id, booking.id);

        counter.bookings.checkout(counter.caller, request, [&](const Result<Booking> &result) { later.emplace(result); });
        counter.store.keys.at(0)(booking);
        QVERIFY(later && later->ok()); // nothing is under way any more
    }

    // What becomes of them nobody knows yet: they may be the last ones at the lower price.
    void earlyBird_countsSeatsInCheckoutsUnderWay()
    {
        Counter counter;
        counter.events.setDiscounts({{.id = DiscountId(counter.ids.next()), .name = u"Early"_s, .kind = DiscountKind::EarlyBird, .share = 1'000, .firstTickets = 1}});
        const auto price = [&counter] {
            const Result<PricedSale> sale = TicketPricing(counter.events, counter.ids).price({{.event = theEvent(), .place = 3, .ticketType = u"adult"_s}}, {.now = counter.clock.utcNow()});
            return sale ? sale->total.amount : -1;
        };
        const auto checkOut = [&counter](const QString &key) {
            counter.bookings.checkout(counter.caller, {.key = key, .items = {{.event = theEvent(), .place = 2, .ticketType = u"adult"_s}}}, [](const Result<Booking> &) {});
        };
        counter.holds.acquire(counter.caller, theEvent(), {2}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        QCOMPARE(price(), 900); // who only holds one has not bought it
        checkOut(u"k"_s);
        QCOMPARE(counter.store.written.total.amount, 900);
        QCOMPARE(price(), 1'000);
        counter.store.sales.at(0)(ErrorCode::CodeUsedUp);
        QCOMPARE(price(), 900);
        checkOut(u"again"_s);
        QCOMPARE(price(), 1'000);
        counter.store.sales.at(1)(storage::CheckoutOutcome {.booking = counter.store.written});
        QCOMPARE(price(), 1'000);
    }

    // Until the store has decided, the new seat is the buyer's hold and the old one his ticket.
    void exchange_sellsAndFreesOnlyOnceItIsDurable()
    {
        Counter counter;
        const Booking before = counter.booked(1);
        std::optional<Result<Booking>> exchanged;
        counter.exchange(before, 2, exchanged);
        QCOMPARE(counter.stateOf(1), SeatState::Sold);
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        QVERIFY(!exchanged);
        const Booking after = counter.moved(before, 2);
        counter.store.changes.front()(storage::ChangeOutcome {.booking = after, .freed = {{theEvent(), 1}}});
        QVERIFY(exchanged && exchanged->ok());
        QCOMPARE(counter.stateOf(1), SeatState::Free);
        QCOMPARE(counter.stateOf(2), SeatState::Sold);
    }

    void exchange_givesTheHoldBackWhenItIsRefused()
    {
        Counter counter;
        const Booking before = counter.booked(1);
        std::optional<Result<Booking>> exchanged;
        counter.exchange(before, 2, exchanged);
        counter.store.changes.front()(storage::ChangeOutcome {.booking = before, .alreadyCancelled = true});
        QCOMPARE(exchanged->error().code, ErrorCode::AlreadyCancelled);
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        QVERIFY(counter.events.find(theEvent())->ledger().release(counter.caller.holder, std::array {2}, counter.clock.steadyNow()).ok());
    }

    // Whether it is done is not known: the hold stays frozen until the store is asked again, and the key makes that harmless.
    void exchange_isAskedForAgainWhenTheOutcomeIsUnknown()
    {
        Counter counter;
        const Booking before = counter.booked(1);
        std::optional<Result<Booking>> exchanged;
        counter.exchange(before, 2, exchanged);
        counter.store.changes.front()(Error {.code = ErrorCode::OutcomeUnknown});
        QCOMPARE(exchanged->error().code, ErrorCode::OutcomeUnknown);
        counter.clock.advance(std::chrono::hours(1));
        counter.events.find(theEvent())->ledger().expire(counter.clock.steadyNow());
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        QTRY_COMPARE(counter.store.changes.size(), std::size_t(2));
        counter.store.changes.back()(storage::ChangeOutcome {.booking = counter.moved(before, 2), .freed = {{theEvent(), 1}}, .replayed = true});
        QCOMPARE(counter.stateOf(1), SeatState::Free);
        QCOMPARE(counter.stateOf(2), SeatState::Sold);
    }

    // A sale's key is used once more, while its seat, exchanged meanwhile, is held again: it must not be called sold.
    void aRepeatedSale_doesNotSellWhatWasExchangedSince()
    {
        Counter counter;
        const Booking before = counter.booked(1);
        std::optional<Result<Booking>> exchanged, again;
        counter.exchange(before, 2, exchanged);
        const Booking after = counter.moved(before, 2);
        counter.store.changes.front()(storage::ChangeOutcome {.booking = after, .freed = {{theEvent(), 1}}});
        counter.holds.acquire(counter.caller, theEvent(), {1}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        counter.bookings.checkout(counter.caller, {.key = u"k"_s, .items = {{.event = theEvent(), .place = 1, .ticketType = u"adult"_s}}},
                                  [&](const Result<Booking> &result) { again.emplace(result); });
        counter.store.sales.back()(storage::CheckoutOutcome {.booking = after, .replayed = true});
        QVERIFY(again && again->ok());
        QCOMPARE(counter.stateOf(1), SeatState::Held);
        QCOMPARE(counter.stateOf(2), SeatState::Sold);
    }

    // The first was told that nobody knows. A reader of the store sees the sale before its writer has told us.
    void aRepetition_isNotAnsweredFromTheStoreBeforeTheSeatIsSold()
    {
        Counter counter;
        counter.store.answersKeys = false;
        const SaleRequest request {.key = u"k"_s, .items = {{.event = theEvent(), .place = 2, .ticketType = u"adult"_s}}};
        std::optional<Result<Booking>> first, again;
        counter.holds.acquire(counter.caller, theEvent(), {2}, [](const Result<QList<Hold>> &held) { QVERIFY(held.ok()); });
        counter.bookings.checkout(counter.caller, request, [&](const Result<Booking> &result) { first.emplace(result); });
        counter.store.sales.front()(Error {.code = ErrorCode::OutcomeUnknown});
        QCOMPARE(first->error().code, ErrorCode::OutcomeUnknown);
        counter.bookings.checkout(counter.caller, request, [&](const Result<Booking> &result) { again.emplace(result); });
        const Booking booking = counter.store.written;
        counter.store.keys.at(0)(booking);
        QVERIFY(!again);
        QCOMPARE(counter.stateOf(2), SeatState::Held);
        counter.clock.advance(std::chrono::seconds(2));
        QTRY_COMPARE(counter.store.sales.size(), std::size_t(2));
        counter.store.sales.back()(storage::CheckoutOutcome {.booking = booking, .replayed = true});
        QCOMPARE(counter.stateOf(2), SeatState::Sold);
        QVERIFY(again && again->ok());
    }

    // The event is being read while a booking of it, sold by another server, is cancelled here.
    void seatCancelledWhileItsEventIsOpened_isFree()
    {
        Counter counter;
        counter.store.answersLoads = false;
        counter.store.sold = {2};
        counter.events.open(theEvent(), [](const Result<OpenEvent *> &event) { QVERIFY(event.ok()); });

        std::optional<Result<Booking>> cancelled;
        Booking other {.id = BookingId(counter.ids.next())};
        counter.bookingChanges.cancel(counter.caller, {.booking = other.id, .key = u"c"_s}, [&](const Result<Booking> &result) { cancelled.emplace(result); });
        counter.store.reads.front()(storage::StoredBooking {.booking = other});
        counter.store.sold = {};
        other.state = BookingState::Cancelled;
        counter.store.changes.front()(storage::ChangeOutcome {.booking = other, .freed = {{theEvent(), 2}}});
        QVERIFY(cancelled->ok());

        counter.store.loads.front()();
        QCOMPARE(counter.store.loads.size(), std::size_t(2)); // it is read again
        counter.store.loads.back()();
        QCOMPARE(counter.stateOf(2), SeatState::Free);
    }
};

QTEST_GUILESS_MAIN(BookingServiceTest)
#include "tst_bookingservice.moc"
