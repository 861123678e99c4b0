// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/onlinesettlement.h"
#include "backend/storage/repositories/auditrepository.h"
#include "backend/storage/repositories/blockrepository.h"
#include "backend/storage/repositories/bookingrepository.h"
#include "backend/storage/repositories/discountrepository.h"
#include "backend/storage/reservationrelease.h"
#include "tests/storage/storageharness.h"

#include <QTest>

using namespace parterre;
using namespace parterre::storage;
using namespace parterre::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// What a booking with a code and a fee costs, and uses, when its payment online fails, or comes when its seats were given free,
// on every engine.
class OnlineSettlementTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;
    Discount m_once; // for one booking

    Database &database() { return m_harness->database(); }
    [[nodiscard]] AuditContext audit() const { return {.at = m_clock.utcNow(), .actor = m_house.clerk}; }
    [[nodiscard]] Booking stored(const BookingId &booking) { return BookingRepository(database()).get(booking)->booking; }
    [[nodiscard]] qint32 uses() { return DiscountRepository(database()).get(m_once.id)->uses; }
    // A ticket of 20.00, of which 2.00 are taken off, and a fee of 2.50.
    CheckoutWrite saleOf(qint32 place, const QString &key)
    {
        CheckoutWrite write = checkoutOf(m_house, {place}, key, m_ids, m_clock);
        Booking &booking = write.booking;
        booking.tickets[0].price.amount = 1'800;
        booking.tickets[0].parts = PriceParts {.base = {2'000, {}}, .discount = {200, {}}, .discountName = u"Once"_s, .fee = {0, {}}, .tax = {0, {}}};
        booking.charges = {{.kind = ChargeKind::BookingFee, .event = m_house.event.summary.id, .amount = {250, {}}, .tax = {0, {}}, .at = m_clock.utcNow()}};
        booking.total.amount = 2'050;
        booking.payments[0].amount = booking.total;
        write.codes = {m_once.id};
        return write;
    }
    // Waits to be paid for an hour.
    StoredOnlinePayment begun(qint32 place)
    {
        CheckoutWrite write = saleOf(place, u"begin"_s);
        Booking &booking = write.booking;
        booking.state = BookingState::Reserved;
        booking.payUntil = m_clock.utcNow() + 1h;
        booking.payments.clear();
        const StoredOnlinePayment fresh {.payment = {.id = m_ids.make<PaymentId>(), .booking = booking.id, .amount = booking.total, .payUntil = *booking.payUntil}, .actor = m_house.clerk, .page = u"page"_s};
        const Instant now = m_clock.utcNow();
        const bool isBegun = m_harness->book(write) && database().transact([&] { return OnlinePaymentRepository(database()).begin(fresh, now, now); })
            && hear(fresh, IntentNews::Open);
        if (!isBegun)
            qFatal("the payment could not be begun");
        return *OnlinePaymentRepository(database()).get(fresh.payment.id);
    }
    Result<OnlineOutcome> hear(const StoredOnlinePayment &payment, IntentNews what, SeatsAtHand seats = SeatsAtHand::Unknown)
    {
        const OnlineNews news {.payment = payment.payment.id,
                               .intent = u"pi_1"_s,
                               .news = what,
                               .received = payment.payment.amount,
                               .nextLook = m_clock.utcNow(),
                               .seats = seats,
                               .audit = audit(),
                               .now = m_clock.utcNow()};
        return database().transact([&] { return OnlineSettlement(database(), news).write(); });
    }
    void fallsFree(const StoredOnlinePayment &payment)
    {
        m_clock.advance(1h);
        const ReleaseWrite write {.bookings = {payment.payment.booking}, .now = m_clock.utcNow()};
        const auto freed = database().transact([&] { return ReservationRelease(database(), write).write(); });
        QVERIFY2(freed, freed ? "" : qPrintable(freed.error().detail));
        QCOMPARE(stored(payment.payment.booking).state, BookingState::Cancelled);
        QCOMPARE(uses(), 0);
    }

private Q_SLOTS:
    void initTestCase_data() { TestDatabases::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
        m_house = SampleHouse::build(database(), m_ids, m_clock);
        m_once = {.id = m_ids.make<DiscountId>(), .name = u"Once"_s, .kind = DiscountKind::Code, .share = 1'000, .code = u"ONCE"_s, .maxUses = 1};
        const auto saved = database().transact([&] { return DiscountRepository(database()).save(m_once, audit()); });
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
        m_once = saved->discount;
    }
    // Whatever was done.
    void cleanup()
    {
        QCOMPARE(*BookingRepository(database()).imbalances(), 0);
        QCOMPARE(*BookingRepository(database()).miscounts(), 0);
        QCOMPARE(*BookingRepository(database()).strays(), 0);
        QCOMPARE(*OnlinePaymentRepository(database()).imbalances(), 0);
        QVERIFY(!AuditRepository(database()).verify()->firstBad);
        m_harness.reset();
    }

    void moneyInTime_keepsFeeAndCode()
    {
        const StoredOnlinePayment payment = begun(4);
        QCOMPARE(uses(), 1);
        const auto paid = hear(payment, IntentNews::Paid);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QCOMPARE(paid->booking->state, BookingState::Confirmed);
        QVERIFY(!paid->booking->charges.constFirst().returned);
        QCOMPARE(uses(), 1);
    }

    void whatWasGivenUp_givesFeeAndCodeBack()
    {
        const StoredOnlinePayment payment = begun(4);
        const auto given = hear(payment, IntentNews::Cancelled);
        QVERIFY2(given, given ? "" : qPrintable(given.error().detail));
        QCOMPARE(given->booking->state, BookingState::Cancelled);
        QVERIFY(given->booking->charges.constFirst().returned);
        QCOMPARE(uses(), 0);
    }

    void aReservationThatIsProlonged_outlivesItsPayment_andCanBePaidAsLong()
    {
        const StoredOnlinePayment payment = begun(4);
        ChangeWrite write = cancellationOf(m_house, payment.payment.booking, u"prolong"_s, m_ids, m_clock);
        write.payUntil = m_clock.utcNow() + 3h;
        const auto prolonged = m_harness->change(write);
        QVERIFY2(prolonged, prolonged ? "" : qPrintable(prolonged.error().detail));
        QCOMPARE(OnlinePaymentRepository(database()).get(payment.payment.id)->payment.payUntil, m_clock.utcNow() + 3h);
        m_clock.advance(1h); // the time that it was begun with
        const auto ended = hear(payment, IntentNews::Cancelled);
        QVERIFY2(ended, ended ? "" : qPrintable(ended.error().detail));
        QCOMPARE(ended->payment->payment.state, OnlineState::Cancelled);
        QCOMPARE(ended->booking->state, BookingState::Reserved);
        QVERIFY(ended->freed.isEmpty());
        QCOMPARE(uses(), 1);
    }

    void lateMoney_hasSeatsFeeAndCodeAgain()
    {
        const StoredOnlinePayment payment = begun(4);
        fallsFree(payment);
        QVERIFY(hear(payment, IntentNews::Paid)->needsSeats);
        const auto paid = hear(payment, IntentNews::Paid, SeatsAtHand::Frozen);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QCOMPARE(paid->payment->payment.state, OnlineState::Succeeded);
        QCOMPARE(paid->booking->state, BookingState::Confirmed);
        QCOMPARE(paid->booking->tickets.constFirst().state, TicketState::Valid);
        QVERIFY(!paid->booking->charges.constFirst().returned);
        QCOMPARE(paid->booking->payments.constFirst().amount.amount, 2'050);
        QCOMPARE(uses(), 1);
        QCOMPARE(m_harness->book(saleOf(5, u"another"_s)).error().code, ErrorCode::CodeUsedUp);
        // And gives it back as ever.
        const auto cancelled = m_harness->change(cancellationOf(m_house, payment.payment.booking, u"cancel"_s, m_ids, m_clock));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().detail));
        QCOMPARE(uses(), 0);
    }

    // Its price was promised; nobody else has less for it.
    void lateMoney_keepsItsPrice_whenTheCodeIsUsedUpMeanwhile()
    {
        const StoredOnlinePayment payment = begun(4);
        fallsFree(payment);
        QVERIFY(m_harness->book(saleOf(5, u"another"_s)));
        QCOMPARE(uses(), 1);
        const auto paid = hear(payment, IntentNews::Paid, SeatsAtHand::Frozen);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QCOMPARE(paid->booking->state, BookingState::Confirmed);
        QCOMPARE(paid->booking->total.amount, 2'050);
        QCOMPARE(uses(), 1);
        // What was not counted does not come back.
        QVERIFY(m_harness->change(cancellationOf(m_house, payment.payment.booking, u"cancel"_s, m_ids, m_clock)));
        QCOMPARE(uses(), 1);
    }

    void lateMoney_keepsItsPrice_whenTheCodeIsGone()
    {
        const StoredOnlinePayment payment = begun(4);
        fallsFree(payment);
        QVERIFY(database().transact([&] { return DiscountRepository(database()).remove(m_once.id, m_once.version, audit()); }));
        const auto paid = hear(payment, IntentNews::Paid, SeatsAtHand::Frozen);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QCOMPARE(paid->booking->state, BookingState::Confirmed);
        QCOMPARE(paid->booking->total.amount, 2'050);
    }

    void lateMoney_goesBack_whenASeatWasKilledMeanwhile()
    {
        const StoredOnlinePayment payment = begun(4);
        fallsFree(payment);
        const Block killed {.id = m_ids.make<BlockId>(), .event = m_house.event.summary.id, .kind = BlockKind::Killed, .reason = u"A camera"_s, .created = m_clock.utcNow(), .createdBy = {.id = m_house.clerk}, .places = {4}};
        QVERIFY(database().transact([&] { return BlockRepository(database()).insert(killed, audit()); }));
        const auto paid = hear(payment, IntentNews::Paid, SeatsAtHand::Frozen);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QCOMPARE(paid->payment->payment.state, OnlineState::Refunding);
        QCOMPARE(paid->taken->places, QList<qint32> {4}); // so that the ledger hears of it
        QCOMPARE(uses(), 0);
    }

    void lateMoney_goesBack_whenTheSeatsAreGone()
    {
        const StoredOnlinePayment payment = begun(4);
        fallsFree(payment);
        QVERIFY(m_harness->book(checkoutOf(m_house, {4}, u"another"_s, m_ids, m_clock)));
        const auto paid = hear(payment, IntentNews::Paid, SeatsAtHand::Frozen);
        QVERIFY2(paid, paid ? "" : qPrintable(paid.error().detail));
        QCOMPARE(paid->payment->payment.state, OnlineState::Refunding);
        QVERIFY(paid->booking->charges.constFirst().returned);
        QCOMPARE(uses(), 0);
    }
};

QTEST_GUILESS_MAIN(OnlineSettlementTest)
#include "tst_onlinesettlement.moc"
