// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventediting.h"
#include "backend/storage/bookingchange.h"
#include "backend/storage/checkoutbatch.h"
#include "backend/storage/placesseen.h"
#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/eventrepository.h"
#include "backend/storage/repositories/voucherrepository.h"
#include "tests/storage/storageharness.h"

#include <QTest>

#include <atomic>
#include <barrier>
#include <thread>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPrice = 2'000; // of every seat
constexpr int kRounds = 40;

// What one server does in a transaction of its own; the failure, if any.
using Deed = std::function<std::optional<Error>(Database &)>;

QString hashOf(const QString &code)
{
    return u"hash of "_s + code;
}

template<class Outcome>
std::optional<Error> failureOf(const Outcome &outcome)
{
    return outcome ? std::nullopt : std::optional(outcome.error());
}

Deed selling(const CheckoutWrite &write)
{
    return [write](Database &database) {
        Checkout sale {.write = write};
        Checkout *const sales[] {&sale};
        return failureOf(database.transact([&] { return CheckoutBatch(database).write(sales, write.vouchers.isEmpty() ? Compare::WhenRefused : Compare::First); }));
    };
}

Deed changing(const ChangeWrite &write)
{
    return [write](Database &database) { return failureOf(database.transact([&] { return BookingChange(database, write).write(); })); };
}

Deed blocking(const Block &block, const AuditContext &audit)
{
    return [block, audit](Database &database) { return failureOf(database.transact([&] { return BlockRepository(database).insert(block, audit); })); };
}

} // namespace

// What several servers on one database do to each other: what one has ended no other sells, and nobody locks another out.
class SeveralServersTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    DatabaseConfig m_config;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;
    qint32 m_nextPlace = 0;

    [[nodiscard]] Database &database() const { return m_harness->database(); }
    [[nodiscard]] EventId event() const { return m_house.event.summary.id; }
    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    [[nodiscard]] QString newKey() { return m_ids.next().toString(QUuid::WithoutBraces); }

    CheckoutWrite saleOf(const QList<qint32> &places, const EventId &of)
    {
        CheckoutWrite write = checkoutOf(m_house, places, newKey(), m_ids, m_clock);
        for (Ticket &ticket : write.booking.tickets)
            ticket.event = of;
        return write;
    }
    CheckoutWrite saleOf(const QList<qint32> &places) { return saleOf(places, event()); }
    // Each of these vouchers pays for a seat.
    CheckoutWrite withVouchers(CheckoutWrite write, const QStringList &codes)
    {
        write.booking.payments.clear();
        for (const QString &code : codes) {
            const Payment payment {.id = m_ids.make<PaymentId>(), .kind = PaymentKind::Voucher, .amount = {kPrice, {}}, .lastFour = code.right(4), .at = m_clock.utcNow()};
            write.booking.payments.append(payment);
            write.vouchers.append({.payment = payment.id, .codeHash = hashOf(code)});
        }
        return write;
    }
    // Of all tickets of the booking for others, that cost so much more.
    ChangeWrite exchangeOf(const Booking &booking, const QList<std::pair<EventId, qint32>> &places, qint64 more = 0)
    {
        ChangeWrite write = cancellationOf(m_house, booking.id, newKey(), m_ids, m_clock);
        for (const Ticket &ticket : booking.tickets)
            write.givenBack.append(ticket.number);
        for (const auto &[of, place] : places)
            write.taken.append({.id = m_ids.make<TicketId>(), .event = of, .place = place, .label = u"B %1"_s.arg(place), .category = u"stalls"_s, .ticketType = u"adult"_s, .price = {kPrice + more, {}}});
        return write;
    }
    Block blockOf(const QList<qint32> &places, BlockKind kind)
    {
        return {.id = m_ids.make<BlockId>(), .event = event(), .kind = kind, .reason = u"House seats"_s, .created = m_clock.utcNow(), .createdBy = {.id = m_house.clerk}, .places = places};
    }
    void issueVoucher(const QString &code)
    {
        const Money amount {100'000'000, {}};
        const VoucherIssue write {.id = m_ids.make<VoucherId>(), .code = code, .codeHash = hashOf(code), .amount = amount,
                                  .payments = {{.id = m_ids.make<PaymentId>(), .amount = amount, .tendered = amount, .change = Money {}, .at = m_clock.utcNow()}},
                                  .actor = m_house.clerk, .key = newKey(), .requestHash = code.toUtf8(), .audit = audit()};
        QVERIFY(database().transact([&] { return VoucherRepository(database()).issue(write); }));
    }
    Booking sold(const CheckoutWrite &write)
    {
        const auto outcome = m_harness->book(write);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail));
        return outcome->booking;
    }
    // Places of the house that nobody has used yet.
    QList<qint32> places(qint32 count)
    {
        QList<qint32> places;
        while (places.size() < count)
            places.append(m_nextPlace++);
        return places;
    }
    [[nodiscard]] qint32 versionOf(const EventId &id) const { return EventRepository(database()).get(id)->version; }
    void setState(EventState state, const EventId &id)
    {
        const auto changed = database().transact([&] {
            return state == EventState::Cancelled ? services::cancelEvent(database(), id, versionOf(id), u"fire"_s, audit()) : services::setEventState(database(), id, versionOf(id), state, audit());
        });
        QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
    }

    // Deeds of a round, each of another server, all at the same moment; nobody may be in another's way for good.
    void doAtOnce(const std::function<std::vector<Deed>()> &round);

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_config = m_databases.create(engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_config}, m_clock);
        m_house = SampleHouse::build(database(), m_ids, m_clock);
        m_nextPlace = 0;
    }
    void cleanup() { m_harness.reset(); }

    void eventThatIsNotSold_getsNoTickets_data();
    void eventThatIsNotSold_getsNoTickets();
    void cancelledEvent_givesNothingBack_data() { TestDatabases::addEngines(); }
    void cancelledEvent_givesNothingBack();
    void deletedEvent_getsNoTickets_data() { TestDatabases::addEngines(); }
    void deletedEvent_getsNoTickets();
    void saleAndCancellingAtOnce_waitForEachOther_data() { postgresqlOnly(); }
    void saleAndCancellingAtOnce_waitForEachOther();
    void saleAndDeletionAtOnce_waitForEachOther_data() { postgresqlOnly(); }
    void saleAndDeletionAtOnce_waitForEachOther();
    void places_areSeenAsTheyAre_data() { TestDatabases::addEngines(); }
    void places_areSeenAsTheyAre();
    void nobodyLocksAnotherOut_data();
    void nobodyLocksAnotherOut();

private:
    // SQLite lets nobody write beside another.
    static void postgresqlOnly()
    {
        QTest::addColumn<Engine>("engine");
        QTest::newRow("PostgreSQL") << Engine::Postgresql;
    }
    std::map<QByteArray, std::function<std::vector<Deed>()>> scenes();
};

void SeveralServersTest::eventThatIsNotSold_getsNoTickets_data()
{
    QTest::addColumn<Engine>("engine");
    QTest::addColumn<EventState>("state");
    for (const auto &[name, engine] : {std::pair("SQLite", Engine::Sqlite), std::pair("PostgreSQL", Engine::Postgresql)}) {
        QTest::addRow("%s, paused", name) << engine << EventState::Paused;
        QTest::addRow("%s, cancelled", name) << engine << EventState::Cancelled;
    }
}

void SeveralServersTest::eventThatIsNotSold_getsNoTickets()
{
    QFETCH(EventState, state);
    const EventId other = m_house.otherEvent.summary.id;
    const CheckoutWrite earlier = saleOf({1});
    const Booking booking = sold(earlier);
    const Booking elsewhere = sold(saleOf({1}, other));
    setState(state, event());

    CheckoutWrite reservation = saleOf({3});
    reservation.booking.state = BookingState::Reserved;
    reservation.booking.payUntil = m_clock.utcNow() + std::chrono::hours(1);
    reservation.booking.payments.clear();
    issueVoucher(u"AAAA"_s);
    CheckoutWrite mixed = saleOf({5, 6}, other);
    mixed.booking.tickets[1].event = event();
    // In one group with what is nobody's business, and with a repetition.
    const auto outcomes = m_harness->bookAll({saleOf({2}), saleOf({2}, other), reservation, earlier, withVouchers(saleOf({4}), {u"AAAA"_s}), mixed});
    for (const int refused : {0, 2, 4, 5}) {
        QCOMPARE(outcomes[refused].error().code, ErrorCode::SaleClosed);
        QCOMPARE(outcomes[refused].error().event, std::optional(event()));
    }
    QVERIFY(outcomes[1]);
    QCOMPARE(outcomes[3]->booking.id, booking.id);
    QCOMPARE(BookingRepository(database()).liveTickets(event()).value(), QList<qint32> {1});

    for (const qint32 place : {1, 7}) {
        const auto into = m_harness->change(exchangeOf(place == 1 ? booking : elsewhere, {{event(), place}}));
        QCOMPARE(into.error().code, ErrorCode::SaleClosed);
        QCOMPARE(into.error().event, std::optional(event()));
    }
    const auto blocked = database().transact([&] { return BlockRepository(database()).insert(blockOf({8}, BlockKind::HeldBack), audit()); });
    QCOMPARE(blocked.ok(), state == EventState::Paused);
    // Away from it everybody may.
    if (state == EventState::Paused) {
        const auto away = m_harness->change(exchangeOf(booking, {{other, 9}}));
        QVERIFY2(away, away ? "" : qPrintable(away.error().detail));
    } else {
        QCOMPARE(blocked.error().code, ErrorCode::SaleClosed);
    }
}

// Whatever a statement did not look at, the database does.
void SeveralServersTest::cancelledEvent_givesNothingBack()
{
    const Booking booking = sold(saleOf({1}));
    const QString revive = u"UPDATE tickets SET state = 'valid' WHERE place = 1"_s;
    for (const QString &before : {u"released"_s, u"cancelled"_s}) {
        QVERIFY(database().runMigrationStatement(u"UPDATE tickets SET state = '%1'"_s.arg(before)));
        setState(EventState::Paused, event());
        QVERIFY(database().runMigrationStatement(revive)); // who had it gets it back, also while nobody else is sold anything
        setState(EventState::Published, event());
    }
    QVERIFY(database().runMigrationStatement(u"UPDATE tickets SET state = 'cancelled'"_s));
    setState(EventState::Cancelled, event());
    QCOMPARE(database().runMigrationStatement(revive).error().code, ErrorCode::AlreadyExists); // what a seat is refused with that has an owner
}

void SeveralServersTest::deletedEvent_getsNoTickets()
{
    const CheckoutWrite sale = saleOf({1});
    QVERIFY(database().transact([&] { return services::deleteEvent(database(), event(), versionOf(event()), audit()); }));
    const auto refused = m_harness->book(sale);
    QCOMPARE(refused.error().code, ErrorCode::SaleClosed);
    QCOMPARE(refused.error().event, std::optional(event()));
    const auto blocked = database().transact([&] { return BlockRepository(database()).insert(blockOf({8}, BlockKind::Killed), audit()); });
    QCOMPARE(blocked.error().code, ErrorCode::SaleClosed);
}

void SeveralServersTest::saleAndCancellingAtOnce_waitForEachOther()
{
    Database other(m_config);
    QVERIFY(other.open());
    QVERIFY(other.runMigrationStatement(u"SET lock_timeout = '100ms'"_s)); // to see that it would wait
    const CheckoutWrite write = saleOf({7});
    const auto sell = [&](Database &by) {
        Checkout sale {.write = write};
        Checkout *const sales[] {&sale};
        return CheckoutBatch(by).write(sales, Compare::WhenRefused);
    };
    const auto cancel = [&](Database &by) { return services::cancelEvent(by, event(), 1, u"fire"_s, audit()); };
    const auto why = [](const auto &done) { return done ? Error {.code = ErrorCode::Internal, .detail = u"nobody waited"_s} : done.error(); };
    // Neither is committed. Which statement waited says that it is for each other, and not for the audit log's sake.
    const Result<void> cancelling = database().transact([&]() -> Result<void> {
        const auto sold = sell(database());
        return sold ? why(other.transact([&] { return cancel(other); })) : sold.error();
    });
    QVERIFY2(cancelling.error().detail.startsWith(u"events.lock_places"), qPrintable(cancelling.error().detail));
    const Result<void> selling = database().transact([&]() -> Result<void> {
        const auto cancelled = cancel(database());
        return cancelled ? why(other.transact([&] { return sell(other); })) : cancelled.error();
    });
    QVERIFY2(selling.error().detail.startsWith(u"sales.insert_all"), qPrintable(selling.error().detail));
    // Who comes second sees what the first has done.
    QVERIFY(other.transact([&] { return cancel(other); }));
    QCOMPARE(m_harness->book(write).error().code, ErrorCode::SaleClosed);
}

void SeveralServersTest::saleAndDeletionAtOnce_waitForEachOther()
{
    Database other(m_config);
    QVERIFY(other.open());
    QVERIFY(other.runMigrationStatement(u"SET lock_timeout = '100ms'"_s));
    const auto remove = [&](Database &by) { return services::deleteEvent(by, event(), 1, audit()); };
    Checkout sale {.write = saleOf({7})};
    Checkout *const sales[] {&sale};
    const Result<void> waited = database().transact([&]() -> Result<void> {
        const auto sold = CheckoutBatch(database()).write(sales, Compare::WhenRefused);
        if (!sold)
            return sold.error();
        const auto removed = other.transact([&] { return remove(other); });
        return removed || !removed.error().detail.startsWith(u"events.lock_places") ? Error {.code = ErrorCode::Internal, .detail = u"nobody waited"_s} : Result<void>();
    });
    QVERIFY2(waited, waited ? "" : qPrintable(waited.error().detail));
    QCOMPARE(other.transact([&] { return remove(other); }).error().code, ErrorCode::EventInUse);
}

void SeveralServersTest::places_areSeenAsTheyAre()
{
    QVERIFY(seePlaces(database(), event(), {})->sold.isEmpty());
    sold(saleOf({1, 2}));
    sold(saleOf({4}, m_house.otherEvent.summary.id));
    Block killed = blockOf({4, 5, 6}, BlockKind::Killed);
    killed.release = BlockRelease {.minutesBefore = 90, .isConfirmed = false};
    m_clock.advance(std::chrono::seconds(1));
    const Block heldBack = blockOf({7}, BlockKind::HeldBack);
    for (const Block &block : {killed, heldBack})
        QVERIFY(database().transact([&] { return BlockRepository(database()).insert(block, audit()); }));
    const QList<qint32> asked {8, 7, 6, 4, 2};
    const auto seen = seePlaces(database(), event(), asked);
    QVERIFY(seen);
    QCOMPARE(seen->event, event());
    QCOMPARE(seen->places, asked);
    QCOMPARE(seen->sold, QList<qint32> {2});
    QCOMPARE(seen->blocks.size(), 2);
    killed.places = {4, 6};
    for (const auto &[found, wanted] : {std::pair(seen->blocks[0], killed), std::pair(seen->blocks[1], heldBack)}) {
        Block expected = wanted;
        expected.createdBy = found.createdBy;
        QCOMPARE(found, expected);
        QVERIFY(!found.createdBy.name.isEmpty());
    }
}

void SeveralServersTest::doAtOnce(const std::function<std::vector<Deed>()> &round)
{
    std::vector<std::vector<Deed>> rounds;
    for (int i = 0; i < kRounds; ++i)
        rounds.push_back(round());
    const std::size_t servers = rounds.front().size();
    std::vector<Error> failures(servers);
    std::atomic<int> done = 0;
    std::barrier together(static_cast<std::ptrdiff_t>(servers));
    {
        std::vector<std::jthread> threads;
        for (std::size_t server = 0; server < servers; ++server) {
            threads.emplace_back([&, server] {
                Database own(m_config);
                bool stands = own.open() && own.runMigrationStatement(u"SET deadlock_timeout = '20ms'"_s);
                if (!stands)
                    failures[server].detail = u"no connection"_s;
                for (const std::vector<Deed> &deeds : rounds) {
                    together.arrive_and_wait();
                    const std::optional<Error> failure = stands ? deeds[server](own) : std::nullopt;
                    done += stands && !failure ? 1 : 0;
                    if (failure && failure->code == ErrorCode::Overloaded) {
                        failures[server] = *failure;
                        stands = false;
                    }
                }
            });
        }
    }
    for (const Error &failure : failures)
        QVERIFY2(failure.detail.isEmpty(), qPrintable(failure.detail));
    QVERIFY(done >= kRounds); // it was not all for nothing
}

std::map<QByteArray, std::function<std::vector<Deed>()>> SeveralServersTest::scenes()
{
    const EventId other = m_house.otherEvent.summary.id;
    return {
        // The exchange waits for the voucher, the sale for the block, and the block for the exchange.
        {"a sale and an exchange by one voucher, and a new block",
         [this] {
             const QList<qint32> seats = places(7);
             ChangeWrite exchange = exchangeOf(sold(saleOf({seats[0]})), {{event(), seats[1]}}, kPrice);
             const Payment payment {.id = m_ids.make<PaymentId>(), .kind = PaymentKind::Voucher, .amount = {kPrice, {}}, .lastFour = u"AAAA"_s, .at = m_clock.utcNow()};
             exchange.payments = {payment};
             exchange.vouchers = {{.payment = payment.id, .codeHash = hashOf(u"AAAA"_s)}};
             std::vector<Deed> deeds {changing(exchange), blocking(blockOf({seats[3]}, BlockKind::Killed), audit()), selling(saleOf({seats[4]}))};
             for (const qint32 seat : {seats[2], seats[5], seats[6]}) // who waits for another has the voucher when the exchange has the places
                 deeds.push_back(selling(withVouchers(saleOf({seat}), {u"AAAA"_s})));
             return deeds;
         }},
        // The seller knows of neither ticket.
        {"an exchange, and a sale of the seat before and the seat after",
         [this] {
             const QList<qint32> seats = places(2);
             return std::vector {changing(exchangeOf(sold(saleOf({seats[1]})), {{event(), seats[0]}})), selling(saleOf(seats))};
         }},
        {"two exchanges, the second for the seat of the first, if that is free by then",
         [this] {
             const QList<qint32> seats = places(3);
             const Booking first = sold(saleOf({seats[0]}));
             const Booking second = sold(saleOf({seats[1]}));
             return std::vector {changing(exchangeOf(first, {{event(), seats[2]}})), changing(exchangeOf(second, {{event(), seats[0]}}))};
         }},
        {"a refund to the vouchers that paid, and a sale by them in another order",
         [this] {
             const QList<qint32> seats = places(8);
             std::vector<Deed> deeds;
             for (const QStringList &codes : {QStringList {u"BBBB"_s, u"AAAA"_s}, QStringList {u"AAAA"_s, u"BBBB"_s}}) {
                 const QList<qint32> some = seats.mid(static_cast<qsizetype>(deeds.size()) * 2, 4);
                 const Booking booking = sold(withVouchers(saleOf(some.first(2)), codes));
                 deeds.push_back(changing(cancellationOf(m_house, booking.id, newKey(), m_ids, m_clock)));
                 deeds.push_back(selling(withVouchers(saleOf(some.last(2)), codes)));
             }
             return deeds;
         }},
        {"a sale of two seats that are held back, and their release in another order",
         [this] {
             const QList<qint32> seats = places(2);
             QList<BlockedPlaces> released;
             for (const qint32 seat : {seats[1], seats[0]}) {
                 const Block block = blockOf({seat}, BlockKind::HeldBack);
                 blocking(block, audit())(database());
                 released.append({.block = block.id, .places = {seat}});
             }
             return std::vector<Deed> {selling(saleOf(seats)), [this, released](Database &by) {
                                           return failureOf(by.transact([&]() -> Result<void> {
                                               BlockRepository blocks(by);
                                               Result<void> done = blocks.lockPlacesOf(released);
                                               for (const BlockedPlaces &ofBlock : released)
                                                   done = done ? blocks.release(ofBlock, audit()) : done;
                                               return done;
                                           }));
                                       }};
         }},
        {"two events that are paused and sold again, and an exchange, a sale and a block of them",
         [this, other] {
             const QList<qint32> seats = places(6);
             const Booking booking = sold(saleOf({seats[0], seats[1]}));
             CheckoutWrite sale = saleOf({seats[3], seats[3]});
             sale.booking.tickets[0].event = other;
             return std::vector<Deed> {changing(exchangeOf(booking, {{other, seats[2]}, {event(), seats[2]}})), selling(sale), blocking(blockOf({seats[4]}, BlockKind::Killed), audit()),
                                       [this, other](Database &by) {
                                           return failureOf(by.transact([&]() -> Result<void> {
                                               Result<void> done = services::lockForEditing(by, {other, event()});
                                               for (const EventState state : {EventState::Paused, EventState::Published}) {
                                                   for (const EventId &id : {other, event()}) {
                                                       const auto changed = done ? services::setEventState(by, id, EventRepository(by).get(id)->version, state, audit()) : Result<Event>(done.error());
                                                       done = changed ? Result<void>() : changed.error();
                                                   }
                                               }
                                               return done;
                                           }));
                                       }};
         }},
    };
}

void SeveralServersTest::nobodyLocksAnotherOut_data()
{
    QTest::addColumn<Engine>("engine");
    for (const auto &[name, scene] : scenes())
        QTest::newRow(name.constData()) << Engine::Postgresql;
}

// Locks are taken in the order that the README of the storage has.
void SeveralServersTest::nobodyLocksAnotherOut()
{
    for (const QString &code : {u"AAAA"_s, u"BBBB"_s})
        issueVoucher(code);
    doAtOnce(scenes().at(QTest::currentDataTag()));
    QCOMPARE(*VoucherRepository(database()).imbalances(), 0);
    QCOMPARE(*BookingRepository(database()).imbalances(), 0);
}

QTEST_GUILESS_MAIN(SeveralServersTest)
#include "tst_severalservers.moc"
