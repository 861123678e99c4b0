// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "tests/storage/storageharness.h"

#include <QJsonArray>
#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

// What becomes of bookings after their sale, through Storage, looked at through a second connection.
class BookingChangeTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    CheckoutWrite checkout(const QList<qint32> &places, const QString &key) { return checkoutOf(m_house, places, key, m_ids, m_clock); }
    ChangeWrite cancellation(const BookingId &booking, const QString &key) { return cancellationOf(m_house, booking, key, m_ids, m_clock); }
    // Of the first ticket for these places, at a price.
    ChangeWrite exchange(const Booking &booking, const QList<qint32> &places, qint64 price, const QString &key)
    {
        ChangeWrite write = cancellationOf(m_house, booking.id, key, m_ids, m_clock);
        write.givenBack = {booking.tickets.constFirst().number};
        for (const qint32 place : places) {
            write.taken.append({.id = m_ids.make<TicketId>(), .event = m_house.event.summary.id, .place = place, .label = u"Balcony B %1"_s.arg(place),
                                .category = u"stalls"_s, .ticketType = u"adult"_s, .price = {price, {}}});
        }
        write.requestHash += key.toUtf8();
        return write;
    }
    BookingRepository bookings() { return BookingRepository(m_harness->database()); }
    qint64 auditRows() { return AuditRepository(m_harness->database()).verify()->rows; }

private Q_SLOTS:
    void init();
    void cleanup() { m_harness.reset(); }
    void cancel_freesTheSeatsAndPaysBack_data() { TestDatabases::addEngines(); }
    void cancel_freesTheSeatsAndPaysBack();
    void cancel_isRepeatable_data() { TestDatabases::addEngines(); }
    void cancel_isRepeatable();
    void cancel_takesSingleTickets_data() { TestDatabases::addEngines(); }
    void cancel_takesSingleTickets();
    void exchange_movesTicketsAndPaysTheDifference_data() { TestDatabases::addEngines(); }
    void exchange_movesTicketsAndPaysTheDifference();
    void exchange_keepsTheSeatForAnotherPrice_data() { TestDatabases::addEngines(); }
    void exchange_keepsTheSeatForAnotherPrice();
    void exchange_isRepeatable_data() { TestDatabases::addEngines(); }
    void exchange_isRepeatable();
    void exchange_standsOnTheBookingThatItWasDecidedFor_data() { TestDatabases::addEngines(); }
    void exchange_standsOnTheBookingThatItWasDecidedFor();
    void exchange_keepsTheLimitOfTheBookingAsItStands_data() { TestDatabases::addEngines(); }
    void exchange_keepsTheLimitOfTheBookingAsItStands();
    void exchange_refusesAndChangesNothing_data() { TestDatabases::addEngines(); }
    void exchange_refusesAndChangesNothing();
};

void BookingChangeTest::init()
{
    QFETCH(Engine, engine);
    m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
    m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
}

void BookingChangeTest::cancel_freesTheSeatsAndPaysBack()
{
    const CheckoutWrite write = checkout({4, 5}, u"a"_s);
    QVERIFY(m_harness->book(write));
    m_clock.advance(std::chrono::minutes(1));
    const ChangeWrite cancel = cancellation(write.booking.id, u"b"_s);
    const auto outcome = m_harness->change(cancel);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    Booking expected = write.booking;
    expected.state = BookingState::Cancelled;
    for (Ticket &ticket : expected.tickets)
        ticket.state = TicketState::Cancelled;
    expected.payments.append({.id = cancel.payment, .direction = PaymentDirection::Refund, .amount = {4'000, {}}, .at = m_clock.utcNow()});
    QCOMPARE(outcome->booking, expected);
    QCOMPARE(bookings().get(write.booking.id)->booking, expected);
    const EventId event = m_house.event.summary.id;
    QCOMPARE(outcome->freed, QList<FreedPlace>({{event, 4}, {event, 5}}));
    QVERIFY(bookings().liveTickets(event)->isEmpty());
    QVERIFY(m_harness->book(checkout({4}, u"c"_s)));
    const auto rows = *AuditRepository(m_harness->database()).list(0, 100);
    QCOMPARE(rows.at(rows.size() - 2).event.action, u"booking.cancelled"_s);
    QCOMPARE(rows.at(rows.size() - 2).event.after.value(u"due"_s).toInteger(), -4'000);

    CheckoutWrite free = checkout({8}, u"free"_s);
    free.booking.tickets[0].price.amount = 0;
    free.booking.total.amount = 0;
    free.booking.payments.clear();
    QVERIFY(m_harness->book(free));
    QVERIFY(m_harness->change(cancellation(free.booking.id, u"d"_s))->booking.payments.isEmpty());
}

void BookingChangeTest::cancel_isRepeatable()
{
    const CheckoutWrite write = checkout({4}, u"a"_s);
    QVERIFY(m_harness->book(write));
    const auto first = m_harness->change(cancellation(write.booking.id, u"b"_s));
    const qint64 rows = auditRows();
    const auto again = m_harness->change(cancellation(write.booking.id, u"b"_s));
    QVERIFY(again && again->replayed && !first->replayed);
    QCOMPARE(again->booking, first->booking);
    QCOMPARE(again->freed, first->freed);
    const auto late = m_harness->change(cancellation(write.booking.id, u"c"_s));
    QVERIFY(late && late->alreadyCancelled && !late->replayed && !again->alreadyCancelled && !first->alreadyCancelled);
    QCOMPARE(late->booking, first->booking);
    QCOMPARE(late->freed, first->freed);
    QCOMPARE(m_harness->change(cancellation(m_ids.make<BookingId>(), u"d"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(m_harness->change(cancellation(m_ids.make<BookingId>(), u"b"_s)).error().code, ErrorCode::KeyReused);
    QCOMPARE(auditRows(), rows);
}

void BookingChangeTest::cancel_takesSingleTickets()
{
    const CheckoutWrite sold = checkout({4, 5, 6}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    ChangeWrite part = cancellation(sold.booking.id, u"b"_s);
    part.givenBack = {sold.booking.tickets.at(1).number};
    const auto first = m_harness->change(part);
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->booking.state, BookingState::Confirmed);
    QCOMPARE(first->booking.total.amount, 4'000);
    QCOMPARE(first->booking.tickets.at(1).state, TicketState::Cancelled);
    QCOMPARE(first->booking.payments.constLast().amount.amount, 2'000);
    QCOMPARE(first->freed, QList<FreedPlace>({{m_house.event.summary.id, 5}}));
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({4, 6}));

    ChangeWrite again = cancellation(sold.booking.id, u"c"_s); // one of them is gone: nothing is done
    again.givenBack = {sold.booking.tickets.at(0).number, sold.booking.tickets.at(1).number};
    const auto late = m_harness->change(again);
    QVERIFY(late && late->alreadyCancelled);
    QCOMPARE(late->booking, first->booking);

    // The last of them end the booking.
    ChangeWrite rest = cancellation(sold.booking.id, u"d"_s);
    rest.givenBack = {sold.booking.tickets.at(0).number, sold.booking.tickets.at(2).number};
    const auto last = m_harness->change(rest);
    QVERIFY(last);
    QCOMPARE(last->booking.state, BookingState::Cancelled);
    QCOMPARE(last->booking.total.amount, 4'000);
    QCOMPARE(last->booking.payments.size(), 3);
    QCOMPARE(last->booking.payments.constLast().amount.amount, 4'000);
    QVERIFY(bookings().liveTickets(m_house.event.summary.id)->isEmpty());
}

void BookingChangeTest::exchange_movesTicketsAndPaysTheDifference()
{
    const CheckoutWrite sold = checkout({4, 5}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    ChangeWrite write = exchange(sold.booking, {8, 9}, 2'500, u"b"_s);
    write.payments = {{.id = write.payment, .amount = {3'000, {}}, .tendered = Money {5'000, {}}, .change = Money {2'000, {}}, .at = m_clock.utcNow()}};
    write.strandedReason = u"they insist"_s;
    const auto dearer = m_harness->change(write);
    QVERIFY2(dearer, dearer ? "" : qPrintable(dearer.error().detail));
    const Booking &booking = dearer->booking;
    QCOMPARE(booking.state, BookingState::Confirmed);
    QCOMPARE(booking.total.amount, 7'000);
    QCOMPARE(booking.tickets.size(), 4);
    QCOMPARE(booking.tickets.at(0).state, TicketState::Exchanged);
    QCOMPARE(booking.tickets.at(1).state, TicketState::Valid);
    QCOMPARE(booking.tickets.at(2).number, booking.reference + u"-3"_s);
    QCOMPARE(booking.tickets.at(3).label, u"Balcony B 9"_s);
    QCOMPARE(booking.payments.size(), 2);
    QCOMPARE(booking.payments.at(1), (Payment {.id = write.payment, .amount = {3'000, {}}, .tendered = Money {5'000, {}}, .change = Money {2'000, {}}, .at = m_clock.utcNow()}));
    QCOMPARE(dearer->freed, QList<FreedPlace>({{m_house.event.summary.id, 4}}));
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({5, 8, 9}));
    QCOMPARE(bookings().list({.text = u"balcony b 8"_s})->bookings.size(), 1);
    QCOMPARE(bookings().list({.text = booking.tickets.at(3).number})->bookings.size(), 1);

    ChangeWrite back = exchange(booking, {10}, 1'000, u"c"_s);
    back.givenBack = {booking.tickets.at(2).number};
    const auto cheaper = m_harness->change(back);
    QVERIFY2(cheaper, cheaper ? "" : qPrintable(cheaper.error().detail));
    QCOMPARE(cheaper->booking.payments.at(2), (Payment {.id = back.payment, .direction = PaymentDirection::Refund, .amount = {1'500, {}}, .at = m_clock.utcNow()}));

    // All that is valid is paid back, and nothing else.
    const auto cancelled = m_harness->change(cancellation(booking.id, u"d"_s));
    QVERIFY(cancelled);
    QCOMPARE(cancelled->booking.payments.constLast().amount.amount, 5'500);
    QCOMPARE(cancelled->booking.tickets.at(0).state, TicketState::Exchanged);

    const auto rows = *AuditRepository(m_harness->database()).list(0, 100);
    const AuditEvent &noted = rows.at(rows.size() - 3).event;
    QCOMPARE(noted.action, u"booking.exchanged"_s);
    QCOMPARE(noted.before.value(u"tickets"_s).toArray().size(), 1);
    QCOMPARE(noted.after.value(u"tickets"_s).toArray().size(), 2);
    QCOMPARE(noted.after.value(u"due"_s).toInteger(), 3'000);
    QCOMPARE(noted.after.value(u"strandedReason"_s).toString(), u"they insist"_s);
    QVERIFY(!AuditRepository(m_harness->database()).verify()->firstBad);
    QCOMPARE(*bookings().strays(), 0);
}

void BookingChangeTest::exchange_keepsTheSeatForAnotherPrice()
{
    const CheckoutWrite sold = checkout({4}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    const auto child = m_harness->change(exchange(sold.booking, {4}, 2'000, u"b"_s));
    QVERIFY2(child, child ? "" : qPrintable(child.error().detail));
    QVERIFY(child->freed.isEmpty());
    QCOMPARE(child->booking.payments.size(), 1); // the same price: nothing is due
    QCOMPARE(child->booking.total.amount, 2'000);
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({4}));
}

void BookingChangeTest::exchange_isRepeatable()
{
    const CheckoutWrite sold = checkout({4}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    const ChangeWrite write = exchange(sold.booking, {8}, 2'500, u"b"_s);
    const auto first = m_harness->change(write);
    const qint64 rows = auditRows();
    const auto again = m_harness->change(write);
    QVERIFY(first && again && again->replayed && !first->replayed);
    QCOMPARE(again->booking, first->booking);
    QCOMPARE(auditRows(), rows);
    QCOMPARE(bookings().ofKey(m_house.clerk, u"b"_s, write.requestHash)->id, sold.booking.id);
    ChangeWrite other = write; // the same key for something else
    other.requestHash = "other";
    QCOMPARE(m_harness->change(other).error().code, ErrorCode::KeyReused);
}

// Its prices, its limits and its codes rest on the booking as it was; then a ticket of it was given back, or taken, at another till.
void BookingChangeTest::exchange_standsOnTheBookingThatItWasDecidedFor()
{
    const CheckoutWrite sold = checkout({4, 5}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    const QStringList both {sold.booking.tickets.at(0).number, sold.booking.tickets.at(1).number};
    ChangeWrite first = exchange(sold.booking, {8}, 1'800, u"b"_s);
    first.kept = both;
    const auto exchanged = m_harness->change(first);
    QVERIFY2(exchanged, exchanged ? "" : qPrintable(exchanged.error().detail));
    const Booking before = bookings().get(sold.booking.id)->booking;
    ChangeWrite second = exchange(sold.booking, {9}, 1'800, u"c"_s);
    second.givenBack = {both.at(1)};
    for (const QStringList &seen : {both, QStringList {both.at(1)}, both + QStringList {before.tickets.at(2).number}}) {
        second.kept = seen;
        QCOMPARE(m_harness->change(second).error().code, ErrorCode::StaleVersion);
    }
    QCOMPARE(bookings().get(sold.booking.id)->booking, before);
    QVERIFY(m_harness->change(first)->replayed); // what was done is done
    second.kept = {both.at(1), before.tickets.at(2).number};
    QVERIFY(m_harness->change(second));
}

// Each of the two was fine when its caller looked.
void BookingChangeTest::exchange_keepsTheLimitOfTheBookingAsItStands()
{
    const CheckoutWrite sold = checkout({4, 5}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    const EventId event = m_house.event.summary.id;
    ChangeWrite first = exchange(sold.booking, {8, 9}, 2'000, u"b"_s);
    first.limits = {{.event = event, .most = 3}};
    ChangeWrite second = exchange(sold.booking, {10, 11}, 2'000, u"c"_s);
    second.givenBack = {sold.booking.tickets.at(1).number};
    second.limits = first.limits;
    QVERIFY(m_harness->change(first));
    const Booking before = bookings().get(sold.booking.id)->booking;
    const Error refused = m_harness->change(second).error();
    QCOMPARE(refused.code, ErrorCode::BookingTooLarge);
    QCOMPARE(refused.limit, std::optional<qint64>(3));
    QCOMPARE(refused.event, std::optional(event));
    QCOMPARE(bookings().get(sold.booking.id)->booking, before);
    second.limits = {{.event = event, .most = 2}}; // it became less since, and the booking has no more than before
    second.taken.removeLast();
    QVERIFY(m_harness->change(second));
}

void BookingChangeTest::exchange_refusesAndChangesNothing()
{
    const CheckoutWrite sold = checkout({4}, u"a"_s);
    QVERIFY(m_harness->book(sold));
    QVERIFY(m_harness->book(checkout({8, 9}, u"b"_s)));
    const Booking before = bookings().get(sold.booking.id)->booking;
    const qint64 rows = auditRows();

    const Error taken = m_harness->change(exchange(sold.booking, {10, 9, 8}, 2'500, u"c"_s)).error();
    QCOMPARE(taken.code, ErrorCode::SeatTaken);
    QCOMPARE(taken.places, QList<qint32>({8, 9}));
    QCOMPARE(taken.event, std::optional(m_house.event.summary.id));

    ChangeWrite poor = exchange(sold.booking, {10}, 2'500, u"d"_s);
    poor.payments = {{.id = poor.payment, .amount = {499, {}}, .at = m_clock.utcNow()}};
    QCOMPARE(m_harness->change(poor).error().code, ErrorCode::PaymentMismatch);
    QCOMPARE(m_harness->change(poor).error().limit, std::optional<qint64>(500));

    ChangeWrite foreign = exchange(sold.booking, {10}, 2'500, u"e"_s);
    foreign.taken[0].price.currency = *Currency::fromCode(u"CHF"_s);
    QCOMPARE(m_harness->change(foreign).error().code, ErrorCode::CurrencyMismatch);

    ChangeWrite strange = exchange(sold.booking, {10}, 2'500, u"f"_s);
    strange.givenBack = {u"nobody's"_s};
    QCOMPARE(m_harness->change(strange).error().code, ErrorCode::NotFound);
    strange.givenBack.clear();
    QCOMPARE(m_harness->change(strange).error().code, ErrorCode::InvalidParams);

    ChangeWrite many = exchange(sold.booking, {}, 0, u"g"_s); // more than a message could tell of
    for (qint32 place = 0; place < kMaxTicketsOfBooking; ++place)
        many.taken.append({.id = m_ids.make<TicketId>(), .event = m_house.event.summary.id, .place = 1'000 + place, .price = {1, {}}});
    QCOMPARE(m_harness->change(many).error().code, ErrorCode::InvalidParams);

    QCOMPARE(bookings().get(sold.booking.id)->booking, before);
    QCOMPARE(auditRows(), rows);
    QCOMPARE(*bookings().liveTickets(m_house.event.summary.id), QList<qint32>({4, 8, 9}));
}

QTEST_GUILESS_MAIN(BookingChangeTest)
#include "tst_bookingchange.moc"
