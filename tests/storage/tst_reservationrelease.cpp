// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/eventcancellation.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/checkinrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/ticketrepository.h"
#include "backend/storage/reservationrelease.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// What is reserved is paid, prolonged, given free or cancelled, each at most once, on every engine.
class ReservationReleaseTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    Database &database() { return m_harness->database(); }
    CheckoutWrite reservationOf(const QList<qint32> &places, const QString &key, std::chrono::milliseconds time = 1h)
    {
        CheckoutWrite write = checkoutOf(m_house, places, key, m_ids, m_clock);
        write.booking.state = BookingState::Reserved;
        write.booking.payUntil = m_clock.utcNow() + time;
        write.booking.payments.clear();
        return write;
    }
    Booking reserved(const QList<qint32> &places, const QString &key, std::chrono::milliseconds time = 1h)
    {
        const CheckoutWrite write = reservationOf(places, key, time);
        return m_harness->book(write) ? write.booking : Booking();
    }
    ChangeWrite changeOf(const Booking &booking, const QString &key) { return cancellationOf(m_house, booking.id, key, m_ids, m_clock); }
    ChangeWrite paymentOf(const Booking &booking, const QString &key, qint64 amount)
    {
        ChangeWrite write = changeOf(booking, key);
        write.pays = true;
        write.payments = {{.id = write.payment, .amount = {amount, {}}, .tendered = Money {amount, {}}, .change = Money {0, {}}, .at = m_clock.utcNow()}};
        return write;
    }
    ChangeWrite prolongationOf(const Booking &booking, const QString &key, Instant payUntil)
    {
        ChangeWrite write = changeOf(booking, key);
        write.payUntil = payUntil;
        return write;
    }
    Result<QList<FreedPlace>> release(const QList<BookingId> &bookings)
    {
        return database().transact([&] { return ReservationRelease(database(), {.bookings = bookings, .now = m_clock.utcNow()}).write(); });
    }
    DueReservations due(qint32 limit = 10) { return *BookingRepository(database()).dueReservations(m_clock.utcNow(), limit); }
    // How many tickets of the event went with it.
    qint32 cancelled(const EventId &event)
    {
        const Result<Event> done = database().transact([&]() -> Result<Event> {
            Result<Event> before = EventRepository(database()).get(event);
            return before ? EventRepository(database()).cancel(*before, u"Fire"_s, {.at = m_clock.utcNow(), .actor = m_house.clerk}) : before;
        });
        return done ? *database().transact([&] { return EventCancellation(database(), event, m_clock.utcNow()).cancelNext(10); }) : -1;
    }
    // Of a ticket for each of two events, with a code, and a fee that is the first one's.
    CheckoutWrite chargedReservation(const QString &key)
    {
        const Discount discount {.id = m_ids.make<DiscountId>(), .name = u"Spring"_s, .kind = DiscountKind::Code, .share = 1'000, .code = u"SPRING"_s};
        const auto saved = database().transact([&] { return DiscountRepository(database()).save(discount, {.at = m_clock.utcNow(), .actor = m_house.clerk}); });
        if (!saved)
            qFatal("%s", qPrintable(saved.error().detail));
        CheckoutWrite write = reservationOf({4, 5}, key);
        write.booking.tickets[1].event = m_house.otherEvent.summary.id;
        write.booking.charges = {{.kind = ChargeKind::BookingFee, .event = m_house.event.summary.id, .amount = {250, {}}, .tax = {40, {}}, .at = m_clock.utcNow()}};
        write.booking.total.amount += 250;
        write.codes = {discount.id};
        return write;
    }
    qint32 usesOf(const CheckoutWrite &write) { return DiscountRepository(database()).get(write.codes.constFirst())->uses; }
    bool isFeeReturned(const CheckoutWrite &write) { return stored(write.booking).charges.constFirst().returned == m_clock.utcNow(); }
    Booking stored(const Booking &booking) { return BookingRepository(database()).get(booking.id)->booking; }
    AuditEvent lastNote() { return AuditRepository(database()).list(0, 1'000)->constLast().event; }
    qsizetype notes() { return AuditRepository(database()).list(0, 1'000)->size(); }
    ErrorCode errorOf(const ChangeWrite &write)
    {
        const Result<ChangeOutcome> outcome = m_harness->change(write);
        return outcome ? ErrorCode::Internal : outcome.error().code;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
        m_house = SampleHouse::build(database(), m_ids, m_clock);
    }
    // Whatever was done: the money adds up, and the audit is a chain.
    void cleanup()
    {
        QCOMPARE(*BookingRepository(database()).imbalances(), 0);
        QCOMPARE(*BookingRepository(database()).strays(), 0);
        QVERIFY(!AuditRepository(database()).verify()->firstBad);
        m_harness.reset();
    }
    void initTestCase_data() { TestDatabases::addEngines(); }

    void reservation_isKeptOnceWithItsDate()
    {
        const CheckoutWrite write = reservationOf({4, 5}, u"a"_s);
        const auto first = m_harness->book(write);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(stored(write.booking), write.booking);
        QCOMPARE(lastNote().action, u"booking.reserved"_s);
        CheckoutWrite again = reservationOf({4, 5}, u"a"_s);
        const auto repeated = m_harness->book(again);
        QVERIFY(repeated && repeated->replayed);
        QCOMPARE(repeated->booking, write.booking);
        // A seat of it cannot be sold, nor its key used for a sale.
        QCOMPARE(m_harness->book(checkoutOf(m_house, {5}, u"b"_s, m_ids, m_clock)).error().code, ErrorCode::SeatTaken);
        QCOMPARE(m_harness->book(checkoutOf(m_house, {4, 5}, u"a"_s, m_ids, m_clock)).error().code, ErrorCode::KeyReused);
        QCOMPARE(*BookingRepository(database()).liveTickets(m_house.event.summary.id), (QList<qint32> {4, 5}));
        const BookingPage page = *BookingRepository(database()).list({});
        QCOMPARE(page.bookings.constFirst().state, BookingState::Reserved);
        QCOMPARE(page.bookings.constFirst().payUntil, write.booking.payUntil);
        QCOMPARE(page.bookings.constFirst().ticketCount, 2);
        QCOMPARE(page.bookings.constFirst().labels.size(), 2);
    }

    void whatIsNeitherPaidNorReserved_isRefused()
    {
        CheckoutWrite noDate = reservationOf({4}, u"a"_s);
        noDate.booking.payUntil.reset();
        CheckoutWrite paid = reservationOf({4}, u"b"_s);
        paid.booking.payments = {{.id = m_ids.make<PaymentId>(), .amount = paid.booking.total, .at = m_clock.utcNow()}};
        CheckoutWrite dated = checkoutOf(m_house, {4}, u"c"_s, m_ids, m_clock);
        dated.booking.payUntil = m_clock.utcNow();
        for (const CheckoutWrite &write : {noDate, paid, dated})
            QCOMPARE(m_harness->book(write).error().code, ErrorCode::InvalidParams);
    }

    void payment_confirmsItOnce()
    {
        const Booking booking = reserved({4, 5}, u"a"_s);
        QCOMPARE(errorOf(paymentOf(booking, u"b"_s, 3'999)), ErrorCode::PaymentMismatch);
        QCOMPARE(stored(booking), booking);
        const ChangeWrite write = paymentOf(booking, u"b"_s, 4'000);
        const auto paid = m_harness->change(write);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QVERIFY(paid->freed.isEmpty());
        Booking expected = booking;
        expected.state = BookingState::Confirmed;
        expected.payUntil.reset();
        expected.payments = write.payments;
        QCOMPARE(paid->booking, expected);
        QCOMPARE(stored(booking), expected);
        QCOMPARE(lastNote().action, u"booking.paid"_s);
        const qsizetype before = notes();
        QVERIFY(m_harness->change(paymentOf(booking, u"b"_s, 4'000))->replayed);
        QCOMPARE(errorOf(paymentOf(booking, u"c"_s, 4'000)), ErrorCode::NotReserved);
        QCOMPARE(errorOf(prolongationOf(booking, u"d"_s, m_clock.utcNow() + 2h)), ErrorCode::NotReserved);
        m_clock.advance(2h);
        QVERIFY(release({booking.id})->isEmpty()); // it is not due any more
        QCOMPARE(stored(booking), expected);
        QCOMPARE(notes(), before);
    }

    void due_isGivenFreeOnceAndPaidNoMore()
    {
        const Booking first = reserved({4, 5}, u"a"_s, 1h);
        const Booking second = reserved({6}, u"b"_s, 2h);
        QCOMPARE(due().next, first.payUntil);
        QVERIFY(release({first.id, second.id})->isEmpty());
        m_clock.advance(1h);
        QCOMPARE(due().due, QList<BookingId> {first.id});
        QCOMPARE(due().next, second.payUntil);
        const Result<QList<FreedPlace>> freed = release({second.id, first.id});
        QVERIFY2(freed, freed ? "" : qPrintable(freed.error().detail));
        const EventId event = m_house.event.summary.id;
        QCOMPARE(*freed, (QList<FreedPlace> {{event, 4}, {event, 5}}));
        Booking expected = first;
        expected.state = BookingState::Cancelled;
        expected.payUntil.reset();
        for (Ticket &ticket : expected.tickets)
            ticket.state = TicketState::Cancelled;
        QCOMPARE(stored(first), expected);
        QCOMPARE(stored(second), second);
        QCOMPARE(lastNote().action, u"booking.released"_s);
        QVERIFY(lastNote().context.actor.isNull());
        // Asked again, because nobody heard: the places are named, and nothing is written.
        const qsizetype before = notes();
        QCOMPARE(*release({first.id}), *freed);
        QCOMPARE(notes(), before);
        QCOMPARE(errorOf(paymentOf(first, u"c"_s, 4'000)), ErrorCode::ReservationEnded);
        QCOMPARE(errorOf(prolongationOf(first, u"d"_s, m_clock.utcNow() + 2h)), ErrorCode::ReservationEnded);
        QCOMPARE(stored(first), expected);
        // Sold anew, they are nobody's to free.
        QVERIFY(m_harness->book(checkoutOf(m_house, {4}, u"e"_s, m_ids, m_clock)));
        QCOMPARE(*release({first.id}), (QList<FreedPlace> {{event, 5}}));
        QVERIFY(due().due.isEmpty());
    }

    void aStepThatIsNotCommitted_leavesNothing()
    {
        const Booking booking = reserved({4}, u"a"_s);
        m_clock.advance(1h);
        const auto lost = database().transact([&]() -> Result<QList<FreedPlace>> {
            const auto step = ReservationRelease(database(), {.bookings = {booking.id}, .now = m_clock.utcNow()}).write();
            return step ? Result<QList<FreedPlace>>(ErrorCode::Internal) : step;
        });
        QVERIFY(!lost);
        QCOMPARE(stored(booking), booking);
        QCOMPARE(due().due, QList<BookingId> {booking.id});
    }

    void dueOnes_comeSoonestFirstAndNotAllAtOnce()
    {
        QList<BookingId> ids;
        for (qint32 i = 0; i < 5; ++i)
            ids.prepend(reserved({i}, u"key %1"_s.arg(i), std::chrono::minutes(10 - i)).id);
        m_clock.advance(20min);
        QCOMPARE(due(2).due, ids.first(2));
        QVERIFY(!due(2).next);
        QVERIFY(release(due(2).due));
        QCOMPARE(due().due, ids.mid(2));
    }

    void prolonging_movesTheDate()
    {
        const Booking booking = reserved({4}, u"a"_s);
        const Instant later = m_clock.utcNow() + 5h;
        const auto prolonged = m_harness->change(prolongationOf(booking, u"b"_s, later));
        QVERIFY2(prolonged, prolonged ? "" : qPrintable(prolonged.error().detail));
        QCOMPARE(prolonged->booking.payUntil, later);
        QCOMPARE(lastNote().action, u"booking.prolonged"_s);
        QVERIFY(m_harness->change(prolongationOf(booking, u"b"_s, later))->replayed);
        m_clock.advance(1h);
        QVERIFY(due().due.isEmpty());
        QVERIFY(release({booking.id})->isEmpty());
        QCOMPARE(stored(booking).payUntil, later);
    }

    void cancelling_paysNothingBack()
    {
        const Booking booking = reserved({4, 5}, u"a"_s);
        ChangeWrite part = changeOf(booking, u"b"_s);
        part.givenBack = {booking.tickets.constFirst().number};
        part.isUnpaid = true;
        const auto some = m_harness->change(part);
        QVERIFY2(some, some ? "" : qPrintable(some.error().detail));
        QCOMPARE(some->booking.state, BookingState::Reserved);
        QCOMPARE(some->booking.payUntil, booking.payUntil);
        QCOMPARE(some->booking.total.amount, 2'000);
        QVERIFY(some->booking.payments.isEmpty());
        ChangeWrite rest = changeOf(booking, u"c"_s);
        rest.isUnpaid = true;
        const auto all = m_harness->change(rest);
        QVERIFY(all);
        QCOMPARE(all->booking.state, BookingState::Cancelled);
        QVERIFY(!all->booking.payUntil && all->booking.payments.isEmpty());
        QCOMPARE(all->freed.size(), 2);
        QCOMPARE(errorOf(paymentOf(booking, u"d"_s, 2'000)), ErrorCode::ReservationEnded);
    }

    // Who saw a reservation, and cancels or exchanges it, knows of no money that would have to go back.
    void whatWasPaidMeanwhile_isNotCancelledAsAReservation()
    {
        const Booking booking = reserved({4}, u"a"_s);
        QVERIFY(m_harness->change(paymentOf(booking, u"b"_s, 2'000)));
        ChangeWrite cancel = changeOf(booking, u"c"_s);
        cancel.isUnpaid = true;
        QCOMPARE(errorOf(cancel), ErrorCode::StaleVersion);
        QCOMPARE(stored(booking).state, BookingState::Confirmed);
        // Paid and cancelled later, it was no reservation to the last.
        QVERIFY(m_harness->change(changeOf(booking, u"d"_s)));
        QCOMPARE(errorOf(paymentOf(booking, u"e"_s, 2'000)), ErrorCode::AlreadyCancelled);
    }

    void exchanging_takesNoMoney()
    {
        const Booking booking = reserved({4}, u"a"_s);
        ChangeWrite exchange = changeOf(booking, u"b"_s);
        exchange.isUnpaid = true;
        exchange.givenBack = {booking.tickets.constFirst().number};
        exchange.taken = {{.id = m_ids.make<TicketId>(), .event = m_house.event.summary.id, .place = 9, .label = u"Stalls A 9"_s, .category = u"stalls"_s, .ticketType = u"adult"_s, .price = {3'000, {}}}};
        const auto exchanged = m_harness->change(exchange);
        QVERIFY2(exchanged, exchanged ? "" : qPrintable(exchanged.error().detail));
        QCOMPARE(exchanged->booking.state, BookingState::Reserved);
        QCOMPARE(exchanged->booking.total.amount, 3'000);
        QVERIFY(exchanged->booking.payments.isEmpty());
        QCOMPARE(errorOf(paymentOf(booking, u"c"_s, 2'000)), ErrorCode::PaymentMismatch);
        QVERIFY(m_harness->change(paymentOf(booking, u"c"_s, 3'000)));
        ChangeWrite paying = changeOf(reserved({11}, u"d"_s), u"e"_s);
        paying.givenBack = {BookingRepository(database()).get(paying.booking)->booking.tickets.constFirst().number};
        paying.taken = exchange.taken;
        paying.taken[0].id = m_ids.make<TicketId>();
        paying.taken[0].place = 12;
        paying.payments = {{.id = paying.payment, .amount = {1'000, {}}, .at = m_clock.utcNow()}};
        QCOMPARE(errorOf(paying), ErrorCode::PaymentMismatch);
    }

    void cancelledEvent_owesNothingForIt()
    {
        CheckoutWrite both = reservationOf({4, 5}, u"a"_s);
        both.booking.tickets[1].event = m_house.otherEvent.summary.id;
        QVERIFY(m_harness->book(both));
        const Booking alone = reserved({7}, u"b"_s);
        QCOMPARE(cancelled(m_house.event.summary.id), 2);
        QCOMPARE(stored(alone).state, BookingState::Cancelled);
        QVERIFY(stored(alone).refunds.isEmpty());
        const Booking rest = stored(both.booking);
        QCOMPARE(rest.state, BookingState::Reserved);
        QCOMPARE(rest.payUntil, both.booking.payUntil);
        QCOMPARE(rest.total.amount, 2'000);
        QVERIFY(rest.refunds.isEmpty());
    }

    void whatFallsFree_usedNoCodeAndOwesNoFee()
    {
        const CheckoutWrite write = chargedReservation(u"a"_s);
        QVERIFY(m_harness->book(write));
        QCOMPARE(usesOf(write), 1);
        m_clock.advance(2h);
        QCOMPARE(release({write.booking.id})->size(), 2);
        QCOMPARE(usesOf(write), 0);
        QVERIFY(isFeeReturned(write));
    }

    void whatIsPaid_usedItsCodeAndItsFee()
    {
        const CheckoutWrite write = chargedReservation(u"a"_s);
        QVERIFY(m_harness->book(write));
        QVERIFY(m_harness->change(paymentOf(write.booking, u"b"_s, 4'250)));
        QCOMPARE(usesOf(write), 1);
        QVERIFY(!stored(write.booking).charges.constFirst().returned);
    }

    // The fee is of an event whose ticket was given up before; what then ends with another one owes nothing either.
    void cancelledEvent_endsAlsoTheFeeOfAnother()
    {
        const CheckoutWrite write = chargedReservation(u"a"_s);
        QVERIFY(m_harness->book(write));
        ChangeWrite part = changeOf(write.booking, u"b"_s);
        part.givenBack = {write.booking.tickets.constFirst().number};
        part.isUnpaid = true;
        QVERIFY(m_harness->change(part));
        QVERIFY(!stored(write.booking).charges.constFirst().returned);
        QCOMPARE(cancelled(m_house.otherEvent.summary.id), 1);
        QCOMPARE(stored(write.booking).state, BookingState::Cancelled);
        QVERIFY(isFeeReturned(write));
        QCOMPARE(usesOf(write), 0);
    }

    void door_letsNobodyInUnpaid()
    {
        const Booking booking = reserved({4}, u"a"_s);
        const Booking paid = m_harness->book(checkoutOf(m_house, {5}, u"b"_s, m_ids, m_clock))->booking;
        const EventId event = m_house.event.summary.id;
        const auto admit = [&](const QString &key) {
            return database().transact([&] {
                return CheckinRepository(database()).admit({.id = m_ids.make<CheckinId>(), .event = event, .ticket = booking.tickets.constFirst().number, .actor = m_house.clerk, .key = key,
                                                            .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}});
            });
        };
        QCOMPARE(admit(u"c"_s)->verdict.outcome, AdmitOutcome::Unpaid);
        const auto reprinted = database().transact([&] {
            return TicketRepository(database()).reprint({.ticket = booking.tickets.constFirst().number, .actor = m_house.clerk, .key = u"d"_s, .audit = {.at = m_clock.utcNow(), .actor = m_house.clerk}});
        });
        QCOMPARE(reprinted.error().code, ErrorCode::NotPaid);
        DoorListPage list = *CheckinRepository(database()).doorList(event, -1, 10);
        QCOMPARE(list.tickets.size(), 1);
        QCOMPARE(list.tickets.constFirst().ticket, paid.tickets.constFirst().number);
        QCOMPARE(list.unpaid, QStringList {booking.tickets.constFirst().number});
        list = *CheckinRepository(database()).doorList(event, -1, 1);
        QCOMPARE(list.unpaid.size(), 1);
        QCOMPARE(list.next, 4);
        QCOMPARE(CheckinRepository(database()).doorList(event, 4, 1)->tickets.size(), 1);
        QCOMPARE(CheckinRepository(database()).arrivals(event)->attendance.expected, 1);
        QVERIFY(m_harness->change(paymentOf(booking, u"e"_s, 2'000)));
        QCOMPARE(admit(u"f"_s)->verdict.outcome, AdmitOutcome::Admitted);
        QCOMPARE(CheckinRepository(database()).arrivals(event)->attendance.expected, 2);
    }

    void list_hasTheSoonestFirstInPages()
    {
        BookingRepository bookings(database());
        QVERIFY(bookings.reservations({})->reservations.isEmpty());
        QCOMPARE(bookings.reservations({})->totals, ReservationTotals());
        QList<BookingId> ids;
        for (qint32 i = 0; i < 5; ++i)
            ids.prepend(reserved({2 * i, 2 * i + 1}, u"key %1"_s.arg(i), std::chrono::minutes(10 - i)).id);
        CheckoutWrite other = reservationOf({40}, u"other"_s, 1min);
        other.booking.tickets[0].event = m_house.otherEvent.summary.id;
        QVERIFY(m_harness->book(other));
        QVERIFY(m_harness->book(checkoutOf(m_house, {50}, u"paid"_s, m_ids, m_clock)));
        const EventId event = m_house.event.summary.id;
        QList<BookingId> seen;
        QString cursor;
        do {
            const ReservationPage page = *bookings.reservations({.event = event, .limit = 2, .cursor = cursor});
            QVERIFY(page.reservations.size() <= 2);
            QCOMPARE(page.totals, (ReservationTotals {.bookings = 5, .tickets = 10, .amounts = {{20'000, {}}}})); // of the whole list
            for (const BookingSummary &booking : page.reservations)
                seen.append(booking.id);
            cursor = page.next;
        } while (!cursor.isEmpty());
        QCOMPARE(seen, ids);
        const ReservationPage all = *bookings.reservations({});
        QCOMPARE(all.reservations.size(), 6);
        QCOMPARE(all.reservations.constFirst().id, other.booking.id);
        QCOMPARE(all.reservations.constFirst().eventName, m_house.otherEvent.summary.name);
        const ReservationPage soon = *bookings.reservations({.until = m_clock.utcNow() + 6min});
        QCOMPARE(soon.reservations.size(), 2);
        QCOMPARE(soon.totals, (ReservationTotals {.bookings = 2, .tickets = 3, .amounts = {{6'000, {}}}}));
        QCOMPARE(bookings.reservations({.cursor = u"forged"_s}).error().code, ErrorCode::InvalidParams);
    }
};

QTEST_GUILESS_MAIN(ReservationReleaseTest)
#include "tst_reservationrelease.moc"
