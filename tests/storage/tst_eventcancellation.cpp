// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/eventcancellation.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/refundrepository.h"
#include "backend/storage/repositories/seriesrepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// An event is cancelled with all its bookings, and what is owed for it is paid out, on every engine.
class EventCancellationTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    [[nodiscard]] EventId event() const { return m_house.event.summary.id; }
    Database &database() { return m_harness->database(); }
    Booking sold(const QList<qint32> &places, const QString &key)
    {
        const CheckoutWrite write = checkoutOf(m_house, places, key, m_ids, m_clock);
        return m_harness->book(write) ? write.booking : Booking();
    }
    // With the second of two tickets for the other event.
    Booking soldForBoth(const QList<qint32> &places, const QString &key)
    {
        CheckoutWrite write = checkoutOf(m_house, places, key, m_ids, m_clock);
        write.booking.tickets[1].event = m_house.otherEvent.summary.id;
        return m_harness->book(write) ? write.booking : Booking();
    }
    Result<Event> cancel(qint32 version = 1, const QString &reason = u"Fire in the house"_s)
    {
        return database().transact([&]() -> Result<Event> {
            Result<Event> before = EventRepository(database()).get(event());
            if (!before)
                return before;
            before->version = version;
            return EventRepository(database()).cancel(*before, reason, {.at = m_clock.utcNow(), .actor = m_house.clerk});
        });
    }
    Result<qint32> cancelNext(qint32 most = 100)
    {
        return database().transact([&] { return EventCancellation(database(), event(), m_clock.utcNow()).cancelNext(most); });
    }
    Booking stored(const Booking &booking) { return BookingRepository(database()).get(booking.id)->booking; }
    ChangeWrite payOut(const Booking &booking, const QString &key)
    {
        ChangeWrite write = cancellationOf(m_house, booking.id, key, m_ids, m_clock);
        write.refundOf = event();
        return write;
    }
    QStringList auditActions()
    {
        QStringList actions;
        const Result<QList<AuditRow>> rows = AuditRepository(database()).list(0, 1'000);
        for (const AuditRow &row : *rows)
            actions.append(row.event.action);
        return actions;
    }
    RefundPage list(qint32 limit = 50, const QString &cursor = {}) { return *RefundRepository(database()).list({.event = event(), .limit = limit, .cursor = cursor}); }
    qint64 imbalances() { return *BookingRepository(database()).imbalances(); }
    qint64 strays() { return *BookingRepository(database()).strays(); }

private Q_SLOTS:
    void init();
    void cleanup();
    void event_isCancelledOnce_data() { TestDatabases::addEngines(); }
    void event_isCancelledOnce();
    void tickets_areCancelledAndOwed_data() { TestDatabases::addEngines(); }
    void tickets_areCancelledAndOwed();
    void reservations_areTouchedAndNotOwed_data() { TestDatabases::addEngines(); }
    void reservations_areTouchedAndNotOwed();
    void salesOfSeries_countABookingOfSeveralDatesOnce_data() { TestDatabases::addEngines(); }
    void salesOfSeries_countABookingOfSeveralDatesOnce();
    void tickets_ofOtherEventsStay_data() { TestDatabases::addEngines(); }
    void tickets_ofOtherEventsStay();
    void cancelling_goesOnWhereItStopped_data() { TestDatabases::addEngines(); }
    void cancelling_goesOnWhereItStopped();
    void cancelling_doesNothingToOthers_data() { TestDatabases::addEngines(); }
    void cancelling_doesNothingToOthers();
    void ticketsCancelledBefore_areNotOwedAgain_data() { TestDatabases::addEngines(); }
    void ticketsCancelledBefore_areNotOwedAgain();
    void exchange_intoACancelledEventIsRefused_data() { TestDatabases::addEngines(); }
    void exchange_intoACancelledEventIsRefused();
    void refund_isPaidOutOnce_data() { TestDatabases::addEngines(); }
    void refund_isPaidOutOnce();
    void refunds_comeInPages_data() { TestDatabases::addEngines(); }
    void refunds_comeInPages();
    void refunds_areKept_data() { TestDatabases::addEngines(); }
    void refunds_areKept();
};

void EventCancellationTest::init()
{
    QFETCH(Engine, engine);
    m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
    m_house = SampleHouse::build(database(), m_ids, m_clock);
}

// Whatever was done: the money adds up, and the audit is a chain.
void EventCancellationTest::cleanup()
{
    if (!m_harness)
        return;
    QCOMPARE(imbalances(), 0);
    QCOMPARE(strays(), 0);
    QVERIFY(!AuditRepository(database()).verify()->firstBad);
    m_harness.reset();
}

void EventCancellationTest::event_isCancelledOnce()
{
    QCOMPARE(cancel(7).error().code, ErrorCode::StaleVersion);
    const Result<Event> cancelled = cancel();
    QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
    QCOMPARE(cancelled->summary.state, EventState::Cancelled);
    QCOMPARE(cancelled->cancelReason, u"Fire in the house"_s);
    QCOMPARE(cancelled->version, 2);
    QCOMPARE(cancelled->summary.free, 0);
    QCOMPARE(*EventRepository(database()).get(event()), *cancelled);
    QCOMPARE(auditActions().constLast(), u"event.cancelled"_s);
    QCOMPARE(cancel(2).error().code, ErrorCode::StaleVersion); // it has been already
    // It is listed, and has nothing to be had.
    const Result<EventPage> found = EventRepository(database()).search({.from = m_house.event.summary.start, .order = EventSort::Name});
    QVERIFY(std::any_of(found->events.begin(), found->events.end(), [this](const EventSummary &summary) { return summary.id == event(); }));
    const Result<EventPage> free = EventRepository(database()).search({.from = m_house.event.summary.start, .minFree = 1});
    QVERIFY(std::none_of(free->events.begin(), free->events.end(), [this](const EventSummary &summary) { return summary.id == event(); }));
}

void EventCancellationTest::tickets_areCancelledAndOwed()
{
    const Booking first = sold({4, 5}, u"a"_s);
    const Booking second = sold({9}, u"b"_s);
    QCOMPARE(*RefundRepository(database()).sales(event()), (EventSales {.bookings = 2, .tickets = 3, .amounts = {{6'000, {}}}}));
    QVERIFY(cancel());
    m_clock.advance(std::chrono::minutes(1));
    const qsizetype before = auditActions().size();
    QCOMPARE(*cancelNext(), 3);
    QCOMPARE(*cancelNext(), 0);
    const Refund owed {.event = event(), .eventName = m_house.event.summary.name, .reason = u"Fire in the house"_s, .amount = {4'000, {}}, .since = m_clock.utcNow()};
    Booking expected = first;
    expected.state = BookingState::Cancelled;
    for (Ticket &ticket : expected.tickets)
        ticket.state = TicketState::Cancelled;
    expected.refunds = {owed};
    QCOMPARE(stored(first), expected); // nothing was paid back yet, and the total is what it was to the last
    QCOMPARE(stored(second).refunds.constFirst().amount.amount, 2'000);
    QVERIFY(BookingRepository(database()).liveTickets(event())->isEmpty());
    QCOMPARE(*RefundRepository(database()).sales(event()), EventSales());
    QCOMPARE(auditActions().size(), before + 2);
    const AuditRow row = AuditRepository(database()).list(0, 1'000)->constLast();
    QCOMPARE(row.event.action, u"booking.cancelled_with_event"_s);
    QCOMPARE(row.event.context.actor, m_house.clerk);
    QCOMPARE(row.event.after.value(u"reason"_s).toString(), u"Fire in the house"_s);
}

void EventCancellationTest::reservations_areTouchedAndNotOwed()
{
    const Booking paid = sold({4}, u"a"_s);
    CheckoutWrite reservation = checkoutOf(m_house, {5, 6}, u"b"_s, m_ids, m_clock);
    reservation.booking.state = BookingState::Reserved;
    reservation.booking.payUntil = m_clock.utcNow() + std::chrono::hours(1);
    reservation.booking.payments.clear();
    QVERIFY(m_harness->book(reservation));
    QCOMPARE(*RefundRepository(database()).sales(event()), (EventSales {.bookings = 2, .tickets = 3, .amounts = {paid.total}, .reservations = 1, .reservedTickets = 2}));
    QVERIFY(cancel());
    QCOMPARE(*cancelNext(), 3);
    QCOMPARE(list().totals.owed, QList<Money> {paid.total}); // as it was said before
    QCOMPARE(list().totals.bookings, 1);
    QCOMPARE(list().totals.tickets, 1);
}

void EventCancellationTest::salesOfSeries_countABookingOfSeveralDatesOnce()
{
    const SeriesId series = m_ids.make<SeriesId>();
    const AuditContext audit {.at = m_clock.utcNow(), .actor = m_house.clerk};
    QVERIFY(database().transact([&] {
        return SeriesRepository(database()).insert({.id = series, .rule = u"FREQ=DAILY;COUNT=5"_s, .firstStart = {.date = QDate(2026, 12, 4), .time = QTime(19, 30)}, .requestHash = "asked"}, audit);
    }));
    const auto add = [&](int days, EventState state) {
        Event date = m_house.event;
        date.summary.id = m_ids.make<EventId>();
        date.summary.start += std::chrono::hours(24 * days);
        date.summary.state = state;
        date.summary.series = series;
        if (!database().transact([&] { return EventRepository(database()).insert(date, audit); }))
            qFatal("a date was refused");
        return date;
    };
    const Event earlier = add(0, EventState::Published);
    const Event first = add(1, EventState::Published);
    const Event second = add(2, EventState::Published);
    add(3, EventState::Draft);
    add(4, EventState::Cancelled);
    const auto book = [&](const QList<Event> &events, const QString &key, bool isReserved = false) {
        CheckoutWrite write = checkoutOf(m_house, events.size() == 1 ? QList<qint32> {isReserved ? 7 : 4} : QList<qint32> {5, 6}, key, m_ids, m_clock);
        for (qsizetype i = 0; i < events.size(); ++i)
            write.booking.tickets[i].event = events[i].summary.id;
        if (isReserved) {
            write.booking.state = BookingState::Reserved;
            write.booking.payUntil = m_clock.utcNow() + std::chrono::hours(1);
            write.booking.payments.clear();
        }
        return m_harness->book(write).ok();
    };
    QVERIFY(book({first, second}, u"both"_s));
    QVERIFY(book({earlier}, u"early"_s));
    QVERIFY(book({second}, u"later"_s, true));
    Event paused = second;
    paused.summary.state = EventState::Paused;
    QVERIFY(database().transact([&] { return EventRepository(database()).update(second, paused, audit); }));

    const auto dateOf = [](const Event &event) { return SeriesEvent {.event = event.summary.id, .start = event.summary.start}; };
    SeriesRepository dates(database());
    RefundRepository refunds(database());
    QCOMPARE(*dates.cancellable(series, first.summary.start), (QList<SeriesEvent> {dateOf(first), dateOf(second)}));
    QCOMPARE(*refunds.salesOfSeries(series, first.summary.start), (EventSales {.bookings = 2, .tickets = 3, .amounts = {{4'000, {}}}, .reservations = 1, .reservedTickets = 1}));
    QCOMPARE(*dates.cancellable(series, earlier.summary.start), (QList<SeriesEvent> {dateOf(earlier), dateOf(first), dateOf(second)}));
    QCOMPARE(*refunds.salesOfSeries(series, earlier.summary.start), (EventSales {.bookings = 3, .tickets = 4, .amounts = {{6'000, {}}}, .reservations = 1, .reservedTickets = 1}));
    QCOMPARE(*refunds.salesOfSeries(series, second.summary.start + std::chrono::milliseconds(1)), EventSales());
    QCOMPARE(*refunds.salesOfSeries(m_ids.make<SeriesId>(), earlier.summary.start), EventSales());
}

void EventCancellationTest::tickets_ofOtherEventsStay()
{
    const Booking both = soldForBoth({4, 5}, u"a"_s);
    QVERIFY(cancel());
    QCOMPARE(*cancelNext(), 1);
    const Booking after = stored(both);
    QCOMPARE(after.state, BookingState::Confirmed);
    QCOMPARE(after.total.amount, 2'000);
    QCOMPARE(after.tickets.at(0).state, TicketState::Cancelled);
    QCOMPARE(after.tickets.at(1).state, TicketState::Valid);
    QCOMPARE(after.refunds.constFirst().amount.amount, 2'000);
    // What is left is cancelled as ever, and paid back at once.
    const auto rest = m_harness->change(cancellationOf(m_house, both.id, u"b"_s, m_ids, m_clock));
    QVERIFY(rest);
    QCOMPARE(rest->booking.state, BookingState::Cancelled);
    QCOMPARE(rest->booking.payments.constLast().amount.amount, 2'000);
    QVERIFY(rest->booking.refunds.constFirst().isDue());
}

void EventCancellationTest::cancelling_goesOnWhereItStopped()
{
    QList<Booking> bookings;
    for (qint32 i = 0; i < 7; ++i)
        bookings.append(sold({3 * i, 3 * i + 1}, u"key %1"_s.arg(i)));
    QVERIFY(cancel());
    QCOMPARE(EventRepository(database()).cancelledWithTickets()->size(), 1);
    QCOMPARE(*cancelNext(3), 3); // of two bookings, which are cancelled whole
    QCOMPARE(list().totals.tickets, 4);
    QCOMPARE(list().totals.remaining, 10);
    // A step that is not committed leaves nothing.
    const auto lost = database().transact([&]() -> Result<qint32> {
        const auto step = EventCancellation(database(), event(), m_clock.utcNow()).cancelNext(3);
        return step ? Result<qint32>(ErrorCode::Internal) : step;
    });
    QVERIFY(!lost);
    QCOMPARE(list().totals.remaining, 10);
    QCOMPARE(EventRepository(database()).cancelledWithTickets()->size(), 1);
    while (*cancelNext(3) > 0) {}
    QVERIFY(EventRepository(database()).cancelledWithTickets()->isEmpty());
    QCOMPARE(list().totals, (RefundTotals {.bookings = 7, .tickets = 14, .owed = {{28'000, {}}}, .paid = {{0, {}}}}));
    QCOMPARE(auditActions().count(u"booking.cancelled_with_event"_s), 7);
}

void EventCancellationTest::cancelling_doesNothingToOthers()
{
    const Booking booking = sold({4}, u"a"_s);
    QCOMPARE(*cancelNext(), 0); // the event takes place
    QCOMPARE(stored(booking), booking);
    QVERIFY(EventRepository(database()).cancelledWithTickets()->isEmpty());
    QCOMPARE(RefundRepository(database()).list({.event = m_ids.make<EventId>()}).error().code, ErrorCode::NotFound);
    QCOMPARE(RefundRepository(database()).sales(m_ids.make<EventId>()).error().code, ErrorCode::NotFound);
    for (const QString &cursor : {u"forged"_s, u"{00000000-0000-0000-0000-000000000000}"_s})
        QCOMPARE(RefundRepository(database()).list({.event = event(), .cursor = cursor}).error().code, ErrorCode::InvalidParams);
}

void EventCancellationTest::ticketsCancelledBefore_areNotOwedAgain()
{
    const Booking booking = sold({4, 5}, u"a"_s);
    ChangeWrite part = cancellationOf(m_house, booking.id, u"b"_s, m_ids, m_clock);
    part.givenBack = {booking.tickets.constFirst().number};
    QVERIFY(m_harness->change(part));
    const Booking gone = sold({8}, u"c"_s);
    QVERIFY(m_harness->change(cancellationOf(m_house, gone.id, u"d"_s, m_ids, m_clock)));
    QVERIFY(cancel());
    QCOMPARE(*cancelNext(), 1);
    QCOMPARE(stored(booking).refunds.constFirst().amount.amount, 2'000);
    QVERIFY(stored(gone).refunds.isEmpty());
    const RefundPage page = list();
    QCOMPARE(page.refunds.size(), 1);
    QCOMPARE(page.refunds.constFirst().labels, QStringList {booking.tickets.at(1).label}); // and not the one that was given back
}

void EventCancellationTest::exchange_intoACancelledEventIsRefused()
{
    CheckoutWrite other = checkoutOf(m_house, {4}, u"a"_s, m_ids, m_clock);
    other.booking.tickets[0].event = m_house.otherEvent.summary.id;
    QVERIFY(m_harness->book(other));
    QVERIFY(cancel());
    ChangeWrite exchange = cancellationOf(m_house, other.booking.id, u"b"_s, m_ids, m_clock);
    exchange.givenBack = {other.booking.tickets.constFirst().number};
    exchange.taken = {{.id = m_ids.make<TicketId>(), .event = event(), .place = 7, .label = u"B 7"_s, .category = u"stalls"_s, .ticketType = u"adult"_s, .price = {2'000, {}}}};
    const auto refused = m_harness->change(exchange);
    QCOMPARE(refused.error().code, ErrorCode::SaleClosed);
    QCOMPARE(stored(other.booking), other.booking);
}

void EventCancellationTest::refund_isPaidOutOnce()
{
    const Booking booking = sold({4, 5}, u"a"_s);
    QCOMPARE(m_harness->change(payOut(booking, u"early"_s)).error().code, ErrorCode::NothingOwed);
    QVERIFY(cancel());
    QCOMPARE(*cancelNext(), 2);
    m_clock.advance(std::chrono::hours(1));
    const ChangeWrite write = payOut(booking, u"b"_s);
    const auto paid = m_harness->change(write);
    QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
    QCOMPARE(paid->booking.refunds.constFirst().paid, m_clock.utcNow());
    QVERIFY(!paid->booking.refunds.constFirst().isDue());
    QCOMPARE(paid->booking.payments.constLast(), (Payment {.id = write.payment, .direction = PaymentDirection::Refund, .amount = {4'000, {}}, .at = m_clock.utcNow()}));
    QCOMPARE(paid->booking.state, BookingState::Cancelled);
    QCOMPARE(auditActions().constLast(), u"booking.refunded"_s);
    const qsizetype rows = auditActions().size();

    m_clock.advance(std::chrono::hours(1));
    const auto again = m_harness->change(payOut(booking, u"b"_s));
    QVERIFY(again && again->replayed);
    QCOMPARE(again->booking, paid->booking);
    QCOMPARE(m_harness->change(payOut(booking, u"c"_s)).error().code, ErrorCode::NothingOwed);
    ChangeWrite other = payOut(booking, u"b"_s);
    other.requestHash = "another";
    QCOMPARE(m_harness->change(other).error().code, ErrorCode::KeyReused);
    QCOMPARE(auditActions().size(), rows);
    QCOMPARE(list().totals, (RefundTotals {.bookings = 1, .tickets = 2, .owed = {{0, {}}}, .paid = {{4'000, {}}}}));
    QCOMPARE(list().refunds.constFirst().paid, paid->booking.refunds.constFirst().paid);
}

void EventCancellationTest::refunds_comeInPages()
{
    QList<Booking> bookings;
    for (qint32 i = 0; i < 5; ++i)
        bookings.append(sold({2 * i, 2 * i + 1}, u"key %1"_s.arg(i)));
    QVERIFY(list().refunds.isEmpty());
    QVERIFY(cancel());
    while (*cancelNext() > 0) {}
    QList<RefundEntry> all;
    QString cursor;
    do {
        const RefundPage page = list(2, cursor);
        QVERIFY(page.refunds.size() <= 2);
        QCOMPARE(page.totals.bookings, 5); // of the whole list
        all += page.refunds;
        cursor = page.next;
    } while (!cursor.isEmpty());
    QCOMPARE(all, list().refunds);
    QCOMPARE(all.size(), 5);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Booking &booking = bookings.at(i); // in the order of time
        QCOMPARE(all.at(i), (RefundEntry {.booking = booking.id,
                                          .reference = booking.reference,
                                          .customerName = booking.customerName,
                                          .labels = {booking.tickets.at(0).label, booking.tickets.at(1).label},
                                          .kinds = {PaymentKind::Cash},
                                          .amount = {4'000, {}}}));
    }
}

void EventCancellationTest::refunds_areKept()
{
    QFETCH(Engine, engine);
    static_cast<void>(sold({4}, u"a"_s));
    QVERIFY(cancel());
    QCOMPARE(*cancelNext(), 1);
    const auto removed = database().transact([&]() -> Result<bool> {
        const Result<void> done = database().runMigrationStatement(u"DELETE FROM refunds"_s);
        return done ? Result<bool>(true) : done.error();
    });
    QVERIFY2(!removed, engine == Engine::Sqlite ? "sqlite" : "postgresql");
    QCOMPARE(list().totals.bookings, 1);
}

QTEST_GUILESS_MAIN(EventCancellationTest)
#include "tst_eventcancellation.moc"
