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

// Bookings that are paid by other ways than cash and in parts, through Storage, looked at through a second connection.
class WaysToPayTest : public QObject
{
    Q_OBJECT

private:
    TestDatabases m_databases;
    ManualClock m_clock;
    CountingIds m_ids;
    std::unique_ptr<StorageHarness> m_harness;
    SampleHouse m_house;

    BookingRepository bookings() { return BookingRepository(m_harness->database()); }
    ChangeWrite cancellation(const Booking &booking, const QString &key) { return cancellationOf(m_house, booking.id, key, m_ids, m_clock); }
    Payment part(PaymentKind kind, qint64 amount) { return {.id = m_ids.make<PaymentId>(), .kind = kind, .amount = {amount, {}}, .at = m_clock.utcNow()}; }
    // Four seats at 20.00: cash 10.00, card 30.00, invoice 15.00, complimentary 25.00.
    CheckoutWrite inFourParts()
    {
        CheckoutWrite write = checkoutOf(m_house, {4, 5, 6, 7}, u"a"_s, m_ids, m_clock);
        Payment cash = part(PaymentKind::Cash, 1'000), card = part(PaymentKind::Card, 3'000), invoice = part(PaymentKind::Invoice, 1'500),
                complimentary = part(PaymentKind::Complimentary, 2'500);
        cash.tendered = Money {2'000, {}};
        cash.change = Money {1'000, {}};
        card.reference = u"T-17"_s;
        card.brand = u"Girocard"_s;
        card.lastFour = u"0042"_s;
        invoice.reference = u"R-1"_s;
        invoice.payer = u"Förderverein\nHauptstraße 1"_s;
        complimentary.reason = u"press"_s;
        write.booking.payments = {cash, card, invoice, complimentary};
        return write;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_harness = std::make_unique<StorageHarness>(StorageOptions {.database = m_databases.create(engine)}, m_clock);
        m_house = SampleHouse::build(m_harness->database(), m_ids, m_clock);
    }
    // Whatever was done.
    void cleanup()
    {
        if (!m_harness)
            return;
        QCOMPARE(*bookings().imbalances(), 0);
        QCOMPARE(*bookings().overRefunds(), 0);
        QCOMPARE(*bookings().strays(), 0);
        QVERIFY(!AuditRepository(m_harness->database()).verify()->firstBad);
        m_harness.reset();
    }

    void parts_areKeptAsTheyWere_data() { TestDatabases::addEngines(); }
    void parts_areKeptAsTheyWere()
    {
        const CheckoutWrite write = inFourParts();
        const auto sold = m_harness->book(write);
        QVERIFY2(sold, sold ? "" : qPrintable(sold.error().detail));
        QCOMPARE(sold->booking, write.booking);
        QCOMPARE(bookings().get(write.booking.id)->booking, write.booking);
        const auto again = m_harness->book(inFourParts()); // with the same key
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QVERIFY(again->replayed);
        QCOMPARE(again->booking, write.booking);
        const auto rows = *AuditRepository(m_harness->database()).list(0, 100);
        const QJsonArray noted = rows.constLast().event.after.value(u"payments"_s).toArray();
        QCOMPARE(noted.size(), 4);
        QCOMPARE(noted.at(3)[u"kind"_s].toString(), u"complimentary"_s);
        QCOMPARE(noted.at(3)[u"reason"_s].toString(), u"press"_s);
    }

    void cancelling_paysBackWhatWasPaidLastFirst_data() { TestDatabases::addEngines(); }
    void cancelling_paysBackWhatWasPaidLastFirst()
    {
        const CheckoutWrite write = inFourParts();
        QVERIFY(m_harness->book(write));
        const QList<Payment> paid = write.booking.payments;
        ChangeWrite one = cancellation(write.booking, u"b"_s); // 20.00: all of it was complimentary
        one.givenBack = {write.booking.tickets.at(0).number};
        const auto first = m_harness->change(one);
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(first->booking.payments.size(), 5);
        QCOMPARE(first->booking.payments.at(4), (Payment {.id = one.payment, .kind = PaymentKind::Complimentary, .direction = PaymentDirection::Refund, .amount = {2'000, {}}, .at = one.now}));

        ChangeWrite rest = cancellation(write.booking, u"c"_s); // 60.00: by all ways
        rest.cardRefunds = {{.payment = paid.at(1).id, .reference = u"T-18"_s}};
        const auto last = m_harness->change(rest);
        QVERIFY2(last, last ? "" : qPrintable(last.error().detail));
        const QList<Payment> back = last->booking.payments.mid(5);
        QCOMPARE(back.size(), 4);
        QCOMPARE(back.at(0).kind, PaymentKind::Complimentary);
        QCOMPARE(back.at(0).amount.amount, 500);
        QCOMPARE(back.at(0).id, rest.payment);
        QCOMPARE(back.at(1).kind, PaymentKind::Invoice);
        QCOMPARE(back.at(1).refunds, std::optional(paid.at(2).id));
        QCOMPARE(back.at(1).amount.amount, 1'500);
        QCOMPARE(back.at(2).kind, PaymentKind::Card);
        QCOMPARE(back.at(2).refunds, std::optional(paid.at(1).id));
        QCOMPARE(back.at(2).reference, std::optional(u"T-18"_s));
        QCOMPARE(back.at(3).kind, PaymentKind::Cash);
        QCOMPARE(back.at(3).amount.amount, 1'000);
        QSet<PaymentId> ids;
        for (const Payment &payment : last->booking.payments)
            ids.insert(payment.id);
        QCOMPARE(ids.size(), last->booking.payments.size());
        QCOMPARE(bookings().get(write.booking.id)->booking, last->booking);
        const auto again = m_harness->change(rest);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QVERIFY(again->replayed);
        QCOMPARE(again->booking, last->booking);
    }

    void cards_areNotPaidBackWithoutReference_data() { TestDatabases::addEngines(); }
    void cards_areNotPaidBackWithoutReference()
    {
        const CheckoutWrite write = inFourParts();
        QVERIFY(m_harness->book(write));
        const Booking before = bookings().get(write.booking.id)->booking;
        const qint64 rows = AuditRepository(m_harness->database()).verify()->rows;
        ChangeWrite all = cancellation(write.booking, u"b"_s);
        QCOMPARE(m_harness->change(all).error().code, ErrorCode::RefundReferenceMissing);
        all.cardRefunds = {{.payment = write.booking.payments.at(2).id, .reference = u"T-18"_s}}; // the invoice
        QCOMPARE(m_harness->change(all).error().code, ErrorCode::InvalidParams);
        ChangeWrite one = cancellation(write.booking, u"c"_s); // of which the card gets nothing
        one.givenBack = {write.booking.tickets.at(0).number};
        one.cardRefunds = {{.payment = write.booking.payments.at(1).id, .reference = u"T-18"_s}};
        QCOMPARE(m_harness->change(one).error().code, ErrorCode::InvalidParams);
        QCOMPARE(bookings().get(write.booking.id)->booking, before);
        QCOMPARE(AuditRepository(m_harness->database()).verify()->rows, rows);
    }

    void exchanges_arePaidInPartsAndPaidBack_data() { TestDatabases::addEngines(); }
    void exchanges_arePaidInPartsAndPaidBack()
    {
        const CheckoutWrite sold = checkoutOf(m_house, {4}, u"a"_s, m_ids, m_clock);
        QVERIFY(m_harness->book(sold));
        const auto exchange = [&](const Ticket &given, qint32 place, qint64 price, const QString &key) {
            ChangeWrite write = cancellation(sold.booking, key);
            write.requestHash += key.toUtf8();
            write.givenBack = {given.number};
            write.taken = {{.id = m_ids.make<TicketId>(), .event = m_house.event.summary.id, .place = place, .label = u"B"_s, .category = u"stalls"_s, .ticketType = u"adult"_s, .price = {price, {}}}};
            return write;
        };
        ChangeWrite dearer = exchange(sold.booking.tickets.at(0), 8, 5'000, u"b"_s);
        Payment card = part(PaymentKind::Card, 2'000);
        card.reference = u"T-1"_s;
        dearer.payments = {part(PaymentKind::Cash, 999), card};
        QCOMPARE(m_harness->change(dearer).error().code, ErrorCode::PaymentMismatch);
        dearer.payments[0].amount.amount = 1'000;
        const auto moved = m_harness->change(dearer);
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().detail));
        QCOMPARE(moved->booking.payments.mid(1), dearer.payments);

        ChangeWrite cheaper = exchange(moved->booking.tickets.at(1), 9, 2'500, u"c"_s);
        cheaper.cardRefunds = {{.payment = card.id, .reference = u"T-2"_s}};
        const auto back = m_harness->change(cheaper);
        QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
        QCOMPARE(back->booking.payments.size(), 5);
        QCOMPARE(back->booking.payments.at(3).kind, PaymentKind::Card);
        QCOMPARE(back->booking.payments.at(3).amount.amount, 2'000);
        QCOMPARE(back->booking.payments.at(4).kind, PaymentKind::Cash);
        QCOMPARE(back->booking.payments.at(4).amount.amount, 500);
    }

    // The database's own last word.
    void rows_thatCannotBeAreRefused_data() { TestDatabases::addEngines(); }
    void rows_thatCannotBeAreRefused()
    {
        const CheckoutWrite write = inFourParts();
        QVERIFY(m_harness->book(write));
        const auto change = [&](const QString &what) { return bool(m_harness->database().runMigrationStatement(u"UPDATE payments SET "_s + what)); };
        QVERIFY(!change(u"kind = 'cheque'"_s));
        QVERIFY(!change(u"last_four = '12345'"_s));
        QVERIFY(!change(u"reference = NULL WHERE kind = 'card'"_s));
        QVERIFY(!change(u"direction = 'refund' WHERE kind = 'invoice'"_s));
        QVERIFY(!change(u"refunded_payment = id WHERE kind = 'card'"_s));
    }

    void moreThanCameByOneWay_isFound_data() { TestDatabases::addEngines(); }
    void moreThanCameByOneWay_isFound()
    {
        const CheckoutWrite write = inFourParts();
        QVERIFY(m_harness->book(write));
        ChangeWrite all = cancellation(write.booking, u"b"_s);
        all.cardRefunds = {{.payment = write.booking.payments.at(1).id, .reference = u"T-18"_s}};
        QVERIFY(m_harness->change(all));
        const auto shift = [&](int cash, int card) { // the sum stays what it was
            for (const QString &set : {u"amount = amount + %1 WHERE direction = 'refund' AND kind = 'cash'"_s.arg(cash), u"amount = amount + %1 WHERE direction = 'refund' AND kind = 'card'"_s.arg(card)}) {
                if (!m_harness->database().runMigrationStatement(u"UPDATE payments SET "_s + set))
                    return false;
            }
            return true;
        };
        QVERIFY(shift(100, -100));
        QCOMPARE(*bookings().imbalances(), 0);
        QCOMPARE(*bookings().overRefunds(), 1); // cash
        QVERIFY(shift(-200, 200));
        QCOMPARE(*bookings().overRefunds(), 2); // cards, and the one card
        QVERIFY(shift(100, -100));
    }
};

QTEST_GUILESS_MAIN(WaysToPayTest)
#include "tst_waystopay.moc"
